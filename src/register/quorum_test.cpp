// SPDX-License-Identifier: Apache-2.0
#include "register/quorum.h"

#include <gtest/gtest.h>

#include "crypto/hash.h"
#include "support/circle.h"

namespace armistice {
namespace {

using testing::cosigned_head;
using testing::example_genesis;
using testing::key_of;

using Names = std::vector<std::string>;

const Genesis genesis = example_genesis();
const Checkpoint checkpoint{genesis.origin, TreeSize{7}, sha256("root")};

std::optional<Mode> mode_of(const Genesis& under, const Names& parties) {
  const auto head = read_head(under, cosigned_head(under, checkpoint, parties, UtcSeconds{1'000}));
  EXPECT_TRUE(head.ok()) << head.error().text();
  return head.ok() ? head->mode : std::nullopt;
}

Errc refusal(ByteView note) {
  const auto head = read_head(genesis, note);
  EXPECT_FALSE(head.ok());
  return head.ok() ? Errc::usage : head.error().code;
}

Bytes line(const std::string& party, std::int64_t time_s) {
  return cosign(key_of(party + "/cosigner", KeyType::cosignature), to_text(checkpoint),
                UtcSeconds{time_s});
}

TEST(Quorum, ReachesAModeByItsLines) {
  EXPECT_EQ(mode_of(genesis, {"unc", "kpa-cpv", "sweden", "switzerland", "poland"}), Mode::settled);
  EXPECT_EQ(mode_of(genesis, {"unc", "kpa-cpv", "sweden", "switzerland"}), Mode::unwitnessed);
  EXPECT_EQ(mode_of(genesis, {"unc", "kpa-cpv"}), Mode::unwitnessed);
  EXPECT_EQ(mode_of(genesis, {"unc", "sweden", "switzerland", "poland"}), Mode::contested);
  EXPECT_EQ(mode_of(genesis, {"unc", "sweden", "switzerland"}), std::nullopt);
  EXPECT_EQ(mode_of(genesis, {"sweden", "switzerland", "poland", "czechoslovakia"}), std::nullopt);
  EXPECT_EQ(mode_of(genesis, {}), std::nullopt);
}

TEST(Quorum, WithoutNeutralsEverySideSettles) {
  Genesis sides_only = genesis;
  sides_only.parties.resize(2);
  sides_only.neutrals_quorum = 0;
  EXPECT_EQ(mode_of(sides_only, {"unc", "kpa-cpv"}), Mode::settled);
  EXPECT_EQ(mode_of(sides_only, {"unc"}), std::nullopt);
}

TEST(Quorum, NeedsTheLineOfItsLog) {
  const Bytes good = cosigned_head(genesis, checkpoint, {"unc"}, UtcSeconds{1'000});
  ASSERT_TRUE(read_head(genesis, good).ok());
  const Bytes unsigned_head =
      to_text(checkpoint) + "\n" + line("unc", 1'000) + line("kpa-cpv", 1'000);
  EXPECT_EQ(refusal(unsigned_head), Errc::unknown_key);
  const Checkpoint other{"register.other.example/joint", TreeSize{7}, sha256("root")};
  EXPECT_EQ(refusal(sign_checkpoint(key_of(other.origin), other)), Errc::unknown_key);
  // The log's name and id over a signature that is not its own.
  const Bytes forged =
      to_text(checkpoint) + "\n" +
      signature_line(genesis.origin, genesis.log.id(), key_of("unc/root").secret.sign("x").view());
  EXPECT_EQ(refusal(forged), Errc::bad_signature);
  EXPECT_EQ(refusal(good + signature_line(genesis.origin, genesis.log.id(), "short")),
            Errc::bad_signature);
}

TEST(Quorum, RefusesABadLineOfACosigner) {
  const Bytes good = cosigned_head(genesis, checkpoint, {"kpa-cpv"}, UtcSeconds{1'000});
  const VerifierKey& unc = genesis.parties[0].cosigner;
  EXPECT_EQ(refusal(good + signature_line(unc.name, unc.id(), Bytes(72, '\1'))),
            Errc::bad_signature);
  // The signature of a plain note does for no cosignature.
  const NamedKey plain{
      unc.name, KeyType::ed25519,
      SecretKey::from_seed(key_of("unc/cosigner", KeyType::cosignature).secret.seed())};
  EXPECT_EQ(refusal(good + signature_line(unc.name, unc.id(),
                                          plain.secret.sign(to_text(checkpoint)).view())),
            Errc::bad_signature);
}

TEST(Quorum, PassesOverStrangers) {
  const Bytes good = cosigned_head(genesis, checkpoint, {"unc"}, UtcSeconds{1'000});
  const auto with = read_head(
      genesis, good + signature_line("\xc3\xb6sterreich.example/witness", KeyId{7}, "anything") +
                   signature_line("unc/cosigner", KeyId{7}, "another key of that name"));
  ASSERT_TRUE(with.ok()) << with.error().text();
  EXPECT_EQ(with->cosigned.size(), 1U);
}

TEST(Quorum, CountsACosignerOnceByItsFirstLine) {
  const Bytes twice = cosigned_head(genesis, checkpoint, {"unc"}, UtcSeconds{1'000}) +
                      line("unc", 5'000) + line("sweden", 2'000) + line("switzerland", 3'000);
  const auto head = read_head(genesis, twice);
  ASSERT_TRUE(head.ok()) << head.error().text();
  EXPECT_EQ(head->cosigned.size(), 3U);
  EXPECT_EQ(head->mode, std::nullopt);
  EXPECT_EQ(head->cosigned[0].time.value, 1'000);
}

TEST(Quorum, TakesTheLowerMedian) {
  Head head;
  for (const std::int64_t time : {50, 10, 40, 20, 30}) head.cosigned.push_back({"", {time}});
  EXPECT_EQ(head.lower_median().value, 30);
  head.cosigned.pop_back();
  EXPECT_EQ(head.lower_median().value, 20) << "of four, the second";
  head.cosigned.resize(1);
  EXPECT_EQ(head.lower_median().value, 50);
}

// The clock is kept as a JSON integer: a later time would make a state that cannot be read back.
TEST(Quorum, KnowsNoTimeThatDoesNotFitTheState) {
  const Bytes log_alone = sign_checkpoint(key_of(genesis.origin), checkpoint);
  EXPECT_TRUE(read_head(genesis, log_alone + line("unc", (1LL << 53) - 1)).ok());
  EXPECT_EQ(refusal(log_alone + line("unc", 1LL << 53)), Errc::bad_signature);
}

TEST(Quorum, WritesThePolicyOfSettled) {
  const std::string policy = policy_text(genesis);
  EXPECT_NE(policy.find("group sides all unc kpa-cpv\n"), std::string::npos);
  EXPECT_NE(policy.find("group neutrals 3 sweden switzerland poland czechoslovakia\n"),
            std::string::npos);
  EXPECT_TRUE(policy.ends_with("quorum full\n"));
}

}  // namespace
}  // namespace armistice
