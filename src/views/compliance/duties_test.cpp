// SPDX-License-Identifier: Apache-2.0
// Duties against the register's clock: in time, late, overdue, and taken back.
#include "views/compliance/duties.h"

#include <gtest/gtest.h>

#include "base/limits.h"
#include "support/play.h"

namespace armistice {
namespace {

using testing::Play;
using Words = std::vector<std::string>;

class DutiesTest : public ::testing::Test {
 protected:
  static UtcSeconds at(std::string_view time) { return parse_civil_time(time).value().utc; }
  // The state of a duty of the first side, under a reading.
  std::string state(const std::string& term, const std::string& day = "",
                    const std::string& reading = "") const {
    const std::int64_t number = day.empty() ? 0 : parse_day(day).value().number;
    for (const auto& row : play_.rows().rows("duty")) {
      if (row[0] == Value(term) && row[1] == Value(reading) && row[2] == Value("unc") &&
          row[3] == Value(number)) {
        return std::get<std::string>(row[5]);
      }
    }
    return {};
  }
  LeafIndex last() const { return {play_.next().value - 1}; }
  Fulfilment done(const std::string& term, const std::string& day = "") const {
    Fulfilment said;
    said.term = term;
    said.occasion = day;
    said.at = {"1953-07-30T12:00:00+09:00", at("1953-07-30T12:00:00+09:00")};
    return said;
  }
  Words noticed(const std::string& by, const Fulfilment& said) {
    play_.say(by, said);
    return play_.noticed("compliance_irregularity", last());
  }
  Play play_;
};

TEST_F(DutiesTest, WhatTheClockPassesUndoneIsOverdue) {
  play_.clock(at("1953-07-30T22:00:00+09:00"));
  EXPECT_EQ(state("zone.withdrawal"), "");  // the last second is still in time
  play_.clock(at("1953-07-30T22:00:01+09:00"));
  EXPECT_EQ(state("zone.withdrawal"), "overdue");
  const LeafIndex clock = last();
  Words found;
  for (const auto& row : play_.rows().rows("finding")) {
    if (row[0] == to_value(clock) && row[1] == Value("zone.withdrawal")) {
      found.push_back(std::get<std::string>(row[3]) + " " + std::get<std::string>(row[9]));
    }
  }
  EXPECT_EQ(found, (Words{"kpa-cpv broken", "unc broken"}));
  play_.restart();
  play_.say("unc/commander", done("zone.withdrawal"));
  EXPECT_EQ(state("zone.withdrawal"), "late");
  // One finding of an occasion: it rests on the clock record, and says now that it came late.
  EXPECT_EQ(play_.verdicts_on(last()), Words{});
  const auto because = [&] {
    std::string said;
    for (const auto& row : play_.rows().rows("finding")) {
      const bool of_it = row[0] == to_value(clock) && row[1] == Value("zone.withdrawal") &&
                         row[3] == Value("unc") && row[2] == Value("");
      if (of_it) said += std::get<std::string>(row[11]);
    }
    return said;
  };
  EXPECT_EQ(because(), "unc: done 1953-07-30T22:00:01+09:00, due 1953-07-30T22:00:00+09:00");
  const Digest late = play_.record(last())->id;
  play_.say("unc/commander", Retraction{}, {late});
  EXPECT_EQ(state("zone.withdrawal"), "overdue");
  EXPECT_EQ(because().find("unc: done"), std::string::npos) << because();
}

TEST_F(DutiesTest, WhatIsDoneInTimeIsKept) {
  EXPECT_EQ(noticed("unc/commander", done("zone.withdrawal")), Words{});
  EXPECT_EQ(state("zone.withdrawal"), "fulfilled");
  play_.restart();
  play_.clock(at("1953-08-10T00:00:00+09:00"));
  EXPECT_EQ(state("zone.withdrawal"), "fulfilled");
  EXPECT_EQ(noticed("unc/delegation", done("zone.withdrawal")), Words{"done_already"});
}

TEST_F(DutiesTest, BothReadingsOfTenDaysShow) {
  play_.clock(at("1953-08-06T23:00:00+09:00"));
  EXPECT_EQ(state("rear.withdrawal"), "overdue");
  EXPECT_EQ(state("rear.withdrawal", "", "day_count=whole_days"), "");
  play_.say("unc/commander", done("rear.withdrawal"));
  EXPECT_EQ(state("rear.withdrawal"), "late");
  EXPECT_EQ(state("rear.withdrawal", "", "day_count=whole_days"), "fulfilled");
}

TEST_F(DutiesTest, OnlyWhoOwesSaysThatItIsDone) {
  EXPECT_EQ(noticed("sweden/member", done("zone.withdrawal")), Words{"not_owed"});
  EXPECT_EQ(noticed("unc/commander", done("line.crossing")), Words{"unknown_duty"});
  EXPECT_EQ(noticed("unc/commander", done("rotation.daily-report", "1953-08-05")),
            Words{"unknown_duty"});
  EXPECT_EQ(noticed("unc/commander", done("zone.withdrawal", "1953-08-05")),
            Words{"unknown_occasion"});
  EXPECT_EQ(noticed("unc/commander", done("prisoners.data-supplement", "1953-08-17")),
            Words{"unknown_occasion"});
  EXPECT_EQ(noticed("unc/commander", done("prisoners.data-supplement", "1953-08-16")), Words{});
}

TEST_F(DutiesTest, ADaysReportIsDueWhenTheNextDayEnds) {
  Movement said;
  said.side = "unc";
  said.day = parse_day("1953-07-28").value();
  said.counts = {{"pusan", Direction::departing, MovementSort::rotation, "", 10}};
  said.departed = 10;
  const Digest id = play_.say("unc/delegation", said);
  EXPECT_EQ(state("rotation.daily-report", "1953-07-28"), "fulfilled");
  play_.clock(at("1953-07-31T00:00:00+09:00"));
  EXPECT_EQ(state("rotation.daily-report", "1953-07-28"), "fulfilled");
  EXPECT_EQ(state("rotation.daily-report", "1953-07-29"), "overdue");
  EXPECT_EQ(state("rotation.daily-report", "1953-07-30"), "");
  EXPECT_EQ(state("rotation.daily-report", "1953-07-30", "due_by=same_day"), "overdue");
  play_.restart();
  // What is taken back was not done; its hour has passed.
  play_.say("unc/delegation", Retraction{}, {id});
  EXPECT_EQ(state("rotation.daily-report", "1953-07-28"), "overdue");
  play_.say("unc/delegation", said);
  EXPECT_EQ(state("rotation.daily-report", "1953-07-28"), "late");
}

TEST_F(DutiesTest, ALeapOfTheClockClosesNoMoreThanItsShareAtOnce) {
  play_.clock(at("1954-07-27T22:00:00+09:00"));
  const std::size_t first = play_.rows().rows("duty").size();
  EXPECT_EQ(first, limits::duties_closed_at_once);
  play_.clock({play_.now().value + 1});
  EXPECT_GT(play_.rows().rows("duty").size(), first);
}

}  // namespace
}  // namespace armistice
