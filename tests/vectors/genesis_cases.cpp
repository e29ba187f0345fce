// SPDX-License-Identifier: Apache-2.0
#include "crypto/hash.h"
#include "support/circle.h"
#include "vectors/fields.h"

namespace armistice::vectors {
namespace {

using testing::key_of;

constexpr Errc form = Errc::malformed;
constexpr Errc range = Errc::out_of_range;

std::string vkey(const std::string& name, KeyType type = KeyType::ed25519) {
  return in_quotes(to_text(key_of(name, type).verifier()));
}

std::string digest(std::string_view word) { return in_quotes(to_text(sha256(word))); }

std::vector<std::string> party_texts() {
  std::vector<std::string> parties;
  for (const char* side : {"unc", "kpa-cpv"}) parties.push_back(party_fields(side, "sides").text());
  for (const char* neutral : {"sweden", "switzerland", "poland", "czechoslovakia"}) {
    parties.push_back(party_fields(neutral, "neutrals").text());
  }
  return parties;
}

// Genesis with one of its parties in another form.
FieldTexts with_first_party(const FieldTexts& party) {
  std::vector<std::string> parties = party_texts();
  parties[0] = party.text();
  return genesis_fields().with("parties", list_of(parties));
}

FieldTexts with_parties(const std::vector<std::pair<std::string, std::string>>& parties,
                        const std::string& quorum) {
  std::vector<std::string> texts;
  for (const auto& [name, group] : parties) texts.push_back(party_fields(name, group).text());
  return genesis_fields().with("parties", list_of(texts)).with("neutrals_quorum", quorum);
}

class Table {
 public:
  void ok(const std::string& name, const std::string& why, const FieldTexts& body) {
    add(name, why, std::nullopt, body);
  }
  void bad(const std::string& name, const std::string& why, const FieldTexts& body,
           Errc error = form) {
    add(name, why, error, body);
  }
  std::vector<Case> cases;

