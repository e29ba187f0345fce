// SPDX-License-Identifier: Apache-2.0
// One case from allegation to acknowledgement, and every way in which a step is noticed.
#include "views/docket/docket.h"

#include <gtest/gtest.h>

#include "crypto/hash.h"
#include "support/play.h"

namespace armistice {
namespace {

using testing::Play;
using Words = std::vector<std::string>;

const Words officers = {"sweden/officer", "switzerland/officer", "poland/officer",
                        "czechoslovakia/officer"};
const Words members = {"sweden/member", "switzerland/member", "poland/member",
                       "czechoslovakia/member"};
const Words seniors = {"unc/senior-member", "kpa-cpv/senior-member"};

class DocketTest : public ::testing::Test {
 protected:
  DocketTest() {
    Allegation body;
    body.term = "territory.entry";
    body.paragraph = "8";
    body.against = "kpa-cpv";
    body.text = "A lorry stood in our territory.";
    index_ = play_.next();
    id_ = play_.say("unc/delegation", body);
  }

  template <typename B>
  B of_case(B body) const {
    body.case_id = id_;
    return body;
  }
  Digest request(std::int64_t latitude_e7, const std::string& to = "joint/nnsc") {
    auto body = of_case(InspectionRequest{});
    body.to = to;
    body.latitude_e7 = latitude_e7;
    body.longitude_e7 = 1'272'500'000;
    return play_.say("unc/senior-member", body, {id_});
  }
  Digest task(const Words& team, const Words& by = members,
              const std::string& name = "nnit/mobile-1",
              std::optional<Digest> request = std::nullopt) {
    auto body = of_case(Tasking{});
    body.team = name;
    body.members = team;
    body.request = request;
    return play_.say_jointly("joint/nnsc", by, body, {id_});
  }
  Digest report(const std::string& by = officers[0]) {
    auto body = of_case(Report{});
    body.team = "nnit/mobile-1";
    body.language = "en";
    body.outcome = Outcome::confirmed;
    return play_.say(by, body, {id_});
  }
  void vote(const std::string& by, const Digest& on, Vote vote) {
    auto body = of_case(Ballot{});
    body.report = on;
    body.vote = vote;
    play_.say(by, body, {id_});
  }
  Digest forward(const Digest& passed, ForwardingStep step, Words to = {"joint/mac"}) {
    auto body = of_case(Forwarding{});
    body.passed = passed;
    body.step = step;
    body.to = std::move(to);
    body.language = "en";
    const bool notice = step == ForwardingStep::notified;
    return play_.say(notice ? "unc/senior-member" : "sweden/member", body, {id_});
  }
  void evaluate(const Digest& report, const Words& by = members) {
    auto body = of_case(Evaluation{});
    body.report = report;
    play_.say_jointly("joint/nnsc", by, body, {id_});
  }
  Determination determination() const {
    auto body = of_case(Determination{});
    body.paragraph = "8";
    return body;
  }
  // status, next, next_by
  Words standing() const {
    const Words row = play_.row("docket_case", to_value(index_));
    return {row.at(6), row.at(7), row.at(8)};
  }
  Words noticed() const { return play_.noticed("docket_irregularity", last()); }
  Words verdicts() const { return play_.verdicts_on(last()); }
  LeafIndex last() const { return {play_.next().value - 1}; }

