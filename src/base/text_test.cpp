// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"

#include <gtest/gtest.h>

#include "base/time.h"

namespace armistice {
namespace {

TEST(Decimal, HasOneSpellingAValue) {
  EXPECT_EQ(parse_decimal("0").value(), 0U);
  EXPECT_EQ(parse_decimal("9223372036854775807").value(), 9223372036854775807U);
  EXPECT_EQ(parse_decimal("9223372036854775808").error().code, Errc::out_of_range);
  EXPECT_EQ(parse_decimal("99999999999999999999999").error().code, Errc::out_of_range);
  EXPECT_EQ(parse_decimal("99999999999999999999999x").error().code, Errc::malformed);
  for (const char* bad : {"", "00", "01", "-1", "+1", "1 ", " 1", "1a", "0x1"}) {
    EXPECT_EQ(parse_decimal(bad).error().code, Errc::malformed) << bad;
  }
}

TEST(Utf8, FollowsTheTableOfRfc3629) {
  for (const char* good : {"", "a", "é", "한", "🕊"}) EXPECT_TRUE(is_utf8(good)) << good;
  for (const char* bad : {"\x80", "\xc0\x80", "\xc1\xbf", "\xed\xa0\x80", "\xf4\x90\x80\x80",
                          "\xe0\x80\x80", "\xf0\x8f\xbf\xbf", "\xc3", "\xff"}) {
    EXPECT_FALSE(is_utf8(bad));
  }
}

TEST(Name, IsLowerCaseAsciiOfAtMost64) {
  EXPECT_TRUE(is_name("kpa-cpv/delegation"));
  EXPECT_TRUE(is_name(std::string(64, 'a')));
  for (const std::string& bad : {std::string(), std::string(65, 'a'), std::string("Unc"),
                                 std::string("a b"), std::string("a+b"), std::string("é")}) {
    EXPECT_FALSE(is_name(bad)) << bad;
  }
  EXPECT_EQ(party_of("unc/delegation"), "unc");
  EXPECT_EQ(party_of("unc"), "unc");
  EXPECT_TRUE(is_below("unc/delegation", "unc"));
  for (const char* other : {"unc", "unc/", "uncle/delegation", "un/delegation", "/unc", ""}) {
    EXPECT_FALSE(is_below(other, "unc")) << other;
  }
}

TEST(CivilTime, ReadsTheOffsetItStates) {
  const auto time = parse_civil_time("1951-07-12T01:30:00+09:00");
  ASSERT_TRUE(time.ok()) << time.error().text();
  EXPECT_EQ(time->utc.value, -583'054'200);
  EXPECT_EQ(to_text(*time), "1951-07-12T01:30:00+09:00");
  EXPECT_EQ(to_text(CivilTime{time->utc, -19'800}), "1951-07-11T11:00:00-05:30");
}

TEST(CivilTime, RefusesWhatNoClockShows) {
  for (const char* bad :
       {"1951-07-12T01:30:00Z", "1951-07-12T01:30:00", "1951-07-12 01:30:00+09:00",
        "1951-02-29T00:00:00+00:00", "1951-07-12T24:00:00+00:00", "1951-07-12T23:59:60+00:00",
        "1951-07-12T01:30:00-00:00", "1951-07-12T01:30:00+14:01", "1951-07-12T01:30:00+09:60",
        "1899-12-31T00:00:00+00:00", "2200-01-01T00:00:00+00:00", "1951-7-12T01:30:00+09:00",
        "1951-07-12T01:30:00.5+09:00", "+951-07-12T01:30:00+09:00"}) {
    EXPECT_FALSE(parse_civil_time(bad).ok()) << bad;
  }
}

TEST(CivilTime, LeapYearsAndEndsComeBack) {
  for (const char* good : {"2000-02-29T23:59:59+14:00", "1900-01-01T00:00:00+00:00",
                           "2199-12-31T23:59:59-14:00", "1970-01-01T00:00:00+08:30"}) {
    EXPECT_EQ(to_text(parse_civil_time(good).value()), good);
  }
}

}  // namespace
}  // namespace armistice
