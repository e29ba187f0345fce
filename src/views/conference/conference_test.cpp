// SPDX-License-Identifier: Apache-2.0
// The conference: what is noticed, how a question comes to be answered, and what a retraction
// undoes.
#include "views/conference/conference.h"

#include <gtest/gtest.h>

#include "crypto/hash.h"
#include "support/play.h"

namespace armistice {
namespace {

using testing::Play;
using Words = std::vector<std::string>;

constexpr const char* south = "unc/delegation";
constexpr const char* north = "kpa-cpv/delegation";

Words words_of(const testing::RowKeeper& rows, LeafIndex index) {
  Words out;
  for (const auto& values : rows.rows("conference_irregularity")) {
    if (values[0] == to_value(index)) out.push_back(std::get<std::string>(values[2]));
  }
  return out;
}

class ConferenceTest : public ::testing::Test {
 protected:
  static StatedTime at(const std::string& time) {
    const CivilTime stated = parse_civil_time("1951-07-" + time + ":00+09:00").value();
    return {to_text(stated), stated.utc};
  }
  static Sitting sitting(std::int64_t number, const std::string& from, const std::string& to) {
    Sitting said;
    said.forum = "plenary";
    said.number = number;
    said.place = "Kaesong";
    said.opened = at(from);
    said.closed = at(to);
    said.present = {{"unc", "Joy", "head", 1, Admitted::present}};
    return said;
  }
  Digest sit(std::int64_t number = 2, const std::string& from = "11T08:00",
             const std::string& to = "11T16:00", const std::string& by = north) {
    return say(sitting(number, from, to), by);
  }
  Digest utter(const Digest& sitting, UtteranceSort sort, const std::string& time = "11T11:00",
               std::optional<Digest> reply_to = {}, const std::string& by = north) {
    Utterance said;
    said.sitting = sitting;
    said.number = ++spoken_;
    said.side = "unc";
    said.speaker = "Joy";
    said.at = at(time);
    said.sort = sort;
    said.reply_to = reply_to;
    said.text = "Words.";
    return say(said, by);
  }
  Digest stand(const std::string& side, ProposalAct act, std::optional<Digest> of = {},
               const std::string& issue = "line") {
    Proposal said;
    said.issue = issue;
    said.side = side;
    said.act = act;
    said.day = parse_day("1951-07-11").value();
    said.of = of;
    said.value = "here";
    return say(said, north);
  }
  Digest say(const Body& body, const std::string& by) { return play_.say(by, body); }
  LeafIndex last() const { return {play_.next().value - 1}; }
  Words noticed() const { return play_.noticed("conference_irregularity", last()); }
  std::string state(LeafIndex question) const {
    const Words row = play_.row("question", to_value(question));
    return row.empty() ? "" : row[1];
  }
  void take_back(const Digest& id, const std::string& by = north) {
    play_.say(by, Retraction{}, {id});
  }

  // An alternative that the south proposes, drops or restates.
  Digest offer(std::int64_t alternative, ProposalAct act = ProposalAct::proposes,
               const std::string& issue = "line") {
    Proposal said;
    said.issue = issue;
    said.side = "unc";
    said.act = act;
    said.day = parse_day("1951-07-11").value();
    said.alternative = alternative;
    said.value = "there";
    return say(said, south);
  }

