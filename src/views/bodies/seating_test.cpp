// SPDX-License-Identifier: Apache-2.0
// Invitations and appointments, and every way in which one is noticed.
#include "support/case_play.h"

namespace armistice {
namespace {

using namespace testing;

class SeatingTest : public ::testing::Test {
 protected:
  Digest invite(const std::string& by, const std::string& state, const std::string& seat) {
    return play_.say(by, Invitation{Salt{}, "joint/nnsc", state, seat, ""});
  }
  void reply(const std::string& by, const Digest& to, ReplyWord word) {
    play_.say(by, Reply{Salt{}, to, word, ""}, {to});
  }
  Digest appoint(const std::string& by, const std::string& seat, Part part,
                 const std::string& person, const std::string& nationality = "Sweden",
                 Grade grade = Grade::general_or_flag, const std::string& replaces = "",
                 const std::string& body = "joint/nnsc") {
    return play_.say(by, Appointment{Salt{},
                                     body,
                                     seat,
                                     part,
                                     person,
                                     nationality,
                                     grade,
                                     "",
                                     {"1953-07-28T08:00:00+09:00", {}},
                                     replaces,
                                     ""});
  }
  std::string status(const std::string& seat) {
    const auto row = play_.row("seat", Value(seat));
    return row.empty() ? "" : row[4];
  }
  Words noticed() { return play_.noticed("bodies_irregularity", {play_.next().value - 1}); }
  Words verdicts() { return play_.verdicts_on({play_.next().value - 1}); }
  std::size_t ended() { return play_.rows().rows("appointment_ended").size(); }

