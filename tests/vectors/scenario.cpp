// SPDX-License-Identifier: Apache-2.0
#include "vectors/scenario.h"

#include "crypto/hash.h"

namespace armistice::vectors {
namespace {

// RFC 6962 §2.1, as it stands there: the register's own tree is not asked.
Digest tree_hash(std::span<const Digest> leaves) {
  if (leaves.empty()) return sha256("");
  if (leaves.size() == 1) return leaves[0];
  std::size_t k = 1;
  while (2 * k < leaves.size()) k *= 2;
  const Digest left = tree_hash(leaves.first(k));
  const Digest right = tree_hash(leaves.subspan(k));
  return sha256("\1", left.view(), right.view());
}

Json key_row(const VerifierKey& key, std::string_view role, std::optional<std::uint64_t> from) {
  return Json::Object{{"name", key.name},
                      {"key", to_text(key.id())},
                      {"role", role},
                      {"from", from ? Json(*from) : Json()}};
}

Digest id_of_entry(const Bytes& entry) {
  return sha256(ByteView(entry).substr(0, entry.rfind("\n\n") + 1));
}

}  // namespace

Scenario::Scenario(std::string name, std::string why, Genesis genesis)
    : name_(std::move(name)),
      why_(std::move(why)),
      genesis_(std::move(genesis)),
      first_(testing::sign_genesis(genesis_)),
      circle_(id_of_entry(first_.entry)) {
  leaves_.push_back(sha256(Bytes(1, '\0'), first_.entry));
}

std::uint64_t Scenario::put(const Submission& entry, std::string_view verdict,
                            std::optional<bool> acts) {
  entries_.push_back(Json::Object{{"entry", to_base64(entry.entry)},
                                  {"body", entry.body ? Json(to_base64(*entry.body)) : Json()},
                                  {"verdict", verdict},
                                  {"acts", acts ? Json(*acts) : Json()}});
  leaves_.push_back(sha256(Bytes(1, '\0'), entry.entry));
  return leaves_.size() - 1;
}

std::uint64_t Scenario::refused(const Submission& entry, Errc word) {
  return put(entry, errc_word(word), std::nullopt);
}

Author& Scenario::author(const std::string& name) {
  return authors_.try_emplace(name, name, circle_).first->second;
}

Submission Scenario::says(const std::string& name, const std::string& text) {
  Submission said = author(name).write(testing::note(text));
  admitted(said);
  return said;
}

Submission Scenario::enrolment_of(const std::string& name) {
  const std::string party = name.substr(0, name.find('/'));
  return root(party).write(testing::enrolment(testing::key_of(name).verifier()));
}

void Scenario::enrol(const std::string& name) {
  const std::uint64_t index = acts(enrolment_of(name));
  ends_with_key(testing::key_of(name).verifier(), index, index + 1);
}

Submission Scenario::clock(std::uint64_t size, const std::vector<std::string>& parties,
                           std::int64_t time) {
  return clock(testing::cosigned_head(genesis_, head(size), parties, UtcSeconds{time}));
}

Submission Scenario::clock(const Bytes& checkpoint) {
  return secretary().write(Clock{Salt{}, checkpoint});
}

Submission Scenario::joint(const std::vector<std::string>& signers, std::int64_t until,
                           const std::string& text, const std::string& organ) {
  return testing::write_joint(organ, signers, {UtcSeconds{until}, 9 * 3600}, circle_,
                              testing::note(text));
}

Checkpoint Scenario::head(std::uint64_t size) const {
  return {genesis_.origin, TreeSize{size}, tree_hash(std::span(leaves_).first(size))};
}

void Scenario::ends_with_clock(std::int64_t clock, Mode mode, std::uint64_t clock_size) {
  clock_ = clock;
  mode_ = word(mode);
  clock_size_ = clock_size;
}

void Scenario::ends_with_key(const VerifierKey& key, std::uint64_t enrolled_at,
                             std::optional<std::uint64_t> from) {
  enrolled_.emplace(enrolled_at, key_row(key, "author", from));
}

VectorFile Scenario::file() const {
  Json::Array keys = {key_row(genesis_.log, "log", {}), key_row(genesis_.secretary, "author", 1)};
  for (const Party& party : genesis_.parties) {
    keys.push_back(key_row(party.root, "root", 1));
    keys.push_back(key_row(party.cosigner, "cosigner", {}));
  }
  for (const auto& [index, row] : enrolled_) keys.push_back(row);
  const Json whole = Json::Object{{"why", why_},
                                  {"genesis", Json::Object{{"entry", to_base64(first_.entry)},
                                                           {"body", to_base64(*first_.body)}}},
                                  {"circle", to_text(circle_)},
                                  {"entries", entries_},
                                  {"end", Json::Object{{"clock", clock_},
                                                       {"mode", mode_},
                                                       {"clock_size", clock_size_},
                                                       {"keys", std::move(keys)}}}};
  return {"admission/" + name_ + ".json", to_indented_text(whole) + "\n"};
}

VectorFiles admission_vectors() {
  VectorFiles files;
  for (const auto table : {chain_scenarios, key_scenarios, clock_scenarios, joint_scenarios}) {
    for (const Scenario& one : table()) files.push_back(one.file());
  }
  return files;
}

}  // namespace armistice::vectors
