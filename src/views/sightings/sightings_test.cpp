// SPDX-License-Identifier: Apache-2.0
// Sightings: what counts, what is judged, what is only told, and how days of quiet run.
#include "views/sightings/sightings.h"

#include <gtest/gtest.h>

#include "support/play.h"

namespace armistice {
namespace {

using testing::Play;
using Words = std::vector<std::string>;

StatedTime at(const std::string& text) { return {text, parse_civil_time(text).value().utc}; }
StatedTime on(int day, const std::string& hour = "10:00") {
  return at(fmt::format("2031-04-{:02}T{}:00+02:00", day, hour));
}

class SightingsTest : public ::testing::Test {
 protected:
  SightingsTest() { play_.clock(on(18).utc); }

  static Sighting seen(const std::string& what, int day = 10, const std::string& side = "",
                       const std::string& place = "kestrel") {
    Sighting said;
    said.what = what;
    said.side = side;
    said.place = place;
    said.from = on(day);
    said.until = on(day, "10:05");
    said.latitude_e7 = -306'700'000;
    said.longitude_e7 = -202'500'000;
    said.error_mm = 100'000;
    return said;
  }
  LeafIndex say(const Body& body, const std::string& by = "corvo/observer") {
    last_id_ = play_.say(by, body);
    return last();
  }
  LeafIndex last() const { return {play_.next().value - 1}; }
  LeafIndex take_back(const Digest& id, const std::string& by = "corvo/observer") {
    play_.say(by, Retraction{}, {id});
    return last();
  }
  Words noticed(LeafIndex index) const { return play_.noticed("sightings_irregularity", index); }
  // standing and told
  Words standing(LeafIndex index) const {
    const Words row = play_.row("sighting", to_value(index));
    return {row.at(18), row.at(17)};
  }
  Words verdicts(LeafIndex index) const { return play_.verdicts_on(index); }
  std::string because(LeafIndex index) const {
    for (const auto& row : play_.rows().rows("sightings_judgement")) {
      if (row[0] == to_value(index) && row[2] == Value("")) return std::get<std::string>(row[8]);
    }
    return {};
  }
  // The sum of all parts: sightings and number.
  std::pair<std::int64_t, std::int64_t> total(const std::string& scope, const std::string& name,
                                              int day) const {
    std::pair<std::int64_t, std::int64_t> sum;
    for (const auto& row : play_.rows().rows("sighting_total")) {
      const bool here = row[0] == Value(scope) && row[1] == Value(name) &&
                        row[3] == Value(parse_day(fmt::format("2031-04-{:02}", day))->number);
      if (!here) continue;
      sum.first += std::get<std::int64_t>(row[5]);
      sum.second += std::get<std::int64_t>(row[6]);
    }
    return sum;
  }
  static Arrangement arrangement(const std::string& sort, const std::string& place, int day) {
    Arrangement said;
    said.sort = sort;
    said.by = "joint/mission";
    said.to = {"alder", "brenn"};
    said.place = place;
    said.from = on(day, "09:00");
    said.until = on(day, "15:00");
    return said;
  }
  LeafIndex step(const Digest& of, Arranged what, const std::string& by, int day = 2) {
    ArrangementStep said;
    said.arrangement = of;
    said.step = what;
    said.at = on(day, "08:00");
    return say(said, by);
  }
  // quiet days, last day's act and as of which day
  Words quiet(const std::string& place) const {
    for (const auto& row : play_.rows().rows("quiet")) {
      if (row[2] == Value(place)) {
        return {testing::to_text(row[6]), testing::to_text(row[5]), testing::to_text(row[9])};
      }
    }
    return {};
  }

