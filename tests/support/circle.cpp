// SPDX-License-Identifier: Apache-2.0
#include "support/circle.h"

#include "crypto/hash.h"

namespace armistice::testing {
namespace {

constexpr CivilTime written{UtcSeconds{-583'054'200}, 9 * 3600};  // 1951-07-12T01:30:00+09:00

Salt salt_of(std::string_view text) {
  Salt salt;
  const Digest digest = sha256("salt ", text);
  std::copy_n(digest.bytes.begin(), salt.bytes.size(), salt.bytes.begin());
  return salt;
}

BodyRef body_ref(const Bytes& bytes) { return {sha256(bytes), bytes.size(), BodyForm::open}; }

Party party(const std::string& name, Group group) {
  return {name,
          group,
          key_of(name + "/root").verifier(),
          sha256(name, "/root next"),
          key_of(name + "/cosigner", KeyType::cosignature).verifier(),
          sha256(name, "/cosigner next"),
          ""};
}

}  // namespace

NamedKey key_of(const std::string& name, KeyType type) {
  const char byte = static_cast<char>(type);
  return {name, type, SecretKey::from_seed(sha256("key ", name, {&byte, 1}).view())};
}

Genesis example_genesis() {
  Genesis genesis;
  genesis.salt = salt_of("genesis");
  genesis.origin = "register.armistice.example/joint";
  genesis.log = key_of(genesis.origin).verifier();
  genesis.secretary = key_of("secretariat/clock").verifier();
  for (const char* side : {"unc", "kpa-cpv"}) genesis.parties.push_back(party(side, Group::sides));
  for (const char* neutral : {"sweden", "switzerland", "poland", "czechoslovakia"}) {
    genesis.parties.push_back(party(neutral, Group::neutrals));
  }
  genesis.neutrals_quorum = 3;
  genesis.organs = {{"joint/mac", {"unc/senior-member", "kpa-cpv/senior-member"}}};
  genesis.civil_offsets = {"+09:00"};
  genesis.agreement = sha256("");  // a bundle of no files
  genesis.spec = sha256("spec");
  return genesis;
}

Genesis own_genesis() {
  Genesis genesis = example_genesis();
  genesis.origin = "own.armistice.example/kpa-cpv";
  genesis.log = key_of(genesis.origin).verifier();
  genesis.parties = {party("kpa-cpv", Group::sides)};
  genesis.neutrals_quorum = 0;
  genesis.organs.clear();
  return genesis;
}

Submission sign_genesis(const Genesis& genesis) {
  const Bytes body = to_bytes(genesis);
  Header header;
  header.kind = Genesis::kind;
  header.author = "circle";
  header.written = written;
  header.body = body_ref(body);
  for (const Party& one : genesis.parties) header.signers.push_back(one.root.name);
  const std::string text = to_text(header);
  std::vector<Bytes> lines;
  for (const Party& one : genesis.parties) lines.push_back(sign_text(key_of(one.root.name), text));
  return {join_entry(text, lines), body};
}

Submission Author::sign(Header header, const Body& body) {
  const Bytes bytes = to_bytes(body);
  header.kind = kind_of(body);
  header.seen = seen;
  header.written = written;
  header.body = body_ref(bytes);
  std::sort(header.refers.begin(), header.refers.end());
  return sign_as_is(std::move(header), bytes);
}

Submission Author::sign_as_is(Header header, const Bytes& body) {
  header.circle = circle_;
  header.author = key_.name;
  header.key = key_.verifier().id();
  const std::string text = to_text(header);
  const std::array lines = {sign_text(key_, text)};
  return {join_entry(text, lines), body};
}

Submission Author::write(const Body& body, std::vector<Digest> refers) {
  Submission out = write_as(number_ + 1, previous_, body, std::move(refers));
  ++number_;
  previous_ = id_of(out);
  return out;
}

Submission Author::write_as(std::uint64_t number, std::optional<Digest> previous, const Body& body,
                            std::vector<Digest> refers) {
  Header header;
  header.number = number;
  header.previous = previous;
  header.refers = std::move(refers);
  return sign(std::move(header), body);
}

Submission write_joint(const std::string& organ, const std::vector<std::string>& signers,
                       CivilTime until, const Digest& circle, const Body& body,
                       std::vector<Digest> refers) {
  const Bytes bytes = to_bytes(body);
  Header header;
  header.circle = circle;
  header.kind = kind_of(body);
  header.author = organ;
  header.signers = signers;
  header.until = until;
  header.written = written;
  header.body = body_ref(bytes);
  header.refers = std::move(refers);
  std::sort(header.refers.begin(), header.refers.end());
  const std::string text = to_text(header);
  std::vector<Bytes> lines;
  for (const std::string& name : signers) lines.push_back(sign_text(key_of(name), text));
  return {join_entry(text, lines), bytes};
}

Note note(const std::string& text) { return {salt_of(text), "en", text}; }

Key enrolment(const VerifierKey& key) {
  Key body;
  body.salt = salt_of(to_text(key));
  body.vkey = key;
  body.next = sha256("next ", to_text(key));
  return body;
}

Retraction retraction(const std::string& reason) {
  return {salt_of(reason), RetractionScope::whole, "", reason};
}

Bytes cosigned_head(const Genesis& genesis, const Checkpoint& head,
                    const std::vector<std::string>& parties, UtcSeconds time) {
  std::vector<Bytes> lines;
  for (const std::string& name : parties) {
    lines.push_back(cosign(key_of(name + "/cosigner", KeyType::cosignature), to_text(head), time));
  }
  return add_lines(sign_checkpoint(key_of(genesis.origin), head), lines);
}

Digest id_of(const Submission& submission) { return parse_record(submission.entry).value().id; }

}  // namespace armistice::testing