 private:
  void add(const std::string& name, const std::string& why, std::optional<Errc> error,
           const FieldTexts& body) {
    cases.push_back({"genesis-" + name,
                     "kinds/genesis.md: " + why,
                     error,
                     body.text(),
                     {{"kind", "genesis/1"}}});
  }
};

void field_cases(Table& table) {
  const FieldTexts base = genesis_fields();
  table.ok("good", "an exercise of two sides and four neutrals", base);
  table.ok("live", "live, without an offset",
           base.with("conduct", in_quotes("live")).with("scenario_offset_s", "0"));
  table.ok("no-organs", "organs may be none", base.with("organs", "[]"));
  table.ok("offset-forward", "an offset of either sign", base.with("scenario_offset_s", "86400"));
  for (const auto& [key, value] : base.fields) {
    table.bad("without-" + key, "all fields", base.without(key));
  }
  table.bad("one-field-more", "no other field", base.and_then("comment", in_quotes("x")));
  table.bad("salt-second", "salt first",
            base.without("salt").and_then("salt", base.fields[0].second));
  table.bad("salt-short", "32 digits", base.with("salt", in_quotes(std::string(31, 'a'))));
  table.bad("salt-capital", "lower case", base.with("salt", in_quotes(std::string(32, 'A'))));
  table.bad("salt-integer", "a text", base.with("salt", "0"));
  table.bad("conduct-other", "exercise or live", base.with("conduct", in_quotes("drill")));
  table.bad("live-with-offset", "0 when live", base.with("conduct", in_quotes("live")), range);
  table.bad("offset-text", "an integer", base.with("scenario_offset_s", in_quotes("0")));
  table.bad("offset-fraction", "an integer", base.with("scenario_offset_s", "0.5"), range);
  table.bad("origin-capital", "[a-z0-9/.-]{1,64}", base.with("origin", in_quotes("Register")));
  for (const std::string prefix : {"armistice/", "cosignature/"}) {
    const std::string origin = prefix + "joint";
    table.bad("origin-" + prefix.substr(0, prefix.size() - 1), "origins that are never used",
              base.with("origin", in_quotes(origin)).with("log", vkey(origin)));
  }
  table.bad("log-of-another-name", "the log's name is the origin",
            base.with("log", vkey("register.other.example/joint")));
  table.bad("log-of-another-type", "type 0x01",
            base.with("log", vkey("register.armistice.example/joint", KeyType::cosignature)),
            Errc::unsupported);
  table.bad("secretary-of-another-type", "type 0x01",
            base.with("secretary", vkey("secretariat/clock", KeyType::cosignature)),
            Errc::unsupported);
  table.bad("secretary-of-small-order", "record.md §5",
            base.with("secretary",
                      in_quotes(to_text(VerifierKey{"secretariat/clock", KeyType::ed25519, {}}))),
            Errc::bad_signature);
  table.bad("agreement-not-a-digest", "a digest", base.with("agreement", in_quotes("korea-1953")));
  table.bad("spec-empty", "a digest", base.with("spec", in_quotes("")));
}

void party_cases(Table& table) {
  const FieldTexts unc = party_fields("unc", "sides");
  for (const auto& [key, value] : unc.fields) {
    table.bad("party-without-" + key, "all fields", with_first_party(unc.without(key)));
  }
  table.bad("party-one-field-more", "no other field",
            with_first_party(unc.and_then("capital", in_quotes("x"))));
  table.bad("party-name-of-two-segments", "one segment",
            with_first_party(unc.with("name", in_quotes("unc/x"))));
  table.bad("party-group-other", "sides or neutrals",
            with_first_party(unc.with("group", in_quotes("side"))));
  table.bad("party-root-of-another-party", "named below the party",
            with_first_party(unc.with("root", vkey("kpa-cpv/second"))));
  table.bad("party-root-named-as-the-party", "named below the party",
            with_first_party(unc.with("root", vkey("unc"))));
  table.bad("party-root-without-second-segment", "named below the party",
            with_first_party(unc.with("root", vkey("unc/"))));
  table.bad("party-root-of-a-longer-party", "named below the party",
            with_first_party(unc.with("root", vkey("uncle/root"))));
  table.bad("party-root-of-another-type", "type 0x01",
            with_first_party(unc.with("root", vkey("unc/root", KeyType::cosignature))),
            Errc::unsupported);
  table.bad("party-cosigner-of-another-type", "type 0x04",
            with_first_party(unc.with("cosigner", vkey("unc/cosigner"))), Errc::unsupported);
  table.bad("party-root-next-empty", "a digest",
            with_first_party(unc.with("root_next", in_quotes(""))));
  table.ok("party-own-register", "the vkey of a log",
           with_first_party(unc.with("own_register", vkey("register.unc.example/own"))));
  table.bad("party-own-register-of-another-type", "type 0x01",
            with_first_party(
                unc.with("own_register", vkey("register.unc.example/own", KeyType::cosignature))),
            Errc::unsupported);
  table.bad("party-own-register-no-key", "a vkey or empty",
            with_first_party(unc.with("own_register", in_quotes("register.unc.example/own"))));
  const std::string root_key = to_text(
      VerifierKey{"register.unc.example/own", KeyType::ed25519, key_of("unc/root").verifier().key});
  table.bad("party-own-register-under-a-root-key", "one key has one role",
            with_first_party(unc.with("own_register", in_quotes(root_key))), Errc::exists);
}

void circle_cases(Table& table) {
  using Parties = std::vector<std::pair<std::string, std::string>>;
  const Parties sides = {{"unc", "sides"}, {"kpa-cpv", "sides"}};
  Parties many = sides;
  while (many.size() < 15) many.emplace_back(fmt::format("observer-{}", many.size()), "neutrals");
  table.ok("two-parties", "2 parties at least, and no neutrals", with_parties(sides, "0"));
  table.ok("three-sides", "at least two sides",
           with_parties({{"unc", "sides"}, {"kpa", "sides"}, {"cpv", "sides"}}, "0"));
  table.ok("fifteen-parties", "15 parties at most", with_parties(many, "13"));
  many.emplace_back("observer-15", "neutrals");
  table.bad("sixteen-parties", "15 parties at most", with_parties(many, "13"), range);
  table.bad("no-parties", "one party at least", with_parties({}, "0"), range);
  table.ok("one-side-alone", "one side and nobody else: its own register",
           with_parties({{"unc", "sides"}}, "0"));
  table.bad("one-neutral-alone", "two sides, or one alone",
            with_parties({{"sweden", "neutrals"}}, "1"), range);
  table.bad("one-side", "at least two sides",
            with_parties({{"unc", "sides"}, {"sweden", "neutrals"}}, "1"), range);
  table.bad("quorum-0-of-4", "0 only if there are no neutrals",
            genesis_fields().with("neutrals_quorum", "0"), range);
  table.bad("quorum-5-of-4", "at most their number", genesis_fields().with("neutrals_quorum", "5"),
            range);
  table.bad("quorum-1-of-0", "at most their number", with_parties(sides, "1"), range);
  table.bad("quorum-negative", "0 at least", genesis_fields().with("neutrals_quorum", "-1"), range);
  std::vector<std::string> twice = party_texts();
  twice.push_back(twice[2]);
  table.bad("party-twice", "all names differ", genesis_fields().with("parties", list_of(twice)),
            Errc::exists);
  FieldTexts other = party_fields("finland", "neutrals");
  other.at("root") = in_quotes(
      to_text(VerifierKey{"finland/root", KeyType::ed25519, key_of("unc/root").verifier().key}));
  std::vector<std::string> shared = party_texts();
  shared.push_back(other.text());
  table.bad("key-twice", "all public keys differ",
            genesis_fields().with("parties", list_of(shared)), Errc::exists);
  table.bad(
      "root-and-cosigner-of-one-name", "all names differ",
      with_first_party(
          party_fields("unc", "sides").with("cosigner", vkey("unc/root", KeyType::cosignature))),
      Errc::exists);
  table.bad("secretary-below-a-party", "a joint name is no party's",
            genesis_fields().with("secretary", vkey("unc/clock")));
  table.bad("log-below-a-party", "a joint name is no party's",
            genesis_fields().with("origin", in_quotes("unc/log")).with("log", vkey("unc/log")));
}

void organ_cases(Table& table) {
  const FieldTexts base = genesis_fields();
  const auto organ = [](const std::string& name, const std::vector<std::string>& members) {
    std::vector<std::string> texts;
    for (const std::string& member : members) texts.push_back(in_quotes(member));
    return "{\"name\":" + in_quotes(name) + ",\"members\":" + list_of(texts) + "}";
  };
  const auto with_organs = [&](const std::vector<std::string>& organs) {
    return base.with("organs", list_of(organs));
  };
  std::vector<std::string> many;
  for (int i = 0; i < 16; ++i) many.push_back(fmt::format("unc/{}", i));
  const std::string why = "an organ has 2 to 16 members, no name twice";
  table.ok("organ-of-16", why, with_organs({organ("joint/mac", many)}));
  many.push_back("unc/16");
  table.bad("organ-of-17", why, with_organs({organ("joint/mac", many)}), range);
  table.bad("organ-of-1", why, with_organs({organ("joint/mac", {"unc/senior-member"})}), range);
  table.bad("organ-member-twice", why, with_organs({organ("joint/mac", {"unc/a", "unc/a"})}),
            Errc::exists);
  table.bad("organ-member-capital", "a member is a name",
            with_organs({organ("joint/mac", {"unc/a", "UNC/b"})}));
  table.bad(
      "organ-twice", "all names differ",
      with_organs({organ("joint/mac", {"unc/a", "unc/b"}), organ("joint/mac", {"unc/a", "unc/b"})}),
      Errc::exists);
  table.bad("organ-named-as-the-secretary", "all names differ",
            with_organs({organ("secretariat/clock", {"unc/a", "unc/b"})}), Errc::exists);
  table.bad("organ-below-a-party", "a joint name is no party's",
            with_organs({organ("unc/mac", {"unc/a", "unc/b"})}));
  table.bad("organ-named-as-a-party", "a joint name is no party's",
            with_organs({organ("unc", {"unc/a", "unc/b"})}));
  table.bad("organ-not-an-object", "objects", with_organs({in_quotes("joint/mac")}));
  const auto with_offsets = [&](const std::vector<std::string>& offsets) {
    std::vector<std::string> texts;
    for (const std::string& offset : offsets) texts.push_back(in_quotes(offset));
    return base.with("civil_offsets", list_of(texts));
  };
  table.ok("civil-offsets-16", "1 to 16 offsets",
           with_offsets(std::vector<std::string>(16, "+09:00")));
  table.bad("civil-offsets-17", "1 to 16 offsets",
            with_offsets(std::vector<std::string>(17, "+09:00")), range);
  table.bad("civil-offsets-none", "1 to 16 offsets", with_offsets({}), range);
  table.bad("civil-offset-zone", "an offset", with_offsets({"Asia/Seoul"}));
  table.bad("civil-offset-minus-zero", "offset zero is +00:00", with_offsets({"-00:00"}));
  table.bad("civil-offset-too-far", "within 14:00", with_offsets({"+14:30"}), range);
}

}  // namespace

FieldTexts party_fields(const std::string& name, const std::string& group) {
  return {{{"name", in_quotes(name)},
           {"group", in_quotes(group)},
           {"root", vkey(name + "/root")},
           {"root_next", digest(name + "/root next")},
           {"cosigner", vkey(name + "/cosigner", KeyType::cosignature)},
           {"cosigner_next", digest(name + "/cosigner next")},
           {"own_register", in_quotes("")}}};
}

FieldTexts genesis_fields() {
  return {{{"salt", in_quotes("00112233445566778899aabbccddeeff")},
           {"conduct", in_quotes("exercise")},
           {"scenario_offset_s", "-2316000000"},
           {"origin", in_quotes("register.armistice.example/joint")},
           {"log", vkey("register.armistice.example/joint")},
           {"secretary", vkey("secretariat/clock")},
           {"parties", list_of(party_texts())},
           {"neutrals_quorum", "3"},
           {"organs",
            R"([{"name":"joint/mac","members":["unc/senior-member","kpa-cpv/senior-member"]}])"},
           {"civil_offsets", list_of({in_quotes("+09:00"), in_quotes("+08:30")})},
           {"agreement", digest("agreement")},
           {"spec", digest("spec")}}};
}

std::vector<Case> genesis_body_cases() {
  Table table;
  field_cases(table);
  party_cases(table);
  circle_cases(table);
  organ_cases(table);
  return table.cases;
}

}  // namespace armistice::vectors
