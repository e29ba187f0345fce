// SPDX-License-Identifier: Apache-2.0
#include "record/signer.h"

#include <gtest/gtest.h>

#include "crypto/hash.h"
#include "record/record.h"
#include "support/circle.h"
#include "support/temp.h"

namespace armistice {
namespace {

using testing::key_of;

const Digest circle = sha256("circle");

Header header(std::string_view text = "good morning") {
  Header out;
  out.circle = circle;
  out.kind = "note/1";
  out.written = {UtcSeconds{-583'054'200}, 9 * 3600};
  out.body = {sha256(text), text.size(), BodyForm::open};
  return out;
}

class SignerTest : public ::testing::Test {
 protected:
  SignerTest() { write(key_file, to_key_file(key_of("unc/delegation"))); }

  Result<Signer> open() { return Signer::open(real_env(), key_file); }
  Signer opened() {
    auto signer = open();
    EXPECT_TRUE(signer.ok()) << signer.error().text();
    return std::move(signer).value();
  }
  Errc refusal() {
    const auto signer = open();
    EXPECT_FALSE(signer.ok());
    return signer.ok() ? Errc::usage : signer.error().code;
  }
  Path beside(const std::string& suffix) const { return key_file.string() + suffix; }
  static void write(const Path& path, ByteView bytes) {
    real_env().write_file(path, bytes).value();
  }
  static Bytes read(const Path& path) { return real_env().read_file(path, 1 << 20).value(); }
  // Signs and hands in `count` records.
  static void sign(Signer& signer, int count) {
    for (int i = 0; i < count; ++i) {
      ASSERT_TRUE(signer.sign(header(std::to_string(i)), std::to_string(i)).ok());
      ASSERT_TRUE(signer.receipted().ok());
    }
  }
  // What a crash leaves that comes while the next record is written: the outbox is there, and of
  // its text `chain_bytes` bytes are in the chain.
  void crash_while_signing(std::size_t chain_bytes) {
    const Bytes before = real_env().exists(beside(".chain")) ? read(beside(".chain")) : Bytes();
    {
      Signer signer = opened();
      ASSERT_TRUE(signer.sign(header("lost"), "lost").ok());
    }
    const Bytes after = read(beside(".chain"));
    ASSERT_LT(before.size() + chain_bytes, after.size());
    write(beside(".chain"), after.substr(0, before.size() + chain_bytes));
  }

