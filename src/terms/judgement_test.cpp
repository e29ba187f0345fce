// SPDX-License-Identifier: Apache-2.0
// Judgements by themselves; cases of the shipped agreement run in folder_test.
#include "terms/judgement.h"

#include <gtest/gtest.h>

namespace armistice {
namespace {

Members members_of(std::initializer_list<std::pair<const char*, const char*>> list) {
  Members out;
  for (const auto& [name, side] : list) out.members.push_back({name, side});
  return out;
}

TEST(DispatchCap, HoldsForEveryNumberOfTeamsAndReading) {
  const DispatchCap term{"mobile", {}, OutOf::all};
  for (std::int64_t teams = 0; teams <= 20; ++teams) {
    for (std::int64_t a = 0; a <= teams; ++a) {
      for (std::int64_t b = 0; a + b <= teams; ++b) {
        const Dispatched out{teams, 0, {{"north", a}, {"south", b}}};
        const auto kept = [&](Half half, OddHalf odd) {
          return is_good(dispatch_cap(term, out, {half, odd}).verdict);
        };
        EXPECT_EQ(kept(Half::per_side, OddHalf::down), 2 * a <= teams && 2 * b <= teams);
        EXPECT_EQ(kept(Half::shared, OddHalf::down), 2 * (a + b) <= teams);
        EXPECT_EQ(kept(Half::shared, OddHalf::up), 2 * (a + b) <= teams + 1);
        // What the narrower reading lets pass, the wider does, too.
        EXPECT_LE(kept(Half::shared, OddHalf::down), kept(Half::per_side, OddHalf::down));
        EXPECT_LE(kept(Half::per_side, OddHalf::down), kept(Half::per_side, OddHalf::up));
      }
    }
  }
}

TEST(DispatchCap, TakesTheHalfOfWhatTheCommissionLeft) {
  const DispatchCap term{"observers", {}, OutOf::not_sent_by_commission};
  EXPECT_EQ(dispatch_cap(term, {10, 4, {{"unc", 3}}}, {}).verdict, Verdict::kept);
  const Finding found = dispatch_cap(term, {10, 4, {{"unc", 4}}}, {});
  EXPECT_EQ(found.verdict, Verdict::broken);
  EXPECT_EQ(found.because, "unc has 4 out, at most 3 of 6");
}

TEST(Adoption, KeepsTheDissentWhateverTheVerdict) {
  const Ballots ballots{{"a", "b", "c", "d"},
                        {{"a", Vote::in_favour, ""},
                         {"b", Vote::against, "early"},
                         {"c", Vote::in_favour, ""},
                         {"d", Vote::abstaining, "saw nothing"},
                         {"b", Vote::in_favour, ""}}};
  const Finding majority = adoption_of({}, ballots, AdoptionBy::majority);
  EXPECT_EQ(majority.verdict, Verdict::official);
  const Finding unanimous = adoption_of({}, ballots, AdoptionBy::unanimous);
  EXPECT_EQ(unanimous.verdict, Verdict::reference_only);
  for (const Finding& found : {majority, unanimous}) {
    ASSERT_EQ(found.dissent.size(), 1U);
    EXPECT_EQ(found.dissent[0].by, "d");
    EXPECT_EQ(found.dissent[0].dissent, "saw nothing");
  }
  EXPECT_EQ(adoption_of({}, {}, AdoptionBy::unanimous).verdict, Verdict::reference_only);
}

TEST(Composition, CountsSidesAndNotNations) {
  const Composition team{"team", 4, 6, FromEach::half};
  const auto good = members_of({{"a/1", "s"}, {"a/2", "s"}, {"b/1", "n"}, {"c/1", "n"}});
  EXPECT_EQ(composition_of_team(team, good).verdict, Verdict::kept);
  for (const Members& bad : {members_of({{"a/1", "s"}, {"b/1", "n"}}),
                             members_of({{"a/1", "s"}, {"a/1", "s"}, {"b/1", "n"}, {"c/1", "n"}}),
                             members_of({{"a/1", "s"}, {"a/2", "s"}, {"a/3", "s"}, {"a/4", "s"}}),
                             members_of({{"a/1", "s"}, {"a/2", "s"}, {"b/1", "n"}, {"x/1", ""}})}) {
    EXPECT_EQ(composition_of_team(team, bad).verdict, Verdict::broken);
  }
}

TEST(Quorum, AsksForEqualSidesOfAtLeastOne) {
  EXPECT_EQ(quorum_of({}, members_of({{"a/1", "s"}, {"b/1", "n"}})).verdict, Verdict::may_act);
  EXPECT_EQ(quorum_of({}, members_of({{"a/1", "s"}})).verdict, Verdict::may_not_act);
  EXPECT_EQ(quorum_of({}, {}).verdict, Verdict::may_not_act);
}

TEST(Steps, AreJudgedAgainstTheFirstTimeOnly) {
  const Transmission term{"", "", "", Step::evaluation_received, {Step::final_action}};
  const auto verdict = [&](std::vector<Step> steps) {
    return order_of_steps(term, {std::move(steps)}).verdict;
  };
  EXPECT_EQ(verdict({}), Verdict::kept);
  EXPECT_EQ(verdict({Step::submitted, Step::evaluated}), Verdict::kept);
  EXPECT_EQ(verdict({Step::evaluation_received, Step::final_action}), Verdict::kept);
  EXPECT_EQ(verdict({Step::final_action}), Verdict::broken);
  EXPECT_EQ(verdict({Step::final_action, Step::evaluation_received}), Verdict::broken);
}

TEST(Judge, TakesTheFactsOfItsKindAlone) {
  EXPECT_TRUE(facts_fit(TermKind(Quorum{}), Facts(Members{})));
  EXPECT_TRUE(facts_fit(TermKind(Composition{}), Facts(Members{})));
  EXPECT_FALSE(facts_fit(TermKind(Quorum{}), Facts(Steps{})));
  EXPECT_FALSE(facts_fit(TermKind(Adoption{}), Facts(Members{})));
}

TEST(Judge, ReadsATermWithAnOptionOfThisAgreement) {
  Term term;
  term.id = "report.adoption";
  term.paragraph = "46";
  term.kind = Adoption{"team"};
  term.options = {{"adoption", {"majority", "unanimous"}, 1, "open"}};
  const Facts facts =
      Ballots{{"a", "b", "c"}, {{"a", Vote::in_favour, ""}, {"b", Vote::in_favour, ""}}};
  EXPECT_EQ(judge(term, facts).verdict, Verdict::reference_only);
  const Term other = read_as(term, {{"adoption", "majority"}}).value();
  EXPECT_EQ(judge(other, facts).verdict, Verdict::official);
  EXPECT_EQ(judge(other, facts).paragraph, "46");
  EXPECT_EQ(read_as(term, {{"adoption", "lot"}}).error().code, Errc::not_found);
  EXPECT_EQ(read_as(term, {{"half", "shared"}}).error().code, Errc::not_found);
}

}  // namespace
}  // namespace armistice
