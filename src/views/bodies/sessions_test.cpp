// SPDX-License-Identifier: Apache-2.0
// Sessions, motions and ballots, and every way in which one is noticed.
#include "support/case_play.h"

namespace armistice {
namespace {

using namespace testing;

// The shipped agreement, whose text has none, with a rule for how the neutral commission decides.
AgreementInForce with_rule(DecisionRule rule) {
  AgreementInForce agreement = shipped_agreement();
  Term term;
  term.id = "neutrals.decision";
  term.paragraph = "37";
  Decision decision;
  decision.of = "joint/nnsc";
  decision.rule = rule;
  decision.when_split = "both views are reported";
  term.kind = decision;
  std::erase_if(agreement.folder.terms, [&](const Term& one) { return one.id == term.id; });
  agreement.folder.terms.push_back(term);
  return agreement;
}

class Meeting {
 public:
  explicit Meeting(const AgreementInForce& agreement = shipped_agreement()) : play_(agreement) {}

  Digest meet(std::int64_t number, const std::string& day, const std::string& next,
              const Words& present, const std::string& by = "sweden/member",
              const std::string& of = "joint/nnsc") {
    Session body;
    body.body = of;
    body.number = number;
    const CivilTime opened = parse_civil_time(day + "T10:00:00+09:00").value();
    body.opened = {to_text(opened), opened.utc};
    body.closed = {to_text(opened), {opened.utc.value + 3'600}};
    body.present = present;
    body.next = parse_day(next).value();
    return play_.say(by, body);
  }
  Digest move(const std::string& by = "sweden/member", const std::string& body = "joint/nnsc") {
    motion_index_ = play_.next();
    motion_ = play_.say(by, Motion{Salt{}, body, "A team goes."});
    return motion_;
  }
  Digest vote(const std::string& by, Vote vote) {
    return play_.say(by, MotionBallot{Salt{}, motion_, vote, ""}, {motion_});
  }
  void votes(const std::vector<Vote>& all) {
    for (std::size_t i = 0; i < all.size(); ++i) vote(members[i], all[i]);
  }
  std::string state() {
    const auto row = play_.row("motion", to_value(motion_index_));
    return row.empty() ? "" : row[2];
  }
  Words noticed() { return play_.noticed("bodies_irregularity", {play_.next().value - 1}); }
  Words verdicts() { return play_.verdicts_on({play_.next().value - 1}); }
  Words on_motion() { return play_.verdicts_on(motion_index_); }

  Play play_;
  Digest motion_;
  LeafIndex motion_index_;
};

TEST(Sessions, AreJudgedByQuorumAndRecess) {
  Meeting meeting;
  meeting.meet(1, "1953-08-03", "1953-08-04", {"sweden/member", "poland/member"});
  EXPECT_EQ(meeting.noticed(), Words{});
  EXPECT_EQ(meeting.verdicts(), (Words{"neutrals.meetings kept", "neutrals.quorum may_act"}));
  meeting.play_.restart();
  meeting.meet(2, "1953-08-04", "1953-08-13", {"sweden/member", "switzerland/member"});
  EXPECT_EQ(meeting.noticed(), Words{});
  EXPECT_EQ(meeting.verdicts(), (Words{"neutrals.meetings broken", "neutrals.quorum may_not_act"}));
}

TEST(Sessions, OfWhomAndWhenIsNoticed) {
  Meeting meeting;
  meeting.meet(1, "1953-08-03", "1953-08-04", {"sweden/member"}, "unc/delegation");
  EXPECT_EQ(meeting.noticed(), Words{"not_of_the_body"});
  meeting.meet(1, "1953-08-03", "1953-08-04", {"sweden/member", "unc/spy"});
  EXPECT_EQ(meeting.noticed(), Words{"not_seated"});
  meeting.meet(3, "1953-08-04", "1953-08-05", {"sweden/member"});
  EXPECT_EQ(meeting.noticed(), Words{"number_differs"});
  meeting.meet(4, "1953-08-03", "1953-08-05", {"sweden/member"});
  EXPECT_EQ(meeting.noticed(), Words{"overlaps"});
  meeting.meet(5, "1953-08-05", "1953-08-06", {"sweden/member"}, "sweden/member", "no/body");
  EXPECT_EQ(meeting.noticed(), Words{"unknown_body"});
}

TEST(Motions, WithoutARuleOnlyWhatAllSayIsDecided) {
  Meeting meeting;
  meeting.move();
  meeting.votes({Vote::in_favour, Vote::in_favour, Vote::in_favour});
  EXPECT_EQ(meeting.state(), "open");
  meeting.play_.restart();
  meeting.vote(members[3], Vote::in_favour);
  EXPECT_EQ(meeting.state(), "agreed");
  meeting.move();
  meeting.votes({Vote::in_favour, Vote::in_favour, Vote::against, Vote::against});
  EXPECT_EQ(meeting.state(), "split");
  meeting.move();
  meeting.votes({Vote::in_favour, Vote::in_favour, Vote::in_favour, Vote::against});
  EXPECT_EQ(meeting.state(), "no_rule");
  EXPECT_EQ(meeting.on_motion(), Words{"neutrals.decision may_not_act"});
}

TEST(Motions, AMajorityCarriesAndDissentMayStillCome) {
  const AgreementInForce agreement = with_rule(DecisionRule::majority);
  Meeting meeting(agreement);
  meeting.move();
  meeting.votes({Vote::in_favour, Vote::in_favour, Vote::in_favour});
  EXPECT_EQ(meeting.state(), "carried");
  meeting.vote(members[0], Vote::against);
  EXPECT_EQ(meeting.noticed(), Words{"decided_already"});
  meeting.vote(members[3], Vote::against);
  EXPECT_EQ(meeting.noticed(), Words{});
  EXPECT_EQ(meeting.state(), "carried");
  EXPECT_EQ(meeting.on_motion(), Words{"neutrals.decision may_act"});
  meeting.move();
  meeting.votes({Vote::in_favour, Vote::against, Vote::in_favour, Vote::against});
  EXPECT_EQ(meeting.state(), "split");
  meeting.move();
  meeting.votes({Vote::in_favour, Vote::against, Vote::against, Vote::against});
  EXPECT_EQ(meeting.state(), "lost");
  EXPECT_EQ(meeting.on_motion(), Words{"neutrals.decision may_not_act"});
}

TEST(Motions, OneVetoLosesAndUnanimityNeedsAll) {
  const AgreementInForce by_veto = with_rule(DecisionRule::veto);
  Meeting veto(by_veto);
  veto.move();
  veto.votes({Vote::in_favour, Vote::in_favour, Vote::against});
  EXPECT_EQ(veto.state(), "lost");
  veto.vote(members[3], Vote::in_favour);
  EXPECT_EQ(veto.noticed(), Words{"decided_already"});
  veto.move();
  veto.votes({Vote::in_favour, Vote::in_favour, Vote::in_favour, Vote::abstaining});
  EXPECT_EQ(veto.state(), "carried");
  const AgreementInForce by_all = with_rule(DecisionRule::unanimity);
  Meeting all(by_all);
  all.move();
  all.votes({Vote::in_favour, Vote::in_favour, Vote::in_favour, Vote::abstaining});
  EXPECT_EQ(all.state(), "lost");
}

TEST(Motions, OfWhomAndByWhomIsNoticed) {
  Meeting meeting;
  meeting.move("unc/delegation");
  EXPECT_EQ(meeting.noticed(), Words{"not_of_the_body"});
  meeting.vote("sweden/member", Vote::in_favour);
  EXPECT_EQ(meeting.noticed(), Words{"no_motion"});
  meeting.move("sweden/member", "no/body");
  EXPECT_EQ(meeting.noticed(), Words{"unknown_body"});
  const Digest moved = meeting.move();
  meeting.vote("unc/senior-member", Vote::in_favour);
  EXPECT_EQ(meeting.noticed(), Words{"no_vote"});
  const Digest ballot = meeting.vote(members[0], Vote::in_favour);
  EXPECT_EQ(meeting.play_.row("motion", to_value(meeting.motion_index_))[3], "1");
  meeting.play_.say(members[0], Retraction{}, {ballot});
  EXPECT_EQ(meeting.play_.row("motion", to_value(meeting.motion_index_))[3], "0");
  meeting.play_.say("sweden/member", Retraction{}, {moved});
  EXPECT_EQ(meeting.state(), "");
}

// 37: an alternate attends when its member cannot. The two have one vote.
TEST(Motions, AnAlternateVotesForItsMember) {
  Meeting meeting;
  meeting.move();
  meeting.vote("sweden/officer", Vote::in_favour);
  EXPECT_EQ(meeting.noticed(), Words{"no_vote"});
  Appointment alternate;
  alternate.body = "joint/nnsc";
  alternate.seat = "sweden/officer";
  alternate.part = Part::alternate;
  alternate.person = "Berg";
  alternate.nationality = "Sweden";
  alternate.grade = Grade::field;
  alternate.from = {"1953-07-28T08:00:00+09:00", {}};
  meeting.play_.say("sweden/member", alternate);
  const Digest first = meeting.vote("sweden/officer", Vote::against);
  EXPECT_EQ(meeting.noticed(), Words{});
  EXPECT_EQ(meeting.play_.row("motion", to_value(meeting.motion_index_))[4], "1");
  meeting.play_.restart();
  meeting.vote("sweden/member", Vote::in_favour);
  EXPECT_EQ(meeting.noticed(), Words{"seat_has_voted"});
  meeting.vote("sweden/officer", Vote::in_favour);
  EXPECT_EQ(meeting.noticed(), Words{});
  for (std::size_t i = 1; i < members.size(); ++i) meeting.vote(members[i], Vote::in_favour);
  EXPECT_EQ(meeting.state(), "agreed");
  meeting.play_.say("sweden/officer", Retraction{}, {first});
  EXPECT_EQ(meeting.state(), "agreed");
}

}  // namespace
}  // namespace armistice
