// SPDX-License-Identifier: Apache-2.0
#include "register/admission.h"

#include <gtest/gtest.h>

#include "crypto/hash.h"
#include "support/circle.h"

// What admission says of whole histories stands in spec/vectors/admission; here is what only the
// code can be asked.
namespace armistice {
namespace {

using testing::Author;
using testing::enrolment;
using testing::example_genesis;
using testing::key_of;
using testing::note;
using testing::sign_genesis;

class AdmissionTest : public ::testing::Test {
 protected:
  static Admission started() {
    const Submission first = sign_genesis(example_genesis());
    return Admission::start(parse_record(first.entry).value(), *first.body).value();
  }
  CheckedEntry checked(const Submission& submission) {
    return check_entry(submission.entry, *admission.roster());
  }
  std::optional<Errc> verdict(const Submission& submission) {
    const auto judged = admission.judge(checked(submission));
    return judged.ok() ? std::optional<Errc>() : judged.error().code;
  }
  Effect admit(const Submission& submission) {
    EXPECT_EQ(verdict(submission), std::nullopt);
    return admission.admit(parse_record(submission.entry).value(), submission.body).value();
  }
  Author enrol(const std::string& name) {
    EXPECT_FALSE(admit(root.write(enrolment(key_of(name).verifier()))).inert.has_value());
    return Author(name, admission.circle());
  }
  Bytes head(std::uint64_t size, const std::vector<std::string>& parties, std::int64_t time_s) {
    return testing::cosigned_head(admission.genesis(),
                                  {admission.genesis().origin, TreeSize{size}, sha256("root")},
                                  parties, UtcSeconds{time_s});
  }

