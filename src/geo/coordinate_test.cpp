// SPDX-License-Identifier: Apache-2.0
#include "geo/coordinate.h"

#include <gtest/gtest.h>

#include "geo/decimal_json.h"

namespace armistice {
namespace {

TEST(ParseScaled, IsExactAndRoundsHalfAway) {
  EXPECT_EQ(parse_scaled("38.1234567", 7).value(), 381'234'567);
  EXPECT_EQ(parse_scaled("38.12345674999", 7).value(), 381'234'567);
  EXPECT_EQ(parse_scaled("38.12345675", 7).value(), 381'234'568);
  EXPECT_EQ(parse_scaled("-0.00000005", 7).value(), -1);
  EXPECT_EQ(parse_scaled("-0.00000004", 7).value(), 0);
  EXPECT_EQ(parse_scaled("1.2e2", 3).value(), 120'000);
  EXPECT_EQ(parse_scaled("5e-4", 3).value(), 1);
  EXPECT_EQ(parse_scaled("4e-30", 3).value(), 0);
  EXPECT_EQ(parse_scaled("007", 0).value(), 7);
}

TEST(ParseScaled, RefusesWhatIsNoNumber) {
  for (const char* text : {"", "-", ".5", "5.", "1,5", "1e", "1e+", "0x10", "nan", "inf", " 1",
                           "1 ", "+1", "1e999", "1.2.3", "--1", "٣"}) {
    EXPECT_EQ(parse_scaled(text, 7).error().code, Errc::malformed) << text;
  }
  EXPECT_EQ(parse_scaled("123456789012345678901", 7).error().code, Errc::out_of_range);
  EXPECT_EQ(parse_scaled("1e30", 7).error().code, Errc::out_of_range);
}

TEST(Degrees, HaveLimits) {
  EXPECT_EQ(parse_latitude("-90").value(), -90 * e7);
  EXPECT_EQ(parse_latitude("90.0000001").error().code, Errc::out_of_range);
  EXPECT_EQ(parse_longitude("180").value(), 180 * e7);
  EXPECT_EQ(parse_longitude("-180.1").error().code, Errc::out_of_range);
  EXPECT_EQ(parse_metres("-1").error().code, Errc::out_of_range);
  EXPECT_EQ(degrees_text(-381'234'567), "-38.1234567");
  EXPECT_EQ(degrees_text(5), "0.0000005");
}

TEST(DecimalJson, KeepsNumbersAsTheyWereWritten) {
  const Json json = parse_decimal_json(R"({"a":[126.50,-1e-3],"b":"7","c\"":true})", 100).value();
  EXPECT_EQ(number_text((*json.find("a")->as_array())[0]), "126.50");
  EXPECT_EQ(number_text((*json.find("a")->as_array())[1]), "-1e-3");
  EXPECT_EQ(number_text(*json.find("b")), std::nullopt);
  EXPECT_EQ(plain_text(*json.find("b")), "7");
  EXPECT_EQ(plain_text((*json.find("a")->as_array())[0]), std::nullopt);
  EXPECT_EQ(json.find("c\"")->as_bool() != nullptr, true);
}

TEST(DecimalJson, IsStrict) {
  for (const char* text : {"{\"a\":01}", "{\"a\":1,\"a\":2}", "{1 2}", "[1,]", "-", "\"\x7f\"",
                           "\"\\u007f\"", "\"\\u007F\"", "[1}", "tru", "[--1]", "[-]", ""}) {
    EXPECT_EQ(parse_decimal_json(text, 100).error().code, Errc::malformed) << text;
  }
  EXPECT_EQ(parse_decimal_json("[1.5]", 3).error().code, Errc::too_large);
}

}  // namespace
}  // namespace armistice
