// SPDX-License-Identifier: Apache-2.0
// Who may author, in which circle, under which number; and entries that are no records.
#include "crypto/hash.h"
#include "vectors/scenario.h"

namespace armistice::vectors {
namespace {

using testing::key_of;
using testing::note;

Scenario good_chain() {
  Scenario s("good-chain", "two authors, a root and the secretary write; the clock is set");
  s.enrol("unc/delegation");
  s.enrol("kpa-cpv/delegation");
  s.says("unc/delegation", "We propose the 38th parallel.");
  s.says("kpa-cpv/delegation", "We note your proposal.");
  s.says("unc/delegation", "We thank you.");
  s.says("unc/root", "A root may say so, and is noticed by the view.");
  s.says("secretariat/clock", "The secretary may write, too.");
  s.acts(s.clock(8, everybody, 1'700'000'000));
  s.ends_with_clock(1'700'000'000, Mode::settled, 8);
  return s;
}

Scenario gaps_and_late_fills() {
  Scenario s("gaps-and-late-fills",
             "register.md §3: numbers may have gaps, and gaps are filled late");
  s.enrol("unc/delegation");
  Author& unc = s.author("unc/delegation");
  std::vector<Submission> said;
  for (int i = 1; i <= 6; ++i) said.push_back(unc.write(note(std::to_string(i))));
  s.admitted(said[2]);
  s.admitted(said[5]);
  s.admitted(said[0]);
  s.admitted(said[4]);
  s.refused(said[2], Errc::number_taken);
  s.admitted(said[1]);
  s.admitted(said[3]);
  s.admitted(unc.write_as(9'223'372'036'854'775'807, sha256("far"), note("the last number")));
  s.refused(unc.write_as(9'223'372'036'854'775'807, sha256("far"), note("again")),
            Errc::number_taken);
  return s;
}

Scenario forks_and_repeats() {
  Scenario s("forks-and-repeats",
             "register.md §3.6: no admitted record of this key has this number");
  s.enrol("unc/delegation");
  Author& unc = s.author("unc/delegation");
  const Submission first = unc.write(note("we accept"));
  const Submission other = unc.write_as(1, std::nullopt, note("we refuse"));
  s.admitted(first);
  s.refused(first, Errc::number_taken);
  s.refused(other, Errc::number_taken);
  s.admitted(unc.write_as(2, testing::id_of(other), note("a previous that contradicts")));
  s.refused(unc.write_as(2, testing::id_of(first), note("the fork of that")), Errc::number_taken);
  return s;
}

// What is void takes no number.
Scenario void_takes_no_number() {
  Scenario s("void-takes-no-number", "register.md §3: a void entry has no effect");
  Author& unc = s.author("unc/delegation");
  const Submission said = unc.write(note("too early"));
  s.refused(said, Errc::unknown_key);
  s.enrol("unc/delegation");
  Bytes forged = said.entry;
  const std::size_t at = forged.size() - 40;
  forged[at] = forged[at] == 'A' ? 'B' : 'A';
  s.refused(forged, Errc::bad_signature);
  s.admitted(said);
  s.refused(forged, Errc::bad_signature);  // before its number is looked at
  return s;
}

Scenario keys_have_chains() {
  Scenario s("each-key-has-its-chain", "record.md §2: chains belong to keys, not to names");
  s.enrol("unc/delegation");
  const NamedKey second{"unc/delegation", KeyType::ed25519, SecretKey::from_seed(Bytes(32, '\7'))};
  const auto index = s.acts(s.root("unc").write(testing::enrolment(second.verifier())));
  s.ends_with_key(second.verifier(), index, index + 1);
  s.says("unc/delegation", "from the first device");
  Header header = parse_record(s.says("unc/delegation", "again").entry)->header;
  header.number = 1;
  header.previous.reset();
  header.key = second.verifier().id();
  const std::string text = to_text(header);
  s.admitted({join_entry(text, std::array{sign_text(second, text)}), std::nullopt});
  return s;
}

Scenario unknown_keys() {
  Scenario s("unknown-keys", "register.md §3.4: the key is enrolled with role author or root");
  s.enrol("unc/delegation");
  s.refused(s.author("unc/stranger").write(note("never enrolled")), Errc::unknown_key);
  s.refused(s.author("sweden/delegation").write(note("of a neutral")), Errc::unknown_key);
  // The name of one key with the id of another.
  Header header = parse_record(s.author("unc/delegation").write_as(1, {}, note("x")).entry)->header;
  const auto signed_by = [&](const std::string& author, const NamedKey& key) {
    Header out = header;
    out.author = author;
    out.key = key.verifier().id();
    const std::string text = to_text(out);
    const Bytes line = signature_line(author, key.verifier().id(), key.secret.sign(text).view());
    return Submission{join_entry(text, std::array{line}), std::nullopt};
  };
  s.refused(signed_by("unc/other", key_of("unc/delegation")), Errc::unknown_key);
  s.refused(signed_by("kpa-cpv/root", key_of("unc/root")), Errc::unknown_key);
  s.refused(signed_by("unc/cosigner", key_of("unc/cosigner", KeyType::cosignature)),
            Errc::unknown_key);
  s.refused(signed_by(s.genesis().origin, key_of(s.genesis().origin)), Errc::unknown_key);
  s.admitted(signed_by("unc/delegation", key_of("unc/delegation")));
  return s;
}

Scenario wrong_circles() {
  Scenario s("wrong-circles",
             "register.md §3.2 and 3: the circle is the circle, genesis is record 0");
  s.enrol("unc/delegation");
  s.refused(Author("unc/delegation", sha256("another circle")).write(note("of another register")),
            Errc::wrong_circle);
  s.refused(testing::sign_genesis(s.genesis()), Errc::wrong_circle);
  Genesis other = s.genesis();
  other.salt.bytes[0] ^= 1;
  s.refused(testing::sign_genesis(other), Errc::wrong_circle);
  s.refused(Author("unc/stranger", sha256("another circle")).write(note("by a stranger, too")),
            Errc::wrong_circle);
  s.says("unc/delegation", "of this one");
  return s;
}

Scenario bad_signatures() {
  Scenario s("bad-signatures", "register.md §3.5: every line verifies by the strict rule");
  s.enrol("unc/delegation");
  const NamedKey key = key_of("unc/delegation");
  const KeyId id = key.verifier().id();
  const std::string text(
      parse_record(s.author("unc/delegation").write_as(1, {}, note("said")).entry)->text());
  const auto with = [&](ByteView signature) {
    return join_entry(text, std::array{signature_line(key.name, id, signature)});
  };
  const Bytes good(key.secret.sign(text).view());
  s.refused(with(key.secret.sign("another text").view()), Errc::bad_signature);
  s.refused(with(key_of("unc/other").secret.sign(text).view()), Errc::bad_signature);
  s.refused(with(Bytes(64, '\0')), Errc::bad_signature);
  s.refused(with(Bytes(1, '\1') + Bytes(63, '\0')), Errc::bad_signature);  // R of small order
  // S and the group order: the same point, another spelling.
  Bytes larger = good;
  const std::string order =
      "\xed\xd3\xf5\x5c\x1a\x63\x12\x58\xd6\x9c\xf7\xa2\xde\xf9\xde\x14" + Bytes(15, '\0') + "\x10";
  unsigned carry = 0;
  for (std::size_t i = 0; i < 32; ++i) {
    carry += static_cast<std::uint8_t>(larger[32 + i]) + static_cast<std::uint8_t>(order[i]);
    larger[32 + i] = static_cast<char>(carry & 0xff);
    carry >>= 8;
  }
  s.refused(with(larger), Errc::bad_signature);
  s.admitted({with(good), std::nullopt});
  return s;
}

Scenario no_records() {
  Scenario s("entries-that-are-no-records", "register.md §3.1: an entry parses, or is void");
  s.enrol("unc/delegation");
  const Bytes good = s.says("unc/delegation", "good").entry;
  const std::string text(parse_record(good)->text());
  const auto with = [&](std::string_view old_text, std::string_view new_text) {
    std::string bent = text;
    bent.replace(bent.find(old_text), old_text.size(), new_text);
    return join_entry(bent, std::array{sign_text(key_of("unc/delegation"), bent)});
  };
  s.refused("", Errc::malformed);
  s.refused("nothing of the kind", Errc::malformed);
  s.refused(Bytes("\0\xff", 2), Errc::malformed);
  s.refused(with("number 1", "number 01"), Errc::malformed);
  s.refused(with("number 1", "number 9223372036854775808"), Errc::out_of_range);
  s.refused(with("record/v1", "record/v2"), Errc::unsupported);
  s.refused(join_entry(text, std::array{sign_text(key_of("unc/root"), text)}), Errc::wrong_signers);
  s.refused(join_entry("armistice/record/v1\n" + Bytes(20'000, 'a') + "\n",
                       std::array{sign_text(key_of("unc/root"), text)}),
            Errc::too_large);
  s.says("unc/delegation", "and on it goes");
  return s;
}

// Admission looks at lines, roster, chain and clock, never at what a record says.
Scenario content_never_matters() {
  Scenario s("content-never-matters", "register.md §3: never at what a record says");
  s.enrol("unc/delegation");
  Author& unc = s.author("unc/delegation");
  const auto put = [&](const std::string& kind, std::uint64_t number, BodyForm form) {
    Header header;
    header.kind = kind;
    header.number = number;
    if (number > 1) header.previous = sha256("whatever");
    header.body = {sha256("no JSON"), 7, form};
    s.admitted({unc.sign_as_is(header, "no JSON").entry, std::nullopt});
  };
  put("note/1", 1, BodyForm::open);
  put("note/1", 2, BodyForm::sealed);
  put("ballot/7", 3, BodyForm::open);
  put("retraction/1", 4, BodyForm::open);
  unc.seen = {TreeSize{1'000'000}, sha256("a head that is not there")};
  s.admitted(unc.write_as(5, sha256("another 4"), note("seen never matters")));
  return s;
}

// No node takes such a record in; where one stands all the same, every reader judges it alike.
Scenario own_kinds_judged_alike() {
  Scenario s("own-kinds-judged-alike", "register.md §3: no record is judged by its kind");
  s.enrol("unc/delegation");
  Author& unc = s.author("unc/delegation");
  std::uint64_t number = 0;
  for (const char* kind : {"instruction-request/1", "instruction/1", "ladder/1", "release/1",
                           "guidance/1", "press-item/1", "deadline/1", "linkage/1"}) {
    Header header;
    header.kind = kind;
    header.number = ++number;
    if (number > 1) header.previous = sha256("whatever");
    header.body = {sha256("no JSON"), 7, BodyForm::open};
    s.admitted({unc.sign_as_is(header, "no JSON").entry, std::nullopt});
  }
  return s;
}

// One side alone: its one cosigner is every side, so that its heads are settled.
Scenario own_register() {
  Scenario s("own-register", "kinds/genesis.md: one side alone", testing::own_genesis());
  s.enrol("kpa-cpv/delegation");
  s.acts(s.clock(2, {"kpa-cpv"}, 1'000));
  s.says("kpa-cpv/delegation", "to nobody else");
  s.inert(s.clock(2, {"kpa-cpv"}, 2'000));
  s.acts(s.clock(4, {"kpa-cpv"}, 3'000));
  s.ends_with_clock(3'000, Mode::settled, 4);
  return s;
}

}  // namespace

std::vector<Scenario> chain_scenarios() {
  std::vector<Scenario> all;
  for (const auto make : {good_chain, gaps_and_late_fills, forks_and_repeats, void_takes_no_number,
                          keys_have_chains, unknown_keys, wrong_circles, bad_signatures, no_records,
                          content_never_matters, own_kinds_judged_alike, own_register}) {
    all.push_back(make());
  }
  return all;
}

}  // namespace armistice::vectors
