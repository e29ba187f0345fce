// SPDX-License-Identifier: Apache-2.0
// Steps by those who may not take them: shown, judged, and without effect.
#include "support/case_play.h"

namespace armistice {
namespace {

using namespace testing;

class EntitledTest : public CasePlay {};

TEST_F(EntitledTest, StepsByOthersAreNoticedAndNotTaken) {
  task(officers);
  const Digest found = report();
  report("sweden/member");
  EXPECT_EQ(noticed(), Words{"not_of_the_team"});
  vote("sweden/member", found, Vote::in_favour);
  EXPECT_EQ(noticed(), Words{"not_of_the_team"});
  vote(officers[0], id_, Vote::in_favour);
  EXPECT_EQ(noticed(), Words{"no_report"});
  auto of_another = TeamStep{};
  of_another.case_id = found;
  of_another.team = "nnit/mobile-1";
  of_another.at = {"1953-07-28T08:00:00+09:00", {}};
  play_.say(officers[0], of_another);
  EXPECT_EQ(noticed(), Words{"no_case"});
}

TEST_F(EntitledTest, ASidesClerksAreNoCommission) {
  auto body = of_case(Tasking{});
  body.team = "nnit/mobile-1";
  body.members = officers;
  play_.say_jointly("joint/nnsc", {"unc/situation-room", "kpa-cpv/situation-room"}, body, {id_});
  EXPECT_EQ(play_.noticed("bodies_irregularity", last()), Words{"not_a_member"});
  EXPECT_EQ(verdicts(), Words{});
  EXPECT_EQ(standing()[0], "alleged");
}

TEST_F(EntitledTest, OneClerksTaskingMovesNeitherCaseNorTeam) {
  task(officers);
  const Digest found = report();
  for (const std::string& officer : officers) vote(officer, found, Vote::in_favour);
  auto body = of_case(Tasking{});
  body.team = "nnit/mobile-2";
  body.members = {"kpa-cpv/situation-room"};
  play_.say("kpa-cpv/situation-room", body, {id_});
  EXPECT_EQ(play_.noticed("bodies_irregularity", last()), Words{"may_not_task"});
  EXPECT_EQ(standing()[0], "official");
  EXPECT_EQ(play_.row("team", Value("nnit/mobile-2"))[1], "ready");
  // A team that is out stays with the tasking that sent it.
  const Digest again = task({officers[1], officers[0], officers[2], officers[3]});
  EXPECT_EQ(play_.noticed("bodies_irregularity", last()), Words{"team_out"});
  play_.say_jointly("joint/nnsc", members, Retraction{}, {again});
  EXPECT_EQ(play_.row("team", Value("nnit/mobile-1"))[1], "tasked");
}

TEST_F(EntitledTest, OnlyTheCommissionsEvaluationIsReceived) {
  task(officers);
  const Digest found = report();
  forward(found, ForwardingStep::forwarded);
  auto fake = of_case(Evaluation{});
  fake.report = found;
  play_.say("unc/situation-room", fake, {id_});
  EXPECT_EQ(noticed(), Words{"not_the_commission"});
  evaluate(found, {"sweden/member", "switzerland/member"});  // of one side
  EXPECT_EQ(standing()[0], "forwarded");
  play_.say_jointly("joint/mac", seniors, determination(), {id_});
  EXPECT_EQ(verdicts()[0], "report.final-action broken");
}

TEST_F(EntitledTest, ADeterminationHolds) {
  task(officers);
  const Digest found = report();
  forward(found, ForwardingStep::forwarded);
  evaluate(found);
  play_.say_jointly("joint/mac", seniors, determination(), {id_});
  const Words settled = standing();
  request(past_the_zone);
  auto by_a_clerk = of_case(InspectionRequest{});
  by_a_clerk.to = "joint/nnsc";
  play_.say("kpa-cpv/situation-room", by_a_clerk, {id_});
  play_.say("kpa-cpv/situation-room", determination(), {id_});
  EXPECT_EQ(standing(), settled);
}

}  // namespace
}  // namespace armistice
