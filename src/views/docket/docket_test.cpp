// SPDX-License-Identifier: Apache-2.0
// One case from allegation to acknowledgement, and every way in which a step is noticed.
#include <map>

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

class CaseStatusTest : public DocketTest {
 protected:
  CaseStatus status(CaseStatusWord word) const {
    auto body = of_case(CaseStatus{});
    body.status = word;
    return body;
  }
  Digest mark(const std::string& by, CaseStatusWord word, std::optional<Digest> about = {}) {
    CaseStatus body = status(word);
    body.about = about;
    return play_.say(by, body, about ? Sorted{id_, *about}.ids : std::vector<Digest>{id_});
  }
  Digest attribute(const Words& by, CaseStatusWord word = CaseStatusWord::attributed) {
    CaseStatus body = status(word);
    if (word == CaseStatusWord::attributed) body.party = "kpa-cpv";
    return play_.say_jointly("joint/nnsc", by, body, {id_});
  }
  // Until the neutral commission has said what the report is worth.
  Digest weigh() {
    request(past_the_zone);
    task(officers);
    const Digest found = report();
    for (const std::string& officer : officers) vote(officer, found, Vote::in_favour);
    forward(found, ForwardingStep::forwarded);
    evaluate(found);
    return found;
  }
  std::string marks() const { return play_.row("docket_case", to_value(index_)).at(10); }

 private:
  struct Sorted {
    Sorted(const Digest& a, const Digest& b) : ids{std::min(a, b), std::max(a, b)} {}
    std::vector<Digest> ids;
  };
};

TEST_F(CaseStatusTest, ACaseIsRegisteredAndScreened) {
  mark("unc/senior-member", CaseStatusWord::registered);
  EXPECT_EQ(standing(),
            (Words{"registered", "request", "unc/senior-member kpa-cpv/senior-member"}));
  mark("kpa-cpv/senior-member", CaseStatusWord::screened);
  EXPECT_EQ(standing()[0], "screened");
  EXPECT_EQ(marks(), "registered screened");
  request(past_the_zone);
  EXPECT_EQ(standing()[0], "requested");
  mark("unc/senior-member", CaseStatusWord::registered);
  EXPECT_EQ(standing()[0], "requested");
  EXPECT_EQ(noticed(), Words{});
  mark("sweden/officer", CaseStatusWord::screened);
  EXPECT_EQ(noticed(), Words{"may_not_mark"});
  EXPECT_EQ(marks(), "screened registered");
  play_.restart();
}

TEST_F(CaseStatusTest, TheNeutralsAttributeAndASideDisputes) {
  attribute(members);
  EXPECT_EQ(noticed(), (Words{"no_evaluation", "may_not_mark"}));
  EXPECT_EQ(standing()[0], "alleged");
  weigh();
  attribute({"sweden/member", "switzerland/member"});
  EXPECT_EQ(noticed(), Words{"may_not_mark"});
  const Digest attributed = attribute(members);
  EXPECT_EQ(noticed(), Words{});
  EXPECT_EQ(standing(),
            (Words{"attributed", "determine", "unc/senior-member kpa-cpv/senior-member"}));
  mark("sweden/member", CaseStatusWord::disputed, attributed);
  EXPECT_EQ(noticed(), Words{"may_not_mark"});
  mark("kpa-cpv/delegation", CaseStatusWord::disputed, sha256("no step"));
  EXPECT_EQ(noticed(), Words{"not_of_the_case"});
  mark("kpa-cpv/delegation", CaseStatusWord::disputed, attributed);
  EXPECT_EQ(noticed(), Words{});
  EXPECT_EQ(standing()[0], "disputed");
  EXPECT_EQ(marks(), "attributed disputed");
  attribute(members, CaseStatusWord::not_attributable);
  EXPECT_EQ(standing()[0], "not_attributable");
  EXPECT_EQ(marks(), "disputed not_attributable");
}

