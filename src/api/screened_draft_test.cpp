// SPDX-License-Identifier: Apache-2.0
// A draft held against what a side keeps to itself.
#include "api/screened_draft.h"

#include <gtest/gtest.h>

namespace armistice {
namespace {

using Whys = std::vector<StopWhy>;

KeptPositions kept(std::int64_t lowest = 1) {
  KeptPositions one;
  one.side = "kpa-cpv";
  one.ladders = {{7,
                  "line",
                  lowest,
                  {{1, "the 38th parallel", "", ""},
                   {2, "the 38th parallel, with another zone", "", "they give up theirs"},
                   {3, "the line of the front", "the present front", ""}}}};
  one.unsaid = {{9, "zone", "a great concession", "an offer"}, {9, "", "weakness", ""}};
  return one;
}

Proposal position(const std::string& value, ProposalAct act = ProposalAct::proposes,
                  const std::string& side = "kpa-cpv", const std::string& issue = "line") {
  Proposal said;
  said.issue = issue;
  said.side = side;
  said.act = act;
  said.day = parse_day("1951-08-12").value();
  said.value = value;
  return said;
}

Whys whys(const KeptPositions& kept, const Body& draft) {
  Whys out;
  for (const DraftStop& stop : stops_in(kept, draft)) out.push_back(stop.why);
  return out;
}

TEST(ScreenedDraft, APositionIsOneThatMayBeOffered) {
  EXPECT_EQ(whys(kept(), position("The 38th Parallel.")), Whys{});
  EXPECT_EQ(whys(kept(), position("the line of the front")), Whys{StopWhy::not_released});
  EXPECT_EQ(whys(kept(), position("the  present FRONT")), Whys{StopWhy::not_released});
  EXPECT_EQ(whys(kept(), position("the 39th parallel")), Whys{StopWhy::on_no_rung});
  EXPECT_EQ(whys(kept(3), position("the present front", ProposalAct::changes)), Whys{});
  EXPECT_EQ(whys(kept(), position("the 39th parallel", ProposalAct::proposes, "kpa-cpv", "zone")),
            Whys{});
  const auto stops = stops_in(kept(), position("the 38th parallel with another zone"));
  ASSERT_EQ(stops.size(), 1U);
  EXPECT_EQ(stops[0].rung->number, 2);
  EXPECT_EQ(stops[0].rung->condition, "they give up theirs");
  EXPECT_EQ(stops[0].offer, "the 38th parallel");
  EXPECT_EQ(stops[0].record, 7);
}

TEST(ScreenedDraft, AcceptingIsAPositionAndRefusingIsNone) {
  EXPECT_EQ(whys(kept(), position("the line of the front", ProposalAct::accepts)),
            Whys{StopWhy::not_released});
  EXPECT_EQ(whys(kept(), position("the line of the front", ProposalAct::refuses)), Whys{});
  EXPECT_EQ(whys(kept(), position("the 39th parallel", ProposalAct::defines)), Whys{});
}

TEST(ScreenedDraft, WhoeverAcceptsTakesThePositionThatIsAccepted) {
  Body draft = position("the 38th parallel", ProposalAct::accepts);
  std::get<Proposal>(draft).of = Digest{};
  const auto why = [&](const std::optional<std::string>& accepted) {
    const auto stops = stops_in(kept(), draft, accepted);
    return stops.empty() ? std::nullopt : std::optional(stops.front().why);
  };
  EXPECT_EQ(why("the 38th parallel"), std::nullopt);
  EXPECT_EQ(why("The line of the front"), StopWhy::not_released);
  EXPECT_EQ(why("the 40th parallel"), StopWhy::on_no_rung);
  EXPECT_EQ(why(std::nullopt), StopWhy::unread);
}

TEST(ScreenedDraft, ARefusalThatNamesARungIsToBeReadAgain) {
  const Body refusal = position("the line of the front", ProposalAct::refuses);
  EXPECT_TRUE(stops_in(kept(), refusal).empty());
  const auto named = named_in(kept(), refusal);
  ASSERT_EQ(named.size(), 1U);
  EXPECT_EQ(named[0].rung->number, 3);
  EXPECT_TRUE(named_in(kept(3), refusal).empty());
  EXPECT_TRUE(named_in(kept(), position("the line of the front")).empty());
}

TEST(ScreenedDraft, ARungIsGivenAwayUnderAnyIssue) {
  EXPECT_EQ(whys(kept(), position("the line of the front", ProposalAct::proposes, "kpa-cpv",
                                  "line-and-zone")),
            Whys{StopWhy::not_released});
}

TEST(ScreenedDraft, WhatIsAgreedBindsByItsWording) {
  AgreedPoint point;
  point.issue = "line";
  point.title = "the 38th parallel";
  EXPECT_EQ(whys(kept(), Body(point)), Whys{});
  point.wording = "where the troops stand";
  EXPECT_EQ(whys(kept(), Body(point)), Whys{StopWhy::on_no_rung});
  point.wording = "along the 38th parallel";
  EXPECT_EQ(whys(kept(), Body(point)), Whys{});
}

TEST(ScreenedDraft, DroppingAllThatIsReleasedGivesUp) {
  EXPECT_EQ(whys(kept(), position("the 38th parallel", ProposalAct::drops)),
            Whys{StopWhy::gives_up});
  EXPECT_EQ(whys(kept(2), position("the 38th parallel", ProposalAct::drops)), Whys{});
}

TEST(ScreenedDraft, WhatIsToldOfAnotherSideIsNotHeldAgainstAnything) {
  EXPECT_EQ(whys(kept(), position("the line of the front, a great concession, no weakness",
                                  ProposalAct::proposes, "unc")),
            Whys{});
}

TEST(ScreenedDraft, ARungThatIsNotReleasedIsNamedNowhere) {
  Proposal said = position("the 38th parallel");
  said.condition = "Else the present front.";
  EXPECT_EQ(whys(kept(), said), Whys{StopWhy::not_released});
  Utterance spoken;
  spoken.side = "kpa-cpv";
  spoken.text = "One could think of the line of the front.";
  EXPECT_EQ(whys(kept(), spoken), Whys{StopWhy::not_released});
  spoken.issue = "zone";
  EXPECT_EQ(whys(kept(), spoken), Whys{StopWhy::not_released});
  EXPECT_EQ(whys(kept(), Note{Salt{}, "en", "At the present front, then?"}),
            Whys{StopWhy::not_released});
}

TEST(ScreenedDraft, WhatIsAgreedNamesARungThatMayBeOffered) {
  AgreedPoint said;
  said.issue = "line";
  said.title = "The line";
  EXPECT_EQ(whys(kept(), said), Whys{StopWhy::on_no_rung});
  said.wording = "The line is the 38th parallel.";
  EXPECT_EQ(whys(kept(), said), Whys{});
  said.wording = "The line is the line of the front.";
  EXPECT_EQ(whys(kept(), said), Whys{StopWhy::not_released});
  EXPECT_EQ(whys(kept(3), said), Whys{});
}

TEST(ScreenedDraft, WordsAreNotSaid) {
  Utterance spoken;
  spoken.side = "kpa-cpv";
  spoken.issue = "zone";
  spoken.text = "Our offer is A Great\nConcession.";
  const auto stops = stops_in(kept(), spoken);
  ASSERT_EQ(stops.size(), 1U);
  EXPECT_EQ(stops[0].why, StopWhy::unsaid);
  EXPECT_EQ(stops[0].instead, "an offer");
  spoken.issue = "line";  // of another issue it may be said
  EXPECT_EQ(whys(kept(), spoken), Whys{});
  spoken.issue = "";
  EXPECT_EQ(whys(kept(), spoken), Whys{StopWhy::unsaid});
  spoken.text = "A sign of weakness, and of weaknesses.";
  EXPECT_EQ(whys(kept(), spoken), Whys{StopWhy::unsaid});
  spoken.text = "A sign of weaknesses.";
  EXPECT_EQ(whys(kept(), spoken), Whys{});
}

TEST(ScreenedDraft, WordsAreWhole) {
  EXPECT_TRUE(has_words("the 38th-parallel", "38TH PARALLEL"));
  EXPECT_FALSE(has_words("the 138th parallel", "38th parallel"));
  EXPECT_FALSE(has_words("anything", ""));
  EXPECT_FALSE(has_words("anything", " - "));
  EXPECT_TRUE(has_words("a “great concession”—so", "great concession"));
  EXPECT_TRUE(has_words("我们作出了伟大让步", "伟大让步"));
  EXPECT_TRUE(
      has_words("la ligne, arr\xc3\xaat\xc3\xa9"
                "e",
                "arr\xc3\xaat\xc3\xa9"
                "e"));
}

}  // namespace
}  // namespace armistice