  Play play_;
  LeafIndex index_;
  Digest id_;
};

constexpr std::int64_t past_the_zone = 382'526'000;
constexpr std::int64_t in_the_zone = 383'300'000;

TEST_F(DocketTest, ACaseGoesFromAllegationToAcknowledgement) {
  EXPECT_EQ(standing(), (Words{"alleged", "request", "unc/senior-member kpa-cpv/senior-member"}));
  const Digest asked = request(past_the_zone);
  EXPECT_EQ(verdicts(), Words{"inspection.request may_act"});
  EXPECT_EQ(noticed(), Words{});
  EXPECT_EQ(standing()[1], "task");
  play_.restart();
  task(officers, members, "nnit/mobile-1", asked);
  EXPECT_EQ(standing(), (Words{"tasked", "dispatch",
                               "sweden/officer switzerland/officer poland/officer "
                               "czechoslovakia/officer"}));
  for (const TeamProgress progress : {TeamProgress::dispatched, TeamProgress::on_site}) {
    auto body = of_case(TeamStep{});
    body.team = "nnit/mobile-1";
    body.step = progress;
    body.at = {"1953-07-28T08:00:00+09:00", {}};
    play_.say(officers[1], body, {id_});
    EXPECT_EQ(noticed(), Words{});
  }
  EXPECT_EQ(standing()[1], "report");
  const Digest found = report();
  EXPECT_EQ(standing()[1], "ballot");
  for (const std::string& officer : officers) vote(officer, found, Vote::in_favour);
  EXPECT_EQ(standing()[0], "official");
  play_.restart();
  forward(found, ForwardingStep::forwarded);
  evaluate(found, {"sweden/member", "poland/member"});
  EXPECT_EQ(verdicts(), (Words{"neutrals.quorum may_act", "report.forwarding kept"}));
  EXPECT_EQ(standing(),
            (Words{"evaluated", "determine", "unc/senior-member kpa-cpv/senior-member"}));
  const Digest determined = play_.say_jointly("joint/mac", seniors, determination(), {id_});
  EXPECT_EQ(verdicts(), (Words{"report.final-action kept", "violation.determined determined"}));
  const Digest notice =
      forward(determined, ForwardingStep::notified, {"unc/commander", "kpa-cpv/kpa-commander"});
  EXPECT_EQ(standing(), (Words{"notified", "acknowledge", "unc/commander kpa-cpv/kpa-commander"}));
  for (const std::string commander : {"unc/commander", "kpa-cpv/kpa-commander"}) {
    auto body = of_case(Acknowledgement{});
    body.received = notice;
    play_.say(commander, body, {id_});
  }
  EXPECT_EQ(standing(), (Words{"acknowledged", "", ""}));
  play_.restart();
}

TEST_F(DocketTest, ARequestForAPlaceInTheZoneIsAddressedToTheWrongBody) {
  request(in_the_zone);
  EXPECT_EQ(verdicts(), Words{"inspection.request may_not_act"});
  EXPECT_EQ(noticed(), Words{"wrong_body"});
  request(in_the_zone, "joint/mac");
  EXPECT_EQ(verdicts(), Words{"observers.dispatch may_act"});
  EXPECT_EQ(noticed(), Words{});
  request(past_the_zone, "joint/mac");
  EXPECT_EQ(verdicts(), Words{"observers.dispatch may_not_act"});
  EXPECT_EQ(noticed(), Words{"wrong_body"});
}

TEST_F(DocketTest, APlaceTooNearTheZonesEdgeIsNotDecided) {
  // From inside to outside, some place on the way is neither.
  std::int64_t latitude_e7 = in_the_zone;
  const GroundTable& table = *testing::shipped_agreement().table;
  while (table.zone_word(table.stand({static_cast<std::int32_t>(latitude_e7), 1'272'500'000}), 0) ==
         "inside") {
    latitude_e7 -= 1'000;
  }
  request(latitude_e7);
  EXPECT_EQ(noticed(), Words{"place_undecidable"});
  EXPECT_EQ(verdicts(), Words{});
}

TEST_F(DocketTest, ATeamIsTwoAndTwo) {
  task(officers);
  EXPECT_EQ(verdicts(), (Words{"neutrals.quorum may_act", "team.mobile.composition kept",
                               "teams.mobile-half kept"}));
  task({"sweden/officer", "switzerland/officer", "sweden/member", "poland/officer"}, members,
       "nnit/mobile-2");
  EXPECT_EQ(verdicts()[1], "team.mobile.composition broken");
  // Two are a sub-team, one of each.
  task({"sweden/officer", "poland/officer"}, members, "nnit/mobile-3");
  EXPECT_EQ(verdicts()[1], "sub-team.composition kept");
  task({"sweden/officer", "switzerland/officer"}, members, "nnit/mobile-4");
  EXPECT_EQ(verdicts()[1], "sub-team.composition broken");
}

TEST_F(DocketTest, ATaskingNeedsTheCommissionsQuorum) {
  task(officers, {"sweden/member", "switzerland/member"});
  EXPECT_EQ(verdicts()[0], "neutrals.quorum may_not_act");
  task(officers, {"sweden/member", "switzerland/member", "poland/member"}, "nnit/mobile-2");
  EXPECT_EQ(verdicts()[0], "neutrals.quorum may_not_act");
}

TEST_F(DocketTest, HalfOfTheMobileTeamsAreOutAtOneSidesRequest) {
  const Digest asked = request(past_the_zone);
  for (int i = 1; i <= 5; ++i) {
    task(officers, members, fmt::format("nnit/mobile-{}", i), asked);
    EXPECT_EQ(verdicts()[2], "teams.mobile-half kept") << i;
  }
  task(officers, members, "nnit/mobile-6", asked);
  EXPECT_EQ(verdicts()[2], "teams.mobile-half broken");
  // At the commission's own word, and once one is back, there is no cap.
  task(officers, members, "nnit/mobile-7");
  EXPECT_EQ(play_.noticed("bodies_irregularity", last()), Words{});
  task(officers, members, "nnit/mobile-7");
  EXPECT_EQ(play_.noticed("bodies_irregularity", last()), Words{"team_out"});
}

TEST_F(DocketTest, AMajorityIsOfficialUnderOneReadingAlone) {
  task(officers);
  const Digest found = report();
  const LeafIndex at = last();
  for (int i = 0; i < 3; ++i) vote(officers[static_cast<std::size_t>(i)], found, Vote::in_favour);
  EXPECT_EQ(standing()[1], "ballot");
  vote(officers[3], found, Vote::against);
  EXPECT_EQ(standing()[0], "reference_only");
  EXPECT_EQ(play_.verdicts_on(at), Words{"report.adoption reference_only"});
  bool official = false;
  for (const auto& row : play_.rows().rows("finding")) {
    if (row[0] == to_value(at) && row[2] == Value("adoption=majority")) {
      official = row[8] == Value("official");
    }
  }
  EXPECT_TRUE(official);
  // A member's last ballot stands.
  vote(officers[3], found, Vote::in_favour);
  EXPECT_EQ(standing()[0], "official");
}

TEST_F(DocketTest, StepsByOthersAreNoticedAndNotTaken) {
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

TEST_F(DocketTest, EvaluationAndDeterminationBeforeTheirTimeAreNoticed) {
  task(officers);
  const Digest found = report();
  forward(found, ForwardingStep::translated);
  EXPECT_EQ(verdicts(), Words{"report.forwarding broken"});
  evaluate(found);
  EXPECT_EQ(verdicts()[1], "report.forwarding broken");
  forward(found, ForwardingStep::forwarded);
  Play other;  // a case determined with no evaluation at all
  Allegation body;
  body.term = "territory.entry";
  body.paragraph = "8";
  const Digest id = other.say("unc/delegation", body);
  Determination early;
  early.case_id = id;
  early.paragraph = "8";
  other.say_jointly("joint/mac", seniors, early, {id});
  EXPECT_EQ(other.verdicts_on({other.next().value - 1})[0], "report.final-action broken");
}

TEST_F(DocketTest, ADeterminationTooEarlyTaintsNoLaterOne) {
  task(officers);
  const Digest found = report();
  play_.say_jointly("joint/mac", seniors, determination(), {id_});
  EXPECT_EQ(verdicts()[0], "report.final-action broken");
  forward(found, ForwardingStep::forwarded);
  evaluate(found);
  play_.say_jointly("joint/mac", seniors, determination(), {id_});
  EXPECT_EQ(verdicts()[0], "report.final-action kept");
}

TEST_F(DocketTest, OneSeniorMemberDeterminesNothing) {
  play_.say("unc/senior-member", determination(), {id_});
  EXPECT_EQ(verdicts(), Words{"violation.determined undetermined"});
  EXPECT_EQ(standing()[0], "alleged");  // it moves nothing
}

class DraftTest : public DocketTest {
 protected:
  DraftTest() {
    Header header;
    header.circle = play_.record({0})->id;
    header.kind = Determination::kind;
    header.author = "joint/mac";
    header.signers = seniors;
    header.until = CivilTime{{play_.now().value + 3'600}, 9 * 3'600};
    header.written = {play_.now(), 9 * 3'600};
    const Bytes body = to_bytes(Body(determination()));
    header.body = {sha256(body), body.size(), BodyForm::open};
    header.refers = {id_};
    text_ = to_text(header);
    auto draft = of_case(Draft{});
    draft.draft = text_;
    draft.lines = "\xe2\x80\x94 unc/senior-member AAAA\n";
    draft.body = body;
    play_.say("unc/senior-member", draft, {id_});
  }
  std::string state() const { return play_.row("docket_draft", sha256(text_)).at(9); }
  std::string text_;
};

TEST_F(DraftTest, WaitsForTheOtherAndIsSigned) {
  EXPECT_EQ(noticed(), Words{});
  EXPECT_EQ(standing(), (Words{"draft_waits", "sign", "kpa-cpv/senior-member"}));
  EXPECT_EQ(state(), "waits");
  play_.restart();
  play_.say_text(text_, determination());
  EXPECT_EQ(state(), "signed");
  EXPECT_EQ(standing()[0], "determined");
}

TEST_F(DraftTest, LapsesByTheRegistersClockAndTheCaseStaysOpen) {
  play_.clock({play_.now().value + 3'599});
  EXPECT_EQ(state(), "waits");
  play_.restart();
  play_.clock({play_.now().value + 1});
  EXPECT_EQ(state(), "lapsed");
  EXPECT_EQ(standing()[0], "draft_lapsed");
  EXPECT_EQ(standing()[1], "request");  // what was due before it is due again
  play_.clock({play_.now().value + 1'000});
  EXPECT_EQ(play_.rows().rows("docket_step").size(), 3U);  // alleged, drafted, lapsed once
}

TEST_F(DraftTest, IsLodgedBySignersInItsOwnCaseAlone) {
  auto again = of_case(Draft{});
  again.draft = text_;
  again.body = to_bytes(Body(determination()));
  again.lines = "\xe2\x80\x94 kpa-cpv/senior-member AAAA\n";
  play_.say("sweden/member", again, {id_});
  EXPECT_EQ(noticed(), Words{"not_a_signer"});
  EXPECT_EQ(standing()[2], "kpa-cpv/senior-member");
  Allegation other;
  other.term = "territory.entry";
  other.paragraph = "8";
  const Digest elsewhere = play_.say("unc/delegation", other);
  again.case_id = elsewhere;
  play_.say("unc/senior-member", again, {elsewhere});
  EXPECT_EQ(noticed(), Words{"other_case"});
  // Lines add up, whoever lodges them last.
  again.case_id = id_;
  play_.say("kpa-cpv/senior-member", again, {id_});
  EXPECT_EQ(noticed(), Words{});
  EXPECT_EQ(play_.row("docket_draft", sha256(text_)).at(6),
            "unc/senior-member kpa-cpv/senior-member");
}

TEST_F(DraftTest, RestoresWhatWasDueWhenItsRecordIsNoStep) {
  EXPECT_EQ(standing()[0], "draft_waits");
  play_.say("unc/senior-member", Retraction{}, {play_.record({2})->id});
  EXPECT_EQ(state(), "withdrawn");
  EXPECT_EQ(standing(), (Words{"alleged", "request", "unc/senior-member kpa-cpv/senior-member"}));
}

TEST_F(DraftTest, IsClosedByASignersWithdrawalAlone) {
  play_.say("sweden/member", Withdrawal{}, {sha256(text_)});
  EXPECT_EQ(state(), "waits");
  play_.say("unc/senior-member", Withdrawal{}, {sha256(text_)});
  EXPECT_EQ(state(), "withdrawn");
  EXPECT_EQ(standing()[0], "draft_withdrawn");
}

TEST_F(DraftTest, IsNoDraftOnceTheRecordStandsOrWithAnotherBody) {
  auto draft = of_case(Draft{});
  draft.draft = text_;
  draft.body = "{}";
  play_.say("unc/senior-member", draft, {id_});
  EXPECT_EQ(noticed(), Words{"other_body"});
  play_.say_text(text_, determination());
  draft.body = to_bytes(Body(determination()));
  play_.say("unc/senior-member", draft, {id_});
  EXPECT_EQ(noticed(), Words{"stands_already"});
  EXPECT_EQ(standing()[0], "determined");
}

TEST_F(DocketTest, ARetractedStepStaysAndCountsNoMore) {
  task(officers);
  const Digest found = report();
  for (const std::string& officer : officers) vote(officer, found, Vote::in_favour);
  EXPECT_EQ(standing()[0], "official");
  Retraction retraction;
  retraction.reason = "seen in bad light";
  play_.say(officers[0], retraction, {found});
  EXPECT_EQ(standing()[0], "tasked");
  const auto steps = play_.rows().rows("docket_step");
  EXPECT_EQ(steps[2][4], Value("reported"));
  EXPECT_EQ(steps[2][9], to_value(true));
}

TEST_F(DocketTest, WhatComesLateMovesNoCaseBack) {
  task(officers);
  const Digest found = report();
  const Digest sent = forward(found, ForwardingStep::forwarded);
  vote(officers[0], found, Vote::against);
  EXPECT_EQ(standing()[0], "forwarded");
  auto body = of_case(Acknowledgement{});
  body.received = sent;
  play_.say("joint/mac", body, {id_});
  EXPECT_EQ(standing()[0], "forwarded");
}

TEST_F(DocketTest, WhatIsNamedMustBeOfTheCase) {
  task(officers);
  evaluate(id_);
  EXPECT_EQ(noticed(), Words{"no_report"});
  auto body = of_case(TeamStep{});
  body.team = "nnit/mobile-2";
  body.at = {"1953-07-28T08:00:00+09:00", {}};
  play_.say(officers[0], body, {id_});
  EXPECT_EQ(noticed(), Words{"other_team"});
  auto determined = determination();
  determined.evaluation = id_;
  play_.say_jointly("joint/mac", seniors, determined, {id_});
  EXPECT_EQ(noticed(), Words{"no_evaluation"});
}

TEST_F(DocketTest, ASidesClerksAreNoCommission) {
  auto body = of_case(Tasking{});
  body.team = "nnit/mobile-1";
  body.members = officers;
  play_.say_jointly("joint/nnsc", {"unc/situation-room", "kpa-cpv/situation-room"}, body, {id_});
  EXPECT_EQ(play_.noticed("bodies_irregularity", last()), Words{"not_a_member"});
  EXPECT_EQ(verdicts(), Words{});
  EXPECT_EQ(standing()[0], "alleged");
}

TEST_F(DocketTest, OneClerksTaskingMovesNeitherCaseNorTeam) {
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

TEST_F(DocketTest, OnlyTheCommissionsEvaluationIsReceived) {
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

TEST_F(DocketTest, ADeterminationHolds) {
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

TEST_F(DocketTest, ARetractedReportGetsNoVotes) {
  task(officers);
  const Digest found = report();
  play_.say(officers[0], Retraction{}, {found});
  vote(officers[1], found, Vote::in_favour);
  EXPECT_EQ(noticed(), Words{"no_report"});
  play_.say("unc/delegation", Retraction{}, {id_});
  EXPECT_EQ(standing(), (Words{"retracted", "", ""}));
}

TEST_F(DocketTest, ATaskingTakenBackFreesItsTeam) {
  const Digest tasked = task(officers);
  EXPECT_EQ(play_.row("team", Value("nnit/mobile-1"))[1], "tasked");
  // Only a retraction that traffic lets act: joint, by the same signers.
  play_.say_jointly("joint/nnsc", members, Retraction{}, {tasked});
  EXPECT_EQ(play_.row("team", Value("nnit/mobile-1"))[1], "ready");
}

TEST_F(DocketTest, AnAllegationNamesATermAndItsParagraph) {
  Allegation body;
  body.term = "no.such";
  body.paragraph = "8";
  play_.say("unc/delegation", body);
  EXPECT_EQ(noticed(), Words{"unknown_term"});
  body.term = "territory.entry";
  body.paragraph = "7";
  play_.say("unc/delegation", body);
  EXPECT_EQ(noticed(), Words{"other_paragraph"});
}

}  // namespace
}  // namespace armistice
