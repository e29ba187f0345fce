// SPDX-License-Identifier: Apache-2.0
// Key records: which act, which are inert, and from when on a key may author.
#include "crypto/hash.h"
#include "vectors/scenario.h"

namespace armistice::vectors {
namespace {

using testing::enrolment;
using testing::key_of;
using testing::note;

Key enrolment_of_name(const std::string& name) { return enrolment(key_of(name).verifier()); }

// A key record of this form and these bytes, by the root of unc.
Submission key_record(Scenario& s, const Bytes& body, BodyForm form, std::uint64_t number) {
  Header header;
  header.kind = Key::kind;
  header.number = number;
  if (number > 1) header.previous = sha256("whatever");
  header.body = {sha256(body), body.size(), form};
  return s.root("unc").sign_as_is(header, body);
}

Scenario from_the_next_index() {
  Scenario s("key-from-the-next-index", "kinds/key.md: the key may author from the next index on");
  const Submission said = s.author("unc/delegation").write(note("hello"));
  s.refused(said, Errc::unknown_key);
  s.enrol("unc/delegation");
  s.admitted(said);
  s.refused(said, Errc::number_taken);
  return s;
}

Scenario by_others() {
  Scenario s("key-not-by-its-root", "kinds/key.md: by the party's root alone, below its party");
  s.enrol("unc/delegation");
  s.inert(s.author("unc/delegation").write(enrolment_of_name("unc/second")));
  s.inert(s.secretary().write(enrolment_of_name("secretariat/second")));
  for (const char* name : {"kpa-cpv/delegation", "unc", "unc/", "uncle/delegation", "joint/mac"}) {
    s.inert(s.root("unc").write(enrolment_of_name(name)));
    s.refused(Author(name, s.circle()).write(note("hello")), Errc::unknown_key);
  }
  s.inert(s.root("sweden").write(enrolment_of_name("unc/second")));
  s.refused(s.author("unc/second").write(note("hello")), Errc::unknown_key);
  return s;
}

Scenario known_keys() {
  Scenario s("key-known-already", "kinds/key.md: neither key nor (name, key id) was ever enrolled");
  s.enrol("unc/delegation");
  s.inert(s.root("unc").write(enrolment_of_name("unc/delegation")));
  const auto under_another_name = [&](const VerifierKey& key) {
    s.inert(s.root("unc").write(enrolment({"unc/second", KeyType::ed25519, key.key})));
  };
  under_another_name(key_of("unc/delegation").verifier());
  under_another_name(s.genesis().parties[0].root);
  under_another_name(s.genesis().parties[1].root);
  under_another_name(s.genesis().parties[2].cosigner);
  under_another_name(s.genesis().secretary);
  under_another_name(s.genesis().log);
  s.enrol("unc/second");
  return s;
}

Scenario own_register() {
  Genesis genesis = testing::example_genesis();
  const VerifierKey own = key_of("register.unc.example/own").verifier();
  genesis.parties[0].own_register = to_text(own);
  Scenario s("key-of-an-own-register", "kinds/key.md: a key that stands in genesis has its role",
             genesis);
  s.inert(s.root("unc").write(enrolment({"unc/delegation", KeyType::ed25519, own.key})));
  s.inert(s.root("kpa-cpv").write(enrolment({"kpa-cpv/press", KeyType::ed25519, own.key})));
  s.enrol("unc/delegation");
  return s;
}

Scenario other_actions() {
  Scenario s("key-other-actions", "kinds/key.md: rotation, revocation and other roles are inert");
  s.enrol("unc/delegation");
  for (const KeyRole role : {KeyRole::cosigner, KeyRole::log, KeyRole::root}) {
    Key body = enrolment_of_name("unc/second");
    body.role = role;
    s.inert(s.root("unc").write(body));
  }
  Key rotation = enrolment_of_name("unc/second");
  rotation.action = KeyAction::rotate;
  rotation.replaces = "unc/delegation+" + to_text(key_of("unc/delegation").verifier().id());
  s.inert(s.root("unc").write(rotation));
  Key revocation = enrolment_of_name("unc/delegation");
  revocation.action = KeyAction::revoke;
  revocation.next.reset();
  s.inert(s.root("unc").write(revocation));
  s.inert(s.root("unc").write(enrolment(key_of("unc/second", KeyType::cosignature).verifier())));
  s.refused(s.author("unc/second").write(note("hello")), Errc::unknown_key);
  s.says("unc/delegation", "not revoked");
  s.enrol("unc/second");
  return s;
}

Scenario bodies() {
  Scenario s("key-bodies", "kinds/key.md: the body is open and as the page says");
  const Bytes good = to_bytes(Body(enrolment_of_name("unc/delegation")));
  s.inert(key_record(s, good, BodyForm::sealed, 1));  // with its bytes, which others do not have
  Submission withheld = key_record(s, good, BodyForm::sealed, 2);
  withheld.body.reset();
  s.inert(withheld);
  s.inert(key_record(s, good.substr(0, good.size() - 1), BodyForm::open, 3));
  s.inert(key_record(s, good + Bytes("\0", 1), BodyForm::open, 4));
  s.inert(key_record(s, " " + good + "{}", BodyForm::open, 5));
  Bytes small_order = good;
  const std::string vkey = to_text(key_of("unc/delegation").verifier());
  small_order.replace(small_order.find(vkey), vkey.size(),
                      to_text(VerifierKey{"unc/delegation", KeyType::ed25519, {}}));
  s.inert(key_record(s, small_order, BodyForm::open, 6));
  s.refused(s.author("unc/delegation").write_as(1, {}, note("hello")), Errc::unknown_key);
  const auto index = s.acts(key_record(s, " " + good + "\n", BodyForm::open, 7));
  s.ends_with_key(key_of("unc/delegation").verifier(), index, index + 1);
  s.says("unc/delegation", "enrolled");
  return s;
}

Scenario still_held_back() {
  Scenario s("key-held-back-for-good", "kinds/key.md: no head of every side covers it yet");
  s.acts(s.clock(1, one_side, 1'000));
  const std::uint64_t index = s.acts(s.enrolment_of("unc/delegation"));
  for (int i = 0; i < 3; ++i) {
    s.refused(s.author("unc/delegation").write(note("hello")), Errc::unknown_key);
    s.acts(s.clock(s.size(), one_side, 1'000 + i));
  }
  s.ends_with_key(key_of("unc/delegation").verifier(), index, std::nullopt);
  s.ends_with_clock(1'002, Mode::contested, s.size() - 1);
  return s;
}

Scenario contested() {
  Scenario s(
      "key-held-back-while-contested",
      "kinds/key.md: while contested, from the next index after a head of every side covers it");
  s.enrol("kpa-cpv/delegation");
  s.acts(s.clock(2, one_side, 1'000));
  const std::uint64_t press = s.acts(s.enrolment_of("kpa-cpv/press"));
  const Submission said = s.author("kpa-cpv/press").write(note("hello"));
  s.refused(said, Errc::unknown_key);
  s.says("kpa-cpv/delegation", "enrolled before, and still heard");
  s.acts(s.clock(s.size(), one_side, 1'100));  // covers it, but not by every side
  s.refused(said, Errc::unknown_key);
  const std::uint64_t radio = s.acts(s.enrolment_of("kpa-cpv/radio"));
  const std::uint64_t first = s.acts(s.clock(radio, {"unc", "kpa-cpv"}, 1'200));
  s.admitted(said);  // that head covers press, and not radio
  s.refused(s.author("kpa-cpv/radio").write_as(1, {}, note("hello")), Errc::unknown_key);
  s.enrol("kpa-cpv/after");  // unwitnessed: nothing is held back any more
  s.says("kpa-cpv/after", "at once");
  s.refused(s.author("kpa-cpv/radio").write_as(1, {}, note("hello")), Errc::unknown_key);
  const std::uint64_t second = s.acts(s.clock(radio + 1, everybody, 1'300));
  s.says("kpa-cpv/radio", "at last");
  s.ends_with_key(key_of("kpa-cpv/press").verifier(), press, first + 1);
  s.ends_with_key(key_of("kpa-cpv/radio").verifier(), radio, second + 1);
  s.ends_with_clock(1'300, Mode::settled, radio + 1);
  return s;
}

}  // namespace

std::vector<Scenario> key_scenarios() {
  std::vector<Scenario> all;
  for (const auto make : {from_the_next_index, by_others, known_keys, own_register, other_actions,
                          bodies, contested, still_held_back}) {
    all.push_back(make());
  }
  return all;
}

}  // namespace armistice::vectors