  Play play_;
};

TEST_F(SeatingTest, AStateIsInvitedAndAccepts) {
  const Digest invited = invite("unc/delegation", "sweden", "sweden/member");
  EXPECT_EQ(verdicts(), Words{"neutrals.eligibility kept"});
  EXPECT_EQ(status("sweden/member"), "invited");
  play_.restart();
  reply("sweden/member", invited, ReplyWord::accepts);
  EXPECT_EQ(status("sweden/member"), "accepted");
  reply("kpa-cpv/delegation", invited, ReplyWord::objects);
  EXPECT_EQ(status("sweden/member"), "objected");
  play_.restart();
  reply("kpa-cpv/delegation", invited, ReplyWord::no_objection);
  EXPECT_EQ(status("sweden/member"), "accepted");
  reply("sweden/member", invited, ReplyWord::declines);
  EXPECT_EQ(status("sweden/member"), "declined");
  EXPECT_EQ(noticed(), Words{});
}

TEST_F(SeatingTest, AStateWhoseForcesTookPartIsNoNeutral) {
  invite("unc/delegation", "turkey", "turkey/member");
  EXPECT_EQ(verdicts(), Words{"neutrals.eligibility broken"});
  EXPECT_EQ(noticed(), Words{"no_seat"});
  EXPECT_EQ(status("turkey/member"), "invited");
}

// It has no key: what it answered is told by the side that asked it, and shown so.
TEST_F(SeatingTest, AStateThatIsNoPartyAnswersThroughWhoInvitedIt) {
  const Digest invited = invite("unc/delegation", "norway", "norway/member");
  reply("kpa-cpv/delegation", invited, ReplyWord::accepts);
  EXPECT_EQ(noticed(), Words{"may_not_reply"});
  reply("unc/delegation", invited, ReplyWord::accepts);
  EXPECT_EQ(noticed(), Words{"told_by_inviter"});
  EXPECT_EQ(status("norway/member"), "accepted");
  const Digest party = invite("unc/delegation", "sweden", "sweden/member");
  reply("unc/delegation", party, ReplyWord::accepts);
  EXPECT_EQ(noticed(), Words{"may_not_reply"});
}

TEST_F(SeatingTest, WhoMayInviteAndReplyIsNoticed) {
  invite("sweden/member", "poland", "poland/member");
  EXPECT_EQ(noticed(), Words{"may_not_invite"});
  play_.say("unc/delegation", Invitation{Salt{}, "joint/no-such", "sweden", "sweden/member", ""});
  EXPECT_EQ(noticed(), Words{"unknown_body"});
  EXPECT_EQ(status("poland/member"), "");
  invite("unc/delegation", "sweden", "switzerland/member");
  EXPECT_EQ(noticed(), Words{"seat_of_another"});
  const Digest invited = invite("unc/delegation", "sweden", "sweden/member");
  reply("poland/member", invited, ReplyWord::accepts);
  EXPECT_EQ(noticed(), Words{"may_not_reply"});
  reply("unc/delegation", invited, ReplyWord::objects);
  EXPECT_EQ(noticed(), Words{"may_not_reply"});
  reply("sweden/member", sha256("nothing"), ReplyWord::accepts);
  EXPECT_EQ(noticed(), Words{"no_invitation"});
  EXPECT_EQ(status("sweden/member"), "invited");
}

TEST_F(SeatingTest, WhatWasTakenBackCountsNoLonger) {
  const Digest invited = invite("unc/delegation", "sweden", "sweden/member");
  const Digest accepted =
      play_.say("sweden/member", Reply{Salt{}, invited, ReplyWord::accepts, ""}, {invited});
  play_.say("sweden/member", Retraction{}, {accepted});
  EXPECT_EQ(status("sweden/member"), "invited");
  play_.say("unc/delegation", Retraction{}, {invited});
  EXPECT_EQ(status("sweden/member"), "");
  const Digest appointed = appoint("sweden/member", "sweden/member", Part::member, "Lund");
  play_.restart();
  play_.say("sweden/member", Retraction{}, {appointed});
  EXPECT_EQ(ended(), 1U);
}

TEST_F(SeatingTest, AnAlternateIsOfItsMembersNationality) {
  appoint("sweden/member", "sweden/member", Part::member, "Lund");
  EXPECT_EQ(verdicts(), Words{"neutrals.appointed kept"});
  appoint("sweden/member", "sweden/member", Part::alternate, "Berg", "Sweden", Grade::field);
  EXPECT_EQ(verdicts(), Words{"neutrals.alternates kept"});
  play_.restart();
  appoint("sweden/member", "sweden/member", Part::alternate, "Hansen", "Norway", Grade::field,
          "Berg");
  EXPECT_EQ(verdicts(), Words{"neutrals.alternates broken"});
  EXPECT_EQ(noticed(), Words{});
  EXPECT_EQ(ended(), 1U);
}

// 16008, point 2: those whom a representative brings along are of its country, too.
TEST(AdvisersUnderADraft, AreOfTheirMembersNationality) {
  AgreementInForce agreement = shipped_agreement();
  agreement.folder = under(agreement.folder, *agreement.folder.draft("kpa-cpv-1952-01"));
  Play play(agreement);
  const auto appoint = [&](Part part, const std::string& person, const std::string& nationality) {
    play.say("poland/member",
             Appointment{Salt{},
                         "joint/nnsc",
                         "poland/member",
                         part,
                         person,
                         nationality,
                         part == Part::member ? Grade::general_or_flag : Grade::field,
                         "",
                         {"1953-07-28T08:00:00+09:00", {}},
                         "",
                         ""});
    return play.verdicts_on({play.next().value - 1});
  };
  appoint(Part::member, "Kowal", "Poland");
  EXPECT_EQ(appoint(Part::assistant, "Nowak", "Poland"), Words{"neutrals.advisers kept"});
  play.restart();
  EXPECT_EQ(appoint(Part::assistant, "Berg", "Sweden"), Words{"neutrals.advisers broken"});
  EXPECT_EQ(appoint(Part::assistant, "Wilk", "Poland"), Words{"neutrals.advisers kept"});
}

TEST_F(SeatingTest, DoubleAppointmentsAreNoticed) {
  appoint("sweden/member", "sweden/member", Part::member, "Lund");
  appoint("sweden/member", "sweden/member", Part::member, "Berg");
  EXPECT_EQ(noticed(), Words{"seat_taken"});
  appoint("switzerland/member", "switzerland/member", Part::member, "Lund", "Switzerland");
  EXPECT_EQ(noticed(), Words{"appointed_twice"});
  appoint("sweden/member", "sweden/member", Part::alternate, "Ek", "Sweden", Grade::field,
          "Nobody");
  EXPECT_EQ(noticed(), Words{"replaces_nobody"});
  appoint("unc/delegation", "sweden/member", Part::member, "Lund");
  EXPECT_EQ(noticed(), Words{"may_not_appoint"});
  appoint("sweden/member", "sweden/member", Part::member, "Lund", "", Grade::field, "", "no/body");
  EXPECT_EQ(noticed(), Words{"unknown_body"});
  appoint("unc/delegation", "unc/member", Part::member, "Joy", "United States");
  EXPECT_EQ(noticed(), Words{"no_seat"});
}

TEST_F(SeatingTest, AMemberIsNotItsOwnAlternateAndAnAssistantMayBe) {
  appoint("sweden/member", "sweden/member", Part::assistant, "Ek", "Sweden", Grade::field);
  appoint("sweden/member", "sweden/member", Part::alternate, "Ek", "Sweden", Grade::field);
  EXPECT_EQ(noticed(), Words{});
  appoint("sweden/member", "sweden/member", Part::member, "Ek");
  EXPECT_EQ(noticed(), Words{"appointed_twice"});
}

// 37: four senior officers, one of each nation, and an alternate to each.
TEST_F(SeatingTest, TheFourAreSeniorAndEachHasOneAlternate) {
  const std::map<std::string, std::string> nations = {{"sweden", "Sweden"},
                                                      {"switzerland", "Norway"},
                                                      {"poland", "Poland"},
                                                      {"czechoslovakia", "Czechoslovakia"}};
  for (const auto& [name, nationality] : nations) {
    appoint(name + "/member", name + "/member", Part::member, name, nationality,
            name == "poland" ? Grade::junior : Grade::field);
  }
  // The text asks that a nation appoints its member; that he is its own is another reading of it.
  EXPECT_EQ(verdicts(), (Words{"neutrals.alternate-each undetermined", "neutrals.appointed kept",
                               "neutrals.composition kept", "neutrals.seniors broken"}));
  play_.restart();
  for (const auto& [name, nationality] : nations) {
    appoint(name + "/member", name + "/member", Part::alternate, name + "'s alternate",
            nationality);
  }
  EXPECT_EQ(verdicts(), (Words{"neutrals.alternate-each kept", "neutrals.alternates kept"}));
  appoint("sweden/member", "sweden/second", Part::alternate, "one more");
  EXPECT_EQ(verdicts(), Words{"neutrals.alternate-each broken"});
}

TEST_F(SeatingTest, WhoGoesInATeamIsOfTheGradeOfTheirAppointment) {
  const auto observe = [&](const Words& who) {
    Allegation opened;
    opened.term = "line.crossing";
    opened.paragraph = "7";
    const Digest id = play_.say("unc/delegation", opened);
    Tasking tasking;
    tasking.case_id = id;
    tasking.team = "jot/1";
    tasking.members = who;
    play_.say_jointly("joint/mac", seniors, tasking, {id});
    for (const std::string& one : verdicts()) {
      if (one.starts_with("observer-teams.grade")) return one;
    }
    return std::string();
  };
  const Words team = {"unc/delegation", "unc/situation-room", "kpa-cpv/delegation",
                      "kpa-cpv/situation-room"};
  EXPECT_EQ(observe(team), "observer-teams.grade undetermined");
  for (const std::string& one : team) {
    appoint(one, one, Part::officer, one, "", Grade::field, "", "jot/1");
  }
  EXPECT_EQ(noticed(), Words{});
  Words other = team;
  EXPECT_EQ(observe(other), "observer-teams.grade kept");
  appoint(team[0], team[0], Part::officer, "a lieutenant", "", Grade::junior, team[0], "jot/1");
  EXPECT_EQ(observe(other), "observer-teams.grade broken");
}

TEST_F(SeatingTest, ASeatThatWasNotAcceptedIsNotFilled) {
  const Digest invited = invite("unc/delegation", "sweden", "sweden/member");
  appoint("sweden/member", "sweden/member", Part::member, "Lund");
  EXPECT_EQ(noticed(), Words{"not_accepted"});
  reply("sweden/member", invited, ReplyWord::accepts);
  appoint("sweden/member", "sweden/member", Part::member, "Berg", "Sweden", Grade::field, "Lund");
  EXPECT_EQ(noticed(), Words{});
}

TEST_F(SeatingTest, ABodyIsJudgedOnceEverySeatIsFilled) {
  for (int i = 1; i <= 5; ++i) {
    for (const std::string side : {"unc", "kpa-cpv"}) {
      // Of one side two alone are of general or flag rank.
      const bool low = side == "unc" && i > 2;
      const std::string seat = fmt::format("{}/member-{}", side, i);
      appoint(side + "/delegation", seat, Part::member, seat, "",
              low ? Grade::field : Grade::general_or_flag, "", "joint/mac");
      if (i < 5) {
        EXPECT_EQ(verdicts(), Words{}) << seat;
      }
    }
  }
  EXPECT_EQ(verdicts(), (Words{"mac.composition kept", "mac.grades broken", "mac.seniors kept"}));
  play_.restart();
  appoint("unc/delegation", "unc/member-6", Part::member, "one more", "", Grade::general_or_flag,
          "", "joint/mac");
  EXPECT_EQ(verdicts(), (Words{"mac.composition broken", "mac.grades kept", "mac.seniors kept"}));
}

}  // namespace
}  // namespace armistice
