// SPDX-License-Identifier: Apache-2.0
#include "crypto/hash.h"
#include "support/circle.h"
#include "vectors/kind_table.h"

namespace armistice::vectors {

std::string& FieldTexts::at(const std::string& key) {
  for (auto& [name, value] : fields) {
    if (name == key) return value;
  }
  ASSERT(false);
}

FieldTexts FieldTexts::with(const std::string& key, const std::string& json) const {
  FieldTexts out = *this;
  out.at(key) = json;
  return out;
}

FieldTexts FieldTexts::without(const std::string& key) const {
  FieldTexts out = *this;
  std::erase_if(out.fields, [&](const auto& field) { return field.first == key; });
  ASSERT(out.fields.size() + 1 == fields.size());
  return out;
}

FieldTexts FieldTexts::and_then(const std::string& key, const std::string& json) const {
  FieldTexts out = *this;
  out.fields.emplace_back(key, json);
  return out;
}

std::string FieldTexts::text() const {
  std::string out = "{";
  for (const auto& [key, value] : fields) {
    out += fmt::format("{}\"{}\":{}", out.size() > 1 ? "," : "", key, value);
  }
  return out + "}";
}

std::string in_quotes(std::string_view text) { return fmt::format("\"{}\"", text); }

std::string list_of(const std::vector<std::string>& items) {
  return fmt::format("[{}]", fmt::join(items, ","));
}

namespace {

std::vector<Case> note_cases() {
  Table table("note/1");
  const FieldTexts base{
      {{"salt", salt}, {"language", in_quotes("en")}, {"text", in_quotes("We agree.")}}};
  table.ok("good", "free text", base);
  table.ok("three-letters", "[a-z]{2,3}", base.with("language", in_quotes("kor")));
  table.ok("fields-turned", "the others in any order",
           FieldTexts{{base.fields[0], base.fields[2], base.fields[1]}});
  table.ok("escapes", "strings compare by their bytes", base.with("text", R"("\ud55c\u0001\n")"));
  table.closed(base);
  table.bad("language-one-letter", "[a-z]{2,3}", base.with("language", in_quotes("e")));
  table.bad("language-four-letters", "[a-z]{2,3}", base.with("language", in_quotes("engl")));
  table.bad("language-capital", "[a-z]{2,3}", base.with("language", in_quotes("EN")));
  table.bad("language-empty", "[a-z]{2,3}", base.with("language", in_quotes("")));
  table.bad("text-empty", "1 byte at least", base.with("text", in_quotes("")));
  table.bad("text-list", "a text", base.with("text", "[\"We agree.\"]"));
  return table.cases;
}

std::vector<Case> retraction_cases() {
  Table table("retraction/1");
  const FieldTexts base{{{"salt", salt},
                         {"scope", in_quotes("whole")},
                         {"passage", in_quotes("")},
                         {"reason", in_quotes("an error")}}};
  const FieldTexts passage =
      base.with("scope", in_quotes("passage")).with("passage", in_quotes("the bridge"));
  table.ok("good", "whole", base);
  table.ok("passage", "a passage", passage);
  table.ok("reason-empty", "0 bytes at least", base.with("reason", in_quotes("")));
  table.ok("reason-16384-bytes", "16,384 bytes at most",
           base.with("reason", in_quotes(std::string(16'384, 'x'))));
  table.ok("passage-16384-bytes", "16,384 bytes at most",
           passage.with("passage", in_quotes(std::string(16'384, 'x'))));
  table.closed(base);
  table.bad("scope-other", "whole or passage", base.with("scope", in_quotes("part")));
  table.bad("whole-with-passage", "empty when whole",
            base.with("passage", in_quotes("the bridge")));
  table.bad("passage-empty", "the words taken back", passage.with("passage", in_quotes("")));
  table.bad("reason-16385-bytes", "16,384 bytes at most",
            base.with("reason", in_quotes(std::string(16'385, 'x'))), large);
  table.bad("reason-16385-bytes-of-two", "bytes, not characters",
            base.with("reason", in_quotes(std::string(16'383, 'x') + "\xc3\xa9")), large);
  table.bad("passage-16385-bytes", "16,384 bytes at most",
            passage.with("passage", in_quotes(std::string(16'385, 'x'))), large);
  return table.cases;
}

std::vector<Case> withdrawal_and_clock_cases() {
  Table withdrawal("withdrawal/1");
  const FieldTexts base{{{"salt", salt}, {"reason", in_quotes("second thoughts")}}};
  withdrawal.ok("good", "a reason", base);
  withdrawal.ok("reason-empty", "0 bytes at least", base.with("reason", in_quotes("")));
  withdrawal.closed(base);
  withdrawal.bad("reason-16385-bytes", "16,384 bytes at most",
                 base.with("reason", in_quotes(std::string(16'385, 'x'))), large);
  Table clock("clock/1");
  const FieldTexts head{{{"salt", salt}, {"checkpoint", in_quotes("any text")}}};
  clock.ok("good", "any text: whether it counts is judged elsewhere", head);
  clock.ok("checkpoint-16384-bytes", "16,384 bytes at most",
           head.with("checkpoint", in_quotes(std::string(16'384, 'x'))));
  clock.closed(head);
  clock.bad("checkpoint-16385-bytes", "16,384 bytes at most",
            head.with("checkpoint", in_quotes(std::string(16'385, 'x'))), large);
  std::vector<Case> all = withdrawal.cases;
  all.insert(all.end(), clock.cases.begin(), clock.cases.end());
  return all;
}

FieldTexts enrol_fields() {
  return {{{"salt", salt},
           {"action", in_quotes("enrol")},
           {"role", in_quotes("author")},
           {"vkey", in_quotes(to_text(testing::key_of("unc/delegation").verifier()))},
           {"next", in_quotes(to_text(sha256("next")))},
           {"replaces", in_quotes("")},
           {"last_number", "0"},
           {"last_id", in_quotes("")},
           {"stolen_since", in_quotes("")}}};
}

void good_key_cases(Table& table) {
  const FieldTexts enrol = enrol_fields();
  const std::string id = in_quotes(to_text(sha256("last record")));
  const FieldTexts rotate = enrol.with("action", in_quotes("rotate"))
                                .with("replaces", in_quotes("unc/delegation+9d4a07c1"));
  const FieldTexts revoke = enrol.with("action", in_quotes("revoke")).with("next", in_quotes(""));
  table.ok("enrol", "a key enrolled", enrol);
  table.ok("enrol-role-cosigner", "author, cosigner, log or root",
           enrol.with("role", in_quotes("cosigner")));
  table.ok("rotate", "a key that replaces another",
           rotate.with("last_number", "214").with("last_id", id));
  table.ok("rotate-unused-key", "a chain that has not begun", rotate);
  table.ok("revoke", "a key revoked", revoke.with("last_number", "214").with("last_id", id));
  table.ok("revoke-stolen", "the time of a claimed theft",
           revoke.with("stolen_since", in_quotes("1953-06-18T02:00:00+09:00")));
  table.bad("rotate-without-replaces", "the key that a rotation replaces",
            rotate.with("replaces", in_quotes("")));
  table.bad("rotate-without-next", "empty when revoking alone", rotate.with("next", in_quotes("")));
  table.bad("rotate-number-without-id", "its record's id", rotate.with("last_number", "214"));
  table.bad("rotate-id-without-number", "its record's id", rotate.with("last_id", id));
  table.bad("rotate-stolen", "of a revocation alone",
            rotate.with("stolen_since", in_quotes("1953-06-18T02:00:00+09:00")));
  table.bad("rotate-last-number-negative", "from 0", rotate.with("last_number", "-1"), range);
  table.bad("revoke-with-next", "empty when revoking",
            revoke.with("next", in_quotes(to_text(sha256("next")))));
  table.bad("revoke-with-replaces", "of a rotation alone",
            revoke.with("replaces", in_quotes("unc/delegation+9d4a07c1")));
  table.bad("revoke-no-such-date", "a time",
            revoke.with("stolen_since", in_quotes("1953-06-31T02:00:00+09:00")), range);
  table.bad("revoke-date-alone", "a time", revoke.with("stolen_since", in_quotes("1953-06-18")));
}

std::vector<Case> key_cases() {
  Table table("key/1");
  const FieldTexts enrol = enrol_fields();
  good_key_cases(table);
  table.closed(enrol);
  table.bad("action-other", "enrol, rotate or revoke", enrol.with("action", in_quotes("add")));
  table.bad("role-other", "author, cosigner, log or root",
            enrol.with("role", in_quotes("witness")));
  table.bad("vkey-malformed", "a vkey", enrol.with("vkey", in_quotes("unc/delegation")));
  table.bad(
      "vkey-of-small-order", "record.md §5",
      enrol.with("vkey", in_quotes(to_text(VerifierKey{"unc/delegation", KeyType::ed25519, {}}))),
      Errc::bad_signature);
  table.bad("next-no-digest", "a digest", enrol.with("next", in_quotes("none")));
  table.bad("next-empty", "empty when revoking alone", enrol.with("next", in_quotes("")));
  table.bad("enrol-with-replaces", "of a rotation alone",
            enrol.with("replaces", in_quotes("unc/delegation+9d4a07c1")));
  table.bad("replaces-without-id", "name+hhhhhhhh",
            enrol.with("replaces", in_quotes("unc/delegation")));
  table.bad("replaces-capital-id", "name+hhhhhhhh",
            enrol.with("replaces", in_quotes("unc/delegation+9D4A07C1")));
  table.bad("enrol-with-last-number", "0 when enrolling", enrol.with("last_number", "1"));
  table.bad("enrol-with-last-id", "empty when enrolling",
            enrol.with("last_id", in_quotes(to_text(sha256("last")))));
  table.bad("enrol-stolen", "of a revocation alone",
            enrol.with("stolen_since", in_quotes("1953-06-18T02:00:00+09:00")));
  table.bad("last-number-text", "an integer", enrol.with("last_number", in_quotes("0")));
  return table.cases;
}

}  // namespace

VectorFiles kinds_vectors() {
  std::vector<Case> all = genesis_body_cases();
  for (const auto table :
       {note_cases, retraction_cases, withdrawal_and_clock_cases, key_cases, ground_kind_cases,
        step_kind_cases, ruling_kind_cases, ledger_kind_cases, body_kind_cases, zone_kind_cases,
        supervision_kind_cases, conference_kind_cases, own_kind_cases}) {
    for (Case& one : table()) all.push_back(std::move(one));
  }
  Table unknown("note/2");
  unknown.bad("of-another-version", "kinds/README.md: a kind without a reader here",
              FieldTexts{{{"salt", salt}}}, Errc::unsupported);
  for (Case& one : unknown.cases) all.push_back(std::move(one));
  return to_files("kinds", all);
}

}  // namespace armistice::vectors
