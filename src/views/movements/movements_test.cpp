// SPDX-License-Identifier: Apache-2.0
// Ledgers: what counts, what adds up, and what the paragraphs say of it.
#include "views/movements/movements.h"

#include <gtest/gtest.h>

#include "support/play.h"

namespace armistice {
namespace {

using testing::Play;
using Words = std::vector<std::string>;

class LedgerTest : public ::testing::Test {
 protected:
  static PersonsCount count(Direction direction, std::int64_t persons,
                            const std::string& point = "pusan") {
    return {point, direction, MovementSort::rotation, "", persons};
  }
  static Movement report(const std::string& day, std::vector<PersonsCount> counts) {
    Movement said;
    said.side = "unc";
    said.day = parse_day(day).value();
    said.counts = std::move(counts);
    for (const PersonsCount& one : said.counts) {
      (one.direction == Direction::arriving ? said.arrived : said.departed) += one.persons;
    }
    return said;
  }
  static Movement moved(const std::string& day, std::int64_t in, std::int64_t out) {
    return report(day, {count(Direction::arriving, in), count(Direction::departing, out)});
  }
  LeafIndex say(const Body& body, const std::string& by = "unc/delegation") {
    last_id_ = play_.say(by, body);
    return {play_.next().value - 1};
  }
  Words noticed(LeafIndex index) const { return play_.noticed("movements_irregularity", index); }
  Words day_row(const std::string& day) const {
    for (const auto& row : play_.rows().rows("ledger_day")) {
      if (row[0] != Value("unc") || row[1] != Value(parse_day(day).value().number)) continue;
      return {std::to_string(std::get<std::int64_t>(row[2])),
              std::to_string(std::get<std::int64_t>(row[3]))};
    }
    return {};
  }
  std::string verdict(LeafIndex index, const std::string& term,
                      const std::string& reading = "") const {
    for (const auto& row : play_.rows().rows("finding")) {
      if (row[0] == to_value(index) && row[1] == Value(term) && row[2] == Value(reading)) {
        return std::get<std::string>(row[9]);
      }
    }
    return {};
  }

