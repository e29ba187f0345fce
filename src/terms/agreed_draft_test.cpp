// SPDX-License-Identifier: Apache-2.0
// What is agreed so far as a draft: the terms that its words carry, and no others.
#include "terms/agreed_draft.h"

#include <gtest/gtest.h>

namespace armistice {
namespace {

using Words = std::vector<std::string>;

AgreementFolder shipped_folder() {
  FolderReading reading =
      read_agreement_folder(read_bundle(real_env(), "agreements/korea-1953").value());
  EXPECT_TRUE(reading.wrong.empty());
  return std::move(reading.folder);
}

RivalDraft made(const std::vector<AgreedWords>& points) {
  return agreed_draft(shipped_folder(), "agreed-1951-11-27", "joint/delegations", points);
}

std::string phrase_of(std::string_view term) { return shipped_folder().term(term)->phrase; }

TEST(AgreedDraft, KeepsTheTermsThatItsWordsCarry) {
  const std::string words = "It is agreed: " + phrase_of("rotation.ceiling") + ".";
  const RivalDraft draft = made({{"13c", words}});
  EXPECT_EQ(*draft.keeps, Words{"rotation.ceiling"});
  ASSERT_EQ(draft.paragraphs.size(), 1U);
  EXPECT_EQ(draft.paragraphs[0].number, "13c");
  EXPECT_EQ(draft.paragraphs[0].text, words);
  // The whole of 13 has what a part of it says; 130 is another.
  EXPECT_EQ(*made({{"13", words}}).keeps, Words{"rotation.ceiling"});
  EXPECT_EQ(*made({{"1", words}}).keeps, Words{});
}

TEST(AgreedDraft, PointsOfOneParagraphStandTogether) {
  const RivalDraft draft = made({{"13c", "First."}, {"37", "Other."}, {"13c", "Second."}});
  ASSERT_EQ(draft.paragraphs.size(), 2U);
  EXPECT_EQ(draft.paragraphs[0].text, "First.\nSecond.");
}

TEST(AgreedDraft, WhatHasNoWordsOrNoParagraphCarriesNothing) {
  const RivalDraft draft = made({{"13c", ""}, {"", phrase_of("rotation.ceiling")}});
  EXPECT_EQ(*draft.keeps, Words{});
  EXPECT_TRUE(draft.paragraphs.empty());
}

TEST(AgreedDraft, UnderItTheAgreementHasNothingElse) {
  const RivalDraft draft = made({{"13c", phrase_of("rotation.ceiling")}});
  const AgreementFolder folder = under(shipped_folder(), draft);
  ASSERT_EQ(folder.terms.size(), 1U);
  EXPECT_EQ(folder.terms[0].id, "rotation.ceiling");
  EXPECT_EQ(folder.paragraph("37"), nullptr);
  EXPECT_NE(folder.paragraph("13c"), nullptr);
}

TEST(AgreedDraft, ItsFileIsReadAsARivalDraft) {
  RivalDraft draft = made({{"13c", phrase_of("rotation.ceiling") + " \"quoted\"\n\\ \x7f\u00e9"}});
  draft.title = "Agreed";
  draft.source = "Points";
  const std::string file = to_toml(draft);
  const auto read = read_rival_draft("drafts/agreed-1951-11-27.toml", file);
  ASSERT_TRUE(read.ok()) << read.error().what;
  EXPECT_EQ(read->name, draft.name);
  EXPECT_EQ(read->by, "joint/delegations");
  EXPECT_EQ(*read->keeps, *draft.keeps);
  ASSERT_EQ(read->paragraphs.size(), 1U);
  EXPECT_EQ(read->paragraphs[0].text, draft.paragraphs[0].text);
  // And it can be laid beside the agreement.
  EXPECT_TRUE(read_changes(shipped_folder(), file).ok());
  // Of nothing, too.
  draft.keeps->clear();
  draft.paragraphs.clear();
  EXPECT_TRUE(read_rival_draft("f", to_toml(draft)).ok());
}

}  // namespace
}  // namespace armistice
