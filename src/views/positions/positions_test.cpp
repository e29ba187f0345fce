// SPDX-License-Identifier: Apache-2.0
// What a side keeps to itself: which rungs may be offered, what is noticed, what a retraction
// undoes, and that no other register makes a row of it.
#include "views/positions/positions.h"

#include <gtest/gtest.h>

#include "support/play.h"

namespace armistice {
namespace {

using testing::Play;
using Words = std::vector<std::string>;

constexpr const char* north = "kpa-cpv/delegation";

AgreementInForce own_agreement() {
  AgreementInForce own = testing::shipped_agreement();
  own.own_side = "kpa-cpv";
  return own;
}

class PositionsTest : public ::testing::Test {
 protected:
  static StatedDay day() { return parse_day("1951-08-12").value(); }
  Digest say(const Body& body) { return play_.say(north, body); }
  LeafIndex last() const { return {play_.next().value - 1}; }
  Words noticed() const { return play_.noticed("positions_irregularity", last()); }
  void take_back(const Digest& id) { play_.say(north, Retraction{}, {id}); }
  Digest ask(const std::string& issue = "line") {
    return say(
        InstructionRequest{Salt{}, issue, "Go on?", {{"yes", ""}, {"no", ""}}, day(), "", ""});
  }
  Digest tell(std::optional<Digest> request, std::int64_t option = 0,
              const std::string& issue = "line") {
    return say(Instruction{Salt{}, request, issue, option, "the centre", day(), "", "Hold."});
  }
  Digest climb(std::vector<Rung> rungs = {{"a", "", ""}, {"b", "", ""}, {"c", "", ""}}) {
    return say(Ladder{Salt{}, "line", day(), std::move(rungs), "", ""});
  }
  Digest release(const Digest& ladder, std::int64_t rung) {
    return say(RungRelease{Salt{}, ladder, rung, "the centre", day(), "", ""});
  }
  // The ladder in force on the line, and the lowest rung that may be offered.
  Words standing() const { return play_.row("own_standing", to_value("line")); }
  std::string lowest() const { return standing().empty() ? "" : standing().back(); }

  Play play_{own_agreement()};
};

TEST_F(PositionsTest, RungsAreReleasedFromTheTop) {
  const Digest ladder = climb();
  EXPECT_EQ(lowest(), "1");
  release(ladder, 3);
  EXPECT_EQ(noticed(), Words{"out_of_order"});
  EXPECT_EQ(lowest(), "1");
  release(ladder, 2);
  EXPECT_EQ(noticed(), Words{});
  EXPECT_EQ(lowest(), "2");
  play_.restart();
  release(ladder, 2);
  EXPECT_EQ(noticed(), Words{"released_already"});
  release(ladder, 4);
  EXPECT_EQ(noticed(), Words{"no_rung"});
  release(Digest{}, 2);
  EXPECT_EQ(noticed(), Words{"no_ladder"});
  release(ladder, 3);
  EXPECT_EQ(lowest(), "3");
  EXPECT_EQ(play_.rows().rows("own_release").size(), 2U);
}

TEST_F(PositionsTest, AReleaseThatIsTakenBackClosesWhatIsBelow) {
  const Digest ladder = climb();
  const Digest second = release(ladder, 2);
  release(ladder, 3);
  take_back(second);
  EXPECT_EQ(lowest(), "1");
  play_.restart();
  release(ladder, 2);
  EXPECT_EQ(noticed(), Words{});
  EXPECT_EQ(lowest(), "3");
}

TEST_F(PositionsTest, TheNewestLadderIsInForce) {
  const Digest first = climb();
  release(first, 2);
  const std::string before = standing().at(1);
  const Digest second = climb({{"a", "", ""}, {"a", "", ""}});
  EXPECT_EQ(noticed(), Words{"position_twice"});
  EXPECT_EQ(lowest(), "1");
  release(first, 3);
  EXPECT_EQ(noticed(), Words{"superseded"});
  play_.restart();
  take_back(second);
  EXPECT_EQ(standing().at(1), before);
  EXPECT_EQ(lowest(), "2");
  take_back(first);
  EXPECT_TRUE(standing().empty());
  release(first, 3);
  EXPECT_EQ(noticed(), Words{"no_ladder"});
}

TEST_F(PositionsTest, AnInstructionAnswersARequest) {
  const Digest request = ask();
  const Digest told = tell(request, 2);
  EXPECT_EQ(noticed(), Words{});
  play_.restart();
  tell(request);
  EXPECT_EQ(noticed(), Words{"answered_already"});
  take_back(told);
  tell(request, 3, "zone");
  EXPECT_EQ(noticed(), (Words{"other_issue", "no_option", "answered_already"}));
  tell(Digest{}, 1);
  EXPECT_EQ(noticed(), Words{"no_request"});
  // It was given all the same.
  EXPECT_EQ(play_.rows().rows("own_instruction").size(), 4U);
  tell(std::nullopt);
  EXPECT_EQ(noticed(), Words{});
  take_back(request);
  tell(request);
  EXPECT_EQ(noticed(), Words{"no_request"});
}

TEST_F(PositionsTest, AnIssueIsKnownByWhatWasAskedOrSaidOfIt) {
  const Linkage link{Salt{}, "airfields", "prisoners", day(), "one for the other", "", ""};
  say(link);
  EXPECT_EQ(noticed(), (Words{"unknown_issue", "unknown_issue"}));
  const Digest request = ask("airfields");
  tell(std::nullopt, 0, "prisoners");
  play_.restart();
  say(link);
  EXPECT_EQ(noticed(), Words{});
  take_back(request);
  say(link);
  EXPECT_EQ(noticed(), Words{"unknown_issue"});
  say(OwnDeadline{Salt{}, "airfields", day(), "the statement", "", ""});
  EXPECT_EQ(noticed(), Words{"unknown_issue"});
  say(OwnDeadline{Salt{}, "", day(), "the statement", "", ""});
  EXPECT_EQ(noticed(), Words{});
  EXPECT_EQ(play_.rows().rows("own_deadline").size(), 2U);
}

TEST_F(PositionsTest, PressAndGuidanceAreKept) {
  say(PressItem{Salt{}, day(), "a paper", "unc", "line", "No gift.", "", ""});
  EXPECT_EQ(noticed(), Words{});
  say(PressItem{Salt{}, day(), "a paper", "sweden", "line", "No gift.", "", ""});
  EXPECT_EQ(noticed(), Words{"unknown_side"});
  const Digest guidance =
      say(Guidance{Salt{}, "", "the centre", day(), {{"a gift", ""}, {"a present", ""}}, "", ""});
  const LeafIndex index = last();
  EXPECT_EQ(play_.rows().rows("own_unsaid").size(), 2U);
  play_.restart();
  take_back(guidance);
  EXPECT_EQ(play_.row("positions_taken_back", to_value(index)).at(1), std::to_string(last().value));
}

TEST(SharedRegister, MakesNoRowOfWhatASideKeepsToItself) {
  Play play;
  play.say(north,
           Ladder{Salt{}, "line", parse_day("1951-08-12").value(), {{"a", "", "b"}}, "", "c"});
  const LeafIndex index{play.next().value - 1};
  EXPECT_EQ(play.noticed("positions_irregularity", index), Words{"own_kind"});
  for (const char* table : {"own_ladder", "own_rung", "own_standing"}) {
    EXPECT_TRUE(play.rows().rows(table).empty()) << table;
  }
}

}  // namespace
}  // namespace armistice