  Play play_;
  std::int64_t spoken_ = 0;
};

TEST_F(ConferenceTest, SittingsOfOneAuthorDoNotOverlap) {
  sit(2, "11T08:00", "11T12:00");
  EXPECT_EQ(noticed(), Words{});
  sit(3, "11T11:00", "11T13:00");
  EXPECT_EQ(noticed(), Words{"overlaps"});
  play_.restart();
  sit(2, "12T08:00", "12T12:00");
  EXPECT_EQ(noticed(), Words{"number_twice"});
  // The other side's word of the same sitting stands beside it.
  sit(2, "11T08:00", "11T12:00", south);
  EXPECT_EQ(noticed(), Words{});
}

TEST_F(ConferenceTest, MoreAreThereThanWereAccepted) {
  Sitting said = sitting(2, "11T08:00", "11T12:00");
  said.present = {{"unc", "", "correspondents", 20, Admitted::accepted},
                  {"unc", "", "correspondents", 20, Admitted::present},
                  {"unc", "", "support staff", 120, Admitted::offered},
                  {"unc", "", "support staff", 130, Admitted::present}};
  say(said, north);
  EXPECT_EQ(noticed(), Words{});
  said.number = 3;
  said.opened = at("12T08:00");
  said.closed = at("12T12:00");
  said.present[1].number = 21;
  say(said, north);
  EXPECT_EQ(noticed(), Words{"above_the_limit"});
}

TEST_F(ConferenceTest, AStatementStandsInASitting) {
  utter(Digest{}, UtteranceSort::statement);
  EXPECT_EQ(noticed(), Words{"no_sitting"});
  EXPECT_TRUE(play_.rows().rows("statement").empty());
  const Digest place = sit();
  utter(place, UtteranceSort::statement, "11T16:01");
  EXPECT_EQ(noticed(), Words{"after_close"});
  utter(place, UtteranceSort::statement, "11T07:59");
  EXPECT_EQ(noticed(), Words{"before_opening"});
  play_.restart();
  utter(place, UtteranceSort::statement, "11T16:00", Digest{});
  EXPECT_EQ(noticed(), Words{"reply_to_nothing"});
  utter(place, UtteranceSort::answer, "11T11:00");
  EXPECT_EQ(noticed(), Words{"reply_to_nothing"});
  Sitting open = sitting(3, "12T08:00", "12T08:00");
  open.end = SittingEnd::goes_on;
  utter(say(open, north), UtteranceSort::statement, "12T10:00");
  EXPECT_EQ(noticed(), Words{});
}

TEST_F(ConferenceTest, ASideWithdrawsItsOwnWordsAlone) {
  const Digest place = sit();
  const Digest said = utter(place, UtteranceSort::statement);
  const auto withdraw = [&](UtteranceSort sort, const std::string& text, const std::string& side,
                            std::optional<Digest> of) {
    Utterance back;
    back.sitting = place;
    back.number = ++spoken_;
    back.side = side;
    back.at = at("11T11:30");
    back.sort = sort;
    back.reply_to = of;
    back.text = text;
    say(back, north);
    return noticed();
  };
  EXPECT_EQ(withdraw(UtteranceSort::withdrawal, "We take that back.", "unc", said), Words{});
  EXPECT_EQ(withdraw(UtteranceSort::partial_withdrawal, "Words", "unc", said), Words{});
  play_.restart();
  EXPECT_EQ(withdraw(UtteranceSort::partial_withdrawal, "words", "unc", said),
            Words{"other_words"});
  EXPECT_EQ(withdraw(UtteranceSort::withdrawal, "They take it back.", "kpa-cpv", said),
            Words{"not_its_own"});
  EXPECT_EQ(withdraw(UtteranceSort::withdrawal, "We take it back.", "unc", std::nullopt),
            Words{"reply_to_nothing"});
  EXPECT_EQ(withdraw(UtteranceSort::withdrawal, "We take it back.", "unc", Digest{}),
            Words{"reply_to_nothing"});
}

TEST_F(ConferenceTest, AQuestionIsAnsweredAtOnceOrLaterOrNot) {
  const Digest place = sit();
  const Digest question = utter(place, UtteranceSort::question);
  const LeafIndex asked = last();
  EXPECT_EQ(state(asked), "not_answered");
  utter(place, UtteranceSort::statement, "11T11:05", question);
  EXPECT_EQ(state(asked), "not_answered");
  const Digest answer = utter(place, UtteranceSort::answer, "11T11:10", question);
  EXPECT_EQ(state(asked), "answered");
  play_.restart();
  take_back(answer);
  EXPECT_EQ(state(asked), "not_answered");
  utter(place, UtteranceSort::postponement, "11T11:20", question);
  EXPECT_EQ(state(asked), "postponed");
  utter(place, UtteranceSort::answer, "11T11:30", question);
  EXPECT_EQ(state(asked), "answered_later");
}

TEST_F(ConferenceTest, AnAnswerAtALaterSittingIsALaterOne) {
  const Digest question = utter(sit(), UtteranceSort::question);
  const LeafIndex asked = last();
  // In the other's transcript of the same sitting it is answered at once.
  const Digest theirs = sit(2, "11T08:00", "11T16:00", south);
  const Digest answer = utter(theirs, UtteranceSort::answer, "11T11:10", question, south);
  EXPECT_EQ(state(asked), "answered");
  take_back(answer, south);
  utter(sit(3, "12T08:00", "12T16:00"), UtteranceSort::answer, "12T09:00", question);
  EXPECT_EQ(state(asked), "answered_later");
}

TEST_F(ConferenceTest, PointsAreAnsweredByTheOtherAndWithdrawnByItsOwn) {
  Agenda agenda;
  agenda.side = "unc";
  agenda.version = 1;
  agenda.day = parse_day("1951-07-10").value();
  agenda.items = {{2, "red-cross", "Visits."}, {5, "line", "A zone."}, {6, "line", "A line."}};
  const Digest id = say(agenda, south);
  EXPECT_EQ(noticed(), Words{"issue_twice"});
  AgendaAnswer said;
  said.agenda = id;
  said.number = 2;
  said.side = "kpa-cpv";
  said.answer = PointAnswer::refused;
  said.day = agenda.day;
  say(said, north);
  EXPECT_EQ(noticed(), Words{});
  said.side = "unc";
  say(said, south);
  EXPECT_EQ(noticed(), Words{"own_point"});
  said.answer = PointAnswer::withdrawn;
  const Digest first = say(said, south);
  EXPECT_EQ(noticed(), Words{});
  play_.restart();
  say(said, south);
  EXPECT_EQ(noticed(), Words{"withdrawn_twice"});
  take_back(first, south);
  say(said, south);
  EXPECT_EQ(noticed(), Words{"withdrawn_twice"});  // the second stands
  said.side = "kpa-cpv";
  say(said, north);
  EXPECT_EQ(noticed(), Words{"not_the_proposer"});
  said.number = 9;
  say(said, north);
  EXPECT_EQ(noticed(), Words{"no_point"});
  said.agenda = Digest{};
  say(said, north);
  EXPECT_EQ(noticed(), Words{"no_agenda"});
}

TEST_F(ConferenceTest, WhatWasDroppedAndIsSaidAgainReappears) {
  stand("unc", ProposalAct::proposes);
  const Digest dropped = stand("unc", ProposalAct::drops);
  EXPECT_EQ(noticed(), Words{});
  play_.restart();
  const Digest again = stand("unc", ProposalAct::restates);
  EXPECT_EQ(noticed(), Words{"reappears"});
  stand("unc", ProposalAct::restates);
  EXPECT_EQ(noticed(), Words{});
  stand("unc", ProposalAct::drops);
  stand("kpa-cpv", ProposalAct::proposes);  // another's
  EXPECT_EQ(noticed(), Words{});
  take_back(again);
  take_back(dropped);
  stand("unc", ProposalAct::changes);
  EXPECT_EQ(noticed(), Words{"reappears"});
}

TEST_F(ConferenceTest, ADropThatIsTakenBackBringsNothingBack) {
  stand("unc", ProposalAct::proposes);
  const Digest dropped = stand("unc", ProposalAct::drops);
  play_.restart();
  take_back(dropped);
  stand("unc", ProposalAct::restates);
  EXPECT_EQ(noticed(), Words{});
  // Nobody drops a position for another: what the other side tells of it stands apart.
  Proposal told;
  told.issue = "line";
  told.side = "unc";
  told.act = ProposalAct::proposes;
  told.day = parse_day("1951-07-11").value();
  told.value = "here";
  stand("unc", ProposalAct::drops);
  say(told, south);
  EXPECT_EQ(noticed(), Words{});
}

TEST_F(ConferenceTest, AlternativesOfAnIssueAreASeries) {
  offer(0);
  offer(2);
  EXPECT_EQ(noticed(), Words{"alternative_skipped"});
  const Digest first = offer(1);
  EXPECT_EQ(noticed(), Words{});
  offer(2, ProposalAct::proposes, "zone");  // another issue's
  EXPECT_EQ(noticed(), Words{"alternative_skipped"});
  play_.restart();
  offer(1);
  EXPECT_EQ(noticed(), Words{"alternative_twice"});
  offer(3);
  EXPECT_EQ(noticed(), Words{});
  offer(1, ProposalAct::restates);
  EXPECT_EQ(noticed(), Words{});
  // The other side's, and what is told of this one, are series of their own.
  Proposal told;
  told.issue = "line";
  told.side = "unc";
  told.day = parse_day("1951-07-11").value();
  told.alternative = 1;
  told.value = "there";
  say(told, north);
  EXPECT_EQ(noticed(), Words{});
  told.side = "kpa-cpv";
  say(told, north);
  EXPECT_EQ(noticed(), Words{});
  EXPECT_FALSE(first == Digest{});
}

// One alternative that goes brings no other back, and a whole that went and came frees all numbers.
TEST_F(ConferenceTest, AnAlternativeIsDroppedByItselfOrWithTheWhole) {
  offer(1);
  offer(2);
  offer(1, ProposalAct::drops);
  offer(2, ProposalAct::restates);
  EXPECT_EQ(noticed(), Words{});
  offer(0, ProposalAct::drops);
  offer(0);
  EXPECT_EQ(noticed(), Words{"reappears"});
  offer(2);
  EXPECT_EQ(noticed(), Words{});
}

TEST_F(ConferenceTest, AnAlternativeThatIsDroppedOrTakenBackFreesItsNumber) {
  offer(1);
  const Digest second = offer(2);
  const Digest dropped = offer(2, ProposalAct::drops);
  offer(2);
  EXPECT_EQ(noticed(), Words{"reappears"});
  take_back(dropped, south);
  play_.restart();
  offer(2);
  EXPECT_EQ(noticed(), Words{"alternative_twice"});
  const Digest all = offer(0, ProposalAct::drops);
  offer(1);
  EXPECT_EQ(noticed(), Words{"reappears"});
  offer(2);
  EXPECT_EQ(noticed(), Words{"reappears"});
  take_back(all, south);
  offer(2);
  EXPECT_EQ(noticed(), Words{"alternative_twice"});
  EXPECT_FALSE(second == Digest{});
  const Digest only = offer(1, ProposalAct::proposes, "zone");
  take_back(only, south);
  offer(1, ProposalAct::proposes, "zone");
  EXPECT_EQ(noticed(), Words{});
}

TEST_F(ConferenceTest, ANumberStandsOnceInATranscript) {
  Utterance said;
  said.sitting = sit();
  said.number = 4;
  said.side = "unc";
  said.at = at("11T11:00");
  said.text = "Words.";
  const Digest first = say(said, north);
  EXPECT_EQ(noticed(), Words{});
  play_.restart();
  const Digest second = say(said, north);
  EXPECT_EQ(noticed(), Words{"number_twice"});
  said.number = 5;
  say(said, north);
  EXPECT_EQ(noticed(), Words{});
  // The other's transcript numbers its own.
  said.number = 4;
  said.sitting = sit(2, "11T08:00", "11T16:00", south);
  say(said, south);
  EXPECT_EQ(noticed(), Words{});
  said.sitting = sit(3, "12T08:00", "12T16:00");
  said.at = at("12T11:00");
  said.number = 4;
  say(said, north);
  EXPECT_EQ(noticed(), Words{});
  // The same sitting, put on record anew.
  said.sitting = sit(2, "11T08:00", "11T16:00");
  said.at = at("11T11:00");
  take_back(first);
  say(said, north);
  EXPECT_EQ(noticed(), Words{"number_twice"});
  EXPECT_FALSE(second == Digest{});
}

TEST_F(ConferenceTest, WhoFillsItFillsItsOwnShareAlone) {
  constexpr std::int64_t share = 65'536;
  ConferenceView view(testing::shipped_agreement());
  Json state = view.save();
  Json::Array& ids = *state.as_array()->back().as_array();
  for (std::int64_t index = 0; index + 1 < share; ++index) {
    ids.push_back(Json::Array{index, to_text(sha256(std::to_string(index))), "unc"});
  }
  ASSERT_TRUE(view.load(state).ok());
  testing::RowKeeper rows;
  std::uint64_t next = share;
  const auto full_for = [&](const std::string& author) {
    Record record{};
    record.header.author = author;
    record.id = sha256(std::to_string(next));
    const Result<Body> body = Body(sitting(2, "11T08:00", "11T16:00"));
    Folded entry;
    entry.index = LeafIndex{next++};
    entry.record = &record;
    entry.body = &body;
    Rows changes;
    EXPECT_TRUE(view.fold(entry, play_, changes).ok());
    EXPECT_TRUE(rows.apply(changes.changes()).ok());
    return words_of(rows, entry.index);
  };
  EXPECT_EQ(full_for(south), Words{});
  EXPECT_EQ(full_for(south), Words{"conference_full"});
  EXPECT_EQ(rows.rows("sitting").size(), 1U);
  EXPECT_EQ(full_for(north), Words{});
  EXPECT_EQ(rows.rows("sitting").size(), 2U);
}

TEST_F(ConferenceTest, OnlyTheOtherAcceptsOrRefuses) {
  const Digest theirs = stand("kpa-cpv", ProposalAct::proposes);
  stand("unc", ProposalAct::refuses, theirs);
  EXPECT_EQ(noticed(), Words{});
  stand("kpa-cpv", ProposalAct::accepts, theirs);
  EXPECT_EQ(noticed(), Words{"own_proposal"});
  stand("unc", ProposalAct::restates, theirs);
  EXPECT_EQ(noticed(), Words{"not_its_own"});
  stand("unc", ProposalAct::refuses, Digest{});
  EXPECT_EQ(noticed(), Words{"no_proposal"});
  stand("unc", ProposalAct::refuses, theirs, "zone");
  EXPECT_EQ(noticed(), Words{"other_issue"});
  stand("sweden", ProposalAct::proposes);
  EXPECT_EQ(noticed(), Words{"unknown_side"});
}

TEST_F(ConferenceTest, BothDelegationsAgreeInOneRecord) {
  AgreedPoint said;
  said.issue = "line";
  said.number = 1;
  said.points = 3;
  said.day = parse_day("1952-01-31").value();
  said.title = "The line";
  say(said, south);
  EXPECT_EQ(noticed(), Words{"one_side_alone"});
  EXPECT_EQ(play_.row("agreed_point", to_value(last())).at(13), "0");
  play_.say_jointly("joint/delegations", {south}, said);
  EXPECT_EQ(noticed(), Words{"one_side_alone"});
  play_.say_jointly("joint/delegations", {south, north}, said);
  EXPECT_EQ(noticed(), Words{});
  EXPECT_EQ(play_.row("agreed_point", to_value(last())).at(13), "1");
  play_.restart();
  said.salt.bytes[0] = 7;
  play_.say_jointly("joint/delegations", {south, north}, said);
  EXPECT_EQ(noticed(), Words{"agreed_twice"});
  said.title = "The line, in other words";
  play_.say_jointly("joint/delegations", {south, north}, said);
  EXPECT_EQ(noticed(), Words{"agreed_already"});
  play_.say_jointly("joint/delegations", {north, south}, said);
  EXPECT_EQ(noticed(), Words{"agreed_twice"});
}

TEST_F(ConferenceTest, AnAnswerToAQuestionOfASittingPutOnRecordAnewIsNoLaterOne) {
  Sitting open = sitting(2, "11T08:00", "11T08:00");
  open.end = SittingEnd::goes_on;
  const Digest first = say(open, north);
  const Digest question = utter(first, UtteranceSort::question);
  const LeafIndex asked = last();
  take_back(first);
  play_.restart();
  utter(sit(), UtteranceSort::answer, "11T12:00", question);
  EXPECT_EQ(state(asked), "answered");
}

TEST_F(ConferenceTest, WhatIsTakenBackStaysAndIsMarked) {
  const Digest place = sit();
  const LeafIndex index = last();
  take_back(place);
  EXPECT_EQ(play_.rows().rows("sitting").size(), 1U);
  EXPECT_EQ(play_.row("conference_taken_back", to_value(index)).at(1),
            std::to_string(last().value));
  utter(place, UtteranceSort::statement);
  EXPECT_EQ(noticed(), Words{"no_sitting"});
}

}  // namespace
}  // namespace armistice
