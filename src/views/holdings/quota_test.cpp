// SPDX-License-Identifier: Apache-2.0
// Quotas by the day, as the invented agreement has one: at least twenty and at most a hundred a
// day, from the third day on.
#include <gtest/gtest.h>

#include "support/play.h"

namespace armistice {
namespace {

using testing::Play;
using Words = std::vector<std::string>;

class QuotaTest : public ::testing::Test {
 protected:
  static StatedTime at(const std::string& time) {
    const CivilTime stated = parse_civil_time("2031-04-" + time + ":00+02:00").value();
    return {to_text(stated), stated.utc};
  }
  // A count is of all up to its time.
  void count(const std::string& of, std::int64_t number, const std::string& time,
             const std::string& side = "alder") {
    StatedCount said;
    said.of = of;
    said.side = side;
    said.at = at(time);
    said.lines = {{"persons", "", number}};
    said.total = number;
    last_id_ = play_.say(side + "/delegate", said);
  }
  LeafIndex clock(const std::string& time) {
    play_.clock(at(time).utc);
    return {play_.next().value - 1};
  }
  std::string found(LeafIndex index) const {
    for (const auto& row : play_.rows().rows("finding")) {
      if (row[0] != to_value(index) || row[1] != Value("detained.by-the-day")) continue;
      return std::get<std::string>(row[9]) + ": " + std::get<std::string>(row[11]);
    }
    return {};
  }

  Play play_{testing::invented_agreement()};
  Digest last_id_;
};

TEST_F(QuotaTest, IsJudgedDayByDayOnceTheCountsOfADayMayBeThere) {
  count("detained-declared", 150, "01T08:00");
  count("detained-handed-over", 20, "03T18:00");
  EXPECT_EQ(found(clock("04T00:00")), "");
  EXPECT_EQ(found(clock("05T00:00")), "kept: alder 2031-04-03: 20 handed over");
  count("detained-handed-over", 39, "04T18:00");
  play_.restart();
  EXPECT_EQ(found(clock("06T00:00")), "broken: alder 2031-04-04: 19 handed over, at least 20");
  count("detained-handed-over", 140, "05T18:00");
  EXPECT_EQ(found(clock("07T00:00")), "broken: alder 2031-04-05: 101 handed over, at most 100");
  // Ten are left, and then nobody: nothing is asked of later days.
  count("detained-handed-over", 150, "06T18:00");
  EXPECT_EQ(found(clock("08T00:00")), "kept: alder 2031-04-06: 10 handed over");
  EXPECT_EQ(found(clock("09T00:00")), "");
}

TEST_F(QuotaTest, OfADayOnWhichNobodyCountsNobodyWasHandedOver) {
  count("detained-declared", 30, "01T08:00");
  count("detained-declared", 15, "01T08:00", "brenn");
  count("detained-handed-over", 15, "03T20:00", "brenn");
  EXPECT_EQ(found(clock("05T00:00")), "broken: alder 2031-04-03: 0 handed over, at least 20");
}

// Sums across reports: what is told of everywhere against what is told of each place.
TEST_F(QuotaTest, TheWholeIsHeldAgainstItsParts) {
  const auto at_place = [&](const std::string& place, std::int64_t number) {
    StatedCount said;
    said.of = "detained-declared";
    said.side = "alder";
    said.place = place;
    said.at = at("01T06:00");
    said.lines = {{"persons", "", number}};
    said.total = number;
    play_.say("alder/delegate", said);
    return play_.noticed("holdings_irregularity", {play_.next().value - 1});
  };
  EXPECT_EQ(at_place("", 8'918), Words{});
  EXPECT_EQ(at_place("north", 7'948), Words{"sum_differs"});
  EXPECT_EQ(at_place("south", 978), Words{"sum_differs"});
  EXPECT_EQ(at_place("south", 970), Words{});
  play_.restart();
  EXPECT_EQ(at_place("", 8'926), Words{"sum_differs"});
}

TEST_F(QuotaTest, WhoDeclaredNobodyOwesNothing) {
  EXPECT_EQ(found(clock("09T00:00")), "");
  EXPECT_TRUE(play_.rows().rows("holdings_judgement").empty());
}

TEST_F(QuotaTest, OfALongAbsenceAMonthIsJudgedAtATime) {
  count("detained-declared", 2'000, "01T08:00");
  play_.clock({at("03T00:00").utc.value + 60 * 86'400});
  const std::string month = found({play_.next().value - 1});
  EXPECT_NE(month.find("alder 2031-04-03: 0"), std::string::npos);
  EXPECT_NE(month.find("alder 2031-05-03: 0"), std::string::npos);
  EXPECT_EQ(month.find("alder 2031-05-04: 0"), std::string::npos);
  play_.restart();
  play_.clock({at("03T00:00").utc.value + 60 * 86'400 + 3'600});
  const std::string rest = found({play_.next().value - 1});
  EXPECT_EQ(rest.find("alder 2031-05-03: 0"), std::string::npos);
  EXPECT_NE(rest.find("alder 2031-05-04: 0"), std::string::npos);
}

}  // namespace
}  // namespace armistice