  Admission admission = started();
  Author root{"unc/root", admission.circle()};
  Author secretary{"secretariat/clock", admission.circle()};
};

Errc start_refusal(const Submission& genesis) {
  const auto record = parse_record(genesis.entry);
  EXPECT_TRUE(record.ok());
  const auto started = Admission::start(*record, *genesis.body);
  EXPECT_FALSE(started.ok());
  return started.ok() ? Errc::usage : started.error().code;
}

TEST(Start, NeedsGenesisWithItsBody) {
  Submission genesis = sign_genesis(example_genesis());
  const auto record = parse_record(genesis.entry).value();
  EXPECT_EQ(Admission::start(record, *genesis.body)->circle(), record.id);
  genesis.body->back() = ' ';
  EXPECT_EQ(start_refusal(genesis), Errc::digest_mismatch);
  genesis.body->push_back(' ');
  EXPECT_EQ(start_refusal(genesis), Errc::digest_mismatch);
  Author author("unc/root", sha256("circle"));
  EXPECT_EQ(start_refusal(author.write(note("in the beginning"))), Errc::wrong_circle);
}

TEST(Start, NeedsTheLineOfEveryRoot) {
  Genesis genesis = example_genesis();
  const Submission good = sign_genesis(genesis);
  const Record record = parse_record(good.entry).value();
  const Bytes text(record.text());
  const auto with_line = [&](std::size_t i, const NamedKey& key) {
    std::vector<Bytes> lines;
    for (const Party& party : genesis.parties)
      lines.push_back(sign_text(key_of(party.root.name), text));
    lines[i] = sign_text(key, text);
    return Submission{join_entry(text, lines), good.body};
  };
  EXPECT_EQ(with_line(1, key_of("kpa-cpv/root")).entry, good.entry);
  const NamedKey impostor{"kpa-cpv/root", KeyType::ed25519, SecretKey::from_seed(Bytes(32, '\1'))};
  EXPECT_EQ(start_refusal(with_line(1, impostor)), Errc::wrong_signers);
  // The right name and id over another text.
  std::vector<Bytes> lines;
  for (const Party& party : genesis.parties)
    lines.push_back(sign_text(key_of(party.root.name), text));
  lines[2] = signature_line("sweden/root", genesis.parties[2].root.id(),
                            key_of("sweden/root").secret.sign("another text").view());
  EXPECT_EQ(start_refusal({join_entry(text, lines), good.body}), Errc::bad_signature);
  // Signed by the roots in another order than the parties stand in.
  Genesis turned = genesis;
  std::swap(turned.parties[0], turned.parties[1]);
  Submission crossed = sign_genesis(turned);
  crossed.body = to_bytes(genesis);
  Header header = parse_record(crossed.entry)->header;
  header.body = record.header.body;
  const std::string other = to_text(header);
  lines.clear();
  for (const std::string& name : header.signers) lines.push_back(sign_text(key_of(name), other));
  EXPECT_EQ(start_refusal({join_entry(other, lines), crossed.body}), Errc::wrong_signers);
}

// Whether its bytes lie here or not must not matter: elsewhere they do not.
TEST_F(AdmissionTest, ASealedKeyRecordIsInertEvenWithItsBody) {
  const Bytes body = to_bytes(Body(enrolment(key_of("unc/delegation").verifier())));
  Header header;
  header.kind = Key::kind;
  header.number = 1;
  header.body = {sha256(body), body.size(), BodyForm::sealed};
  const Submission sealed = root.sign_as_is(header, body);
  Admission without = started();
  const Record record = parse_record(sealed.entry).value();
  EXPECT_TRUE(without.admit(record, std::nullopt)->inert.has_value());
  EXPECT_TRUE(admission.admit(record, sealed.body)->inert.has_value());
  EXPECT_EQ(admission.state_json(), without.state_json());
  EXPECT_EQ(verdict(Author("unc/delegation", admission.circle()).write(note("hello"))),
            Errc::unknown_key);
}

TEST_F(AdmissionTest, AMissingBodyChangesNothing) {
  const Submission key = root.write(enrolment(key_of("unc/delegation").verifier()));
  const Record record = parse_record(key.entry).value();
  const Json before = admission.state_json();
  EXPECT_EQ(admission.admit(record, std::nullopt).error().code, Errc::incomplete);
  EXPECT_EQ(admission.admit(record, "other bytes").error().code, Errc::digest_mismatch);
  EXPECT_EQ(admission.state_json(), before);
  EXPECT_FALSE(admission.admit(record, key.body)->inert.has_value());
}

// Entries are checked on other threads under the roster of then, and judged under the one of now.
TEST_F(AdmissionTest, JudgesWhatWasCheckedUnderAnOlderRoster) {
  const std::shared_ptr<const Roster> older = admission.roster();
  Author delegate = enrol("unc/delegation");
  const Submission said = delegate.write(note("hello"));
  CheckedEntry checked_then = check_entry(said.entry, *older);
  EXPECT_EQ(checked_then.verified[0], std::nullopt);
  EXPECT_TRUE(admission.judge(checked_then).ok());
  Bytes forged = said.entry;
  forged.replace(forged.size() - 10, 4,
                 forged.substr(forged.size() - 10, 4) == "AAAA" ? "BBBB" : "AAAA");
  CheckedEntry bad = check_entry(forged, *older);
  EXPECT_EQ(admission.judge(bad).error().code, Errc::bad_signature);
  EXPECT_TRUE(admission.judge(bad, Lines::trust).ok());
  EXPECT_EQ(admission.judge(check_entry("nothing", *older), Lines::trust).error().code,
            Errc::malformed);
}

TEST_F(AdmissionTest, ItsStateComesBack) {
  Author delegate = enrol("unc/delegation");
  enrol("unc/senior-member");
  admit(delegate.write(note("1")));
  admit(delegate.write_as(7, sha256("6"), note("7")));
  admit(delegate.write_as(9, sha256("8"), Withdrawal{Salt{}, ""}, {sha256("draft")}));
  admission.pass();
  admit(secretary.write(
      Clock{Salt{}, head(3, {"unc", "sweden", "switzerland", "poland"}, (1LL << 53) - 1)}));
  EXPECT_EQ(admission.mode(), Mode::contested);
  enrol("unc/held-back");
  const Json state = parse_json(to_text(admission.state_json())).value();
  Admission other = started();
  ASSERT_TRUE(other.restore(state).ok());
  EXPECT_EQ(other.state_json(), admission.state_json());
  EXPECT_EQ(other.clock(), admission.clock());
  EXPECT_EQ(other.mode(), admission.mode());
  EXPECT_EQ(other.next(), admission.next());
  const auto held = other.roster()->find("unc/held-back", key_of("unc/held-back").verifier().id());
  ASSERT_NE(held, nullptr);
  EXPECT_EQ(held->from, std::nullopt);
}

TEST_F(AdmissionTest, RefusesAStateThatCannotBe) {
  enrol("unc/delegation");
  const std::string good = to_text(admission.state_json());
  const auto restored = [](const std::string& text) {
    Admission other = started();
    return other.restore(parse_json(text).value()).ok();
  };
  const auto with = [&](std::string_view old_text, std::string_view new_text) {
    std::string text = good;
    const auto at = text.rfind(old_text);
    EXPECT_NE(at, std::string::npos) << old_text;
    if (at != std::string::npos) text.replace(at, old_text.size(), new_text);
    return text;
  };
  ASSERT_TRUE(restored(good));
  EXPECT_FALSE(restored(with(to_text(admission.circle()), to_text(sha256("other")))));
  EXPECT_FALSE(restored(with(R"("role":"author")", R"("role":"root")")));
  EXPECT_FALSE(restored(with(R"("role":"root")", R"("role":"author")")));
  EXPECT_FALSE(restored(with(R"("next":2)", R"("next":-2)")));
  EXPECT_FALSE(restored(with(R"([["1","1"]])", R"([["0","1"]])")));
  EXPECT_FALSE(restored(with(R"([["1","1"]])", R"([["1","1"],["2","3"]])")));
  EXPECT_FALSE(restored(with(R"("mode":null)", R"("mode":"settling")")));
  EXPECT_FALSE(restored("{}"));
  EXPECT_FALSE(restored("[]"));
}

}  // namespace
}  // namespace armistice
