// SPDX-License-Identifier: Apache-2.0
#include "record/record.h"

#include <gtest/gtest.h>

#include "base/limits.h"
#include "crypto/hash.h"
#include "support/circle.h"

namespace armistice {
namespace {

using testing::Author;
using testing::key_of;

const Digest circle = sha256("circle");

Submission good() { return Author("unc/delegation", circle).write(testing::note("good morning")); }

std::string text_of(const Bytes& entry) { return entry.substr(0, entry.rfind("\n\n") + 1); }

// The entry with other signature lines.
Bytes with_lines(const Bytes& entry, const std::vector<Bytes>& lines) {
  return join_entry(text_of(entry), lines);
}

Errc refusal(Bytes entry) {
  const auto record = parse_record(std::move(entry));
  EXPECT_FALSE(record.ok());
  return record.ok() ? Errc::usage : record.error().code;
}

TEST(Record, ItsIdIsThatOfTheTextWithoutLines) {
  const Bytes entry = good().entry;
  const auto record = parse_record(entry);
  ASSERT_TRUE(record.ok()) << record.error().text();
  EXPECT_EQ(record->id, sha256(text_of(entry)));
  EXPECT_EQ(record->text(), text_of(entry));
  EXPECT_TRUE(verify_line(*record, 0, key_of("unc/delegation").verifier().key));
  EXPECT_FALSE(verify_line(*record, 0, key_of("unc/other").verifier().key));
}

TEST(Record, HasExactlyTheLinesThatItsTextRequires) {
  const Bytes entry = good().entry;
  const std::string text = text_of(entry);
  const Bytes own = sign_text(key_of("unc/delegation"), text);
  const Bytes foreign = sign_text(key_of("sweden/delegation"), text);
  ASSERT_EQ(with_lines(entry, {own}), entry);
  EXPECT_EQ(refusal(with_lines(entry, {})), Errc::malformed);
  EXPECT_EQ(refusal(with_lines(entry, {foreign})), Errc::wrong_signers);
  EXPECT_EQ(refusal(with_lines(entry, {own, own})), Errc::wrong_signers);
  EXPECT_EQ(refusal(with_lines(entry, {own, foreign})), Errc::wrong_signers);
  // Another key of the same name: the text says which key it is.
  const NamedKey second{"unc/delegation", KeyType::ed25519, SecretKey::from_seed(Bytes(32, '\7'))};
  EXPECT_EQ(refusal(with_lines(entry, {sign_text(second, text)})), Errc::wrong_signers);
}

TEST(Record, JointLinesStandInTheOrderOfTheSigners) {
  const CivilTime until{UtcSeconds{0}, 0};
  const std::vector<std::string> signers = {"unc/senior-member", "kpa-cpv/senior-member"};
  const Bytes entry =
      testing::write_joint("joint/mac", signers, until, circle, testing::note("agreed")).entry;
  const std::string text = text_of(entry);
  const Bytes first = sign_text(key_of(signers[0]), text);
  const Bytes second = sign_text(key_of(signers[1]), text);
  EXPECT_TRUE(parse_record(with_lines(entry, {first, second})).ok());
  EXPECT_EQ(refusal(with_lines(entry, {second, first})), Errc::wrong_signers);
  EXPECT_EQ(refusal(with_lines(entry, {first})), Errc::wrong_signers);
  EXPECT_EQ(refusal(with_lines(entry, {first, second, second})), Errc::wrong_signers);
}

// Stock note readers refuse these names, so we do; others are read, and are simply the wrong ones.
TEST(Record, ReadsTheNamesThatStockReadersRead) {
  const Bytes entry = good().entry;
  const auto by = [&](std::string_view name) {
    return with_lines(entry, {signature_line(name, KeyId{1}, Bytes(64, '\1'))});
  };
  for (const std::string_view name :
       {"Unc", "\xc3\xa9", "a\x7f", "\xef\xbb\xbf", "\xe2\x80\x8b", "a\xe2\x81\xa0"}) {
    EXPECT_EQ(refusal(by(name)), Errc::wrong_signers) << name;
  }
  for (const std::string_view name :
       {"a+b", "a\tb", "\x01", "a\xc2\xa0", "\xc2\x85", "\xe1\x9a\x80", "\xe2\x80\x80",
        "a\xe2\x80\x8a", "\xe2\x80\xa8", "\xe2\x80\xa9", "\xe2\x80\xaf", "\xe2\x81\x9f",
        "\xe3\x80\x80", "\xff", "\xed\xa0\x80"}) {
    EXPECT_EQ(refusal(by(name)), Errc::malformed) << name;
  }
  EXPECT_EQ(refusal(by(std::string(255, 'a'))), Errc::wrong_signers);
  EXPECT_EQ(refusal(by(std::string(256, 'a'))), Errc::malformed);
}

TEST(Record, StopsAtItsLimits) {
  EXPECT_EQ(refusal(Bytes(limits::entry_bytes_max, 'a')), Errc::malformed);
  EXPECT_EQ(refusal(Bytes(limits::entry_bytes_max + 1, 'a')), Errc::too_large);
  const Bytes line = signature_line("unc/delegation", KeyId{1}, Bytes(64, '\1'));
  const Bytes entry = good().entry;
  EXPECT_EQ(refusal(with_lines(entry, std::vector<Bytes>(16, line))), Errc::wrong_signers);
  EXPECT_EQ(refusal(with_lines(entry, std::vector<Bytes>(17, line))), Errc::malformed);
}

// What is wrong with the form of the lines comes before what is wrong with the text.
TEST(Record, JudgesLinesThenTextThenBoth) {
  const Bytes bad_line = signature_line("unc/delegation", KeyId{1}, Bytes(63, '\1'));
  const Bytes line = signature_line("unc/delegation", KeyId{1}, Bytes(64, '\1'));
  EXPECT_EQ(refusal(join_entry("armistice/record/v2\n", std::array{bad_line})), Errc::malformed);
  EXPECT_EQ(refusal(join_entry("armistice/record/v2\n", std::array{line})), Errc::unsupported);
}

}  // namespace
}  // namespace armistice
