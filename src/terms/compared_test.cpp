// SPDX-License-Identifier: Apache-2.0
// Rival drafts: what differs, and drafts that are wrong against their sentence.
#include "terms/compared.h"

#include <gtest/gtest.h>

namespace armistice {
namespace {

using Bundle = std::vector<BundleFile>;

Bundle shipped() { return read_bundle(real_env(), "agreements/korea-1953").value(); }

AgreementFolder shipped_folder() {
  FolderReading reading = read_agreement_folder(shipped());
  EXPECT_TRUE(reading.wrong.empty());
  return std::move(reading.folder);
}

// What is wrong with the shipped agreement and this draft beside it.
std::vector<std::string> wrong_with(const std::string& draft) {
  Bundle bundle = shipped();
  bundle.push_back({"drafts/other.toml", draft});
  std::vector<std::string> out;
  for (const Error& error : read_agreement_folder(bundle).wrong) out.push_back(error.what);
  return out;
}

const std::string head =
    "name = \"other\"\ntitle = \"Another\"\nby = \"unc\"\nsource = \"A test\"\n";

TEST(Compared, AnAgreementDiffersInNothingFromItself) {
  const AgreementFolder folder = shipped_folder();
  EXPECT_TRUE(compare(folder, folder).empty());
}

// By paragraph, term and what differs.
const std::vector<std::string> of_the_draft = {"13c rotation.points points unc",
                                               "13c rotation.points points kpa-cpv",
                                               "13c rotation.points unnamed kpa-cpv",
                                               "13c rotation.points phrase",
                                               "13d materiel.points points unc",
                                               "13d materiel.points points kpa-cpv",
                                               "13d materiel.points unnamed kpa-cpv",
                                               "13d materiel.points phrase",
                                               "13h  text",
                                               "13h supply.stores by",
                                               "13h supply.stores phrase",
                                               "13h supply.transport by",
                                               "13h supply.transport phrase",
                                               "37  text",
                                               "37  joint/nnsc",
                                               "37 neutrals.composition members_min",
                                               "37 neutrals.composition members_max",
                                               "37 neutrals.composition phrase",
                                               "37 neutrals.appointed states",
                                               "37 neutrals.appointed phrase",
                                               "37 neutrals.seniors phrase",
                                               "37 neutrals.alternate-each phrase",
                                               "37 neutrals.decision rule",
                                               "37 neutrals.decision when_split",
                                               "37 neutrals.decision option decides",
                                               "37 neutrals.decision phrase",
                                               "38 neutrals.advisers term",
                                               "39  text",
                                               "39 translations.made phrase",
                                               "40a inspection-teams.number teams_max",
                                               "40a inspection-teams.number fewer",
                                               "40a inspection-teams.number phrase",
                                               "40b team.fixed.composition phrase",
                                               "40b team.mobile.composition phrase",
                                               "40b sub-team.composition members_max",
                                               "40b sub-team.composition phrase",
                                               "40b sub-team.fixed.composition members_max",
                                               "40b sub-team.fixed.composition phrase",
                                               "40b inspection-teams.grade grade",
                                               "40b inspection-teams.grade asked",
                                               "40b inspection-teams.grade option preferred",
                                               "40b inspection-teams.grade phrase",
                                               "40b mobile-teams.grade grade",
                                               "40b mobile-teams.grade asked",
                                               "40b mobile-teams.grade option preferred",
                                               "40b mobile-teams.grade phrase",
                                               "42a  text",
                                               "42a headquarters.proximity nearness",
                                               "42a headquarters.proximity phrase",
                                               "42c inspection.no-study words",
                                               "42c inspection.no-study phrase",
                                               "42e  mobile-inspection-teams",
                                               "42e teams.mobile-half term",
                                               "42e mobile-teams.number teams_max",
                                               "42e mobile-teams.number fewer",
                                               "42e mobile-teams.number phrase",
                                               "42f inspection.without-delay option at_once",
                                               "42f inspection.without-delay phrase",
                                               "43  text",
                                               "43  hamhung",
                                               "43  suwon",
                                               "43  yosu",
                                               "43  pohang",
                                               "43 points.area map",
                                               "43 points.area points",
                                               "43 points.area radius_m",
                                               "43 points.area error_m",
                                               "43 points.area unnamed",
                                               "43 points.area phrase",
                                               "46 report.adoption option adoption",
                                               "46 report.adoption phrase"};

TEST(Compared, EachDifferenceOfARivalDraftShowsByParagraph) {
  const AgreementFolder folder = shipped_folder();
  const RivalDraft* draft = folder.draft("kpa-cpv-1952-01");
  ASSERT_NE(draft, nullptr);
  std::vector<std::string> found;
  for (const Difference& one : compare(folder, under(folder, *draft))) {
    found.push_back(one.paragraph + " " + one.term + " " + one.what);
    EXPECT_NE(one.a, one.b);
  }
  EXPECT_EQ(found, of_the_draft);
}

TEST(Compared, ATermThatIsLeftOutOrAddedIsWhole) {
  AgreementFolder folder = shipped_folder();
  RivalDraft draft;
  draft.leaves_out = {"rotation.ceiling"};
  Term more = *folder.term("rotation.balance");
  more.id = "rotation.other";
  draft.terms = {more};
  const auto differences = compare(folder, under(folder, draft));
  ASSERT_EQ(differences.size(), 2U);
  EXPECT_EQ(differences[0].a,
            "ceiling; by unc, kpa-cpv; arrivals_max 35000; option month calendar");
  EXPECT_EQ(differences[0].b, "");
  EXPECT_EQ(differences[1].a, "");
  EXPECT_EQ(differences[1].b, "balance; by unc, kpa-cpv");
}

TEST(Compared, EveryTermOfTheShippedAgreementHasItsParameters) {
  for (const Term& term : shipped_folder().terms) {
    const auto parameters = parameters_of(term);
    EXPECT_GE(parameters.size(), 1U + term.options.size()) << term.id;
  }
}

// 40b: the cable says two and two, and of the smaller groups that they are of two.
TEST(Compared, ADraftHasItsOwnWordsOfTeams) {
  const AgreementFolder folder = shipped_folder();
  const AgreementFolder read = under(folder, *folder.draft("kpa-cpv-1952-01"));
  for (const Term& term : read.terms) {
    const auto* team = std::get_if<Composition>(&term.kind);
    if (team == nullptr || term.paragraph != "40b") continue;
    EXPECT_EQ(term.phrase.find("(4)"), std::string::npos) << term.id;
    EXPECT_EQ(team->members_max, term.id.starts_with("sub-team.") ? 2 : 0) << term.id;
  }
}

TEST(RivalDrafts, AreReadWithTheAgreementAndHeldAgainstIt) {
  using Words = std::vector<std::string>;
  EXPECT_EQ(wrong_with(head), Words{});
  EXPECT_EQ(wrong_with(head + "leaves_out = [\"no.term\"]\n"),
            Words{"drafts/other.toml: leaves out a term that there is not: no.term"});
  EXPECT_EQ(wrong_with(head + "keeps = [\"no.term\"]\n"),
            Words{"drafts/other.toml: keeps a term that there is not: no.term"});
  EXPECT_EQ(wrong_with(head + "[[teams]]\nname = \"no-teams\"\nteams = [\"a\"]\n"),
            Words{"drafts/other.toml: no such teams: no-teams"});
  const std::string term =
      "[[term]]\nid = \"x\"\nparagraph = \"13c\"\nphrase = \"x\"\nkind = \"balance\"\nby = ";
  EXPECT_EQ(wrong_with(head + term + "[\"unc\"]\n"), Words{});
  EXPECT_NE(wrong_with(head + term + "[\"nobody\"]\n").front().find("has a nobody"),
            std::string::npos);
  EXPECT_EQ(wrong_with(head + "names = [\"nobody\"]\n" + term + "[\"nobody\"]\n"), Words{});
  EXPECT_EQ(wrong_with(head + "date = \"1952\"\n").size(), 1U);
}

}  // namespace
}  // namespace armistice