TEST_F(CaseStatusTest, ItIsClosedWithoutAgreementOnceBothSidesSaySo) {
  weigh();
  mark("unc/senior-member", CaseStatusWord::closed_without_agreement);
  EXPECT_EQ(standing()[0], "evaluated");
  mark("kpa-cpv/delegation", CaseStatusWord::closed_without_agreement);
  EXPECT_EQ(noticed(), Words{"may_not_mark"});
  const Digest second = mark("kpa-cpv/senior-member", CaseStatusWord::closed_without_agreement);
  EXPECT_EQ(standing(), (Words{"closed_without_agreement", "", ""}));
  play_.restart();
  play_.say("kpa-cpv/senior-member", Retraction{}, {second});
  EXPECT_EQ(standing()[0], "evaluated");
  CaseStatus both = status(CaseStatusWord::closed_without_agreement);
  play_.say_jointly("joint/mac", seniors, both, {id_});
  EXPECT_EQ(standing()[0], "closed_without_agreement");
  play_.say_jointly("joint/mac", seniors, determination(), {id_});
  EXPECT_EQ(standing()[0], "determined");
}

TEST_F(CaseStatusTest, WhatIsCorrectedMayRecur) {
  weigh();
  Determination corrected = determination();
  corrected.outcome = Determined::corrected;
  play_.say_jointly("joint/mac", {"unc/senior-member"}, corrected, {id_});
  EXPECT_EQ(verdicts(), Words{"violation.corrected undetermined"});
  play_.say_jointly("joint/mac", seniors, corrected, {id_});
  EXPECT_EQ(verdicts(), (Words{"report.final-action kept", "violation.corrected determined"}));
  EXPECT_EQ(standing()[0], "corrected");
  EXPECT_EQ(marks(), "corrected");
  const Digest earlier = id_;
  Allegation again;
  again.term = "territory.entry";
  again.paragraph = "8";
  index_ = play_.next();
  id_ = play_.say("unc/delegation", again);
  mark("unc/senior-member", CaseStatusWord::recurring, id_);
  EXPECT_EQ(noticed(), Words{"no_earlier_case"});
  mark("unc/senior-member", CaseStatusWord::recurring, earlier);
  EXPECT_EQ(noticed(), Words{});
  EXPECT_EQ(marks(), "recurring");
  EXPECT_EQ(standing()[0], "alleged");
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
  const Digest found = report();
  forward(found, ForwardingStep::forwarded);
  EXPECT_EQ(verdicts(), Words{"inspection-teams.answer kept"});
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

// The shipped agreement as the other side's draft of January 1952 has it.
const AgreementInForce& under_draft(const std::string& name) {
  static std::map<std::string, AgreementInForce> drafts;
  const auto [found, fresh] = drafts.emplace(name, shipped_agreement());
  AgreementInForce& agreement = found->second;
  if (fresh) {
    agreement.folder = under(agreement.folder, *shipped_agreement().folder.draft(name));
  }
  return agreement;
}

class PointAreaTest : public ::testing::Test {
 protected:
  // What a team's being kept out of a place `north_m` north of Inchon's coordinates comes to.
  Words denied(const std::string& draft, std::int64_t north_m) {
    Play play(under_draft(draft));
    Allegation allegation;
    allegation.term = "materiel.points";
    allegation.paragraph = "13d";
    const Digest id = play.say("unc/delegation", allegation);
    InspectionRequest request;
    request.case_id = id;
    request.to = "joint/nnsc";
    request.latitude_e7 = 374'666'666 + north_m * 90;
    request.longitude_e7 = 1'266'333'333;
    play.say("unc/senior-member", request, {id});
    Tasking tasking;
    tasking.case_id = id;
    tasking.team = "nnit/mobile-1";
    tasking.members = officers;
    play.say_jointly("joint/nnsc", members, tasking, {id});
    TeamStep step;
    step.case_id = id;
    step.team = "nnit/mobile-1";
    step.step = TeamProgress::access_denied;
    step.at = {"1953-07-28T08:00:00+09:00", {}};
    play.say(officers[0], step, {id});
    return play.verdicts_on({play.next().value - 1});
  }
};

TEST_F(PointAreaTest, WithinFiveKilometresOrThirtyMiles) {
  EXPECT_EQ(denied("kpa-cpv-1952-01", 2'000), Words{"points.area broken"});
  EXPECT_EQ(denied("kpa-cpv-1952-01", 20'000), Words{"points.area kept"});
  EXPECT_EQ(denied("unc-1952-01", 20'000), Words{"points.area broken"});
  EXPECT_EQ(denied("unc-1952-01", 60'000), Words{"points.area kept"});
}

TEST_F(PointAreaTest, IsNoTermOfTheAgreementWhoseMapIsNotHere) {
  EXPECT_TRUE(shipped_agreement().terms<PointArea>().empty());
}

}  // namespace
}  // namespace armistice
