// SPDX-License-Identifier: Apache-2.0
#include "crypto/ed25519.h"

#include <gtest/gtest.h>

#include "base/json.h"
#include "crypto/hash.h"
#include "support/shared_data.h"

namespace armistice {
namespace {

std::string hex_of_bytes(const std::string& hex) {
  Bytes bytes(hex.size() / 2, '\0');
  const std::span<std::uint8_t> out(reinterpret_cast<std::uint8_t*>(bytes.data()), bytes.size());
  EXPECT_TRUE(from_hex(hex, out).ok()) << hex;
  return bytes;
}

TEST(Sha256, MatchesFips180) {
  EXPECT_EQ(to_hex(sha256("").view()),
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256("ab", "c"), sha256("abc"));
  EXPECT_EQ(sha256("a", "b", "c"), sha256("abc"));
}

// RFC 8032 §7.1, test 2.
TEST(Ed25519, SignsAsRfc8032) {
  const auto key = SecretKey::from_seed(
      hex_of_bytes("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"));
  EXPECT_EQ(to_hex(key.public_key().view()),
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
  const Signature signature = key.sign("\x72");
  EXPECT_EQ(to_hex(signature.view()),
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
            "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
  EXPECT_TRUE(verify(key.public_key(), "\x72", signature));
  EXPECT_FALSE(verify(key.public_key(), "\x73", signature));
  EXPECT_EQ(SecretKey::from_seed(key.seed()).public_key(), key.public_key());
}

TEST(Ed25519, RefusesKeysOfSmallOrderAndOtherSpellings) {
  PublicKey key;
  key.bytes[0] = 1;  // the identity
  EXPECT_FALSE(is_acceptable(key));
  key.bytes[31] = 0x80;  // the same with the sign bit
  EXPECT_FALSE(is_acceptable(key));
  key.bytes.fill(0xff);  // above p
  EXPECT_FALSE(is_acceptable(key));
  EXPECT_TRUE(is_acceptable(SecretKey::from_seed(Bytes(32, '\1')).public_key()));
}

// The published edge cases: which of them verify is settled by libsodium's strict rule, and the
// browser's reader must say the same (web/src/verify). The 43 are those that every verifier
// accepts.
TEST(Ed25519, PublishedEdgeCases) {
  const auto path = testing::shared_data("vectors/ed25519vectors.json");
  if (!path) GTEST_SKIP() << "no published vectors";
  const auto text = real_env().read_file(*path, 1 << 20);
  ASSERT_TRUE(text.ok()) << text.error().text();
  const auto cases = parse_json(*text);
  ASSERT_TRUE(cases.ok()) << cases.error().text();
  std::size_t accepted = 0;
  for (const Json& one : *cases->as_array()) {
    PublicKey key;
    Signature signature;
    ASSERT_TRUE(from_hex(*one.find("key")->as_text(), key.bytes).ok());
    ASSERT_TRUE(from_hex(*one.find("sig")->as_text(), signature.bytes).ok());
    const bool good = verify(key, *one.find("msg")->as_text(), signature);
    if (good) ++accepted;
    const Json* flags = one.find("flags");
    for (const Json& flag : flags->is_null() ? Json::Array{} : *flags->as_array()) {
      const std::string& name = *flag.as_text();
      if (name == "low_order_A" || name == "low_order_R" || name.starts_with("non_canonical")) {
        EXPECT_FALSE(good) << to_text(one);
      }
      if (name == "low_order_A" || name == "non_canonical_A") {
        EXPECT_FALSE(is_acceptable(key));
      }
    }
  }
  EXPECT_EQ(cases->as_array()->size(), 914U);
  EXPECT_EQ(accepted, 43U);
}

}  // namespace
}  // namespace armistice
