// SPDX-License-Identifier: Apache-2.0
#include "vectors/draft.h"

#include "crypto/hash.h"
#include "record/signed_note.h"
#include "support/circle.h"

namespace armistice::vectors {
namespace {

std::string word_of(std::string_view line) { return std::string(line.substr(0, line.find(' '))); }

auto find_line(Draft& draft, std::string_view word) {
  return std::find_if(draft.lines.begin(), draft.lines.end(),
                      [&](const std::string& line) { return word_of(line) == word; });
}

std::string key_line(const std::string& author) {
  return "key " + to_text(testing::key_of(author).verifier().id());
}

}  // namespace

std::string id_of(std::string_view word) { return to_text(sha256("vector ", word)); }

std::string root_of(std::string_view word) { return to_base64(sha256("root ", word).view()); }

std::string Draft::text() const {
  std::string out;
  for (const std::string& line : lines) out += line + "\n";
  return out;
}

std::vector<Bytes> Draft::signatures() const {
  std::vector<Bytes> out;
  for (const std::string& name : signers) out.push_back(sign_text(testing::key_of(name), text()));
  return out;
}

Bytes Draft::entry() const {
  Bytes out = text() + "\n";
  for (const Bytes& line : signatures()) out += line;
  return out;
}

Draft one_author() {
  const std::string author = "kpa-cpv/delegation";
  return {{"armistice/record/v1", "circle " + id_of("circle"), "kind note/1", "author " + author,
           key_line(author), "number 2", "previous " + id_of("number 1"),
           "seen 10452 " + root_of("10452"), "written 1951-07-12T01:30:00+09:00",
           "body " + id_of("body") + " 1834 open", "refers " + id_of("cited")},
          {author}};
}

Draft joint() {
  const std::vector<std::string> signers = {"unc/senior-member", "kpa-cpv/senior-member"};
  return {{"armistice/record/v1", "circle " + id_of("circle"), "kind note/1", "author joint/mac",
           "signer " + signers[0], "signer " + signers[1], "until 1953-07-27T22:00:00+09:00",
           "number 0", "previous -", "seen 10452 " + root_of("10452"),
           "written 1953-07-27T10:00:00+09:00", "body " + id_of("body") + " 1834 open"},
          signers};
}

Draft genesis() {
  Draft draft{{"armistice/record/v1", "circle -", "kind genesis/1", "author circle"}, {}};
  for (const char* party :
       {"unc", "kpa-cpv", "sweden", "switzerland", "poland", "czechoslovakia"}) {
    draft.signers.push_back(std::string(party) + "/root");
    draft.lines.push_back("signer " + draft.signers.back());
  }
  for (const std::string& line :
       {std::string("number 0"), std::string("previous -"), std::string("seen 0 -"),
        std::string("written 1951-07-10T09:00:00+09:00"),
        "body " + id_of("agreement") + " 3120 open"}) {
    draft.lines.push_back(line);
  }
  return draft;
}

Draft with(Draft draft, const std::string& line) {
  const auto at = find_line(draft, word_of(line));
  ASSERT(at != draft.lines.end());
  *at = line;
  return draft;
}

Draft headed(Draft draft, const std::string& version) {
  draft.lines.front() = version;
  return draft;
}

Draft without(Draft draft, const std::string& word) {
  const auto at = find_line(draft, word);
  ASSERT(at != draft.lines.end());
  draft.lines.erase(at);
  return draft;
}

Draft before(Draft draft, const std::string& word, const std::string& line) {
  draft.lines.insert(find_line(draft, word), line);
  return draft;
}

Draft behind(Draft draft, const std::string& line) {
  draft.lines.push_back(line);
  return draft;
}

Draft by(Draft draft, const std::string& author) {
  draft.signers = {author};
  return with(with(std::move(draft), "author " + author), key_line(author));
}

Draft jointly(Draft draft, const std::vector<std::string>& signers) {
  while (find_line(draft, "signer") != draft.lines.end()) draft = without(draft, "signer");
  const std::string next = find_line(draft, "until") == draft.lines.end() ? "number" : "until";
  for (const std::string& name : signers) draft = before(draft, next, "signer " + name);
  draft.signers = signers;
  return draft;
}

Case ok(std::string name, std::string why, const Draft& draft) {
  return {std::move(name),
          std::move(why),
          std::nullopt,
          draft.entry(),
          {{"id", to_text(sha256(draft.text()))}}};
}

Case bad(std::string name, std::string why, const Draft& draft, Errc error) {
  return {std::move(name), std::move(why), error, draft.entry()};
}

Case bad_bytes(std::string name, std::string why, Bytes entry, Errc error) {
  return {std::move(name), std::move(why), error, std::move(entry)};
}

VectorFiles record_vectors() {
  VectorFiles files;
  for (const auto table : {good_records, bad_head_lines, bad_joint_lines, bad_chain_lines,
                           bad_claim_lines, bad_note_forms, bad_signature_lines}) {
    VectorFiles some = to_files("record", table());
    std::move(some.begin(), some.end(), std::back_inserter(files));
  }
  return files;
}

}  // namespace armistice::vectors
