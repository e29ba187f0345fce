// SPDX-License-Identifier: Apache-2.0
// Judgements of arrangements by themselves; cases of the shipped agreement run in folder_test.
#include "terms/arrangement_judgement.h"

#include <gtest/gtest.h>

#include "terms/arrangement_terms.h"
#include "terms/limits.h"

namespace armistice {
namespace {

constexpr std::int64_t hour = 3'600;

Arranging asked_at_zero() {
  Arranging facts;
  facts.from = {10 * hour};
  facts.until = {20 * hour};
  return facts;
}

std::string because(const ArrangementOwed& term, const Arranging& facts,
                    AtOnce at_once = AtOnce::one_day) {
  const Finding found = arrangement_of(term, facts, at_once);
  return std::string(word(found.verdict)) + ": " + found.because;
}

TEST(ArrangementOwed, IsLateASecondAfterItsHourAndNotBefore) {
  for (const std::int64_t within : {1, 24, 72}) {
    ArrangementOwed term;
    term.answer_within_hours = within;
    for (const std::int64_t off : {-1, 0, 1}) {
      Arranging open = asked_at_zero();
      open.now = {within * hour + off};
      Arranging answered = open;
      answered.answered = open.now;
      const bool kept = off <= 0;
      EXPECT_EQ(arrangement_of(term, open, AtOnce::one_day).verdict == Verdict::kept, kept);
      EXPECT_EQ(arrangement_of(term, answered, AtOnce::one_day).verdict == Verdict::kept, kept);
      // Whenever one looks: what came too late stays late.
      answered.now = {1'000 * hour};
      EXPECT_EQ(arrangement_of(term, answered, AtOnce::one_day).verdict == Verdict::kept, kept);
    }
  }
}

TEST(ArrangementOwed, NoticeIsOfFullHours) {
  ArrangementOwed term;
  term.notice_hours_min = 24;
  Arranging facts = asked_at_zero();
  facts.from = {24 * hour};
  EXPECT_EQ(because(term, facts), "kept: asked, nothing late");
  facts.from = {24 * hour - 1};
  EXPECT_EQ(because(term, facts), "broken: told 23 hours before, at least 24");
  facts.from = {-hour};
  EXPECT_EQ(because(term, facts), "broken: told 0 hours before, at least 24");
  facts.withdrawn = true;
  EXPECT_EQ(because(term, facts), "kept: taken back by who asked");
}

TEST(ArrangementOwed, MayBeRefusedOrNot) {
  ArrangementOwed term;
  term.answer_within_hours = 2;
  Arranging facts = asked_at_zero();
  facts.refused = true;
  facts.answered = UtcSeconds{hour};
  facts.now = {hour};
  EXPECT_EQ(because(term, facts), "broken: refused, and may not be");
  term.may_refuse = MayRefuse::yes;
  EXPECT_EQ(because(term, facts), "kept: refused, as it may be");
  facts.answered = UtcSeconds{2 * hour + 1};
  EXPECT_EQ(because(term, facts), "broken: answered 1 hour late");
  facts.refused = false;
  facts.answered = UtcSeconds{hour};
  facts.not_done = true;
  EXPECT_EQ(because(term, facts), "kept: not done, as it need not be");
  term.may_refuse = MayRefuse::no;
  EXPECT_EQ(because(term, facts), "broken: not done");
}

TEST(ArrangementOwed, IsDoneInFull) {
  ArrangementOwed term;
  term.hurry = Hurry::as_asked;
  Arranging facts = asked_at_zero();
  facts.quantity = 100;
  facts.done = UtcSeconds{20 * hour};
  facts.given = 99;
  EXPECT_EQ(because(term, facts), "kept: done");
  term.in_full = InFull::yes;
  EXPECT_EQ(because(term, facts), "broken: 99 given, 100 asked");
  facts.given = 100;
  EXPECT_EQ(because(term, facts), "kept: done");
  facts.done = UtcSeconds{23 * hour};
  EXPECT_EQ(because(term, facts), "broken: done 3 hours late");
  facts.done.reset();
  facts.now = {20 * hour + 1};
  EXPECT_EQ(because(term, facts), "broken: not done, and due 1 hour ago");
}

TEST(ArrangementOwed, WhatIsAskedForATimePastIsOwedFromTheAsking) {
  ArrangementOwed term;
  term.hurry = Hurry::as_asked;
  EXPECT_EQ(due_times(term, {30 * hour}, {20 * hour}, AtOnce::one_day).done->value, 30 * hour);
  EXPECT_EQ(due_times(term, {10 * hour}, {20 * hour}, AtOnce::one_day).done->value, 20 * hour);
}

TEST(ArrangementOwed, AtOnceIsReadThreeWays) {
  for (const Hurry hurry : {Hurry::answer_at_once, Hurry::done_at_once}) {
    ArrangementOwed term;
    term.hurry = hurry;
    EXPECT_EQ(option_rules(term).size(), 1U);
    for (const auto& [reading, hours] :
         {std::pair{AtOnce::one_hour, 1}, {AtOnce::one_day, 24}, {AtOnce::three_days, 72}}) {
      const DueTimes due = due_times(term, {0}, {0}, reading);
      const auto& set = hurry == Hurry::answer_at_once ? due.answer : due.done;
      EXPECT_EQ(set->value, hours * hour);
      EXPECT_NE(due.answer.has_value(), due.done.has_value());
    }
  }
  EXPECT_TRUE(option_rules(ArrangementOwed{}).empty());
}

TEST(Languages, AreEachOrAny) {
  const Languages term{"proceedings", {}, {"en", "ko", "zh"}};
  const auto verdict = [&](std::vector<std::string> kept, KeptIn in) {
    return languages_of(term, {std::move(kept)}, in).verdict == Verdict::kept;
  };
  EXPECT_TRUE(verdict({"zh", "en", "ko", "fr"}, KeptIn::each));
  EXPECT_FALSE(verdict({"en", "ko"}, KeptIn::each));
  EXPECT_TRUE(verdict({"en", "ko"}, KeptIn::any));
  EXPECT_FALSE(verdict({"fr"}, KeptIn::any));
  EXPECT_FALSE(verdict({}, KeptIn::any));
  EXPECT_EQ(languages_of(term, {{"en"}}, KeptIn::each).because, "not kept in ko, zh");
}

TEST(CoLocation, IsOnePlaceForAll) {
  const CoLocation term{"headquarters", {"a", "b", "c"}};
  EXPECT_EQ(co_location_of(term, {{{"a", "X"}, {"b", "X"}, {"c", "X"}}}).verdict, Verdict::kept);
  const Finding two = co_location_of(term, {{{"a", "X"}, {"b", "X"}, {"c", "Y"}}});
  EXPECT_EQ(two.verdict, Verdict::broken);
  EXPECT_EQ(two.because, "a at X, b at X, c at Y");
  EXPECT_EQ(co_location_of(term, {{{"a", "X"}, {"b", ""}, {"c", "X"}}}).because,
            "no place is on record for b");
  EXPECT_EQ(co_location_of(term, {{{"z", "Y"}, {"a", "X"}, {"b", "X"}, {"c", "X"}}}).verdict,
            Verdict::kept);
}

// What is wrong with a term, in words that say where and what would be right.
std::string wrong_with(const std::string& more) {
  const std::string text = "[[term]]\nid = \"x\"\nparagraph = \"13h\"\nphrase = \"x\"\n" + more;
  const auto read = read_terms("terms/x.toml", text);
  return read.ok() ? "" : read.error().what;
}

TEST(ArrangementTerms, ContradictionsAreRefusedByName) {
  const std::string owed =
      "kind = \"arrangement_owed\"\nsort = \"journey\"\nby = [\"a\"]\nof = [\"b\"]\n";
  EXPECT_EQ(wrong_with(owed + "may_refuse = \"no\"\n"), "");
  EXPECT_NE(wrong_with(owed + "may_refuse = \"perhaps\"\n").find("may_refuse"), std::string::npos);
  EXPECT_NE(wrong_with(owed + "may_refuse = \"no\"\nhurry = \"as_asked\"\ndone_within_hours = 5\n")
                .find("hurry or done_within_hours says when it is due, not both"),
            std::string::npos);
  EXPECT_NE(wrong_with(owed +
                       "may_refuse = \"no\"\nhurry = \"answer_at_once\"\nanswer_within_hours = 5\n")
                .find("hurry or answer_within_hours says when the answer is due, not both"),
            std::string::npos);
  EXPECT_NE(wrong_with(owed + "may_refuse = \"no\"\nnotice_hours_min = 87673\n").find("at most"),
            std::string::npos);
  EXPECT_NE(wrong_with(owed + "may_refuse = \"no\"\nhurry = \"done_at_once\"\n").find("at_once"),
            std::string::npos);
  EXPECT_NE(wrong_with("kind = \"co_location\"\nsort = \"x\"\nbodies = [\"a\"]\n")
                .find("bodies names two at least"),
            std::string::npos);
  EXPECT_NE(wrong_with("kind = \"languages\"\nsort = \"x\"\nby = [\"a\"]\nlanguages = []\n")
                .find("languages names one at least"),
            std::string::npos);
}

}  // namespace
}  // namespace armistice
