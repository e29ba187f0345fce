// SPDX-License-Identifier: Apache-2.0
#include "api/author.h"

#include <fmt/format.h>

#include "api/may_be_signed.h"
#include "base/limits.h"
#include "base/text.h"
#include "crypto/hash.h"
#include "register/bodies.h"
#include "terms/has.h"

namespace armistice {
namespace {

// Which refusals are for good, by the record alone: handing the same bytes in again would never
// help. After any other answer the text is kept, since its number is used.
bool is_final(Errc code) {
  constexpr std::array for_good = {Errc::malformed,     Errc::too_large,     Errc::out_of_range,
                                   Errc::unsupported,   Errc::wrong_signers, Errc::wrong_circle,
                                   Errc::bad_signature, Errc::number_taken,  Errc::digest_mismatch};
  return has(for_good, code);
}

// The text of a field of an answer that came over a wire.
Result<std::string> text_in(const Json& answer, std::string_view key) {
  const Json* value = answer.find(key);
  if (value == nullptr || value->as_text() == nullptr) {
    return Error{Errc::malformed, fmt::format("the node's answer has no {}", key)};
  }
  return *value->as_text();
}

// The newest counted head, verified by this desk before it says that it saw it.
Result<Seen> see(Client& client) {
  const Json heads = TRY(client.ask("register head", Json::Object{{"register", "joint"}}));
  const Json* counted = heads.find("counted");
  if (counted == nullptr || counted->is_null()) return Seen{};
  const Genesis& genesis = TRY(client.circle())->genesis();
  const Head head = TRY(read_head(genesis, TRY(text_in(*counted, "note"))).within("counted head"));
  if (!head.mode) return Error{Errc::unquorate, "the node shows a head that does not count"};
  return Seen{head.checkpoint.size, head.checkpoint.root};
}

Result<void> check_receipt(Client& client, const Bytes& entry, const Json& answer) {
  const TlogProof proof = TRY(parse_proof(TRY(text_in(answer, "receipt"))).within("receipt"));
  TRY(read_head(TRY(client.circle())->genesis(), proof.checkpoint).within("receipt"));
  TRY(check_proof(proof, entry).within("receipt"));
  const Json* index = answer.find("index");
  if (index != nullptr && *index == Json(proof.index.value)) return {};
  return Error{Errc::proof_mismatch, "the node's answer and its receipt name two places"};
}

Result<Json> hand_in(Client& client, Signer& signer) {
  const Unreceipted waiting = *signer.unreceipted();
  auto answer = TRY(client.node())->submit({waiting.entry, waiting.body});
  if (!answer.ok()) {
    if (is_final(answer.error().code)) TRY(signer.receipted());
    return answer.error();
  }
  TRY(check_receipt(client, waiting.entry, *answer));
  TRY(signer.receipted());
  return answer;
}

Result<void> check_enrolled(Client& client, const VerifierKey& key) {
  const Json roster = TRY(client.ask("key list", Json::Object{{"register", "joint"}}));
  for (const Json& row : *roster.as_array()) {
    const Json* vkey = row.find("vkey");
    const Json* from = row.find("from");
    if (vkey == nullptr || from == nullptr || *vkey != Json(to_text(key))) continue;
    if (!from->is_null()) return {};
  }
  return Error{Errc::unknown_key, fmt::format("{} is not enrolled; `key enrol` has its party's "
                                              "root enrol it",
                                              to_text(key))};
}

// What a root key says besides keys has no force, and shows that it is in daily use.
Result<void> check_not_root(Client& client, const std::string& name) {
  for (const Party& party : TRY(client.circle())->genesis().parties) {
    if (party.root.name != name) continue;
    return Error{Errc::wrong_signers, name + " is a root key, which signs genesis and keys alone"};
  }
  return {};
}

// Genesis, keys, clocks and withdrawals have their own ways.
Result<void> check_retractable(const std::string& kind) {
  constexpr std::array others = {Genesis::kind, Key::kind, Clock::kind, Withdrawal::kind};
  if (!has(others, kind)) return {};
  return Error{Errc::unsupported, fmt::format("a {} record is not retracted", kind)};
}

Result<std::vector<Digest>> parse_ids(const std::vector<std::string>& texts) {
  std::vector<Digest> ids;
  for (const std::string& text : texts) ids.push_back(TRY(parse_digest(text).within(text)));
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

// The text said: given, or read from a file.
Result<std::string> text_argument(Client& client, const Arguments& arguments) {
  if (arguments.has("text") == arguments.has("file")) {
    return Error{Errc::usage, "say it with --text, or give a file with --file"};
  }
  if (arguments.has("text")) return arguments.text("text");
  Bytes text = TRY(client.env().read_file(arguments.text("file"), limits::note_text_bytes_max));
  if (!is_utf8(text)) return Error{Errc::malformed, arguments.text("file") + ": not UTF-8"};
  return text;
}

Result<Note> note_argument(Client& client, const Arguments& arguments) {
  return Note{Salt::generate(client.env()), arguments.text("language", "en"),
              TRY(text_argument(client, arguments))};
}

Header unsigned_header(Client& client, const Admission& circle, const Body& body,
                       const Bytes& bytes, std::vector<Digest> refers) {
  Header header;
  header.circle = circle.circle();
  header.kind = kind_of(body);
  header.written = circle_now(client.env(), circle.genesis());
  header.body = {sha256(bytes), bytes.size(), BodyForm::open};
  header.refers = std::move(refers);
  return header;
}

// A draft of a joint record: a submission whose entry may still miss lines.
struct JointDraft {
  std::string text;
  Bytes lines;
  Bytes body;
  Header header;

  std::vector<std::string> signed_names() const {
    std::vector<std::string> names;
    for (const std::string& signer : header.signers) {
      if (lines.find(fmt::format("\xe2\x80\x94 {} ", signer)) != Bytes::npos)
        names.push_back(signer);
    }
    return names;
  }
};

Result<JointDraft> read_draft(Client& client, const Path& path) {
  const Bytes bytes =
      TRY(client.env().read_file(path, limits::entry_bytes_max + limits::json_body_bytes_max + 4));
  Submission submission = TRY(parse_submission(bytes).within(path.string()));
  const auto end = submission.entry.find("\n\n");
  if (end == Bytes::npos) return Error{Errc::malformed, path.string() + ": no draft of a record"};
  JointDraft draft{submission.entry.substr(0, end + 1),
                   submission.entry.substr(end + 2),
                   submission.body.value_or(""),
                   {}};
  draft.header = TRY(parse_header(draft.text).within(path.string()));
  return draft;
}

// Lines stand in the order of the signers, whoever signed first.
Bytes ordered_lines(const JointDraft& draft) {
  Bytes out;
  for (const std::string& signer : draft.header.signers) {
    std::string_view rest = draft.lines;
    while (const auto line = take_line(rest)) {
      if (line->starts_with(fmt::format("\xe2\x80\x94 {} ", signer))) out += Bytes(*line) + "\n";
    }
  }
  return out;
}

Result<Json> keep_draft(Client& client, const Path& path, const JointDraft& draft) {
  const Bytes entry = draft.text + "\n" + ordered_lines(draft);
  TRY(client.env().write_file(std::filesystem::absolute(path),
                              to_bytes(Submission{entry, draft.body})));
  Json::Array made;
  Json::Array missing;
  const auto names = draft.signed_names();
  for (const std::string& signer : draft.header.signers) {
    (has(names, signer) ? made : missing).push_back(signer);
  }
  return Json::Object{{"file", path.string()},
                      {"id", to_text(sha256(draft.text))},
                      {"text", draft.text},
                      {"signed", std::move(made)},
                      {"missing", std::move(missing)}};
}

}  // namespace

Result<Json> write_record(Client& client, const std::string& name, const Body& body,
                          std::vector<Digest> refers) {
  const Keyring keyring = TRY(client.keyring());
  TRY(check_not_root(client, name));
  Signer signer = TRY(keyring.signer(name));
  TRY(check_enrolled(client, signer.key().verifier()));
  if (signer.unreceipted()) {
    client.progress(fmt::format("handing in an earlier record of {} first", name));
    const auto earlier = hand_in(client, signer);
    if (!earlier.ok() && signer.unreceipted()) return earlier;
  }
  const Bytes bytes = to_bytes(body);
  TRY(parse_body(kind_of(body), bytes));
  const std::array names = {name};
  TRY(may_be_signed(client, names, kind_of(body), bytes));
  Header header = unsigned_header(client, *TRY(client.circle()), body, bytes, std::move(refers));
  header.seen = TRY(see(client));
  TRY(signer.sign(std::move(header), bytes));
  return hand_in(client, signer);
}

Result<Json> record_write(Client& client, const Arguments& arguments) {
  const Note note = TRY(note_argument(client, arguments));
  return write_record(client, arguments.text("as"), note, TRY(parse_ids(arguments.list("refers"))));
}

Result<const Organ*> organ_with(Client& client, const std::vector<std::string>& names) {
  for (const Organ& organ : TRY(client.circle())->genesis().organs) {
    const bool all = std::all_of(names.begin(), names.end(),
                                 [&](const std::string& name) { return has(organ.members, name); });
    if (all) return &organ;
  }
  return nullptr;
}

Result<Json> record_draft(Client& client, const Arguments& arguments) {
  const Note note = TRY(note_argument(client, arguments));
  const Admission& circle = *TRY(client.circle());
  JointDraft draft;
  draft.body = to_bytes(Body(note));
  TRY(parse_body(Note::kind, draft.body));
  draft.header =
      unsigned_header(client, circle, note, draft.body, TRY(parse_ids(arguments.list("refers"))));
  draft.header.author = arguments.text("organ");
  draft.header.signers = arguments.list("signers");
  draft.header.until = TRY(parse_civil_time(arguments.text("until")).within("until"));
  draft.header.seen = TRY(see(client));
  if (circle.genesis().organ(draft.header.author) == nullptr) {
    return Error{Errc::not_found, draft.header.author + " is no joint organ of this circle"};
  }
  draft.text = to_text(draft.header);
  TRY(parse_header(draft.text));
  return keep_draft(client, arguments.text("out"), draft);
}

Result<Json> record_sign(Client& client, const Arguments& arguments) {
  const Path path = arguments.text("draft");
  JointDraft draft = TRY(read_draft(client, path));
  const std::string name = arguments.text("as");
  const auto names = draft.signed_names();
  if (has(names, name)) {
    return Error{Errc::exists, name + " has signed this draft"};
  }
  if (draft.header.body.form == BodyForm::open) {
    TRY(check_body(draft.header.body, draft.body));
    const std::array signing = {name};
    TRY(may_be_signed(client, signing, draft.header.kind, draft.body));
  }
  const Keyring keyring = TRY(client.keyring());
  const Signer signer = TRY(keyring.signer(name));
  draft.lines += TRY(signer.sign_joint(draft.text));
  return keep_draft(client, path, draft);
}

Result<Json> record_submit(Client& client, const Arguments& arguments) {
  const Path path = arguments.text("draft");
  const Bytes bytes =
      TRY(client.env().read_file(path, limits::entry_bytes_max + limits::body_bytes_max + 4));
  const Submission submission = TRY(parse_submission(bytes).within(path.string()));
  Json answer = TRY(TRY(client.node())->submit(submission));
  TRY(check_receipt(client, submission.entry, answer));
  return answer;
}

Result<Json> retract(Client& client, const Arguments& arguments) {
  Retraction retraction;
  retraction.salt = Salt::generate(client.env());
  retraction.passage = arguments.text("passage");
  retraction.scope = retraction.passage.empty() ? RetractionScope::whole : RetractionScope::passage;
  retraction.reason = arguments.text("reason");
  const Json shown = TRY(client.ask(
      "record show", Json::Object{{"register", "joint"}, {"record", arguments.text("record")}}));
  const Digest target = TRY(parse_digest(TRY(text_in(shown, "id"))));
  const std::string author = TRY(text_in(shown, "author"));
  TRY(check_retractable(TRY(text_in(shown, "kind"))));
  const std::string name = arguments.text("as", author);
  if (party_of(name) != party_of(author)) {
    return Error{Errc::wrong_signers,
                 fmt::format("{} said it; only its party retracts it", author)};
  }
  if (!retraction.passage.empty()) {
    const std::string said = TRY(text_in(shown, "text"));
    const auto body = TRY(parse_body(TRY(text_in(shown, "kind")), said));
    const Note* note = std::get_if<Note>(&body);
    if (note == nullptr || note->text.find(retraction.passage) == std::string::npos) {
      return Error{Errc::not_found, "the passage does not stand in what was said"};
    }
  }
  return write_record(client, name, retraction, {target});
}

namespace {

Result<Json> hand_in_joint(Client& client, const JointDraft& draft) {
  const Submission submission{draft.text + "\n" + ordered_lines(draft), draft.body};
  Json answer = TRY(TRY(client.node())->submit(submission));
  TRY(check_receipt(client, submission.entry, answer));
  return answer;
}

// Hands it in if everybody has signed; else lodges it for the others to find.
Result<Json> hand_in_or_lodge(Client& client, const JointDraft& draft, const std::string& by,
                              const std::optional<Digest>& case_id) {
  const auto names = draft.signed_names();
  if (names.size() == draft.header.signers.size()) return hand_in_joint(client, draft);
  if (!case_id) return Error{Errc::incomplete, "not everybody has signed; use `record draft`"};
  const Draft lodged{Salt::generate(client.env()), *case_id, draft.text, ordered_lines(draft),
                     draft.body};
  client.progress(fmt::format("lodged as a draft until {}: {} of {} have signed",
                              to_text(*draft.header.until), names.size(),
                              draft.header.signers.size()));
  return write_record(client, by, lodged, {*case_id});
}

}  // namespace

Result<Json> write_joint(Client& client, const JointWriting& writing, const Body& body) {
  if (writing.at_hand.empty()) return Error{Errc::wrong_signers, "no signer's key is named"};
  const Admission& circle = *TRY(client.circle());
  JointDraft draft;
  draft.body = to_bytes(body);
  TRY(parse_body(kind_of(body), draft.body));
  TRY(may_be_signed(client, writing.at_hand, kind_of(body), draft.body));
  draft.header = unsigned_header(client, circle, body, draft.body, writing.refers);
  draft.header.author = writing.organ;
  draft.header.signers = writing.signers;
  CivilTime until = draft.header.written;
  until.utc.value += 3'600;
  if (!writing.until.empty()) until = TRY(parse_civil_time(writing.until).within("until"));
  if (until.utc <= draft.header.written.utc) {
    return Error{Errc::expired, "until: its last hour is past"};
  }
  draft.header.until = until;
  draft.header.seen = TRY(see(client));
  draft.text = to_text(draft.header);
  TRY(parse_header(draft.text));
  const Keyring keyring = TRY(client.keyring());
  for (const std::string& name : writing.at_hand) {
    const Signer signer = TRY(keyring.signer(name));
    draft.lines += TRY(signer.sign_joint(draft.text));
  }
  return hand_in_or_lodge(client, draft, writing.at_hand.front(), writing.case_id);
}

Result<Json> sign_lodged(Client& client, const Draft& lodged, const std::string& name) {
  JointDraft draft{lodged.draft, lodged.lines, lodged.body, {}};
  draft.header = TRY(parse_header(draft.text));
  TRY(check_body(draft.header.body, draft.body));
  const std::array signing = {name};
  TRY(may_be_signed(client, signing, draft.header.kind, draft.body));
  // A line in one's name that somebody else lodged does not shut one out.
  const std::string start = fmt::format("\xe2\x80\x94 {} ", name);
  std::string others;
  std::string_view rest = draft.lines;
  while (const auto line = take_line(rest)) {
    if (!line->starts_with(start)) others += std::string(*line) + "\n";
  }
  draft.lines = std::move(others);
  {
    const Keyring keyring = TRY(client.keyring());
    const Signer signer = TRY(keyring.signer(name));
    draft.lines += TRY(signer.sign_joint(draft.text));
  }
  return hand_in_or_lodge(client, draft, name, lodged.case_id);
}

Result<Json> withdraw(Client& client, const Arguments& arguments) {
  const Withdrawal withdrawal{Salt::generate(client.env()), arguments.text("reason")};
  return write_record(client, arguments.text("as"), withdrawal,
                      {TRY(parse_digest(arguments.text("draft")))});
}

}  // namespace armistice
