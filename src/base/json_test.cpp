// SPDX-License-Identifier: Apache-2.0
#include "base/json.h"

#include <gtest/gtest.h>

#include "base/limits.h"

namespace armistice {
namespace {

Errc refusal(std::string_view text) {
  const auto read = parse_json(text);
  EXPECT_FALSE(read.ok()) << text;
  return read.ok() ? Errc::usage : read.error().code;
}

TEST(Json, WritesWhatItRead) {
  const std::string text =
      R"({"salt":"00","count":-9007199254740991,"list":[true,false,null,"\"\\\n한"],"empty":{}})";
  const auto read = parse_json(text);
  ASSERT_TRUE(read.ok()) << read.error().text();
  EXPECT_EQ(to_text(*read), text);
  EXPECT_EQ(parse_json(to_indented_text(*read)).value(), *read);
  EXPECT_EQ(*read->find("count")->as_integer(), -limits::json_integer_max);
  EXPECT_EQ(read->find("none"), nullptr);
}

TEST(Json, RefusesWhatReadersUnderstandDifferently) {
  EXPECT_EQ(refusal(R"({"a":1,"a":2})"), Errc::malformed);
  EXPECT_EQ(refusal(R"({"a":1,"\u0061":2})"), Errc::malformed);
  EXPECT_EQ(refusal("\xef\xbb\xbf{}"), Errc::malformed);
  EXPECT_EQ(refusal(R"("\u0000")"), Errc::malformed);
  EXPECT_EQ(refusal(R"({"\u0000":1})"), Errc::malformed);
  EXPECT_EQ(refusal(R"("\ud800")"), Errc::malformed);
  EXPECT_EQ(refusal("\"\xed\xa0\x80\""), Errc::malformed);
  EXPECT_EQ(refusal("{}{}"), Errc::malformed);
  EXPECT_EQ(refusal("{} x"), Errc::malformed);
  EXPECT_EQ(refusal(std::string_view("{}\0{}", 5)), Errc::malformed);
  EXPECT_EQ(refusal(std::string_view("{}\0", 3)), Errc::malformed);
  EXPECT_EQ(refusal(""), Errc::malformed);
  EXPECT_EQ(refusal("[1,]"), Errc::malformed);
  EXPECT_EQ(refusal("01"), Errc::malformed);
  EXPECT_EQ(refusal("{'a':1}"), Errc::malformed);
  EXPECT_EQ(refusal("/**/{}"), Errc::malformed);
  EXPECT_EQ(refusal("NaN"), Errc::malformed);
}

TEST(Json, HoldsIntegersOnly) {
  EXPECT_EQ(refusal("1.0"), Errc::out_of_range);
  EXPECT_EQ(refusal("1e2"), Errc::out_of_range);
  EXPECT_EQ(refusal("9007199254740992"), Errc::out_of_range);
  EXPECT_EQ(refusal("-9007199254740992"), Errc::out_of_range);
  EXPECT_EQ(refusal("99999999999999999999999999"), Errc::out_of_range);
  EXPECT_EQ(refusal(std::string(400, '9')), Errc::out_of_range);
  EXPECT_EQ(refusal("1e400"), Errc::out_of_range);
  EXPECT_EQ(parse_json("-0").value(), Json(0));
}

TEST(Json, StopsAtDepth16) {
  EXPECT_TRUE(parse_json(std::string(16, '[') + std::string(16, ']')).ok());
  EXPECT_EQ(refusal(std::string(17, '[') + std::string(17, ']')), Errc::too_large);
  EXPECT_EQ(refusal(std::string(100'000, '[')), Errc::too_large);
}

TEST(Json, StopsAtItsLimits) {
  std::string wide = "{";
  for (std::size_t i = 0; i <= limits::json_fields_max; ++i) wide += fmt::format("\"{}\":1,", i);
  wide.back() = '}';
  EXPECT_EQ(refusal(wide), Errc::too_large);
  EXPECT_EQ(refusal(std::string(limits::json_body_bytes_max + 1, ' ')), Errc::too_large);
}

}  // namespace
}  // namespace armistice
