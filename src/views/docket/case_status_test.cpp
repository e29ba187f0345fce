// SPDX-License-Identifier: Apache-2.0
// Where a case stands besides its way, and the areas in which a team is let in.
#include <map>

#include "support/case_play.h"

namespace armistice {
namespace {

using namespace testing;

class CaseStatusTest : public CasePlay {
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

// The allegation is a step of its side, too.
TEST_F(CaseStatusTest, NobodyFillsACaseUpForTheOthers) {
  for (int i = 0; i < 300; ++i) mark("unc/senior-member", CaseStatusWord::registered);
  EXPECT_EQ(noticed(), Words{"case_full"});
  mark("kpa-cpv/senior-member", CaseStatusWord::screened);
  EXPECT_EQ(noticed(), Words{});
  EXPECT_EQ(standing()[0], "screened");
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

TEST_F(CaseStatusTest, ACaseThatGoesOnIsClosedAnewByBoth) {
  for (const std::string& senior : seniors) {
    mark(senior, CaseStatusWord::closed_without_agreement);
  }
  EXPECT_EQ(standing()[0], "closed_without_agreement");
  request(past_the_zone);
  EXPECT_EQ(standing()[0], "requested");
  mark("unc/senior-member", CaseStatusWord::closed_without_agreement);
  EXPECT_EQ(standing()[0], "requested");
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
    Play play(draft.empty() ? shipped_agreement() : under_draft(draft));
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
  // Within the error of Inchon's coordinates it may be the point of no name that decides.
  EXPECT_EQ(denied("kpa-cpv-1952-01", 4'500), Words{"points.area undetermined"});
  EXPECT_EQ(denied("kpa-cpv-1952-01", 20'000), Words{"points.area undetermined"});
  EXPECT_EQ(denied("unc-1952-01", 20'000), Words{"points.area broken"});
  EXPECT_EQ(denied("unc-1952-01", 60'000), Words{"points.area undetermined"});
}

TEST_F(PointAreaTest, IsUndeterminedByAMapThatIsNotHere) {
  EXPECT_EQ(denied("", 2'000), Words{"points.area undetermined"});
}

}  // namespace
}  // namespace armistice