  Play play_;
  Digest last_id_;
};

// On the evening of the day that most reports are about.
class MovementsTest : public LedgerTest {
 protected:
  MovementsTest() { play_.clock(parse_civil_time("1953-08-05T20:00:00+09:00").value().utc); }
};

TEST_F(MovementsTest, ManForManWithinTheCeilingThroughAPortIsKept) {
  const LeafIndex at = say(moved("1953-08-05", 1'200, 1'200));
  EXPECT_EQ(noticed(at), Words{});
  EXPECT_EQ(play_.verdicts_on(at), (Words{"rotation.balance kept", "rotation.ceiling kept",
                                          "rotation.daily-report kept", "rotation.points kept"}));
  EXPECT_EQ(day_row("1953-08-05"), (Words{"1200", "1200"}));
}

TEST_F(MovementsTest, TheBalanceIsOfAllThatCameAndWentSinceTheEffectiveHour) {
  play_.clock(parse_civil_time("1953-08-08T20:00:00+09:00").value().utc);
  say(moved("1953-08-05", 0, 500));
  EXPECT_EQ(verdict(say(moved("1953-08-06", 500, 0)), "rotation.balance"), "kept");
  EXPECT_EQ(verdict(say(moved("1953-08-07", 1, 0)), "rotation.balance"), "broken");
  play_.restart();
  EXPECT_EQ(verdict(say(moved("1953-08-08", 0, 1)), "rotation.balance"), "kept");
}

TEST_F(MovementsTest, TheCeilingIsOfTheMonthUnderBothReadings) {
  play_.clock(parse_civil_time("1953-09-21T20:00:00+09:00").value().utc);
  say(moved("1953-08-20", 20'000, 40'000));
  const LeafIndex next_month = say(moved("1953-09-05", 15'001, 0));
  EXPECT_EQ(verdict(next_month, "rotation.ceiling"), "kept");
  EXPECT_EQ(verdict(next_month, "rotation.ceiling", "month=rolling"), "broken");
  // A month later by the same day of the month, the first day is out of the span.
  const LeafIndex later = say(moved("1953-09-20", 4'998, 0));
  EXPECT_EQ(verdict(later, "rotation.ceiling", "month=rolling"), "kept");
  const LeafIndex over = say(moved("1953-09-21", 15'002, 0));
  EXPECT_EQ(verdict(over, "rotation.ceiling"), "broken");
  // A report that comes late counts in its own month.
  EXPECT_EQ(verdict(say(moved("1953-08-01", 15'000, 0)), "rotation.ceiling"), "kept");
  EXPECT_EQ(verdict(say(moved("1953-08-02", 1, 0)), "rotation.ceiling"), "broken");
}

TEST_F(MovementsTest, OnlyThroughThePointsOfTheSide) {
  const LeafIndex at = say(report("1953-08-05", {count(Direction::departing, 5, "sinuiju")}));
  EXPECT_EQ(verdict(at, "rotation.points"), "broken");
}

TEST_F(MovementsTest, SumsThatFailAreNoticedAndThePartsCount) {
  // The figures of a report of 2024: 8,918 in all, of 7,948 and 978.
  Movement said = report("1953-08-05", {count(Direction::departing, 7'948),
                                        count(Direction::departing, 978, "inchon")});
  said.departed = 8'918;
  const LeafIndex at = say(said);
  EXPECT_EQ(noticed(at), Words{"sum_differs"});
  EXPECT_EQ(day_row("1953-08-05"), (Words{"0", "8926"}));
}

TEST_F(MovementsTest, ASideReportsItsOwnAndOnlyOnceADay) {
  EXPECT_EQ(noticed(say(moved("1953-08-05", 1, 1), "kpa-cpv/delegation")), Words{"not_the_side"});
  EXPECT_EQ(noticed(say(moved("1953-08-05", 1, 1), "sweden/officer")), Words{"not_the_side"});
  EXPECT_EQ(day_row("1953-08-05"), Words{});
  EXPECT_EQ(noticed(say(moved("1953-08-05", 1, 1))), Words{});
  const Digest first = last_id_;
  EXPECT_EQ(noticed(say(moved("1953-08-05", 9, 9))), Words{"reported_twice"});
  EXPECT_EQ(day_row("1953-08-05"), (Words{"1", "1"}));
  play_.restart();
  play_.say("unc/delegation", Retraction{}, {first});
  EXPECT_EQ(day_row("1953-08-05"), (Words{"0", "0"}));
  EXPECT_EQ(noticed(say(moved("1953-08-05", 9, 9))), Words{});
  EXPECT_EQ(day_row("1953-08-05"), (Words{"9", "9"}));
}

TEST_F(MovementsTest, WhatIsInspectedIsHeldAgainstWhatIsReported) {
  Movement seen = moved("1953-08-05", 1'150, 0);
  seen.counts.pop_back();
  seen.basis = CountBasis::inspected;
  EXPECT_EQ(noticed(say(seen, "kpa-cpv/delegation")), Words{"not_an_inspector"});
  EXPECT_EQ(noticed(say(seen, "sweden/officer")), Words{});
  play_.restart();
  EXPECT_EQ(noticed(say(moved("1953-08-05", 1'200, 1'200))), Words{"inspected_differs"});
  seen.counts.front().persons = 1'200;
  seen.arrived = 1'200;
  EXPECT_EQ(noticed(say(seen, "poland/officer")), Words{});
}

Shipment tanks(std::int64_t quantity, std::int64_t replaced) {
  Shipment said;
  said.side = "unc";
  said.shipment = "S-17";
  said.point = "pusan";
  const CivilTime at = parse_civil_time("1953-08-05T09:00:00+09:00").value();
  said.at = {to_text(at), at.utc};
  said.items = {
      {Materiel::armored_vehicle, "M46", quantity, "M46", replaced, Disposition::worn_out}};
  return said;
}

TEST_F(MovementsTest, MaterielComesPieceForPieceThroughAPort) {
  const LeafIndex at = say(tanks(4, 4));
  EXPECT_EQ(play_.verdicts_on(at), (Words{"materiel.points kept", "materiel.replacement kept",
                                          "materiel.shipment-report kept"}));
  Shipment more = tanks(5, 4);
  more.shipment = "S-18";
  more.point = "seoul";
  EXPECT_EQ(play_.verdicts_on(say(more)),
            (Words{"materiel.points broken", "materiel.replacement broken",
                   "materiel.shipment-report kept"}));
  EXPECT_EQ(noticed(say(tanks(4, 4))), Words{"reported_twice"});
}

TEST_F(MovementsTest, AShipmentThatOnlyTheInspectorsSawIsNoticed) {
  Shipment seen = tanks(5, 5);
  seen.basis = CountBasis::inspected;
  EXPECT_EQ(noticed(say(seen, "sweden/officer")), Words{"not_reported"});
  play_.restart();
  EXPECT_EQ(noticed(say(tanks(4, 4))), Words{"inspected_differs"});
}

// 13d: every shipment is reported, each in its time; the clock finds what nobody reports.
class ShipmentReportTest : public LedgerTest {
 protected:
  static UtcSeconds august(const std::string& time) {
    return parse_civil_time("1953-08-" + time + ":00+09:00").value().utc;
  }
  static Shipment seen() {
    Shipment said = tanks(5, 5);
    said.basis = CountBasis::inspected;
    return said;
  }
  std::string found(LeafIndex index) const { return verdict(index, "materiel.shipment-report"); }
};

TEST_F(ShipmentReportTest, WhatIsSeenAndNeverReportedIsFoundWhenItsHourHasPassed) {
  play_.clock(august("05T10:00"));
  const LeafIndex at = say(seen(), "sweden/officer");
  EXPECT_EQ(found(at), "kept");  // not due yet
  play_.clock(august("06T09:00"));
  EXPECT_EQ(found(at), "kept");
  play_.restart();
  play_.clock({august("06T09:00").value + 1});
  EXPECT_EQ(found(at), "broken");
  const LeafIndex late = say(tanks(5, 5));
  EXPECT_EQ(found(at), "broken");  // on record now, and late: one finding, and no second one
  EXPECT_EQ(found(late), "");
}

TEST_F(ShipmentReportTest, AReportInTimeLeavesNothingDue) {
  play_.clock(august("05T10:00"));
  const LeafIndex at = say(seen(), "sweden/officer");
  EXPECT_EQ(play_.row("shipment_unreported", Value("unc")).at(2), std::to_string(at.value));
  play_.clock(august("05T20:00"));
  const LeafIndex report = say(tanks(5, 5));
  EXPECT_EQ(play_.row("shipment_unreported", Value("unc")), Words{});
  EXPECT_EQ(found(report), "");  // what is found of it rests on who saw it first
  play_.clock(august("09T00:00"));
  EXPECT_EQ(found(at), "kept");
}

TEST_F(ShipmentReportTest, TheHourIsThatOfWhoeverSawItComeIn) {
  play_.clock(august("05T10:00"));
  const LeafIndex at = say(seen(), "sweden/officer");
  play_.clock(august("07T10:00"));
  Shipment said = tanks(5, 5);
  const CivilTime later = parse_civil_time("1953-08-07T09:00:00+09:00").value();
  said.at = {to_text(later), later.utc};
  say(said);
  EXPECT_EQ(found(at), "broken");
}

TEST_F(ShipmentReportTest, WhoeverSawItComeInMaySayItAfterTheReport) {
  play_.clock(august("07T10:00"));
  Shipment said = tanks(5, 5);
  const CivilTime later = parse_civil_time("1953-08-07T09:00:00+09:00").value();
  said.at = {to_text(later), later.utc};
  const LeafIndex report = say(said);
  EXPECT_EQ(found(report), "kept");
  play_.restart();
  say(seen(), "sweden/officer");
  const Digest inspection = last_id_;
  EXPECT_EQ(found(report), "broken");
  play_.say("sweden/officer", Retraction{}, {inspection});
  EXPECT_EQ(found(report), "kept");
}

TEST_F(MovementsTest, DaysThatAreImpossibleAreNoticed) {
  EXPECT_EQ(noticed(say(moved("1953-08-07", 0, 9))), Words{"ahead_of_clock"});
  EXPECT_EQ(day_row("1953-08-07"), Words{});
  // Departures of a day that has not come cover no arrivals.
  EXPECT_EQ(verdict(say(moved("1953-08-05", 1, 0)), "rotation.balance"), "broken");
  EXPECT_EQ(noticed(say(moved("1950-06-24", 1, 1))), Words{"before_effective"});
  EXPECT_EQ(day_row("1950-06-24"), Words{});
  Shipment early = tanks(1, 1);
  const CivilTime then = parse_civil_time("1953-07-27T21:59:59+09:00").value();
  early.at = {to_text(then), then.utc};
  EXPECT_EQ(noticed(say(early)), Words{"before_effective"});
}

// 42c: what no inspection studies stands in no count of inspectors either; of a side's own report
// the paragraph says nothing.
TEST_F(ShipmentReportTest, WhatInspectorsMayNotStudyIsFoundInWhateverTheySay) {
  Shipment said = seen();
  EXPECT_EQ(verdict(say(said, "sweden/officer"), "inspection.no-study"), "");
  said.shipment = "S-2";
  said.text = "Their characteristics were noted.";
  EXPECT_EQ(verdict(say(said, "sweden/officer"), "inspection.no-study"), "broken");
  said.shipment = "S-3";
  said.text = {};
  said.items.front().designation = "T-34, blueprint 7";
  EXPECT_EQ(verdict(say(said, "sweden/officer"), "inspection.no-study"), "broken");
  said.basis = CountBasis::reported;
  EXPECT_EQ(verdict(say(said), "inspection.no-study"), "");
  Note note;
  note.language = "en";
  note.text = "On the performance and characteristics of a tank.";
  EXPECT_EQ(verdict(say(note, "poland/officer"), "inspection.no-study"), "broken");
  EXPECT_EQ(verdict(say(note), "inspection.no-study"), "");
}

TEST_F(ShipmentReportTest, AReportThatIsTakenBackIsMissingAgain) {
  play_.clock(august("05T10:00"));
  const LeafIndex at = say(seen(), "sweden/officer");
  say(tanks(5, 5));
  const Digest report = last_id_;
  play_.clock(august("07T10:00"));
  EXPECT_EQ(found(at), "kept");
  play_.restart();
  play_.say("unc/delegation", Retraction{}, {report});
  EXPECT_EQ(found(at), "broken");
}

TEST_F(ShipmentReportTest, WhatIsSeenTooLateToBeReportedInTimeIsFoundAtOnce) {
  play_.clock(august("08T10:00"));
  EXPECT_EQ(found(say(seen(), "sweden/officer")), "broken");
  Shipment out = seen();
  out.shipment = "S-18";
  out.direction = Direction::departing;
  EXPECT_EQ(found(say(out, "sweden/officer")), "");  // nothing is owed for what goes out
}

}  // namespace
}  // namespace armistice
