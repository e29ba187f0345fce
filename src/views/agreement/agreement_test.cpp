// SPDX-License-Identifier: Apache-2.0
// Amendments: from which record on they are in force, and everything that keeps one from it.
#include "views/agreement/agreement.h"

#include <fmt/format.h>

#include "support/case_play.h"

namespace armistice {
namespace {

using namespace testing;

const Words commanders = {"unc/commander", "kpa-cpv/kpa-commander", "kpa-cpv/cpv-commander"};

// A ceiling of so many a month, instead of 35,000.
std::string ceiling_of(std::int64_t arrivals_max) {
  return fmt::format(
      "name = \"ceiling-{0}\"\ntitle = \"A ceiling of {0}\"\nby = \"unc\"\nsource = \"agreed\"\n"
      "[[term]]\nid = \"rotation.ceiling\"\nparagraph = \"13c\"\n"
      "phrase = \"in any calendar month under the rotation policy\"\nkind = \"ceiling\"\n"
      "by = [\"unc\", \"kpa-cpv\"]\narrivals_max = {0}\n"
      "[[term.option]]\nname = \"month\"\nvalues = [\"calendar\", \"rolling\"]\n"
      "default = \"calendar\"\nwhy = \"As before.\"\n",
      arrivals_max);
}

// A daily report that is due every second day only, and one that nobody owed before.
constexpr std::string_view other_duties =
    "name = \"duties\"\ntitle = \"Duties\"\nby = \"unc\"\nsource = \"agreed\"\n"
    "[[term]]\nid = \"graves.list\"\nparagraph = \"13f\"\nphrase = \"all available information "
    "pertaining to the places of burial\"\n"
    "kind = \"deadline\"\nwhat = \"A list of graves\"\nby = [\"unc\"]\nwithin_hours = 240\n";

class AmendmentTest : public ::testing::Test {
 protected:
  Amendment body(std::string changes, std::string_view takes_effect = "1953-07-27T22:00:00+09:00") {
    Amendment said;
    said.number = ++number_;
    said.agreement = play_.agreement().digest;
    const CivilTime time = parse_civil_time(takes_effect).value();
    said.takes_effect = {to_text(time), time.utc};
    said.title = "A change";
    said.changes = std::move(changes);
    return said;
  }
  Digest amend(const Amendment& said, const Words& by = commanders) {
    index_ = play_.next();
    return play_.say_jointly("joint/commanders", by, said);
  }
  std::string state(LeafIndex index) { return play_.row("amendment", to_value(index)).at(5); }
  Words noticed() { return play_.noticed("agreement_irregularity", last()); }
  LeafIndex last() const { return {play_.next().value - 1}; }
  std::int64_t ceiling() const {
    const Term* term = play_.agreement().folder.term("rotation.ceiling");
    return std::get<Ceiling>(term->kind).arrivals_max;
  }
  void arrive(const std::string& day, std::int64_t persons) {
    Movement said;
    said.side = "unc";
    said.day = parse_day(day).value();
    said.counts = {{"pusan", Direction::arriving, MovementSort::rotation, "", persons}};
    said.arrived = persons;
    play_.say("unc/delegation", said);
  }
  bool ceiling_broken() {
    for (const std::string& verdict : play_.verdicts_on(last())) {
      if (verdict == "rotation.ceiling broken") return true;
    }
    return false;
  }
  UtcSeconds hours(std::int64_t hours) const {
    return {play_.agreement().folder.agreement.effective.utc.value + hours * 3'600};
  }

  Play play_;
  LeafIndex index_;
  std::int64_t number_ = 0;
};

TEST_F(AmendmentTest, IsInForceFromItsRecordOn) {
  arrive("1953-07-27", 1'000);
  EXPECT_FALSE(ceiling_broken());
  const Digest before = play_.agreement().digest;
  amend(body(ceiling_of(1'500)));
  EXPECT_EQ(noticed(), Words{});
  EXPECT_EQ(
      play_.verdicts_on(last()),
      (Words{"agreement.amended determined", "inspection-teams.number kept",
             "mobile-teams.number kept", "observer-teams.number kept", "points.parity kept"}));
  EXPECT_EQ(state(index_), "in_force");
  EXPECT_EQ(ceiling(), 1'500);
  EXPECT_NE(play_.agreement().digest, before);
  arrive("1953-07-28", 600);
  EXPECT_TRUE(ceiling_broken());
}

TEST_F(AmendmentTest, WaitsForItsHourByTheClock) {
  amend(body(ceiling_of(1'500), "1953-07-28T22:00:00+09:00"));
  EXPECT_EQ(state(index_), "waits");
  arrive("1953-07-28", 2'000);
  EXPECT_FALSE(ceiling_broken());
  play_.restart();
  play_.clock(hours(23));
  EXPECT_EQ(state(index_), "waits");
  play_.clock(hours(24));
  EXPECT_EQ(state(index_), "in_force");
  EXPECT_EQ(play_.row("amendment", to_value(index_)).at(6), std::to_string(last().value));
  arrive("1953-07-29", 1);
  EXPECT_TRUE(ceiling_broken());
  play_.restart();
  EXPECT_EQ(ceiling(), 1'500);
  arrive("1953-07-30", 1);
  EXPECT_FALSE(ceiling_broken());  // a day that has not come
}

// Whenever it comes on record: a day is judged by the text that was in force as it ended.
TEST_F(AmendmentTest, WhatWasDoneBeforeItIsJudgedByTheTextOfThatDay) {
  play_.clock(hours(3 * 24));
  amend(body(ceiling_of(1'500), "1953-07-29T22:00:00+09:00"));
  EXPECT_EQ(ceiling(), 1'500);
  arrive("1953-07-28", 2'000);  // reported late
  EXPECT_FALSE(ceiling_broken());
  play_.restart();
  arrive("1953-07-29", 1);  // it was in force from its record on: by then the 30th
  EXPECT_FALSE(ceiling_broken());
  arrive("1953-07-30", 1);
  EXPECT_TRUE(ceiling_broken());
}

TEST_F(AmendmentTest, ByFewerThanAllIsInert) {
  amend(body(ceiling_of(1'500)), {"unc/commander", "kpa-cpv/kpa-commander"});
  EXPECT_EQ(noticed(), Words{"may_not_amend"});
  EXPECT_EQ(play_.verdicts_on(last()), Words{"agreement.amended undetermined"});
  EXPECT_EQ(state(index_), "inert");
  EXPECT_EQ(ceiling(), 35'000);
  index_ = play_.next();
  number_ = 0;
  play_.say("unc/commander", body(ceiling_of(1'500)));
  EXPECT_EQ(noticed(), Words{"may_not_amend"});
}

TEST_F(AmendmentTest, NamesTheAgreementThatItChanges) {
  const Amendment stale = body(ceiling_of(2'000));
  number_ = 0;
  amend(body(ceiling_of(1'500)));
  amend(stale);
  EXPECT_EQ(noticed(), (Words{"other_agreement", "number_differs"}));
  EXPECT_EQ(state(index_), "inert");
  EXPECT_EQ(ceiling(), 1'500);
}

TEST_F(AmendmentTest, OfTwoThatWaitTheFirstOvertakesTheOther) {
  amend(body(ceiling_of(1'500), "1953-07-28T22:00:00+09:00"));
  const LeafIndex first = index_;
  amend(body(ceiling_of(2'000), "1953-07-28T10:00:00+09:00"));
  play_.clock(hours(13));
  EXPECT_EQ(state(index_), "in_force");
  EXPECT_EQ(ceiling(), 2'000);
  play_.clock(hours(25));
  EXPECT_EQ(state(first), "overtaken");
  EXPECT_EQ(ceiling(), 2'000);
}

TEST_F(AmendmentTest, WhatCannotBeReadIsInert) {
  amend(body("name = "));
  EXPECT_EQ(noticed(), Words{"no_changes"});
  number_ = 0;
  std::string unknown = ceiling_of(5);
  unknown.replace(unknown.find("\"kpa-cpv\"]"), 10, "\"norway\"] ");
  amend(body(unknown));
  EXPECT_EQ(noticed(), Words{"no_changes"});
  // Whoever signed it can read why.
  EXPECT_NE(play_.row("agreement_irregularity", to_value(index_)).at(3).find("norway"),
            std::string::npos);
  EXPECT_EQ(ceiling(), 35'000);
}

TEST_F(AmendmentTest, AQuotationThatIsNotThereIsNoticedAndTheRuleIsInForce) {
  std::string quoted = ceiling_of(1'500);
  quoted.replace(quoted.find("in any calendar month"), 21, "in any calendar week");
  amend(body(quoted));
  EXPECT_EQ(noticed(), Words{"misquoted"});
  EXPECT_NE(play_.row("agreement_irregularity", to_value(index_)).at(3).find("calendar week"),
            std::string::npos);
  EXPECT_EQ(ceiling(), 1'500);
  // What it words itself it may quote.
  amend(body(quoted + "[[paragraph]]\nnumber = \"13c\"\ntext = \"Fewer in any calendar week "
                      "under the rotation policy; only through the ports of entry.\"\n"));
  EXPECT_EQ(ceiling(), 1'500);
  const Words found = noticed();
  EXPECT_TRUE(std::all_of(found.begin(), found.end(),
                          [](const std::string& word) { return word == "misquoted"; }));
  EXPECT_EQ(play_.row("agreement_irregularity", to_value(index_)).at(3).find("calendar week"),
            std::string::npos);
}

TEST_F(AmendmentTest, TeamsAreFewerByAgreement) {
  constexpr std::string_view fewer =
      "name = \"fewer\"\ntitle = \"Fewer\"\nby = \"unc\"\nsource = \"agreed\"\n"
      "[[teams]]\nname = \"mobile-inspection-teams\"\nteams = [\"nnit/mobile-1\"]\n";
  amend(body(std::string(fewer)));
  const auto number = [&](const std::string& verdict) {
    const Words verdicts = play_.verdicts_on(last());
    return std::find(verdicts.begin(), verdicts.end(), verdict) != verdicts.end();
  };
  EXPECT_TRUE(number("mobile-teams.number kept"));
  EXPECT_TRUE(number("inspection-teams.number kept"));
  play_.restart();
  amend(body(ceiling_of(1'500)));
  EXPECT_TRUE(number("mobile-teams.number kept"));
}

// Who sets up fewer from the start has agreed with nobody that they are fewer.
TEST(TeamsOfAnAgreement, AreAsManyAtFirstAsItSays) {
  AgreementInForce agreement = shipped_agreement();
  for (TeamGroup& group : agreement.folder.bodies.team_groups) {
    if (group.name == "joint-observer-teams") group.teams.pop_back();
  }
  Play play(agreement);
  const Words verdicts = play.verdicts_on({0});
  EXPECT_NE(std::find(verdicts.begin(), verdicts.end(), "observer-teams.number broken"),
            verdicts.end());
}

TEST_F(AmendmentTest, IsTakenBackWhileItWaits) {
  const Digest waits = amend(body(ceiling_of(1'500), "1953-07-28T22:00:00+09:00"));
  play_.say_jointly("joint/commanders", commanders, Retraction{}, {waits});
  EXPECT_EQ(state(index_), "withdrawn");
  play_.clock(hours(25));
  EXPECT_EQ(ceiling(), 35'000);
  const Digest acts = amend(body(ceiling_of(2'000)));
  play_.say_jointly("joint/commanders", commanders, Retraction{}, {acts});
  EXPECT_EQ(state(index_), "in_force");
  EXPECT_EQ(ceiling(), 2'000);
}

TEST_F(AmendmentTest, DutiesAreDueByTheTextInForce) {
  play_.clock(hours(24));
  amend(body(std::string(other_duties)));
  EXPECT_EQ(noticed(), Words{});
  EXPECT_EQ(state(index_), "in_force");
  play_.restart();
  const auto overdue = [&] {
    std::int64_t count = 0;
    for (const auto& row : play_.rows().rows("duty")) count += row.front() == Value("graves.list");
    return count;
  };
  play_.clock(hours(239));
  EXPECT_EQ(overdue(), 0);
  play_.clock(hours(241));
  EXPECT_EQ(overdue(), 1);
}

TEST_F(AmendmentTest, ATeamThatItAddsCanBeTasked) {
  std::string teams =
      "name = \"more\"\ntitle = \"More\"\nby = \"unc\"\nsource = \"agreed\"\n"
      "[[teams]]\nname = \"mobile-inspection-teams\"\nteams = [";
  for (int i = 1; i <= 11; ++i) teams += fmt::format("\"nnit/mobile-{}\", ", i);
  amend(body(teams + "]\n"));
  EXPECT_EQ(state(index_), "in_force");
  const Words verdicts = play_.verdicts_on(last());
  EXPECT_NE(std::find(verdicts.begin(), verdicts.end(), "mobile-teams.number broken"),
            verdicts.end());
  Allegation allegation;
  allegation.term = "materiel.points";
  allegation.paragraph = "13d";
  const Digest id = play_.say("unc/delegation", allegation);
  Tasking tasking;
  tasking.case_id = id;
  tasking.members = officers;
  for (const std::string team : {"nnit/mobile-1", "nnit/mobile-11"}) {
    tasking.team = team;
    play_.say_jointly("joint/nnsc", members, tasking, {id});
    EXPECT_EQ(play_.row("team", Value(team)).at(1), "tasked") << team;
    play_.restart();
  }
}

// A state goes, and another sits in its place: it can be invited from then on.
TEST_F(AmendmentTest, AStateIsReplacedByAnother) {
  Invitation said;
  said.body = "joint/nnsc";
  said.state = "norway";
  said.seat = "norway/member";
  play_.say("unc/delegation", said);
  EXPECT_EQ(play_.noticed("bodies_irregularity", last()), Words{"no_seat"});
  const std::string seats =
      "name = \"seats\"\ntitle = \"Norway for Sweden\"\nby = \"unc\"\nsource = \"agreed\"\n"
      "names = [\"norway\"]\n[[body]]\nname = \"joint/nnsc\"\nseats = [\n"
      "{ from = \"norway\", nominated_by = \"unc\", members = 1 },\n"
      "{ from = \"switzerland\", nominated_by = \"unc\", members = 1 },\n"
      "{ from = \"poland\", nominated_by = \"kpa-cpv\", members = 1 },\n"
      "{ from = \"czechoslovakia\", nominated_by = \"kpa-cpv\", members = 1 }]\n"
      "members = [\"norway/member\", \"switzerland/member\", \"poland/member\", "
      "\"czechoslovakia/member\"]\n";
  amend(body(seats));
  EXPECT_EQ(noticed(), Words{});
  play_.restart();
  play_.say("unc/delegation", said);
  EXPECT_EQ(play_.noticed("bodies_irregularity", last()), Words{});
  said.state = "sweden";
  said.seat = "sweden/member";
  play_.say("unc/delegation", said);
  EXPECT_EQ(play_.noticed("bodies_irregularity", last()), Words{"no_seat"});
  EXPECT_EQ(play_.agreement().organ("joint/nnsc")->members.front(), "norway/member");
}

TEST_F(AmendmentTest, SeatsOfWhomNobodyKnowsAreNoChanges) {
  amend(
      body("name = \"seats\"\ntitle = \"Seats\"\nby = \"unc\"\nsource = \"agreed\"\n"
           "[[body]]\nname = \"joint/nnsc\"\nseats = [{ from = \"norway\", members = 1 }]\n"));
  EXPECT_EQ(noticed(), Words{"no_changes"});
}

TEST_F(AmendmentTest, CostsThatItSharesAreAskedForFromThenOn) {
  amend(
      body("name = \"costs\"\ntitle = \"Costs\"\nby = \"unc\"\nsource = \"agreed\"\n"
           "[[term]]\nid = \"costs.more\"\nparagraph = \"18\"\nphrase = \"equally\"\n"
           "kind = \"cost_share\"\nof = \"other-costs\"\nby = [\"unc\", \"kpa-cpv\"]\n"
           "settled_within_days = 1\n"));
  EXPECT_EQ(state(index_), "in_force");
  play_.clock(hours(24 * 40));
  play_.restart();
  play_.clock(hours(24 * 80));
  EXPECT_EQ(state(index_), "in_force");
}

}  // namespace
}  // namespace armistice
