// SPDX-License-Identifier: Apache-2.0
// One case from allegation to acknowledgement, and every way in which a step is noticed.
#include "support/case_play.h"

namespace armistice {
namespace {

using namespace testing;

class DocketTest : public CasePlay {};

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
  EXPECT_EQ(verdicts(), (Words{"mobile-teams.grade kept", "neutrals.quorum may_act",
                               "team.mobile.composition kept", "teams.mobile-half kept"}));
  task({"sweden/officer", "switzerland/officer", "sweden/member", "poland/officer"}, members,
       "nnit/mobile-2");
  EXPECT_EQ(verdicts()[2], "team.mobile.composition broken");
  // Two are a sub-team, one of each.
  task({"sweden/officer", "poland/officer"}, members, "nnit/mobile-3");
  EXPECT_EQ(verdicts()[2], "sub-team.composition kept");
  task({"sweden/officer", "switzerland/officer"}, members, "nnit/mobile-4");
  EXPECT_EQ(verdicts()[2], "sub-team.composition broken");
}

TEST_F(DocketTest, ATaskingNeedsTheCommissionsQuorum) {
  task(officers, {"sweden/member", "switzerland/member"});
  EXPECT_EQ(verdicts()[1], "neutrals.quorum may_not_act");
  task(officers, {"sweden/member", "switzerland/member", "poland/member"}, "nnit/mobile-2");
  EXPECT_EQ(verdicts()[1], "neutrals.quorum may_not_act");
}

TEST_F(DocketTest, HalfOfTheMobileTeamsAreOutAtOneSidesRequest) {
  const Digest asked = request(past_the_zone);
  for (int i = 1; i <= 5; ++i) {
    task(officers, members, fmt::format("nnit/mobile-{}", i), asked);
    EXPECT_EQ(verdicts()[3], "teams.mobile-half kept") << i;
  }
  task(officers, members, "nnit/mobile-6", asked);
  EXPECT_EQ(verdicts()[3], "teams.mobile-half broken");
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
  EXPECT_EQ(play_.verdicts_on(at),
            (Words{"inspection.no-study kept", "report.adoption reference_only"}));
  bool official = false;
  for (const auto& row : play_.rows().rows("finding")) {
    if (row[0] == to_value(at) && row[2] == Value("adoption=majority")) {
      official = row[9] == Value("official");
    }
  }
  EXPECT_TRUE(official);
  // A member's last ballot stands.
  vote(officers[3], found, Vote::in_favour);
  EXPECT_EQ(standing()[0], "official");
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

TEST_F(DocketTest, WhoAllegedDoesNotTakeBackWhatBothDetermined) {
  task(officers);
  const Digest found = report();
  forward(found, ForwardingStep::forwarded);
  evaluate(found);
  play_.say_jointly("joint/mac", seniors, determination(), {id_});
  play_.say("unc/delegation", Retraction{}, {id_});
  EXPECT_EQ(standing()[0], "determined");
  EXPECT_EQ(standing()[1], "notify");
}

TEST_F(DocketTest, OneSeniorMemberDeterminesNothing) {
  play_.say("unc/senior-member", determination(), {id_});
  EXPECT_EQ(verdicts(), Words{"violation.determined undetermined"});
  EXPECT_EQ(standing()[0], "alleged");  // it moves nothing
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

TEST_F(DocketTest, AReportIsForwardedInTheLanguageReceived) {
  task(officers);
  const Digest found = report();
  auto body = of_case(Forwarding{});
  body.passed = found;
  body.to = {"joint/mac"};
  body.language = "ru";
  play_.say("sweden/member", body, {id_, found});
  EXPECT_EQ(noticed(), Words{"other_language"});
  play_.restart();
  // A translation is in another language by its nature.
  body.step = ForwardingStep::translated;
  play_.say("sweden/member", body, {id_, found});
  EXPECT_EQ(noticed(), Words{});
}

TEST_F(DocketTest, WhoPassesOnWhatAndToWhomIsNoticed) {
  task(officers);
  const Digest found = report();
  auto passed = of_case(Forwarding{});
  passed.passed = found;
  passed.to = {"joint/mac"};
  passed.language = "en";
  play_.say("unc/delegation", passed, {id_, found});
  EXPECT_EQ(noticed(), Words{"may_not_pass_on"});
  play_.say("sweden/member", passed, {found});
  EXPECT_EQ(noticed(), Words{"not_referred"});
  passed.step = ForwardingStep::notified;
  play_.say("sweden/member", passed, {id_, found});
  EXPECT_EQ(noticed(), Words{"no_determination"});
  const Digest sent = forward(found, ForwardingStep::forwarded, {"joint/mac"});
  auto received = of_case(Acknowledgement{});
  received.received = sent;
  play_.say("unc/delegation", received, {id_, sent});
  EXPECT_EQ(noticed(), Words{"not_an_addressee"});
  received.received = found;
  play_.say("unc/delegation", received, {id_, found});
  EXPECT_EQ(noticed(), Words{"not_of_the_case"});
  auto tasked = of_case(Tasking{});
  tasked.request = found;
  tasked.team = "nnit/mobile-2";
  tasked.members = officers;
  play_.say_jointly("joint/nnsc", members, tasked, {id_, found});
  EXPECT_EQ(noticed(), Words{"no_request"});
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

TEST_F(DocketTest, ASecondVoteOnWhatIsAdoptedIsNone) {
  request(past_the_zone);
  task(officers);
  const Digest found = report();
  vote(officers[0], found, Vote::against);
  vote(officers[0], found, Vote::in_favour);
  EXPECT_EQ(noticed(), Words{});
  for (const std::string& officer : {officers[1], officers[2], officers[3]}) {
    vote(officer, found, Vote::in_favour);
  }
  EXPECT_EQ(standing()[0], "official");
  vote(officers[2], found, Vote::against);
  EXPECT_EQ(noticed(), Words{"adopted_already"});
  EXPECT_EQ(standing()[0], "official");
}

TEST_F(DocketTest, AReportThatStudiesWhatItMayNotIsFound) {
  request(past_the_zone);
  task(officers);
  auto body = of_case(Report{});
  body.team = "nnit/mobile-1";
  body.language = "en";
  body.text = "Six rifles.";
  play_.say(officers[0], body, {id_});
  EXPECT_EQ(verdicts(), (Words{"inspection.no-study kept", "report.adoption reference_only"}));
  body.text = "Six rifles; their Characteristics are these.";
  play_.say(officers[0], body, {id_});
  EXPECT_EQ(verdicts(), (Words{"inspection.no-study broken", "report.adoption reference_only"}));
}

TEST_F(DocketTest, ATeamAnswersThroughItsCommissionAlone) {
  request(past_the_zone);
  task(officers);
  const LeafIndex reported = play_.next();
  const Digest found = report();
  forward(found, ForwardingStep::forwarded);
  EXPECT_EQ(verdicts(), Words{"inspection-teams.answer kept"});
  // What is owed from a record on is found of that record, whoever does it.
  EXPECT_EQ(play_.verdicts_on(reported).back(), "report.without-delay kept");
  forward(found, ForwardingStep::forwarded, {"joint/mac", "unc/commander"});
  EXPECT_EQ(verdicts(), Words{"inspection-teams.answer broken"});
  auto body = of_case(Forwarding{});
  body.passed = found;
  body.to = {"joint/mac"};
  body.language = "en";
  play_.say(officers[0], body, {id_});
  EXPECT_EQ(noticed(), Words{"may_not_pass_on"});
  EXPECT_EQ(verdicts(), Words{"inspection-teams.answer broken"});
}

TEST_F(DocketTest, ATeamIsSentWithoutDelay) {
  const UtcSeconds start = play_.now();
  const auto dispatch = [&] {
    auto body = of_case(TeamStep{});
    body.team = "nnit/mobile-1";
    body.step = TeamProgress::dispatched;
    body.at = {"1953-07-28T08:00:00+09:00", {}};
    play_.say(officers[1], body, {id_});
  };
  const LeafIndex asked = play_.next();
  request(past_the_zone);
  task(officers);
  play_.clock({start.value + 3'600});
  EXPECT_EQ(verdicts(), Words{});
  play_.restart();
  play_.clock({start.value + 86'401});
  const Words found = play_.verdicts_on(asked);
  EXPECT_EQ(found, (Words{"inspection.request may_act", "inspection.without-delay broken"}));
  EXPECT_EQ(owed(), Words{"sent"});
  dispatch();
  EXPECT_EQ(verdicts(), Words{});
  EXPECT_EQ(play_.verdicts_on(asked), found);  // late, and found once
  EXPECT_EQ(owed(), Words{});
  const LeafIndex again = play_.next();
  request(past_the_zone);
  EXPECT_EQ(owed(), Words{"sent"});
  dispatch();
  EXPECT_EQ(play_.verdicts_on(again),
            (Words{"inspection.request may_act", "inspection.without-delay kept"}));
}

// 47: without delay, whatever else waits for a translation or an evaluation.
TEST_F(DocketTest, AReportThatIsNotForwardedIsFoundByTheClock) {
  request(past_the_zone);
  task(officers);
  const LeafIndex at = play_.next();
  const Digest found = report();
  play_.clock({play_.now().value + 90'000});
  EXPECT_EQ(play_.verdicts_on(at),
            (Words{"inspection.no-study kept", "report.adoption reference_only",
                   "report.without-delay broken"}));
  play_.restart();
  // Passed on by nobody who may, it waits still.
  auto body = of_case(Forwarding{});
  body.passed = found;
  body.to = {"joint/mac"};
  body.language = "en";
  play_.say("unc/senior-member", body, {id_});
  EXPECT_EQ(noticed(), Words{"may_not_pass_on"});
  EXPECT_EQ(owed(), (Words{"forwarded", "sent"}));
  forward(found, ForwardingStep::forwarded);
  EXPECT_EQ(owed(), Words{"sent"});
  EXPECT_EQ(verdicts(), Words{"inspection-teams.answer kept"});
  EXPECT_EQ(play_.verdicts_on(at).back(), "report.without-delay broken");
  const LeafIndex next = play_.next();
  const Digest second = report(officers[1]);
  forward(second, ForwardingStep::forwarded);
  EXPECT_EQ(play_.verdicts_on(next).back(), "report.without-delay kept");
}

TEST_F(DocketTest, InACaseThatIsTakenBackNothingIsOwed) {
  request(past_the_zone);
  EXPECT_EQ(owed(), Words{"sent"});
  play_.say("unc/delegation", Retraction{}, {id_});
  EXPECT_EQ(standing()[0], "retracted");
  EXPECT_EQ(owed(), Words{});
}

TEST_F(DocketTest, AReportThatIsTakenBackNeedsNoForwarding) {
  task(officers);
  const LeafIndex at = play_.next();
  const Digest found = report();
  play_.say(officers[0], Retraction{}, {found});
  play_.clock({play_.now().value + 90'000});
  EXPECT_EQ(play_.verdicts_on(at),
            (Words{"inspection.no-study kept", "report.adoption reference_only"}));
}

// 29 asks for a notice of a violation at once; 30, of what is corrected, says no hour.
TEST_F(DocketTest, AViolationThatIsNotReportedIsFoundByTheClock) {
  const LeafIndex at = play_.next();
  const Digest determined = play_.say_jointly("joint/mac", seniors, determination(), {id_});
  play_.clock({play_.now().value + 90'000});
  EXPECT_EQ(play_.verdicts_on(at),
            (Words{"report.final-action broken", "violation.determined determined",
                   "violation.notice broken"}));
  EXPECT_EQ(owed(), Words{"notified"});
  forward(determined, ForwardingStep::notified, {"unc/commander"});
  EXPECT_EQ(verdicts(), Words{});
  EXPECT_EQ(play_.verdicts_on(at).back(), "violation.notice broken");
  EXPECT_EQ(owed(), Words{});
  Determination corrected = determination();
  corrected.outcome = Determined::corrected;
  const LeafIndex later = play_.next();
  play_.say_jointly("joint/mac", seniors, corrected, {id_});
  play_.clock({play_.now().value + 90'000});
  for (const std::string& found : play_.verdicts_on(later)) {
    EXPECT_EQ(found.find("violation.notice"), std::string::npos) << found;
  }
}

// 42c: what a report may not hold stands in no dissent, translation or evaluation of it either.
TEST_F(DocketTest, WhatIsSaidOfAReportIsReadForWhatMayNotBeStudied) {
  task(officers);
  const Digest found = report();
  const auto dissent = [&](const std::string& text) {
    auto body = of_case(Ballot{});
    body.report = found;
    body.vote = Vote::against;
    body.dissent = text;
    play_.say(officers[1], body, {id_});
    return verdicts();
  };
  EXPECT_EQ(dissent("He did not see four of them."), Words{});
  EXPECT_EQ(dissent("Its characteristics are others."), Words{"inspection.no-study broken"});
  auto body = of_case(Forwarding{});
  body.passed = found;
  body.step = ForwardingStep::translated;
  body.to = {"joint/mac"};
  body.language = "zh";
  body.text = "其性能如下。";
  play_.say("sweden/member", body, {id_});
  EXPECT_EQ(verdicts(), (Words{"inspection.no-study broken", "report.forwarding broken"}));
  auto weighed = of_case(Evaluation{});
  weighed.report = found;
  weighed.text = "비밀설계가 적혀 있다.";
  play_.say_jointly("joint/nnsc", members, weighed, {id_});
  EXPECT_EQ(verdicts(), (Words{"inspection.no-study broken", "neutrals.quorum may_act",
                               "report.forwarding broken"}));
}

}  // namespace
}  // namespace armistice
