// SPDX-License-Identifier: Apache-2.0
// Arrangements: who asks and answers, what becomes of them, and what terms say of it.
#include "views/arrangements/arrangements.h"

#include <gtest/gtest.h>

#include "base/limits.h"
#include "support/play.h"

namespace armistice {
namespace {

using testing::Play;
using Words = std::vector<std::string>;

constexpr std::int64_t hour = 3'600;
constexpr const char* team = "nnit/mobile-1";
constexpr const char* swede = "sweden/officer";
constexpr const char* unc = "unc/delegation";
constexpr const char* north = "kpa-cpv/delegation";

class ArrangementsTest : public ::testing::Test {
 protected:
  ArrangementsTest() : start_(play_.now()) { pass(1); }

  StatedTime in(std::int64_t hours) const {
    const CivilTime time{{start_.value + hours * hour}, 9 * 3'600};
    return {to_text(time), time.utc};
  }
  // The register's clock so many hours after the effective hour.
  void pass(std::int64_t hours) { play_.clock({start_.value + hours * hour}); }
  Arrangement asking(const std::string& sort, const std::string& by,
                     std::vector<std::string> to) const {
    Arrangement said;
    said.sort = sort;
    said.by = by;
    said.to = std::move(to);
    said.from = in(10);
    said.until = in(20);
    return said;
  }
  Arrangement journey() const { return asking("journey", team, {"unc"}); }
  LeafIndex say(const Body& body, const std::string& by, std::vector<Digest> refers = {}) {
    last_id_ = play_.say(by, body, std::move(refers));
    return {play_.next().value - 1};
  }
  LeafIndex ask(const Arrangement& said, const std::string& by = swede) {
    const LeafIndex index = say(said, by);
    asked_ = last_id_;
    return index;
  }
  LeafIndex step(Arranged word, const std::string& by, std::int64_t quantity = 0) {
    return step_on(asked_, word, by, quantity);
  }
  LeafIndex step_on(const Digest& id, Arranged word, const std::string& by,
                    std::int64_t quantity = 0) {
    ArrangementStep said;
    said.arrangement = id;
    said.step = word;
    said.at = in(1);
    said.quantity = quantity;
    return say(said, by, {id});
  }
  Words noticed(LeafIndex index) const { return play_.noticed("arrangements_irregularity", index); }
  std::string column(LeafIndex index, std::size_t at) const {
    const Words row = play_.row("arrangement", to_value(index));
    return row.empty() ? "" : row[at];
  }
  std::string state(LeafIndex index) const { return column(index, 13); }
  std::string because(LeafIndex index, const std::string& reading = "") const {
    for (const auto& row : play_.rows().rows("finding")) {
      if (row[0] != to_value(index) || row[2] != Value(reading)) continue;
      return std::get<std::string>(row[9]) + ": " + std::get<std::string>(row[11]);
    }
    return {};
  }

  Play play_;
  UtcSeconds start_;
  Digest last_id_;
  Digest asked_;
};

TEST_F(ArrangementsTest, AJourneyIsAskedGrantedAndMade) {
  const LeafIndex index = ask(journey());
  EXPECT_EQ(noticed(index), Words{});
  EXPECT_EQ(state(index), "asked");
  EXPECT_EQ(column(index, 5), "unc");
  EXPECT_EQ(column(index, 21), std::to_string(start_.value + 20 * hour));
  EXPECT_EQ(column(index, 22), "journeys.neutrals");
  pass(2);
  EXPECT_EQ(noticed(step(Arranged::granted, unc)), Words{});
  EXPECT_EQ(state(index), "granted");
  EXPECT_EQ(column(index, 5), "");
  pass(19);
  step(Arranged::done, swede);
  EXPECT_EQ(state(index), "done");
  EXPECT_EQ(because(index), "kept: done");
  EXPECT_EQ(column(index, 21), "null");
  pass(100);
  EXPECT_EQ(because(index), "kept: done");
}

TEST_F(ArrangementsTest, OnlyWhoSpeaksForTheAskerAsks) {
  EXPECT_EQ(noticed(ask(journey(), unc)), Words{"may_not_ask"});
  EXPECT_EQ(noticed(ask(asking("camp-visit", "unc", {"kpa-cpv"}), north)), Words{"may_not_ask"});
  const auto recess = asking("end-of-recess", "unc/senior-member", {"kpa-cpv"});
  EXPECT_EQ(noticed(ask(recess, unc)), Words{"may_not_ask"});
  const LeafIndex own = ask(recess, "unc/senior-member");
  EXPECT_EQ(noticed(own), Words{});
  for (const char* one : {"sweden/member", "poland/officer", "czechoslovakia/member"}) {
    EXPECT_EQ(noticed(ask(journey(), one)), Words{}) << one;
  }
  const LeafIndex jointly = (play_.say_jointly("joint/nnsc",
                                               {"sweden/member", "switzerland/member",
                                                "poland/member", "czechoslovakia/member"},
                                               journey()),
                             LeafIndex{play_.next().value - 1});
  EXPECT_EQ(noticed(jointly), Words{});
  EXPECT_EQ(state(jointly), "asked");
  EXPECT_EQ(noticed(ask(asking("camp-visit", "unc", {"unc", "kpa-cpv"}), unc)),
            Words{"asks_itself"});
}

TEST_F(ArrangementsTest, AnAmountInAUnitOfNobodysIsNoticed) {
  Arrangement said = asking("supplies", "joint/nnsc", {"unc"});
  said.quantity = 100;
  said.unit = "blankets";
  EXPECT_EQ(noticed(ask(said)), Words{});
  said.unit = "blanket";
  EXPECT_EQ(noticed(ask(said)), Words{"unknown_unit"});
  said.unit.clear();
  EXPECT_EQ(noticed(ask(said)), Words{"unknown_unit"});
}

TEST_F(ArrangementsTest, OnlyThoseAddressedAnswerAndEitherSaysWhatWasDone) {
  const LeafIndex index = ask(journey());
  for (const Arranged word : {Arranged::granted, Arranged::refused, Arranged::received}) {
    EXPECT_EQ(noticed(step(word, swede)), Words{"may_not_answer"});
    EXPECT_EQ(noticed(step(word, north)), Words{"may_not_answer"});
  }
  for (const Arranged word :
       {Arranged::done, Arranged::not_done, Arranged::certified, Arranged::disputed}) {
    EXPECT_EQ(noticed(step(word, north)), Words{"of_neither"});
  }
  EXPECT_EQ(state(index), "asked");
  EXPECT_EQ(noticed(step(Arranged::certified, swede)), Words{"not_made"});
  EXPECT_EQ(noticed(step(Arranged::granted, unc)), Words{});
  EXPECT_EQ(noticed(step(Arranged::refused, unc)), Words{"answered_already"});
  EXPECT_EQ(noticed(step(Arranged::done, unc)), Words{});
  EXPECT_EQ(state(index), "done");
}

TEST_F(ArrangementsTest, WhatIsClosedDoesNotReopenButByRetraction) {
  const LeafIndex index = ask(journey());
  step(Arranged::refused, unc);
  const Digest refusal = last_id_;
  EXPECT_EQ(state(index), "refused");
  EXPECT_EQ(because(index), "broken: refused, and may not be");
  for (const Arranged word : {Arranged::granted, Arranged::done, Arranged::not_done}) {
    EXPECT_EQ(noticed(step(word, unc)), Words{"closed_already"});
  }
  play_.restart();
  play_.say(unc, Retraction{}, {refusal});
  EXPECT_EQ(state(index), "asked");
  EXPECT_EQ(because(index), "kept: asked, nothing late");
  step(Arranged::done, swede);
  EXPECT_EQ(state(index), "done");
  for (const Arranged word : {Arranged::granted, Arranged::done, Arranged::not_done}) {
    EXPECT_EQ(noticed(step(word, unc)), Words{"closed_already"});
  }
  // A receipt is for what was done.
  EXPECT_EQ(noticed(step(Arranged::received, unc)), Words{});
}

TEST_F(ArrangementsTest, AnAskingThatIsTakenBackIsOwedNoMore) {
  const LeafIndex index = ask(journey());
  play_.say(swede, Retraction{}, {asked_});
  EXPECT_EQ(state(index), "withdrawn");
  EXPECT_EQ(because(index), "kept: taken back by who asked");
  for (const Arranged word : {Arranged::granted, Arranged::received, Arranged::done}) {
    EXPECT_EQ(noticed(step(word, unc)), Words{"closed_already"});
  }
  EXPECT_EQ(noticed(step(Arranged::disputed, unc)), Words{"not_made"});
  pass(30);
  EXPECT_EQ(because(index), "kept: taken back by who asked");
}

TEST_F(ArrangementsTest, WhatIsNotDoneByItsHourIsFoundByTheClock) {
  const LeafIndex index = ask(journey());
  pass(20);
  EXPECT_EQ(because(index), "kept: asked, nothing late");
  play_.restart();
  pass(21);
  EXPECT_EQ(because(index), "broken: not done, and due 1 hour ago");
  pass(23);
  step(Arranged::done, swede);
  EXPECT_EQ(because(index), "broken: done 3 hours late");
  play_.say(swede, Retraction{}, {last_id_});
  EXPECT_EQ(because(index), "broken: not done, and due 3 hours ago");
}

TEST_F(ArrangementsTest, EveryReadingOfAtOnceHasItsHour) {
  const LeafIndex index =
      ask(asking("for-commanders", "joint/nnsc", {"joint/mac"}), "sweden/member");
  pass(3);
  EXPECT_EQ(because(index), "kept: asked, nothing late");
  EXPECT_EQ(because(index, "at_once=one_hour"), "broken: not done, and due 1 hour ago");
  pass(26);
  EXPECT_EQ(because(index), "broken: not done, and due 1 hour ago");
  EXPECT_EQ(because(index, "at_once=three_days"), "kept: asked, nothing late");
  play_.restart();
  pass(74);
  EXPECT_EQ(because(index, "at_once=three_days"), "broken: not done, and due 1 hour ago");
  step(Arranged::done, "unc/senior-member");
  EXPECT_EQ(because(index, "at_once=one_hour"), "broken: done 72 hours late");
}

TEST_F(ArrangementsTest, SuppliesAreGivenInFull) {
  Arrangement supplies = asking("supplies", "joint/nnsc", {"kpa-cpv"});
  supplies.quantity = 100;
  supplies.unit = "blankets";
  const LeafIndex index = ask(supplies, "switzerland/member");
  const LeafIndex given = step(Arranged::done, north, 40);
  EXPECT_EQ(column(index, 19), "40");
  EXPECT_EQ(because(index), "broken: 40 given, 100 asked");
  EXPECT_EQ(noticed(step(Arranged::done, "sweden/member", 100)), Words{"closed_already"});
  EXPECT_EQ(noticed(step(Arranged::disputed, "sweden/member")), Words{});
  EXPECT_EQ(state(index), "disputed");
  EXPECT_EQ(play_.row("arrangement_step", to_value(given))[8], "1");
}

TEST_F(ArrangementsTest, EachOfThoseAddressedAnswers) {
  const LeafIndex index = ask(asking("security", team, {"unc", "kpa-cpv"}));
  step(Arranged::granted, unc);
  EXPECT_EQ(state(index), "asked");
  EXPECT_EQ(column(index, 5), "kpa-cpv");
  play_.restart();
  step(Arranged::granted, north);
  EXPECT_EQ(state(index), "granted");
  const LeafIndex other = ask(asking("security", team, {"unc", "kpa-cpv"}));
  step(Arranged::granted, unc);
  step(Arranged::refused, north);
  EXPECT_EQ(state(other), "refused");
  EXPECT_EQ(because(other), "broken: refused, and may not be");
}

TEST_F(ArrangementsTest, NoticeIsHeldAgainstTheClockOfTheAsking) {
  Arrangement recess = asking("end-of-recess", "unc/senior-member", {"kpa-cpv"});
  recess.from = recess.until = in(25);
  EXPECT_EQ(because(ask(recess, "unc/senior-member")), "kept: asked, nothing late");
  pass(2);
  EXPECT_EQ(because(ask(recess, "unc/senior-member")), "broken: told 23 hours before, at least 24");
}

TEST_F(ArrangementsTest, ADocumentIsKeptInThreeLanguagesOnceTranslationsAreCertified) {
  Arrangement record = asking("proceedings", "joint/nnsc", {"joint/mac"});
  record.language = "en";
  const LeafIndex index = ask(record, "sweden/member");
  const Digest document = asked_;
  EXPECT_EQ(because(index), "broken: not kept in ko, zh");
  EXPECT_EQ(because(index, "kept_in=any"), "kept: not kept in ko, zh");
  for (const char* language : {"ko", "zh"}) {
    Arrangement translation = asking("translation", "joint/mac", {"joint/nnsc"});
    translation.about = document;
    translation.language = language;
    ask(translation, north);
    step(Arranged::done, "poland/member");
    step(Arranged::certified, north);
  }
  EXPECT_EQ(because(index), "kept: kept in en, ko, zh");
  play_.restart();
  step(Arranged::disputed, unc);
  EXPECT_EQ(because(index), "broken: not kept in zh");
  step(Arranged::certified, unc);
  EXPECT_EQ(because(index), "kept: kept in en, ko, zh");
  play_.say(unc, Retraction{}, {last_id_});
  EXPECT_EQ(because(index), "broken: not kept in zh");
}

TEST_F(ArrangementsTest, HeadquartersAreInOnePlace) {
  const auto move = [&](const char* body, const char* by, const char* place) {
    Arrangement said = asking("headquarters", body, {"unc", "kpa-cpv"});
    said.place = place;
    const LeafIndex index = ask(said, by);
    step(Arranged::done, by);
    return index;
  };
  EXPECT_EQ(because(move("joint/mac", unc, "Panmunjom")), "");
  const LeafIndex away = move("joint/nnsc", "sweden/member", "Munsan");
  const Digest done = last_id_;
  EXPECT_EQ(
      because(away),
      "undetermined: joint/mac at Panmunjom, joint/nnsc at Munsan: two places, and how near is "
      "near the text does not say");
  play_.restart();
  EXPECT_EQ(because(move("joint/nnsc", "sweden/member", "Panmunjom")),
            "kept: joint/mac at Panmunjom, joint/nnsc at Panmunjom");
  play_.say("sweden/member", Retraction{}, {done});
  EXPECT_EQ(because(away), "kept: joint/mac at Panmunjom, joint/nnsc at Panmunjom");
}

TEST_F(ArrangementsTest, WhatIsWrongWithAnAskingIsNoticedAndItStandsAllTheSame) {
  Arrangement said = journey();
  said.number = "1";
  EXPECT_EQ(noticed(ask(said)), Words{});
  EXPECT_EQ(noticed(ask(said)), Words{"number_twice"});
  said.number = "2";
  said.sort = "picnic";
  const LeafIndex picnic = ask(said);
  EXPECT_EQ(noticed(picnic), Words{"unknown_sort"});
  EXPECT_EQ(state(picnic), "asked");
  EXPECT_EQ(because(picnic), "");
  EXPECT_EQ(noticed(ask(asking("journey", team, {"joint/mac"}))), Words{"not_owed"});
  EXPECT_EQ(noticed(ask(asking("journey", team, {"atlantis"}))),
            (Words{"unknown_name", "not_owed"}));
  said = journey();
  said.about = Digest{};
  EXPECT_EQ(noticed(ask(said)), Words{"no_record"});
}

TEST_F(ArrangementsTest, WhatIsWrongWithAStepIsNoticed) {
  ArrangementStep said;
  said.at = in(1);
  EXPECT_EQ(noticed(say(said, unc)), Words{"no_arrangement"});
  const LeafIndex index = ask(journey());
  said.arrangement = asked_;
  said.about = Digest{};
  EXPECT_EQ(noticed(say(said, unc)), (Words{"no_record", "not_referred"}));
  EXPECT_EQ(state(index), "granted");
}

TEST_F(ArrangementsTest, AnArrangementTakesSoManyStepsOfAPartyAndNoMore) {
  const LeafIndex index = ask(journey());
  step(Arranged::done, unc);
  for (std::size_t i = 1; i < 64; ++i) {
    step(i % 2 == 0 ? Arranged::certified : Arranged::disputed, unc);
  }
  EXPECT_EQ(state(index), "disputed");
  EXPECT_EQ(noticed(step(Arranged::certified, unc)), Words{"steps_full"});
  EXPECT_EQ(noticed(step(Arranged::certified, swede)), Words{});
  EXPECT_EQ(state(index), "disputed");
}

}  // namespace
}  // namespace armistice