  testing::TempFolder folder;
  const Path key_file = folder.path() / "unc-delegation.key";
};

TEST_F(SignerTest, ChainsItsRecords) {
  Signer signer = opened();
  const Record first = parse_record(signer.sign(header(), "good morning").value()).value();
  EXPECT_EQ(first.header.author, "unc/delegation");
  EXPECT_EQ(first.header.number, 1U);
  EXPECT_EQ(first.header.previous, std::nullopt);
  EXPECT_TRUE(verify_line(first, 0, key_of("unc/delegation").verifier().key));
  ASSERT_TRUE(signer.receipted().ok());
  const Record second = parse_record(signer.sign(header(), "good morning").value()).value();
  EXPECT_EQ(second.header.number, 2U);
  EXPECT_EQ(second.header.previous, first.id);
  EXPECT_EQ(signer.end(), (ChainEnd{2, second.id}));
}

TEST_F(SignerTest, TakesNumberAndPreviousFromItsOwnMemory) {
  {
    Signer signer = opened();
    sign(signer, 3);
  }
  Signer signer = opened();
  Header misled = header();
  misled.number = 1;  // what a lying server says
  misled.previous.reset();
  misled.author = "unc/somebody-else";
  const Record record = parse_record(signer.sign(misled, "good morning").value()).value();
  EXPECT_EQ(record.header.number, 4U);
  EXPECT_EQ(record.header.author, "unc/delegation");
}

TEST_F(SignerTest, KeepsARecordUntilItsReceiptComes) {
  Bytes entry;
  {
    Signer signer = opened();
    entry = signer.sign(header(), "good morning").value();
    EXPECT_EQ(signer.sign(header(), "good morning").error().code, Errc::busy);
  }
  Signer signer = opened();
  ASSERT_TRUE(signer.unreceipted().has_value());
  EXPECT_EQ(signer.unreceipted()->entry, entry);
  EXPECT_EQ(signer.unreceipted()->body, "good morning");
  EXPECT_EQ(signer.sign(header(), "good morning").error().code, Errc::busy);
  ASSERT_TRUE(signer.receipted().ok());
  EXPECT_TRUE(signer.sign(header(), "good morning").ok());
}

TEST_F(SignerTest, OnlyOneProcessSignsWithAKey) {
  const Signer first = opened();
  EXPECT_EQ(refusal(), Errc::busy);
}

TEST_F(SignerTest, ACrashBeforeTheChainMeansThatTheTextNeverLeft) {
  {
    Signer signer = opened();
    sign(signer, 2);
  }
  crash_while_signing(0);
  Signer signer = opened();
  EXPECT_FALSE(signer.unreceipted().has_value());
  EXPECT_EQ(signer.end().number, 2U);
  EXPECT_FALSE(real_env().exists(beside(".outbox")));
}

TEST_F(SignerTest, ACrashInTheFirstRecordStartsTheChainAnew) {
  crash_while_signing(0);
  ASSERT_TRUE(real_env().remove(beside(".chain")).ok());
  Signer signer = opened();
  EXPECT_FALSE(signer.unreceipted().has_value());
  EXPECT_EQ(signer.end().number, 0U);
}

// The text may have been let out by then, or may not: its number is used in either case.
TEST_F(SignerTest, ATornChainIsMendedFromTheOutbox) {
  {
    Signer signer = opened();
    sign(signer, 2);
  }
  for (const std::size_t bytes : {1, 20, 300}) {
    crash_while_signing(bytes);
    Signer signer = opened();
    ASSERT_TRUE(signer.unreceipted().has_value());
    const Record kept = parse_record(signer.unreceipted()->entry).value();
    EXPECT_EQ(signer.end(), (ChainEnd{kept.header.number, kept.id}));
    ASSERT_TRUE(signer.receipted().ok());
  }
  EXPECT_EQ(opened().end().number, 5U);
}

TEST_F(SignerTest, ATornChainWithoutItsOutboxIsDamage) {
  crash_while_signing(30);
  ASSERT_TRUE(real_env().remove(beside(".outbox")).ok());
  EXPECT_EQ(refusal(), Errc::damaged);
}

// A lost or older chain must not be begun again: the numbers after it are used.
TEST_F(SignerTest, AnOutboxThatDoesNotFollowTheChainIsDamage) {
  {
    Signer signer = opened();
    sign(signer, 1);
  }
  const Bytes older = read(beside(".chain"));
  {
    Signer signer = opened();
    sign(signer, 1);
    ASSERT_TRUE(signer.sign(header("waits"), "waits").ok());
  }
  const Bytes whole = read(beside(".chain"));
  ASSERT_TRUE(real_env().remove(beside(".chain")).ok());
  EXPECT_EQ(refusal(), Errc::damaged);
  write(beside(".chain"), older);
  EXPECT_EQ(refusal(), Errc::damaged);
  write(beside(".chain"), whole);
  EXPECT_TRUE(open().ok());
  write(beside(".outbox"), "12\nno record");
  EXPECT_EQ(refusal(), Errc::damaged);
  write(beside(".outbox"), "no length");
  EXPECT_EQ(refusal(), Errc::damaged);
}

TEST_F(SignerTest, AChainThatDoesNotFollowItselfIsDamage) {
  {
    Signer signer = opened();
    sign(signer, 3);
  }
  const Bytes chain = read(beside(".chain"));
  const auto second = chain.find("\ntext ");
  ASSERT_NE(second, Bytes::npos);
  write(beside(".chain"), chain.substr(second + 1));  // begins at number 2
  EXPECT_EQ(refusal(), Errc::damaged);
  Bytes bent = chain;
  bent[bent.find("note/1")] = 'v';
  write(beside(".chain"), bent);
  EXPECT_EQ(refusal(), Errc::damaged);
}

TEST_F(SignerTest, AChainOfAnotherKeyIsDamage) {
  {
    Signer signer = opened();
    sign(signer, 1);
  }
  write(key_file, to_key_file(key_of("unc/successor")));
  EXPECT_EQ(refusal(), Errc::damaged);
}

TEST_F(SignerTest, SignsNothingThatItCannotRead) {
  Signer signer = opened();
  Header bad = header();
  bad.kind = "note/1\nauthor kpa-cpv/delegation";
  EXPECT_EQ(signer.sign(bad, "").error().code, Errc::malformed);
  bad = header();
  bad.written = {UtcSeconds{1LL << 40}, 0};
  EXPECT_EQ(signer.sign(bad, "").error().code, Errc::out_of_range);
  bad = header();
  bad.refers = {sha256("b"), sha256("b")};
  EXPECT_EQ(signer.sign(bad, "").error().code, Errc::malformed);
  EXPECT_EQ(signer.end().number, 0U);
  EXPECT_FALSE(real_env().exists(beside(".outbox")));
}

TEST_F(SignerTest, ParsesAJointTextBeforeItSigns) {
  const Signer signer = opened();
  const CivilTime until{UtcSeconds{0}, 0};
  const auto text_of = [&](const std::vector<std::string>& signers) {
    return Bytes(parse_record(testing::write_joint("joint/mac", signers, until, circle,
                                                   testing::note("agreed"))
                                  .entry)
                     .value()
                     .text());
  };
  const Bytes text = text_of({"unc/delegation", "kpa-cpv/delegation"});
  EXPECT_EQ(signer.sign_joint(text).value(), sign_text(key_of("unc/delegation"), text));
  EXPECT_EQ(signer.sign_joint("cosignature/v1\ntime 1\n").error().code, Errc::malformed);
  EXPECT_EQ(signer.sign_joint(text + "\n").error().code, Errc::malformed);
  EXPECT_EQ(signer.sign_joint(text_of({"unc/other", "kpa-cpv/delegation"})).error().code,
            Errc::wrong_signers);
}

TEST_F(SignerTest, IsNoPlaceForACosignersKey) {
  write(key_file, to_key_file(key_of("unc/cosigner", KeyType::cosignature)));
  EXPECT_EQ(refusal(), Errc::unsupported);
}

TEST_F(SignerTest, OpensAKeyFileInTheFolderWeAreIn) {
  const Path before = std::filesystem::current_path();
  std::filesystem::current_path(folder.path());
  {
    auto signer = Signer::open(real_env(), key_file.filename());
    ASSERT_TRUE(signer.ok()) << signer.error().text();
    EXPECT_TRUE(signer->sign(header(), "good morning").ok());
  }
  std::filesystem::current_path(before);
  EXPECT_TRUE(opened().unreceipted().has_value());
}

}  // namespace
}  // namespace armistice
