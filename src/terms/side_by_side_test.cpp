// SPDX-License-Identifier: Apache-2.0
// Whole agreements side by side: what is the same, what differs, what only one of them has.
#include "terms/side_by_side.h"

#include <gtest/gtest.h>

#include <set>

#include "support/shared_data.h"
#include "terms/compared.h"

namespace armistice {
namespace {

AgreementFolder shipped() {
  FolderReading reading =
      read_agreement_folder(read_bundle(real_env(), "agreements/korea-1953").value());
  EXPECT_TRUE(reading.wrong.empty());
  return std::move(reading.folder);
}

AgreementFolder under_draft(const std::string& name) {
  const AgreementFolder folder = shipped();
  return under(folder, *folder.draft(name));
}

const ParagraphPair& pair_at(const std::vector<ParagraphPair>& all, const std::string& number) {
  const auto found = std::find_if(all.begin(), all.end(),
                                  [&](const ParagraphPair& one) { return one.number == number; });
  EXPECT_NE(found, all.end()) << number;
  return *found;
}

TEST(SideBySide, AnAgreementIsTheSameAsItselfInEveryParagraph) {
  const AgreementFolder folder = shipped();
  const auto all = side_by_side(folder, folder);
  std::size_t paragraphs = 0;
  std::size_t terms = 0;
  for (const Article& article : folder.articles) paragraphs += article.paragraphs.size();
  for (const ParagraphPair& one : all) {
    EXPECT_EQ(one.standing, Standing::same) << one.number;
    terms += one.terms.size();
  }
  EXPECT_EQ(all.size(), paragraphs);
  EXPECT_EQ(terms, folder.terms.size());
}

TEST(SideBySide, ParagraphsAscendLettersAfterTheirNumber) {
  const AgreementFolder folder = shipped();
  std::vector<std::string> numbers;
  for (const ParagraphPair& one : side_by_side(folder, folder)) numbers.push_back(one.number);
  const auto place = [&](const std::string& number) {
    return std::find(numbers.begin(), numbers.end(), number) - numbers.begin();
  };
  EXPECT_LT(place("7"), place("13c"));
  EXPECT_LT(place("13c"), place("13d"));
  EXPECT_LT(place("13d"), place("20"));
}

TEST(SideBySide, ItDiffersWhereTheComparisonDoes) {
  const AgreementFolder a = shipped();
  const AgreementFolder b = under_draft("kpa-cpv-1952-01");
  std::set<std::string> differ;
  for (const Difference& one : compare(a, b)) differ.insert(one.paragraph);
  std::set<std::string> found;
  for (const ParagraphPair& one : side_by_side(a, b)) {
    if (one.standing != Standing::same) found.insert(one.number);
  }
  EXPECT_EQ(found, differ);
}

TEST(SideBySide, ATermShowsWhatEitherSaysOfEachParameter) {
  const auto all = side_by_side(shipped(), under_draft("kpa-cpv-1952-01"));
  const ParagraphPair& adoption = pair_at(all, "46");
  ASSERT_EQ(adoption.terms.size(), 1U);
  const TermPair& term = adoption.terms.front();
  EXPECT_EQ(term.standing, Standing::differs);
  EXPECT_EQ(term.kind.a, "adoption");
  EXPECT_EQ(term.kind.b, "adoption");
  EXPECT_NE(term.phrase.a, term.phrase.b);
  const SayingPair& option = term.parameters.back();
  EXPECT_EQ(option.name, "option adoption");
  EXPECT_EQ(option.a, "unanimous");
  EXPECT_EQ(option.b, "majority");
  const ParagraphPair& mobile = pair_at(all, "42e");
  EXPECT_EQ(mobile.teams.back().a, "10 teams");
  EXPECT_EQ(mobile.teams.back().b, "6 teams");
}

TEST(SideBySide, WhatOnlyOneOfThemHasSaysSo) {
  const auto all = side_by_side(shipped(), under_draft("kpa-cpv-1952-01"));
  const ParagraphPair& seats = pair_at(all, "37");
  EXPECT_EQ(seats.standing, Standing::differs);
  EXPECT_EQ(seats.teams.back().a,
            "sweden 1 (unc), switzerland 1 (unc), poland 1 (kpa-cpv), czechoslovakia 1 (kpa-cpv)");
  EXPECT_NE(seats.teams.back().b.find("soviet-union 1 (kpa-cpv)"), std::string::npos);
  const ParagraphPair& advised = pair_at(all, "38");
  const auto advisers = std::find_if(advised.terms.begin(), advised.terms.end(),
                                     [](const auto& one) { return one.id == "neutrals.advisers"; });
  ASSERT_NE(advisers, advised.terms.end());
  EXPECT_EQ(advisers->standing, Standing::only_b);
  EXPECT_EQ(advisers->kind.a, "");
  EXPECT_EQ(advisers->parameters.front().a, "");

  AgreementFolder more = shipped();
  Paragraph further;
  further.number = "99";
  further.text = "Something further.";
  more.articles.back().paragraphs.push_back(further);
  EXPECT_EQ(pair_at(side_by_side(more, shipped()), "99").standing, Standing::only_a);
  EXPECT_EQ(pair_at(side_by_side(shipped(), more), "99").standing, Standing::only_b);
}

}  // namespace
}  // namespace armistice
