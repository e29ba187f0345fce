// SPDX-License-Identifier: Apache-2.0
// Observations against permits: what is found, and what cures it.
#include "views/compliance/compliance.h"

#include <gtest/gtest.h>

#include "support/play.h"
#include "views/entitled.h"

namespace armistice {
namespace {

using testing::Play;
using Words = std::vector<std::string>;

constexpr std::int64_t south_of_the_zone = 382'526'000;

StatedTime at(std::string_view text) { return {std::string(text), parse_civil_time(text)->utc}; }

class ComplianceTest : public ::testing::Test {
 protected:
  Observation seen(ObservedEvent event, std::int64_t latitude_e7) const {
    Observation said;
    said.event = event;
    said.track = "lorry";
    said.affiliation = "kpa-cpv";
    said.ground = testing::shipped_agreement().ground;
    said.boundary = "zone";
    said.earliest = at("1953-07-27T22:20:00+09:00");
    said.latest = at("1953-07-27T22:40:00+09:00");
    said.basis = "buffer";
    said.fixes = {{said.latest, latitude_e7, 1'272'500'000, 15'000}};
    const GroundTable& table = *testing::shipped_agreement().table;
    const auto stand = table.stand({static_cast<std::int32_t>(latitude_e7), 1'272'500'000});
    said.edge_distance_mm = std::abs(stand.distance_mm - table.zone_mm);
    return said;
  }
  Permit granted() const {
    Permit permit;
    permit.act = PermitAct::entering_territory;
    permit.holder = "lorry";
    permit.territory = "unc";
    permit.from = at("1953-07-27T00:00:00+09:00");
    permit.to = at("1953-07-28T00:00:00+09:00");
    return permit;
  }
  LeafIndex last() const { return {play_.next().value - 1}; }
  Play play_;
};

TEST_F(ComplianceTest, AHaltInTheOtherSidesTerritoryWithoutAPermitIsFound) {
  const Digest id = play_.say("unc/situation-room", seen(ObservedEvent::halt, south_of_the_zone));
  const LeafIndex index = last();
  EXPECT_EQ(play_.verdicts_on(index), Words{"territory.entry broken"});
  EXPECT_EQ(play_.noticed("ground_irregularity", index), Words{});
  const Words row = play_.row("finding", to_value(index));
  EXPECT_EQ(row[4], to_text(finding_id("territory.entry", "", "", id)));
  EXPECT_EQ(row[8], "8");
  EXPECT_EQ(row[12], "a permit in force then, by unc/commander");
  play_.restart();
  // The cure, however late it is put on record.
  play_.say("unc/commander", granted());
  EXPECT_EQ(play_.verdicts_on(index), Words{"territory.entry kept"});
  const Digest permit = play_.record(last())->id;
  Retraction retraction;
  play_.say("unc/commander", retraction, {permit});
  EXPECT_EQ(play_.verdicts_on(index), Words{"territory.entry broken"});
}

TEST_F(ComplianceTest, OnlyWhoMayGrantsAPermitThatFits) {
  const auto found_with = [](const std::string& by, const Permit& permit, const Observation& said) {
    Play play;
    play.say(by, permit);
    play.say("unc/situation-room", said);
    return play.verdicts_on({play.next().value - 1}).front();
  };
  const Observation said = seen(ObservedEvent::halt, south_of_the_zone);
  EXPECT_EQ(found_with("unc/commander", granted(), said), "territory.entry kept");
  EXPECT_EQ(found_with("kpa-cpv/kpa-commander", granted(), said), "territory.entry broken");
  Permit other = granted();
  other.holder = "another lorry";
  EXPECT_EQ(found_with("unc/commander", other, said), "territory.entry broken");
  Permit early = granted();
  early.to = at("1953-07-27T22:30:00+09:00");
  EXPECT_EQ(found_with("unc/commander", early, said), "territory.entry broken");
  Permit elsewhere = granted();
  elsewhere.territory = "kpa-cpv";
  EXPECT_EQ(found_with("unc/commander", elsewhere, said), "territory.entry broken");
}

TEST_F(ComplianceTest, ACommissionsPermitIsSignedByItsMembers) {
  Observation said = seen(ObservedEvent::crossing, 383'300'000);
  said.boundary = "line";
  play_.say("unc/situation-room", said);
  const LeafIndex index = last();
  Permit permit = granted();
  permit.act = PermitAct::crossing_line;
  permit.territory.clear();
  play_.say_jointly("joint/mac", {"kpa-cpv/delegation", "kpa-cpv/situation-room"}, permit);
  EXPECT_EQ(play_.verdicts_on(index)[0], "line.crossing broken");
  play_.say_jointly("joint/mac", {"unc/senior-member", "kpa-cpv/senior-member"}, permit);
  EXPECT_EQ(play_.verdicts_on(index)[0], "line.crossing kept");
}

TEST_F(ComplianceTest, ATermSaysWhoGrants) {
  const AgreementInForce& agreement = testing::shipped_agreement();
  const auto may = [&](const std::string& author, std::vector<std::string> signers, PermitAct act,
                       const std::string& territory) {
    Header header;
    header.author = author;
    header.signers = std::move(signers);
    Permit permit = granted();
    permit.act = act;
    permit.territory = territory;
    return may_grant(agreement, header, permit);
  };
  const Words both = {"unc/senior-member", "kpa-cpv/senior-member"};
  for (const PermitAct act : {PermitAct::crossing_line, PermitAct::entering_zone}) {
    EXPECT_TRUE(may("joint/mac", both, act, ""));
    EXPECT_FALSE(may("joint/mac", {both[0]}, act, ""));
    EXPECT_FALSE(may(both[0], {}, act, ""));
    EXPECT_FALSE(may("unc/commander", {}, act, ""));
  }
  const PermitAct enters = PermitAct::entering_territory;
  EXPECT_TRUE(may("unc/commander", {}, enters, "unc"));
  EXPECT_FALSE(may("unc/commander", {}, enters, "kpa-cpv"));
  EXPECT_TRUE(may("kpa-cpv/cpv-commander", {}, enters, "kpa-cpv"));
  EXPECT_FALSE(may("joint/mac", both, enters, "unc"));
  EXPECT_FALSE(may("unc/commander", {}, enters, ""));
}

TEST_F(ComplianceTest, ASidesOwnTerritoryIsItsOwn) {
  Observation said = seen(ObservedEvent::halt, south_of_the_zone);
  said.affiliation = "unc";
  play_.say("unc/situation-room", said);
  EXPECT_EQ(play_.verdicts_on(last()), Words{});
}

TEST_F(ComplianceTest, CrossingTheLineAndBeingInTheZoneAreFoundToo) {
  Observation said = seen(ObservedEvent::crossing, 383'300'000);
  said.boundary = "line";
  const GroundTable& table = *testing::shipped_agreement().table;
  said.edge_distance_mm = table.stand({383'300'000, 1'272'500'000}).distance_mm;
  play_.say("unc/situation-room", said);
  EXPECT_EQ(play_.verdicts_on(last()), (Words{"line.crossing broken", "zone.entry broken"}));
  // A team of the neutrals moves freely (11).
  said.sort = "mobile-inspection-teams";
  play_.say("unc/situation-room", said);
  EXPECT_EQ(play_.verdicts_on(last()), (Words{"line.crossing kept", "zone.entry kept"}));
}

TEST_F(ComplianceTest, WhoEnteredTheZoneWasInside) {
  // The last fix may lie beyond it already.
  play_.say("unc/situation-room", seen(ObservedEvent::entry, south_of_the_zone));
  EXPECT_EQ(play_.verdicts_on(last()), (Words{"territory.entry broken", "zone.entry broken"}));
}

TEST_F(ComplianceTest, WhatIsSaidToHappenLaterThanTheClockIsNoticed) {
  Observation said = seen(ObservedEvent::halt, south_of_the_zone);
  said.latest = at("1953-07-27T23:00:00+09:00");
  play_.say("unc/situation-room", said);
  EXPECT_EQ(play_.noticed("ground_irregularity", last()), Words{});
  said.latest = at("1953-07-27T23:00:01+09:00");
  play_.restart();
  play_.say("unc/situation-room", said);
  EXPECT_EQ(play_.noticed("ground_irregularity", last()), Words{"ahead_of_clock"});
}

TEST_F(ComplianceTest, WhatAnObservationStatesIsReckonedAgain) {
  Observation said = seen(ObservedEvent::halt, south_of_the_zone);
  said.edge_distance_mm += 10'000;
  play_.say("unc/situation-room", said);
  EXPECT_EQ(play_.noticed("ground_irregularity", last()), Words{"distance_differs"});
  said = seen(ObservedEvent::halt, south_of_the_zone);
  said.ground = Digest{};
  play_.say("unc/situation-room", said);
  EXPECT_EQ(play_.noticed("ground_irregularity", last()), Words{"other_ground"});
  EXPECT_EQ(play_.verdicts_on(last()), Words{});  // nothing is judged by another line
}

}  // namespace
}  // namespace armistice
