// SPDX-License-Identifier: Apache-2.0
#include "base/bytes.h"

#include <gtest/gtest.h>

namespace armistice {
namespace {

TEST(Base64, EveryLengthComesBack) {
  Bytes bytes;
  for (int length = 0; length < 70; ++length) {
    const auto back = from_base64(to_base64(bytes));
    ASSERT_TRUE(back.ok()) << back.error().text();
    EXPECT_EQ(*back, bytes);
    bytes += static_cast<char>(length * 37);
  }
}

TEST(Base64, HasOneSpellingAValue) {
  EXPECT_EQ(to_base64("cable"), "Y2FibGU=");
  for (const char* bad : {"Y2FibGU", "Y2FibGV=", "Y2FibGU= ", "Y2Fi\nbGU=", "Y2FibG==", "====",
                          "Y2-ibGU=", "Y=FibGU=", "Y2FibGU=AAAA", "="}) {
    const auto read = from_base64(bad);
    EXPECT_FALSE(read.ok()) << bad;
  }
}

TEST(Hex, RefusesCapitalsAndOddLengths) {
  std::array<std::uint8_t, 2> out{};
  EXPECT_TRUE(from_hex("00ff", out).ok());
  EXPECT_EQ(out[1], 0xff);
  EXPECT_FALSE(from_hex("00FF", out).ok());
  EXPECT_FALSE(from_hex("00f", out).ok());
  EXPECT_FALSE(from_hex("00fg", out).ok());
}

TEST(Digest, IsWrittenWithItsAlgorithm) {
  const Digest digest = digest_of_bytes(Bytes(32, 'a'));
  EXPECT_EQ(parse_digest(to_text(digest)).value(), digest);
  EXPECT_FALSE(parse_digest(to_hex(digest.view())).ok());
  EXPECT_FALSE(parse_digest("sha512:" + to_hex(digest.view())).ok());
}

TEST(EqualConstantTime, ComparesAllBytes) {
  EXPECT_TRUE(equal_constant_time("abc", "abc"));
  EXPECT_FALSE(equal_constant_time("abc", "abd"));
  EXPECT_FALSE(equal_constant_time("abc", "ab"));
}

}  // namespace
}  // namespace armistice
