// SPDX-License-Identifier: Apache-2.0
#include "record/vkey.h"

#include <gtest/gtest.h>

#include "support/circle.h"

namespace armistice {
namespace {

using testing::key_of;

Errc refusal(std::string_view text) {
  const auto vkey = parse_vkey(text);
  EXPECT_FALSE(vkey.ok()) << text;
  return vkey.ok() ? Errc::usage : vkey.error().code;
}

TEST(Vkey, ComesBack) {
  for (const KeyType type : {KeyType::ed25519, KeyType::cosignature}) {
    const VerifierKey key = key_of("unc/delegation", type).verifier();
    EXPECT_EQ(parse_vkey(to_text(key)).value(), key);
  }
}

// A key of which the base64 holds a plus: it is split at the first two.
TEST(Vkey, ItsBase64MayHoldAPlus) {
  for (int i = 0; i < 100; ++i) {
    const VerifierKey key = key_of(fmt::format("unc/{}", i)).verifier();
    const std::string text = to_text(key);
    if (std::count(text.begin(), text.end(), '+') == 2) continue;
    EXPECT_EQ(parse_vkey(text).value(), key);
    return;
  }
  FAIL() << "no key with a plus among a hundred";
}

TEST(Vkey, TellsWhatIsWrong) {
  const VerifierKey key = key_of("unc/delegation").verifier();
  const std::string id = to_text(key.id());
  const auto base64 = [](char type, ByteView bytes) {
    return to_base64(std::string(1, type) + std::string(bytes));
  };
  EXPECT_EQ(refusal("unc/delegation"), Errc::malformed);
  EXPECT_EQ(refusal("unc/delegation+" + id), Errc::malformed);
  EXPECT_EQ(refusal("UNC+" + id + "+" + base64(1, key.key.view())), Errc::malformed);
  EXPECT_EQ(refusal("unc/delegation+00000000+" + base64(1, key.key.view())), Errc::malformed);
  EXPECT_EQ(refusal("unc/delegation+" + id + "+"), Errc::malformed);
  EXPECT_EQ(refusal("unc/delegation+" + id + "+" + base64(1, key.key.view().substr(1))),
            Errc::malformed);
  EXPECT_EQ(refusal("unc/delegation+" + id + "+" + base64(2, key.key.view())), Errc::unsupported);
  EXPECT_EQ(refusal("unc/delegation+" + id + "+" + base64(1, Bytes(32, '\0'))),
            Errc::bad_signature);
}

// The id binds name, type and key.
TEST(Vkey, ItsIdBindsAllOfIt) {
  const VerifierKey key = key_of("unc/delegation").verifier();
  VerifierKey other = key;
  other.name = "unc/other";
  EXPECT_NE(other.id(), key.id());
  other = key;
  other.type = KeyType::cosignature;
  EXPECT_NE(other.id(), key.id());
}

TEST(KeyFile, ComesBack) {
  const NamedKey key = key_of("unc/cosigner", KeyType::cosignature);
  const auto back = parse_key_file(to_key_file(key));
  ASSERT_TRUE(back.ok()) << back.error().text();
  EXPECT_EQ(back->verifier(), key.verifier());
  const Bytes text = to_key_file(key);
  for (const Bytes& bad : {text.substr(0, text.size() - 1), text + "\n", text.substr(8),
                           "PRIVATE+KEY+" + to_text(key.verifier()) + "\n", Bytes()}) {
    EXPECT_EQ(parse_key_file(bad).error().code, Errc::malformed);
  }
}

}  // namespace
}  // namespace armistice
