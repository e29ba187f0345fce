// SPDX-License-Identifier: Apache-2.0
// Joint records: by an organ, before `until`, and not withdrawn.
#include "crypto/hash.h"
#include "vectors/scenario.h"

namespace armistice::vectors {
namespace {

using testing::key_of;
using testing::note;

using Names = std::vector<std::string>;

const Names seniors = {"unc/senior-member", "kpa-cpv/senior-member"};

// The two seniors enrolled at 1 and 2, and the clock at 1,000 by the record at 3.
Scenario with_clock(const std::string& name, const std::string& why,
                    const Genesis& genesis = testing::example_genesis()) {
  Scenario s(name, why, genesis);
  for (const std::string& senior : seniors) s.enrol(senior);
  s.acts(s.clock(3, everybody, 1'000));
  s.ends_with_clock(1'000, Mode::settled, 3);
  return s;
}

Submission withdrawal(Author& author, const Submission& draft) {
  return author.write(Withdrawal{Salt{}, ""}, {testing::id_of(draft)});
}

Scenario until_passed() {
  Scenario s = with_clock("joint-until", "register.md §3.7: circle time is before until");
  s.admitted(s.joint(seniors, 1'001, "one second before"));
  s.refused(s.joint(seniors, 1'000, "in that second"), Errc::expired);
  s.refused(s.joint(seniors, 999, "a second too late"), Errc::expired);
  s.admitted(s.joint(seniors, 6'000, "long before"));
  s.acts(s.clock(s.size(), everybody, 5'999));
  s.admitted(s.joint(seniors, 6'000, "still before"));
  s.acts(s.clock(s.size(), everybody, 6'000));
  s.refused(s.joint(seniors, 6'000, "now too late"), Errc::expired);
  s.ends_with_clock(6'000, Mode::settled, 10);
  return s;
}

Scenario no_clock() {
  Scenario s("joint-before-any-clock", "register.md §3.7: the register's clock has started");
  for (const std::string& senior : seniors) s.enrol(senior);
  const Submission agreed = s.joint(seniors, 4'000'000'000, "agreed");
  s.refused(agreed, Errc::expired);
  s.inert(s.clock(1, {"unc"}, 1'000));
  s.refused(agreed, Errc::expired);
  s.acts(s.clock(1, everybody, 1'000));
  s.admitted(agreed);
  s.ends_with_clock(1'000, Mode::settled, 1);
  return s;
}

Scenario scenario_offset() {
  Genesis genesis = testing::example_genesis();
  genesis.scenario_offset_s = -2'316'000'000;
  Scenario s("joint-circle-time", "register.md §7: until is compared with clock and offset",
             genesis);
  for (const std::string& senior : seniors) s.enrol(senior);
  s.acts(s.clock(3, everybody, 1'800'000'000));  // -516,000,000: August 1953
  s.admitted(s.joint(seniors, -515'999'999, "before"));
  s.refused(s.joint(seniors, -516'000'000, "too late"), Errc::expired);
  s.ends_with_clock(1'800'000'000, Mode::settled, 3);
  return s;
}

Scenario withdrawn() {
  Scenario s = with_clock("joint-withdrawn", "register.md §3.7: no signer has withdrawn before");
  const Submission by_first = s.joint(seniors, 5'000, "withdrawn by the first");
  const Submission by_second = s.joint(seniors, 5'000, "withdrawn by the second");
  const Submission by_nobody = s.joint(seniors, 5'000, "withdrawn by one who does not sign");
  const Submission too_late = s.joint(seniors, 5'000, "withdrawn too late");
  s.enrol("sweden/delegation");
  s.admitted(withdrawal(s.author(seniors[0]), by_first));
  s.admitted(withdrawal(s.author(seniors[1]), by_second));
  s.admitted(withdrawal(s.author("sweden/delegation"), by_nobody));
  s.admitted(too_late);
  s.admitted(withdrawal(s.author(seniors[0]), too_late));
  s.refused(by_first, Errc::withdrawn);
  s.refused(by_second, Errc::withdrawn);
  s.admitted(by_nobody);
  s.refused(too_late, Errc::number_taken);
  s.refused(by_first, Errc::withdrawn);
  return s;
}

// A withdrawal acts by its refers lines alone, if it is admitted, and by the author's name.
Scenario withdrawal_forms() {
  Scenario s = with_clock("joint-withdrawal-forms", "kinds/withdrawal.md: acts by its lines alone");
  const Submission first = s.joint(seniors, 5'000, "first");
  const Submission second = s.joint(seniors, 5'000, "second");
  const Submission third = s.joint(seniors, 5'000, "third");
  // Void: the number is taken, so it has no effect.
  s.says(seniors[0], "taken");
  s.refused(s.author(seniors[0]).write_as(1, {}, Withdrawal{Salt{}, ""}, {testing::id_of(first)}),
            Errc::number_taken);
  s.admitted(first);
  // A body that cannot be read.
  Header header;
  header.kind = Withdrawal::kind;
  header.number = 1;
  header.body = {sha256("no JSON"), 7, BodyForm::open};
  header.refers = {testing::id_of(second)};
  s.admitted(s.author(seniors[1]).sign_as_is(header, "no JSON"));
  s.refused(second, Errc::withdrawn);
  // By another key of the signer's name.
  const NamedKey device{seniors[0], KeyType::ed25519, SecretKey::from_seed(Bytes(32, '\7'))};
  const auto index = s.acts(s.root("unc").write(testing::enrolment(device.verifier())));
  s.ends_with_key(device.verifier(), index, index + 1);
  header.circle = s.circle();
  header.author = seniors[0];
  header.key = device.verifier().id();
  header.refers = {testing::id_of(third)};
  const std::string text = to_text(header);
  s.admitted({join_entry(text, std::array{sign_text(device, text)}), "no JSON"});
  s.refused(third, Errc::withdrawn);
  return s;
}

Scenario who_signs() {
  Scenario s = with_clock("joint-who-signs", "register.md §3.4: an organ, and enrolled authors");
  s.enrol("sweden/delegation");
  s.refused(s.joint(seniors, 5'000, "of no organ", "joint/other"), Errc::unknown_key);
  s.refused(s.joint(seniors, 5'000, "of a name that has a key", "unc/senior-member"),
            Errc::unknown_key);
  s.refused(s.joint({"unc/senior-member", "kpa-cpv/stranger"}, 5'000, "not enrolled"),
            Errc::unknown_key);
  s.refused(s.joint({"unc/root", "kpa-cpv/senior-member"}, 5'000, "a root"), Errc::unknown_key);
  s.refused(s.joint({"unc/cosigner", "kpa-cpv/senior-member"}, 5'000, "a cosigner"),
            Errc::unknown_key);
  // Whether a signer is a member is a view's business.
  s.admitted(s.joint({"sweden/delegation", "unc/senior-member"}, 5'000, "not a member"));
  s.admitted(s.joint({"secretariat/clock", "unc/senior-member"}, 5'000, "the secretary"));
  return s;
}

Scenario its_lines() {
  Scenario s = with_clock("joint-lines-verify", "register.md §3.5 and 6: every line; one id once");
  const Submission agreed = s.joint(seniors, 5'000, "agreed");
  const std::string text(parse_record(agreed.entry)->text());
  const Bytes first = sign_text(key_of(seniors[0]), text);
  const KeyId id = key_of(seniors[1]).verifier().id();
  s.refused(join_entry(text, std::array{first, signature_line(seniors[1], id, Bytes(64, '\1'))}),
            Errc::bad_signature);
  s.refused(join_entry(text, std::array{first, signature_line(
                                                   seniors[1], id,
                                                   key_of(seniors[0]).secret.sign(text).view())}),
            Errc::bad_signature);
  s.refused(join_entry(text, std::array{first}), Errc::wrong_signers);
  s.refused(
      join_entry(text, std::array{first, signature_line(seniors[1], KeyId{7}, Bytes(64, '\1'))}),
      Errc::unknown_key);
  s.admitted(agreed);
  s.refused(agreed, Errc::number_taken);
  // The same text under another key of a signer: its id stands already.
  const NamedKey device{seniors[0], KeyType::ed25519, SecretKey::from_seed(Bytes(32, '\7'))};
  const auto index = s.acts(s.root("unc").write(testing::enrolment(device.verifier())));
  s.ends_with_key(device.verifier(), index, index + 1);
  s.refused(
      join_entry(text, std::array{sign_text(device, text), sign_text(key_of(seniors[1]), text)}),
      Errc::number_taken);
  return s;
}

// Key and clock records have one author; as joint records they are admitted and inert.
Scenario joint_kinds() {
  Scenario s = with_clock("joint-key-and-clock", "kinds/key.md, kinds/clock.md: by one author");
  const auto put = [&](const Body& body) {
    s.inert(testing::write_joint("joint/mac", seniors, {UtcSeconds{5'000}, 0}, s.circle(), body));
  };
  put(testing::enrolment(key_of("unc/second").verifier()));
  put(Clock{Salt{}, testing::cosigned_head(s.genesis(), s.head(4), everybody, UtcSeconds{2'000})});
  s.refused(s.author("unc/second").write(note("hello")), Errc::unknown_key);
  s.admitted(testing::write_joint("joint/mac", seniors, {UtcSeconds{5'000}, 0}, s.circle(),
                                  testing::retraction("jointly")));
  return s;
}

// The first rule that fails gives the word.
Scenario order_of_rules() {
  Scenario s = with_clock("joint-order-of-rules", "register.md §3: the first that fails");
  const Submission late = s.joint(seniors, 500, "late, and withdrawn");
  s.admitted(withdrawal(s.author(seniors[0]), late));
  s.refused(late, Errc::expired);
  const Submission taken = s.joint(seniors, 2'000, "stands, withdrawn and late");
  s.admitted(taken);
  s.admitted(withdrawal(s.author(seniors[0]), taken));
  s.acts(s.clock(s.size(), everybody, 3'000));
  s.refused(taken, Errc::number_taken);
  s.refused(s.joint({"unc/stranger", "unc/senior-member"}, 500, "unknown, and late"),
            Errc::unknown_key);
  s.ends_with_clock(3'000, Mode::settled, 8);
  return s;
}

}  // namespace

std::vector<Scenario> joint_scenarios() {
  std::vector<Scenario> all;
  for (const auto make : {until_passed, no_clock, scenario_offset, withdrawn, withdrawal_forms,
                          who_signs, its_lines, joint_kinds, order_of_rules}) {
    all.push_back(make());
  }
  return all;
}

}  // namespace armistice::vectors
