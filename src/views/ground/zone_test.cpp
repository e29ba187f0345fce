// SPDX-License-Identifier: Apache-2.0
// Passes and gate logs: who may be in the zone, who is, and what paragraph 10 says of it.
#include "views/ground/zone.h"

#include <gtest/gtest.h>

#include "base/limits.h"
#include "support/play.h"

namespace armistice {
namespace {

using testing::Play;
using Words = std::vector<std::string>;

constexpr const char* commander = "unc/commander";
constexpr const char* dmz = "demilitarized-zone";

StatedTime at(const std::string& hour) {
  const CivilTime time = parse_civil_time("1953-07-28T" + hour + ":00+09:00").value();
  return {to_text(time), time.utc};
}

class ZoneTest : public ::testing::Test {
 protected:
  ZoneTest() { play_.clock({play_.now().value + 86'400}); }

  static Pass pass(std::vector<std::string> numbers, const std::string& from = "00:00",
                   const std::string& to = "23:00") {
    Pass said;
    said.zone = dmz;
    said.side = "unc";
    said.from = at(from);
    said.to = at(to);
    for (std::string& number : numbers) {
      said.holders.push_back({std::move(number), "Kim", "civil_police", Arms::armed});
    }
    return said;
  }
  static Pass of_many(std::size_t count, const std::string& series) {
    std::vector<std::string> numbers;
    for (std::size_t i = 0; i < count; ++i) numbers.push_back(series + std::to_string(i));
    return pass(std::move(numbers));
  }
  static GateEntry entry(const std::string& hour, Passing passing, const std::string& number,
                         std::int64_t persons = 1) {
    return {at(hour), passing, number, persons};
  }
  static GateLog log(const std::string& from, const std::string& to, std::vector<GateEntry> entries,
                     std::int64_t inside, const std::string& gate = "gate-3") {
    GateLog said;
    said.gate = gate;
    said.zone = dmz;
    said.side = "unc";
    said.from = at(from);
    said.to = at(to);
    said.entries = std::move(entries);
    said.inside = inside;
    return said;
  }
  LeafIndex say(const Body& body, const std::string& by = commander) {
    last_id_ = play_.say(by, body);
    return {play_.next().value - 1};
  }
  void take_back(const std::string& by = commander) { play_.say(by, Retraction{}, {last_id_}); }
  Words noticed(LeafIndex index) const { return play_.noticed("ground_irregularity", index); }
  // Inside and authorized, as of the last log.
  Words count() const {
    const Words row = play_.row("zone_count", dmz_key_);
    return row.empty() ? row : Words{row[2], row[3]};
  }
  std::string because(LeafIndex index, const std::string& reading = "") const {
    for (const auto& row : play_.rows().rows("finding")) {
      if (row[0] != to_value(index) || row[2] != Value(reading)) continue;
      return std::get<std::string>(row[9]) + ": " + std::get<std::string>(row[11]);
    }
    return {};
  }

  Play play_;
  Digest last_id_;
  const Value dmz_key_ = Value(std::string(dmz));
};

TEST_F(ZoneTest, APassAddsItsHoldersToTheNumberAuthorized) {
  const LeafIndex one = say(pass({"C-1", "C-2"}));
  EXPECT_EQ(noticed(one), Words{});
  EXPECT_EQ(because(one), "kept: 2 authorized, at most 1000");
  // Under the other reading a pass comes to nothing: it lets nobody in yet.
  EXPECT_EQ(because(one, "counted=present"), "");
  EXPECT_EQ(because(say(of_many(256, "D-"))), "kept: 258 authorized, at most 1000");
  // Of another time: they do not add up.
  Pass later = pass({"C-1"});
  later.from = {"1953-07-29T00:00:00+09:00", {at("00:00").utc.value + 86'400}};
  later.to = {"1953-07-29T12:00:00+09:00", {later.from.utc.value + 43'200}};
  EXPECT_EQ(because(say(later)), "kept: 1 authorized, at most 1000");
}

TEST_F(ZoneTest, MoreThanAThousandAuthorizedAtAMomentIsFound) {
  for (const char* series : {"A-", "B-", "C-"}) say(of_many(256, series));
  say(of_many(232, "D-"));
  const LeafIndex over = say(pass({"E-1"}, "22:59", "23:00"));
  EXPECT_EQ(because(over), "broken: 1001 authorized, at most 1000");
  take_back();
  EXPECT_EQ(because(say(pass({"E-2"}))), "broken: 1001 authorized, at most 1000");
  take_back();
  play_.restart();
  EXPECT_EQ(because(say(pass({"E-2"}, "23:00", "23:00"))), "broken: 1001 authorized, at most 1000");
}

TEST_F(ZoneTest, ASideGrantsItsOwnAndNobodyElse) {
  EXPECT_EQ(noticed(say(pass({"C-1"}), "kpa-cpv/kpa-commander")), Words{"may_not_grant"});
  EXPECT_EQ(noticed(say(pass({"C-1"}), "sweden/member")), Words{"may_not_grant"});
  Pass of_nobody = pass({"C-1"});
  of_nobody.side = "sweden";
  EXPECT_EQ(noticed(say(of_nobody, "sweden/member")), Words{"unknown_side"});
  EXPECT_EQ(because(say(pass({"C-1"}))), "kept: 1 authorized, at most 1000");
}

TEST_F(ZoneTest, ANumberThatStandsTwiceIsNoticedAndCounts) {
  EXPECT_EQ(noticed(say(pass({"C-1", "C-1"}, "00:00", "12:00"))), Words{"pass_twice"});
  EXPECT_EQ(noticed(say(pass({"C-1"}, "13:00", "14:00"))), Words{});
  play_.restart();
  const LeafIndex again = say(pass({"C-1"}, "12:00", "12:30"));
  EXPECT_EQ(noticed(again), Words{"pass_twice"});
  EXPECT_EQ(because(again), "kept: 3 authorized, at most 1000");
}

TEST_F(ZoneTest, AZoneThatNoParagraphNamesIsNoticedAndJudgedByNone) {
  Pass elsewhere = pass({"C-1"});
  elsewhere.zone = "dmz";
  const LeafIndex index = say(elsewhere);
  EXPECT_EQ(noticed(index), Words{"unknown_zone"});
  EXPECT_EQ(because(index), "");
}

TEST_F(ZoneTest, ALogSaysWhoIsInside) {
  say(pass({"C-1", "C-2"}));
  const LeafIndex index =
      say(log("06:00", "18:00",
              {entry("08:00", Passing::in, "C-1"), entry("08:05", Passing::in, "C-2"),
               entry("17:00", Passing::out, "C-1")},
              1));
  EXPECT_EQ(noticed(index), Words{});
  EXPECT_EQ(count(), (Words{"1", "2"}));
  EXPECT_EQ(because(index), "kept: 2 authorized, at most 1000");
  EXPECT_EQ(because(index, "counted=present"), "kept: 2 present, at most 1000");
}

TEST_F(ZoneTest, OnlyAKeeperLogs) {
  const GateLog said = log("06:00", "18:00", {entry("08:00", Passing::in, "", 5)}, 5);
  EXPECT_EQ(noticed(say(said, "kpa-cpv/delegation")), Words{"not_the_keeper"});
  EXPECT_EQ(count(), Words{});
  EXPECT_EQ(noticed(say(said, "sweden/officer")), Words{"without_pass"});
  EXPECT_EQ(count(), (Words{"5", "0"}));
  GateLog of_nobody = said;
  of_nobody.side = "poland";
  EXPECT_EQ(noticed(say(of_nobody, "poland/officer")), Words{"unknown_side"});
}

TEST_F(ZoneTest, MoreInsideThanAuthorizedIsFound) {
  say(pass({"C-1"}));
  const LeafIndex index = say(log(
      "06:00", "18:00", {entry("08:00", Passing::in, "C-1"), entry("09:00", Passing::in, "")}, 2));
  EXPECT_EQ(because(index), "broken: 2 are there, 1 were authorized");
  EXPECT_EQ(because(index, "counted=present"), "broken: 2 are there, 1 were authorized");
}

TEST_F(ZoneTest, WhoStaysPastTheirPassIsFoundThoughNobodyPassesTheGate) {
  say(pass({"C-1"}, "06:00", "12:00"));
  const LeafIndex in = say(log("06:00", "11:00", {entry("08:00", Passing::in, "C-1")}, 1));
  EXPECT_EQ(because(in), "kept: 1 authorized, at most 1000");
  const LeafIndex out = say(log("11:00", "18:00", {entry("17:00", Passing::out, "C-1")}, 0));
  EXPECT_EQ(noticed(out), Words{"pass_not_valid"});
  EXPECT_EQ(because(out), "broken: 1 are there, 0 were authorized");
}

TEST_F(ZoneTest, WhatIsShownAtTheGateIsHeldAgainstThePasses) {
  say(pass({"C-1"}, "06:00", "09:00"));
  Pass north = pass({"N-1"});
  north.side = "kpa-cpv";
  say(north, "kpa-cpv/kpa-commander");
  const LeafIndex index =
      say(log("06:00", "18:00",
              {entry("08:00", Passing::in, "C-9"), entry("08:01", Passing::in, "N-1"),
               entry("10:00", Passing::in, "C-1"), entry("10:01", Passing::in, "")},
              4));
  EXPECT_EQ(noticed(index),
            (Words{"unknown_pass", "pass_not_valid", "pass_not_valid", "without_pass"}));
}

TEST_F(ZoneTest, WhoIsInsideCannotComeInAndWhoIsNotCannotGoOut) {
  say(pass({"C-1", "C-2"}));
  const LeafIndex index =
      say(log("06:00", "18:00",
              {entry("08:00", Passing::in, "C-1"), entry("09:00", Passing::in, "C-1"),
               entry("10:00", Passing::out, "C-2")},
              1));
  EXPECT_EQ(noticed(index), (Words{"inside_already", "not_inside", "sum_differs"}));
  // A thousand who never came in make no room for others by going out.
  const LeafIndex phantoms = say(log("18:00", "19:00", {entry("18:30", Passing::out, "", 5)}, 0));
  EXPECT_EQ(noticed(phantoms), (Words{"without_pass", "not_inside"}));
  EXPECT_EQ(count(), (Words{"0", "2"}));
}

TEST_F(ZoneTest, ALogThatComesLateIsPutWhereItsTimesBelong) {
  say(pass({"C-1", "C-2"}));
  const LeafIndex second =
      say(log("12:00", "18:00", {entry("17:00", Passing::out, "C-1")}, 0, "gate-4"));
  EXPECT_EQ(noticed(second), (Words{"not_inside"}));
  EXPECT_EQ(count(), (Words{"0", "2"}));
  play_.restart();
  const LeafIndex first =
      say(log("06:00", "12:00",
              {entry("08:00", Passing::in, "C-1"), entry("08:01", Passing::in, "C-2")}, 2));
  EXPECT_EQ(noticed(first), Words{});
  EXPECT_EQ(because(first, "counted=present"), "kept: 2 present, at most 1000");
  // The one who had gone out before being seen coming in, has now been inside.
  EXPECT_EQ(count(), (Words{"1", "2"}));
  take_back();
  EXPECT_EQ(count(), (Words{"0", "2"}));
}

TEST_F(ZoneTest, InWhicheverOrderLogsComeTheCourseIsTheSame) {
  const std::vector<GateLog> logs = {
      log("06:00", "08:00",
          {entry("06:10", Passing::in, "C-1"), entry("07:00", Passing::out, "C-2", 3)}, 1),
      log("06:00", "09:00",
          {entry("06:50", Passing::in, "C-2", 2), entry("08:30", Passing::out, "", 1)}, 1,
          "gate-4"),
      log("08:00", "11:00",
          {entry("08:10", Passing::in, "", 4), entry("10:00", Passing::out, "C-1")}, 4),
      log("09:00", "12:00", {entry("11:00", Passing::out, "", 9)}, 0, "gate-4")};
  std::vector<std::size_t> order = {0, 1, 2, 3};
  const auto course = [&] {
    Play play;
    std::vector<Digest> ids;
    for (const std::size_t one : order) ids.push_back(play.say(commander, logs[one]));
    // One more that comes and goes again leaves nothing behind.
    GateLog fleeting = log("06:30", "10:30", {entry("06:45", Passing::in, "C-1", 7)}, 7, "gate-5");
    play.restart();
    play.say(commander, Retraction{}, {play.say(commander, fleeting)});
    std::vector<std::vector<Value>> rows;  // without the log, whose index is of its order
    for (std::vector<Value> row : play.rows().rows("zone_course")) {
      row.pop_back();
      rows.push_back(std::move(row));
    }
    return std::pair(std::move(rows), play.row("zone_count", dmz_key_)[2]);
  };
  const auto first = course();
  EXPECT_EQ(first.second, "0");
  while (std::next_permutation(order.begin(), order.end())) EXPECT_EQ(course(), first);
}

TEST_F(ZoneTest, TwoGatesAreCountedTogether) {
  say(of_many(3, "C-"));
  say(log("06:00", "12:00",
          {entry("08:00", Passing::in, "", 600), entry("11:00", Passing::out, "", 600)}, 0));
  const LeafIndex other =
      say(log("06:00", "12:00",
              {entry("09:00", Passing::in, "", 601), entry("10:00", Passing::out, "", 601)}, 600,
              "gate-4"));
  EXPECT_EQ(because(other), "broken: 1201 are there, 3 were authorized");
}

TEST_F(ZoneTest, ALogOverAnotherIsInertUntilThatIsTakenBack) {
  const GateLog morning = log("06:00", "12:00", {entry("08:00", Passing::in, "", 4)}, 4);
  say(morning);
  const Digest first = last_id_;
  EXPECT_EQ(noticed(say(morning, "sweden/officer")), Words{"overlaps"});
  EXPECT_EQ(noticed(say(log("11:00", "13:00", {entry("12:30", Passing::in, "")}, 1))),
            Words{"overlaps"});
  EXPECT_EQ(noticed(say(log("12:00", "13:00", {entry("12:30", Passing::in, "")}, 5))),
            Words{"without_pass"});
  EXPECT_EQ(count(), (Words{"5", "0"}));
  play_.restart();
  last_id_ = first;
  take_back();
  EXPECT_EQ(count(), (Words{"1", "0"}));
  EXPECT_EQ(noticed(say(morning, "sweden/officer")), Words{"without_pass"});
  EXPECT_EQ(count(), (Words{"5", "0"}));
}

TEST_F(ZoneTest, WithTheLastLogTakenBackNothingIsKnown) {
  say(log("06:00", "12:00", {entry("08:00", Passing::in, "", 4)}, 4));
  take_back();
  EXPECT_EQ(count(), Words{});
  play_.restart();
  say(log("06:00", "12:00", {entry("08:00", Passing::in, "", 3)}, 3));
  EXPECT_EQ(count(), (Words{"3", "0"}));
}

TEST_F(ZoneTest, APassTakenBackAuthorizesNobody) {
  say(pass({"C-1"}));
  const Digest pass_id = last_id_;
  say(log("06:00", "12:00", {entry("08:00", Passing::in, "C-1")}, 1));
  EXPECT_EQ(count(), (Words{"1", "1"}));
  last_id_ = pass_id;
  take_back();
  EXPECT_EQ(count(), (Words{"1", "0"}));
  EXPECT_EQ(noticed(say(log("12:00", "13:00", {entry("12:30", Passing::out, "C-1")}, 0))),
            Words{"unknown_pass"});
}

TEST_F(ZoneTest, ALogBeforeTooManyPassingsComesTooLate) {
  GateBook book;
  constexpr std::size_t entries = 256;
  const GateLog early = log("06:00", "07:00", {entry("06:30", Passing::in, "C-1")}, 1);
  for (std::size_t i = 0; i <= limits::late_passings_max / entries; ++i) {
    EXPECT_FALSE(book.is_too_late(early));
    GateLog said = log("12:00", "12:00", {}, 0, "gate-" + std::to_string(i));
    said.from.utc.value += static_cast<std::int64_t>(i);
    said.to = said.from;
    said.entries.assign(entries, {said.from, Passing::in, "", 1});
    book.add({i}, said);
  }
  EXPECT_TRUE(book.is_too_late(early));
  EXPECT_FALSE(book.is_too_late(log("13:00", "14:00", {}, 0)));
  // What is taken out from so far back is taken out alone.
  const auto out = book.take_out({0});
  ASSERT_TRUE(out.has_value());
  EXPECT_EQ(out->gone.size(), 1U);
  EXPECT_EQ(out->course.size(), 0U);
  EXPECT_EQ(book.now({dmz, "unc"})->inside, 65'536);
}

TEST(PassBookTest, HoldsSoManyPassesOfASideAndNoMore) {
  PassBook book;
  const ZoneOf of{dmz, "unc"};
  for (std::size_t i = 0; i < limits::zone_passes_max; ++i) {
    EXPECT_FALSE(book.is_full(of));
    book.add({i}, of, {{100}, {200}}, {std::to_string(i)});
  }
  EXPECT_TRUE(book.is_full(of));
  EXPECT_FALSE(book.is_full({dmz, "kpa-cpv"}));
  EXPECT_EQ(book.authorized(of, {200}), static_cast<std::int64_t>(limits::zone_passes_max));
  EXPECT_EQ(book.authorized(of, {201}), 0);
  book.take_out({7});
  EXPECT_FALSE(book.is_full(of));
  EXPECT_EQ(book.shown(of, "7", {150}), ShownPass::unknown);
}

TEST_F(ZoneTest, WhatHasNotHappenedYetIsNoticed) {
  GateLog ahead = log("06:00", "12:00", {entry("08:00", Passing::in, "")}, 1);
  ahead.to = {"1953-07-29T12:00:00+09:00", {at("12:00").utc.value + 86'400}};
  EXPECT_EQ(noticed(say(ahead)), (Words{"ahead_of_clock", "without_pass"}));
}

}  // namespace
}  // namespace armistice