  Play play_{testing::invented_agreement()};
  Digest last_id_;
};

TEST_F(SightingsTest, ASightingWithoutASideAccusesNobody) {
  const LeafIndex index = say(seen("explosion"));
  EXPECT_EQ(standing(index), (Words{"undetermined", "0"}));
  EXPECT_EQ(verdicts(index), Words{});
  EXPECT_EQ(noticed(index), Words{});
  EXPECT_EQ(total("all", "", 10), (std::pair<std::int64_t, std::int64_t>{1, 1}));
  EXPECT_EQ(standing(say(seen("stork"))), (Words{"no_term", "0"}));
}

TEST_F(SightingsTest, AnActOfASideIsJudgedWhenOneIsSure) {
  const LeafIndex index = say(seen("explosion", 10, "brenn"));
  EXPECT_EQ(verdicts(index), Words{"ceasefire broken"});
  EXPECT_EQ(because(index), "brenn: explosion in kestrel, observed");
  for (const Certainty certainty : {Certainty::undetermined, Certainty::unconfirmed}) {
    Sighting unsure = seen("explosion", 10, "brenn");
    unsure.certainty = certainty;
    EXPECT_EQ(standing(say(unsure)), (Words{"undetermined", "0"}));
  }
}

TEST_F(SightingsTest, WhatOneSideSaysOfTheOtherIsTold) {
  const LeafIndex told = say(seen("explosion", 10, "brenn"), "alder/duty-officer");
  EXPECT_EQ(standing(told), (Words{"judged", "1"}));
  EXPECT_EQ(verdicts(told), Words{"ceasefire undetermined"});
  const LeafIndex own = say(seen("explosion", 10, "alder"), "alder/duty-officer");
  EXPECT_EQ(standing(own), (Words{"judged", "0"}));
  EXPECT_EQ(verdicts(own), Words{"ceasefire broken"});
  Sighting heard = seen("explosion", 10, "alder");
  heard.means = Means::told;
  EXPECT_EQ(standing(say(heard)), (Words{"judged", "1"}));
}

TEST_F(SightingsTest, UnderTheOtherAgreementToldCounts) {
  Play korea;
  korea.clock({korea.now().value + 86'400});
  Sighting said = seen("shelling", 10, "unc", "demilitarized-zone");
  said.from = said.until = at("1953-07-28T09:00:00+09:00");
  korea.say("kpa-cpv/delegation", said);
  const LeafIndex index{korea.next().value - 1};
  EXPECT_EQ(korea.verdicts_on(index),
            (Words{"hostilities.cessation broken", "zone.hostile-act broken"}));
  said.place = "conference-site";
  said.side = "";
  said.certainty = Certainty::assessed;
  korea.say("sweden/officer", said);
  EXPECT_EQ(korea.verdicts_on({korea.next().value - 1}), Words{"site.security broken"});
}

TEST_F(SightingsTest, WeaponsAreMeasuredAgain) {
  // Some 4 km north of the line, in Alder's territory.
  Sighting tank = seen("tank", 17, "", "");
  tank.latitude_e7 = -306'300'000;
  const LeafIndex index = say(tank);
  EXPECT_EQ(verdicts(index), Words{"weapons.fifteen broken"});
  EXPECT_EQ(because(index).substr(0, 9), "alder: ta");
  EXPECT_EQ(noticed(index), Words{});
  tank.line_distance_mm = 9'000'000;
  EXPECT_EQ(noticed(say(tank)), Words{"distance_differs"});
  tank.line_distance_mm = 0;
  tank.error_mm = 40'000'000'000;  // nobody says where
  EXPECT_EQ(standing(say(tank)), (Words{"undetermined", "0"}));
  tank.error_mm = 12'000'000;
  tank.side = "alder";
  EXPECT_EQ(verdicts(say(tank)), Words{"weapons.fifteen undetermined"});
  // Before the fourteen days are over nothing is due.
  Sighting early = seen("tank", 10, "alder", "");
  EXPECT_EQ(verdicts(say(early)), Words{"weapons.fifteen kept"});
}

TEST_F(SightingsTest, WhatIsWrongIsNoticed) {
  EXPECT_EQ(noticed(say(seen("explosion", 10, "", "atlantis"))), Words{"unknown_place"});
  const LeafIndex index = say(seen("explosion", 10, "corvo"));
  EXPECT_EQ(noticed(index), Words{"unknown_side"});
  EXPECT_EQ(standing(index), (Words{"undetermined", "0"}));
  const LeafIndex ahead = say(seen("explosion", 20, "brenn"));
  EXPECT_EQ(noticed(ahead), Words{"ahead_of_clock"});
  EXPECT_EQ(standing(ahead).front(), "ahead_of_clock");
  EXPECT_EQ(verdicts(ahead), Words{});
}

TEST_F(SightingsTest, ARetractionIsCountedBackOnce) {
  Sighting many = seen("explosion");
  many.number = 40;
  say(many);
  const Digest id = last_id_;
  say(seen("explosion"));
  EXPECT_EQ(total("place", "kestrel", 10), (std::pair<std::int64_t, std::int64_t>{2, 41}));
  play_.restart();
  take_back(id, "delm/observer");  // not theirs
  EXPECT_EQ(total("what", "explosion", 10), (std::pair<std::int64_t, std::int64_t>{2, 41}));
  take_back(id);
  take_back(id);
  EXPECT_EQ(total("what", "explosion", 10), (std::pair<std::int64_t, std::int64_t>{1, 1}));
}

TEST_F(SightingsTest, AWindowIsOneWhenAllHaveGrantedIt) {
  say(arrangement("repair-window", "water-works", 12), "corvo/member");
  const Digest window = last_id_;
  step(window, Arranged::granted, "alder/delegate");
  EXPECT_EQ(verdicts(say(seen("explosion", 12, "", "water-works"))), Words{});
  const LeafIndex grant = step(window, Arranged::granted, "brenn/commander");
  const Digest grant_id = last_id_;
  play_.restart();
  EXPECT_EQ(verdicts(say(seen("explosion", 12, "", "water-works"))), Words{"works.silence broken"});
  EXPECT_EQ(verdicts(say(seen("explosion", 12, "", "orchard"))), Words{});
  EXPECT_EQ(verdicts(say(seen("explosion", 13, "", "water-works"))), Words{});
  Sighting across = seen("explosion", 12, "", "water-works");
  across.from = on(12, "08:00");
  EXPECT_EQ(verdicts(say(across)), Words{"works.silence undetermined"});
  take_back(grant_id, "brenn/commander");
  EXPECT_EQ(verdicts(say(seen("explosion", 12, "", "water-works"))), Words{});
  EXPECT_GT(grant.value, 0U);
}

TEST_F(SightingsTest, NobodyGrantsThemselvesAWindow) {
  Arrangement own = arrangement("repair-window", "water-works", 12);
  own.by = "alder";
  own.to = {"alder/commander"};
  say(own, "alder/delegate");
  step(last_id_, Arranged::granted, "alder/commander");
  own.to = {"alder"};  // asks itself: inert
  say(own, "alder/delegate");
  step(last_id_, Arranged::granted, "alder/delegate");
  EXPECT_EQ(verdicts(say(seen("shelling", 12, "", "water-works"))), Words{});
}

TEST_F(SightingsTest, AGrantTakenBackEndsAWindow) {
  say(arrangement("repair-window", "water-works", 12), "corvo/member");
  const Digest window = last_id_;
  step(window, Arranged::granted, "alder/delegate");
  const LeafIndex granted = step(window, Arranged::granted, "brenn/delegate");
  step(window, Arranged::refused, "delm/member");     // nobody asked them
  step(window, Arranged::refused, "brenn/delegate");  // who has answered already
  EXPECT_EQ(verdicts(say(seen("shelling", 12, "", "water-works"))), Words{"works.silence broken"});
  play_.say("brenn/delegate", Retraction{}, {play_.record(granted).value().id});
  EXPECT_EQ(verdicts(say(seen("shelling", 12, "", "water-works"))), Words{});
}

TEST_F(SightingsTest, DaysOfQuietRunFromTheLastAct) {
  const auto day = [](int of) {
    return std::to_string(parse_day(fmt::format("2031-04-{:02}", of))->number);
  };
  say(arrangement("disengagement", "kestrel", 2), "corvo/member");
  const Digest area = last_id_;
  EXPECT_EQ(quiet("kestrel"), (Words{"15", "null", "null"}));
  const LeafIndex shot = say(seen("small-arms-fire", 9));
  const Digest shot_id = last_id_;
  EXPECT_EQ(quiet("kestrel"), (Words{"8", testing::to_text(to_value(shot)), "null"}));
  play_.restart();
  say(seen("small-arms-fire", 15, "brenn"), "alder/delegate");  // told: does not count
  EXPECT_EQ(quiet("kestrel").front(), "8");
  Sighting doubtful = seen("small-arms-fire", 16);
  doubtful.certainty = Certainty::unconfirmed;
  say(doubtful);
  say(seen("small-arms-fire", 16, "", "orchard"));
  EXPECT_EQ(quiet("kestrel").front(), "8");
  play_.clock(on(19).utc);
  EXPECT_EQ(quiet("kestrel").front(), "9");
  const LeafIndex early = step(area, Arranged::done, "alder/commander", 16);
  EXPECT_EQ(verdicts(early), Words{"areas.seven-quiet-days broken"});
  EXPECT_EQ(because(early), "6 quiet days on end, at least 7");
  const Digest early_id = last_id_;
  take_back(early_id, "alder/commander");
  take_back(shot_id);
  EXPECT_EQ(quiet("kestrel"), (Words{"16", "null", "null"}));
  const LeafIndex done = step(area, Arranged::done, "alder/commander", 17);
  EXPECT_EQ(verdicts(done), Words{"areas.seven-quiet-days kept"});
  EXPECT_EQ(quiet("kestrel"), (Words{"14", "null", testing::to_text(to_value(done))}));
  EXPECT_EQ(day(2).size(), 5U);
}

TEST_F(SightingsTest, AnArrangementThatIsTakenBackWaitsForNothing) {
  say(arrangement("disengagement", "orchard", 2), "corvo/member");
  take_back(last_id_, "corvo/member");
  EXPECT_EQ(quiet("orchard"), Words{});
  say(arrangement("supply", "orchard", 2), "corvo/member");
  EXPECT_EQ(quiet("orchard"), Words{});
}

}  // namespace
}  // namespace armistice
