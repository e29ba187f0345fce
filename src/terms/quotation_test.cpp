// SPDX-License-Identifier: Apache-2.0
// Quotations of drafts and amendments: held to the document in which a draft's words stand, and to
// an amendment's own words; what is not there is said with what is.
#include "terms/quotation.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "support/shared_data.h"
#include "terms/folder.h"
#include "terms/limits.h"
#include "terms/nearest_words.h"

namespace armistice {
namespace {

using Words = std::vector<std::string>;

AgreementFolder read_shipped(const char* path) {
  FolderReading reading = read_agreement_folder(read_bundle(real_env(), path).value());
  EXPECT_TRUE(reading.wrong.empty());
  return std::move(reading.folder);
}

const AgreementFolder& korea() {
  static const AgreementFolder folder = read_shipped("agreements/korea-1953");
  return folder;
}

const AgreementFolder& tarn() {
  static const AgreementFolder folder = read_shipped("agreements/tarn-2031");
  return folder;
}

TEST(NearestWords, AreTheStretchThatSharesMost) {
  constexpr std::string_view text =
      "It is agreed:\n  both sides open\u00a0Five points, each named.";
  EXPECT_EQ(nearest_words("both parties open five points", text), "both sides open Five points,");
  // Words that stand twice count as often as they stand.
  EXPECT_EQ(nearest_words("a b a b", "a a a b a b"), "a b a b");
  EXPECT_EQ(nearest_words("points each", "Of points: each."), "points: each.");
  // Less than half of them is no likeness, and a text that is shorter has none.
  EXPECT_EQ(nearest_words("both of them go home", text), "");
  EXPECT_EQ(nearest_words("five points", "points"), "");
  EXPECT_EQ(nearest_words("", text), "");
  EXPECT_EQ(nearest_words("five points", ""), "");
}

TEST(Quotation, APartOfAParagraphIsNoOtherNumber) {
  EXPECT_TRUE(is_part_of("13", "13"));
  EXPECT_TRUE(is_part_of("13", "13c"));
  EXPECT_FALSE(is_part_of("13", "130"));
  EXPECT_FALSE(is_part_of("13c", "13"));
}

// The phrases of every draft, in the cable that its source names.
TEST(Quotation, EveryPhraseOfADraftStandsInItsCable) {
  const auto first = testing::shared_data("cables/001_cd9a4d750ec18565.txt");
  const auto second = testing::shared_data("cables/000_639668d5a2f7bfba.txt");
  if (!first || !second) GTEST_SKIP() << "no shared data";
  std::size_t held = 0;
  for (const RivalDraft& draft : korea().drafts) {
    const bool of_1952 = draft.source.find("16008") != std::string::npos;
    const Bytes text =
        real_env().read_file(of_1952 ? *first : *second, limits::agreed_text_bytes_max).value();
    for (const Error& error : misquoted_in(draft, text)) ADD_FAILURE() << error.text();
    held += draft.terms.size();
  }
  EXPECT_GE(held, 30U);
}

TEST(Quotation, WhatADraftDoesNotQuoteIsNamedWithWhatIsNearest) {
  const RivalDraft* shipped = korea().draft("kpa-cpv-1952-01");
  ASSERT_NE(shipped, nullptr);
  RivalDraft draft = *shipped;
  std::erase_if(draft.terms, [](const Term& term) { return term.id != "headquarters.proximity"; });
  constexpr std::string_view text = "The organ and the commission must be located in one place.";
  EXPECT_TRUE(misquoted_in(draft, text).empty());
  draft.terms.front().phrase = "must be located in one town";
  const auto wrong = misquoted_in(draft, text);
  ASSERT_EQ(wrong.size(), 1U);
  const FilePlace& place = draft.terms.front().place;
  EXPECT_EQ(wrong.front().what,
            place.text() +
                ": headquarters.proximity: the text does not say \"must be located in "
                "one town\"; nearest is \"must be located in one place.\"");
  EXPECT_EQ(wrong.front().code, Errc::malformed);
}

// Changes with these tables behind their head.
RivalDraft changes_of(const AgreementFolder& folder, std::string_view by, std::string_view more) {
  const std::string text = fmt::format(
      "name = \"change\"\ntitle = \"A change\"\nby = \"{}\"\nsource = \"agreed\"\n{}", by, more);
  auto read = read_changes(folder, text);
  EXPECT_TRUE(read.ok()) << (read.ok() ? "" : read.error().text());
  return read.ok() ? *std::move(read) : RivalDraft{};
}

Words said(const std::vector<Error>& wrong) {
  Words out;
  for (const Error& one : wrong) out.push_back(one.what);
  return out;
}

std::string leave(std::string_view phrase) {
  return fmt::format(
      "[[term]]\nid = \"line.leave\"\nparagraph = \"12\"\nphrase = \"{}\"\n"
      "kind = \"permit_required\"\nact = \"crossing_line\"\ngranted_by = [\"joint/mission\"]\n",
      phrase);
}

constexpr std::string_view new_words =
    "[[paragraph]]\nnumber = \"12\"\ntext = \"Nobody crosses the line without leave of the "
    "Mission.\"\n";

TEST(Quotation, AnAmendmentIsHeldToItsOwnWords) {
  const auto held = [&](const std::string& more) {
    return said(misquoted_by(tarn(), changes_of(tarn(), "alder", more)));
  };
  EXPECT_EQ(held(std::string(new_words) + leave("without leave of the Mission")), Words{});
  const Words old = held(std::string(new_words) + leave("without leave of the Joint Commission"));
  ASSERT_EQ(old.size(), 1U);
  EXPECT_EQ(old.front(),
            "changes line 8 column 1: line.leave: §12 does not say \"without leave of the Joint "
            "Commission\"; nearest is \"line without leave of the Mission.\"");
  // What it does not word is as agreed.
  EXPECT_EQ(held(leave("without leave of the Joint Commission")), Words{});
  EXPECT_EQ(held(leave("without leave of the Mission")).size(), 1U);
}

TEST(Quotation, ATermThatStaysAlthoughItsWordsAreGoneIsNamed) {
  const auto wrong = misquoted_by(tarn(), changes_of(tarn(), "alder", new_words));
  ASSERT_EQ(wrong.size(), 1U);
  EXPECT_NE(wrong.front().what.find("line.leave stays: §12 does not say \"without leave of the "
                                    "Joint Commission\""),
            std::string::npos);
  const std::string gone = "leaves_out = [\"line.leave\"]\n" + std::string(new_words);
  EXPECT_TRUE(misquoted_by(tarn(), changes_of(tarn(), "alder", gone)).empty());
}

// The words of 1953 are not in the folder: what a term in force quotes of them is all there is.
TEST(Quotation, OfWordsThatAreElsewhereAnAmendmentQuotesWhatIsQuotedAlready) {
  const auto held = [&](std::string_view phrase) {
    const std::string more = fmt::format(
        "[[term]]\nid = \"costs.more\"\nparagraph = \"18\"\nphrase = \"{}\"\n"
        "kind = \"cost_share\"\nof = \"other-costs\"\nby = [\"unc\", \"kpa-cpv\"]\n"
        "settled_within_days = 1\n",
        phrase);
    return said(misquoted_by(korea(), changes_of(korea(), "unc", more)));
  };
  EXPECT_EQ(held("shared equally by the two opposing sides"), Words{});
  EXPECT_EQ(held("equally"), Words{});
  const Words wrong = held("by thirds");
  ASSERT_EQ(wrong.size(), 1U);
  EXPECT_EQ(wrong.front(),
            "changes line 5 column 1: costs.more: the changes do not word §18, and no term in "
            "force quotes \"by thirds\" of it");
}

}  // namespace
}  // namespace armistice
