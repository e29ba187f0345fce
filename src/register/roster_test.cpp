// SPDX-License-Identifier: Apache-2.0
#include "register/roster.h"

#include <gtest/gtest.h>

#include "crypto/hash.h"
#include "support/circle.h"

namespace armistice {
namespace {

using testing::enrolment;
using testing::example_genesis;
using testing::key_of;

class RosterTest : public ::testing::Test {
 protected:
  const RosterKey& key(const std::string& name, KeyType type = KeyType::ed25519) {
    return *roster.find(name, key_of(name, type).verifier().id());
  }
  Errc refusal(const RosterKey& author, const Key& body) {
    const auto may = roster.may_enrol(author, body);
    EXPECT_FALSE(may.ok());
    return may.ok() ? Errc::usage : may.error().code;
  }

  const Genesis genesis = example_genesis();
  Roster roster{genesis};
};

TEST_F(RosterTest, HoldsTheKeysOfGenesisInTheirRoles) {
  EXPECT_EQ(roster.keys().size(), 14U);
  EXPECT_EQ(key(genesis.origin).role, KeyRole::log);
  EXPECT_EQ(key("secretariat/clock").role, KeyRole::author);
  EXPECT_EQ(key("unc/root").role, KeyRole::root);
  EXPECT_EQ(key("unc/cosigner", KeyType::cosignature).role, KeyRole::cosigner);
  EXPECT_EQ(key("unc/cosigner", KeyType::cosignature).from, std::nullopt);
  EXPECT_EQ(roster.find("unc/root", key_of("kpa-cpv/root").verifier().id()), nullptr);
}

TEST_F(RosterTest, ARootEnrolsBelowItsParty) {
  const RosterKey root = key("unc/root");
  EXPECT_TRUE(roster.may_enrol(root, enrolment(key_of("unc/delegation").verifier())).ok());
  for (const char* name : {"kpa-cpv/delegation", "unc", "unc/", "uncle/press", "joint/mac"}) {
    EXPECT_EQ(refusal(root, enrolment(key_of(name).verifier())), Errc::wrong_signers) << name;
  }
  EXPECT_EQ(refusal(key("secretariat/clock"), enrolment(key_of("unc/press").verifier())),
            Errc::unknown_key);
}

TEST_F(RosterTest, EnrolsAuthorsOnly) {
  const RosterKey root = key("unc/root");
  for (const KeyRole role : {KeyRole::cosigner, KeyRole::log, KeyRole::root}) {
    Key body = enrolment(key_of("unc/second").verifier());
    body.role = role;
    EXPECT_EQ(refusal(root, body), Errc::unsupported);
  }
  for (const KeyAction action : {KeyAction::rotate, KeyAction::revoke}) {
    Key body = enrolment(key_of("unc/second").verifier());
    body.action = action;
    EXPECT_EQ(refusal(root, body), Errc::unsupported);
  }
  EXPECT_EQ(refusal(root, enrolment(key_of("unc/second", KeyType::cosignature).verifier())),
            Errc::unsupported);
}

TEST_F(RosterTest, AKeyIsEnrolledOnce) {
  const RosterKey root = key("unc/root");
  const Key body = enrolment(key_of("unc/delegation").verifier());
  roster.enrol(body, LeafIndex{5}, LeafIndex{6});
  EXPECT_EQ(refusal(root, body), Errc::exists);
  Key renamed = body;
  renamed.vkey.name = "unc/press";
  EXPECT_EQ(refusal(root, renamed), Errc::exists) << "under another name";
  for (const VerifierKey& taken :
       {genesis.log, genesis.secretary, genesis.parties[1].root, genesis.parties[3].cosigner}) {
    renamed.vkey = {"unc/press", KeyType::ed25519, taken.key};
    EXPECT_EQ(refusal(root, renamed), Errc::exists) << to_text(taken);
  }
}

TEST_F(RosterTest, AnOwnRegistersKeyHasItsRole) {
  Genesis with_own = genesis;
  const VerifierKey own = key_of("register.unc.example/own").verifier();
  with_own.parties[0].own_register = to_text(own);
  const Roster other(with_own);
  const VerifierKey renamed{"unc/press", KeyType::ed25519, own.key};
  const auto may =
      other.may_enrol(*other.find("unc/root", genesis.parties[0].root.id()), enrolment(renamed));
  ASSERT_FALSE(may.ok());
  EXPECT_EQ(may.error().code, Errc::exists);
}

TEST_F(RosterTest, ReleasesWhatAHeadCovers) {
  roster.enrol(enrolment(key_of("unc/early").verifier()), LeafIndex{5}, std::nullopt);
  roster.enrol(enrolment(key_of("unc/late").verifier()), LeafIndex{8}, std::nullopt);
  roster.release(TreeSize{5}, LeafIndex{10});
  EXPECT_EQ(key("unc/early").from, std::nullopt);
  roster.release(TreeSize{6}, LeafIndex{11});
  EXPECT_EQ(key("unc/early").from, LeafIndex{11});
  EXPECT_EQ(key("unc/late").from, std::nullopt);
  roster.release(TreeSize{20}, LeafIndex{21});
  EXPECT_EQ(key("unc/early").from, LeafIndex{11}) << "once released, it stays so";
  EXPECT_EQ(key("unc/late").from, LeafIndex{21});
  EXPECT_EQ(key("unc/cosigner", KeyType::cosignature).from, std::nullopt);
  EXPECT_EQ(key(genesis.origin).from, std::nullopt);
}

}  // namespace
}  // namespace armistice
