// SPDX-License-Identifier: Apache-2.0
// What sightings come to under each reading; cases of both agreements run in folder_test.
#include "terms/sighting_judgement.h"

#include <gtest/gtest.h>

#include "terms/judgement.h"
#include "terms/sighting_terms.h"

namespace armistice {
namespace {

const ProhibitedAct fire{{"shelling"}, {}, {"north", "south"}, {}};
const ProhibitedAct site{{"shelling"}, {"house"}, {"north", "south"}, {"north", "south"}};

Finding act(const ProhibitedAct& term, const SightedAct& seen, Certain certain = Certain::assessed,
            Told told = Told::counts) {
  return act_of(term, seen, certain, told);
}

TEST(ProhibitedAct, NamesWhoDidItAndHowSureThatIs) {
  const Finding found = act(fire, {"shelling", "mill", "north", {Certainty::assessed, true}});
  EXPECT_EQ(found.verdict, Verdict::broken);
  EXPECT_EQ(found.because, "north: shelling in mill, assessed as the other side tells");
}

TEST(ProhibitedAct, AccusesNobodyOfWhatIsNotSure) {
  for (const Certainty certainty : {Certainty::undetermined, Certainty::unconfirmed}) {
    EXPECT_EQ(act(fire, {"shelling", "", "north", {certainty, false}}).verdict,
              Verdict::undetermined);
  }
  const SightedAct assessed{"shelling", "", "north", {Certainty::assessed, false}};
  EXPECT_EQ(act(fire, assessed, Certain::assessed).verdict, Verdict::broken);
  EXPECT_EQ(act(fire, assessed, Certain::observed).verdict, Verdict::undetermined);
  const SightedAct told{"shelling", "", "north", {Certainty::observed, true}};
  EXPECT_EQ(act(fire, told, Certain::observed, Told::counts).verdict, Verdict::broken);
  EXPECT_EQ(act(fire, told, Certain::observed, Told::does_not_count).verdict,
            Verdict::undetermined);
  EXPECT_EQ(act(fire, {"shelling", "", "", {}}).verdict, Verdict::undetermined);
  EXPECT_EQ(act(fire, {"shelling", "", "west", {}}).verdict, Verdict::kept);
}

TEST(ProhibitedAct, BothAnswerWhereTheyAnswerTogether) {
  const Finding found = act(site, {"shelling", "house", "", {}});
  EXPECT_EQ(found.verdict, Verdict::broken);
  EXPECT_EQ(found.because, "shelling in house, observed; for which north and south answer");
  EXPECT_EQ(act(site, {"shelling", "mill", "", {}}).verdict, Verdict::kept);
  EXPECT_EQ(act(site, {"shelling", "", "", {}}).because, "at no place that it names");
}

TEST(WithdrawalLine, IsDecidedBeyondBothErrorsAlone) {
  const WithdrawalLine term{{"north"}, {{"gun", 50'000}}, 0};
  for (std::int64_t off_mm = -400; off_mm <= 400; off_mm += 100) {
    for (std::int64_t error_mm = 0; error_mm <= 400; error_mm += 100) {
      const SightedNear seen{"gun", "north", 50'000'000 + off_mm, error_mm, 0, {}};
      const Verdict verdict = distance_of(term, seen, Certain::assessed, Told::counts).verdict;
      // A doubt belongs to whoever would be accused; on the line itself it is kept.
      const Verdict wanted = off_mm - error_mm >= 0   ? Verdict::kept
                             : off_mm + error_mm >= 0 ? Verdict::undetermined
                                                      : Verdict::broken;
      EXPECT_EQ(verdict, wanted) << off_mm << " within " << error_mm;
    }
  }
}

TEST(WithdrawalLine, WaitsUntilItIsDue) {
  const WithdrawalLine term{{"north"}, {{"gun", 50'000}}, 72};
  const auto verdict = [&](std::int64_t hours) {
    return distance_of(term, {"gun", "north", 1, 0, hours, {}}, Certain::assessed, Told::counts)
        .verdict;
  };
  EXPECT_EQ(verdict(71), Verdict::kept);
  EXPECT_EQ(verdict(72), Verdict::broken);
}

TEST(Silence, IsOfTheHoursOfTheWindow) {
  const Silence term{"repair", {"shot"}};
  const auto verdict = [&](std::int64_t from, std::int64_t until) {
    const SightedDuring seen{"shot", "", {from}, {until}, {100}, {200}, {}};
    return silence_of(term, seen, Certain::assessed, Told::counts).verdict;
  };
  EXPECT_EQ(verdict(100, 200), Verdict::broken);
  EXPECT_EQ(verdict(99, 100), Verdict::undetermined);
  EXPECT_EQ(verdict(200, 201), Verdict::undetermined);
  EXPECT_EQ(verdict(50, 99), Verdict::kept);
  EXPECT_EQ(verdict(201, 250), Verdict::kept);
}

TEST(AfterQuiet, CountsWholeDaysSinceTheLastAct) {
  const auto days = [](const QuietDays& given, FirstDay first, Told told = Told::counts) {
    return quiet_days(given, first, told);
  };
  EXPECT_EQ(days({10, {}, {}, 18}, FirstDay::next_day), 7);
  EXPECT_EQ(days({10, {}, {}, 18}, FirstDay::same_day), 8);
  EXPECT_EQ(days({10, 14, {}, 18}, FirstDay::same_day), 3);
  EXPECT_EQ(days({10, 9, {}, 18}, FirstDay::same_day), 8);
  EXPECT_EQ(days({10, 12, 16, 18}, FirstDay::next_day), 1);
  EXPECT_EQ(days({10, 12, 16, 18}, FirstDay::next_day, Told::does_not_count), 5);
  EXPECT_EQ(days({10, {}, {}, 9}, FirstDay::next_day), 0);
}

std::string wrong_with(const std::string& parameters, const std::string& kind) {
  const std::string text = "[[term]]\nid = \"x\"\nparagraph = \"1\"\nphrase = \"x\"\nkind = \"" +
                           kind + "\"\n" + parameters;
  const auto read = read_terms("terms/x.toml", text);
  return read.ok() ? "" : read.error().what;
}

TEST(SightingTerms, BadParametersAreNamed) {
  EXPECT_NE(wrong_with("acts = []\nby = [\"a\"]\n", "prohibited_act").find("names one at least"),
            std::string::npos);
  EXPECT_NE(wrong_with("by = [\"a\"]\nclasses = [{ what = \"gun\", distance_m = 0 }]\n",
                       "withdrawal_line")
                .find("is between 1 and 1000000"),
            std::string::npos);
  EXPECT_NE(wrong_with("by = [\"a\"]\nclasses = [{ what = \"gun\", distance_m = 1 }, { what = "
                       "\"gun\", distance_m = 2 }]\n",
                       "withdrawal_line")
                .find("stands twice: gun"),
            std::string::npos);
  EXPECT_NE(wrong_with("sort = \"x\"\ndays = 0\nacts = [\"a\"]\n", "after_quiet")
                .find("are between 1 and 3653"),
            std::string::npos);
  EXPECT_NE(wrong_with("sort = \"x\"\nacts = [\"a\"]\n", "silence").find("its options are"),
            std::string::npos);
}

}  // namespace
}  // namespace armistice
