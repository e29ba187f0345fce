// SPDX-License-Identifier: Apache-2.0
// The shipped agreement against the treaty's text, and broken folders against their sentence.
#include "terms/folder.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "support/shared_data.h"
#include "terms/limits.h"
#include "terms/quotation.h"

namespace armistice {
namespace {

using Bundle = std::vector<BundleFile>;

Bundle shipped() { return read_bundle(real_env(), "agreements/korea-1953").value(); }

// The bundle with the first `from` of a file replaced.
Bundle broken(std::string_view path, std::string_view from, std::string_view to) {
  Bundle bundle = shipped();
  for (BundleFile& file : bundle) {
    if (file.path != path) continue;
    const auto at = file.bytes.find(from);
    EXPECT_NE(at, Bytes::npos) << from;
    file.bytes.replace(at, from.size(), to);
  }
  return bundle;
}

std::string only_wrong(const Bundle& bundle) {
  const FolderReading reading = read_agreement_folder(bundle);
  EXPECT_EQ(reading.wrong.size(), 1U);
  return reading.wrong.empty() ? "" : reading.wrong.front().what;
}

// The treaty; empty if it is not there.
std::string treaty_text() {
  const auto path = testing::shared_data("korea/armistice-agreement-1953.txt");
  if (!path) return "";
  return real_env().read_file(*path, limits::agreement_file_bytes_max).value();
}

TEST(AgreementFolder, TheShippedOneIsGoodAndItsCasesPass) {
  const FolderReading reading = read_agreement_folder(shipped());
  for (const Error& error : reading.wrong) ADD_FAILURE() << error.text();
  for (const CaseRun& run : run_cases(reading.folder)) {
    EXPECT_TRUE(run.good) << run.of->id << ": " << word(run.finding.verdict) << " ("
                          << run.finding.paragraph << "): " << run.finding.because;
  }
  EXPECT_GE(reading.folder.cases.size(), 2 * reading.folder.terms.size());
}

// Its articles are the agreement itself, so that its phrases are held to them.
TEST(AgreementFolder, TheInventedOneIsGoodAndQuotesItself) {
  const FolderReading reading =
      read_agreement_folder(read_bundle(real_env(), "agreements/tarn-2031").value());
  for (const Error& error : reading.wrong) ADD_FAILURE() << error.text();
  for (const CaseRun& run : run_cases(reading.folder)) {
    EXPECT_TRUE(run.good) << run.of->id << ": " << word(run.finding.verdict) << " ("
                          << run.finding.paragraph << "): " << run.finding.because;
  }
  EXPECT_GE(reading.folder.terms.size(), 24U);
  for (const Article& article : reading.folder.articles) {
    EXPECT_EQ(article.words, ArticleWords::agreed) << article.number;
  }
}

// A quotation that is not there is named with its place, in the folder and in a text beside it.
TEST(AgreementFolder, AQuotationThatIsNotThereIsNamed) {
  Bundle bundle = read_bundle(real_env(), "agreements/tarn-2031").value();
  for (BundleFile& file : bundle) {
    const auto at = file.bytes.find("without leave of the Joint Commission\"");
    if (file.path == "terms/bodies.toml") file.bytes.replace(at, 7, "despite");
  }
  EXPECT_EQ(
      only_wrong(bundle),
      "terms/bodies.toml line 4 column 1: line.leave: §12 does not say \"despite leave of the "
      "Joint Commission\"; nearest is \"without leave of the Joint Commission.\"");
  const FolderReading reading = read_agreement_folder(shipped());
  AgreementFolder one = reading.folder;
  std::erase_if(one.terms, [](const Term& term) { return term.id != "materiel.points"; });
  const std::string text =
      "\n13. Sides\n\n  c. Men\n\n  d. only\u00a0through the ports of\nentry "
      "enumerated in Paragraph 43 hereof\n\n  e. More\n\n14. Land\n";
  EXPECT_TRUE(misquoted_in(one, text).empty());
  one.terms.front().paragraph = "13c";
  ASSERT_EQ(misquoted_in(one, text).size(), 1U);
  EXPECT_NE(misquoted_in(one, text).front().what.find("§13c does not say \"through the ports"),
            std::string::npos);
  one.terms.front().paragraph = "15";
  EXPECT_NE(misquoted_in(one, text).front().what.find("the text has no §15"), std::string::npos);
}

TEST(AgreementFolder, EveryPhraseStandsWordForWordInItsParagraph) {
  const std::string treaty = treaty_text();
  if (treaty.empty()) GTEST_SKIP() << "no shared data";
  const FolderReading reading = read_agreement_folder(shipped());
  ASSERT_FALSE(reading.folder.terms.empty());
  for (const Error& error : misquoted_in(reading.folder, treaty)) ADD_FAILURE() << error.text();
  for (const Term& term : reading.folder.terms) {
    EXPECT_LE(words_of(term.phrase), limits::phrase_words_max) << term.id;
  }
}

TEST(AgreementFolder, EveryParagraphOfArticlesOneAndTwoIsRestatedAndNoneIsCopied) {
  const std::string treaty = treaty_text();
  if (treaty.empty()) GTEST_SKIP() << "no shared data";
  const FolderReading reading = read_agreement_folder(shipped());
  for (int number = 1; number <= 50; ++number) {
    const std::string plain = std::to_string(number);
    if (reading.folder.paragraph(plain) != nullptr) continue;
    EXPECT_NE(reading.folder.paragraph(plain + "a"), nullptr) << plain;
  }
  for (const Article& article : reading.folder.articles) {
    for (const Paragraph& one : article.paragraphs) {
      const std::string text = paragraph_in(treaty, one.number);
      EXPECT_FALSE(text.empty()) << one.number;
      EXPECT_FALSE(is_quoted(one.text, text)) << one.number << " is copied";
    }
  }
}

TEST(AgreementFolder, PortsStandWhereParagraph43SaysTheyDo) {
  const std::string treaty = treaty_text();
  if (treaty.empty()) GTEST_SKIP() << "no shared data";
  const FolderReading reading = read_agreement_folder(shipped());
  const std::string text = paragraph_in(treaty, "43");
  EXPECT_EQ(reading.folder.bodies.ports.size(), 10U);
  for (const Port& port : reading.folder.bodies.ports) {
    std::string name = port.title;
    std::transform(name.begin(), name.end(), name.begin(), ::toupper);
    const auto at = text.find(name);
    ASSERT_NE(at, std::string::npos) << name;
    const std::string line = text.substr(at, text.find('\n', at) - at);
    const std::string longitude = line.substr(line.find(", ") + 2);
    const auto degrees = std::stoll(longitude) * 60 + std::stoll(longitude.substr(5));
    EXPECT_EQ(port.longitude.value, degrees) << line;
    if (!port.note.empty()) continue;  // the transcription lost its minutes
    const std::string latitude = line.substr(line.find('(') + 1);
    EXPECT_EQ(port.latitude.value, std::stoll(latitude) * 60 + std::stoll(latitude.substr(4)))
        << line;
  }
}

TEST(AgreementFolder, NamesFileAndLineOfWhatIsWrong) {
  const char* terms = "terms/article-2.toml";
  EXPECT_EQ(only_wrong(broken("terms/article-1.toml", "act = \"crossing_line\"",
                              "act = \"crossing_line\"\nact2 = \"x\"")),
            "terms/article-1.toml line 10 column 8: term 1: no such field, act2; there are: act, "
            "free_movement, granted_by, id, kind, option, paragraph, phrase, territory");
  EXPECT_NE(only_wrong(broken(terms, "[\"majority\", \"unanimous\"]", "[\"majority\"]"))
                .find("default is one of its values"),
            std::string::npos);
  EXPECT_NE(only_wrong(broken(terms, "[\"per_side\", \"shared\"]", "[\"per_side\", \"both\"]"))
                .find("option 1 is half, with the values per_side, shared"),
            std::string::npos);
  EXPECT_NE(
      only_wrong(broken(terms, "shall not take final action", "a b c d e f g h i j k l m n o p"))
          .find("phrase has at most 15 words, not 16"),
      std::string::npos);
  EXPECT_NE(only_wrong(broken(terms, "by = [\"joint/mac\", \"unc/senior-member\"",
                              "by = [\"joint/mac\", \"unc/bugler\""))
                .find("neither agreement.toml nor bodies.toml has a unc/bugler"),
            std::string::npos);
  EXPECT_NE(only_wrong(broken(terms, "paragraph = \"42e\"", "paragraph = \"42z\""))
                .find("articles/ does not restate §42z"),
            std::string::npos);
  EXPECT_NE(only_wrong(broken("bodies.toml", "41°46′N", "41°66′N")).find("no such place"),
            std::string::npos);
  EXPECT_NE(only_wrong(broken("cases/reports.toml", "\"against\"", "\"no\""))
                .find("vote is one of in_favour, against, abstaining"),
            std::string::npos);
  EXPECT_NE(only_wrong(broken("agreement.toml", "[quorum]", "[[quorum]]"))
                .find("agreement.toml line 26 column 1: agreement: quorum is a table"),
            std::string::npos);
}

TEST(AgreementFolder, WantsACaseThatATermLetsPassAndOneThatItDoesNot) {
  Bundle bundle = shipped();
  std::erase_if(bundle, [](const BundleFile& f) { return f.path == "cases/determination.toml"; });
  const FolderReading reading = read_agreement_folder(bundle);
  ASSERT_EQ(reading.wrong.size(), 4U);
  EXPECT_NE(reading.wrong[0].what.find("violation.determined: no case"), std::string::npos);
  EXPECT_NE(reading.wrong[2].what.find("violation.corrected: no case"), std::string::npos);
}

TEST(AgreementFolder, IsWrongWithoutItsFilesAndWithStrangeOnes) {
  EXPECT_EQ(read_agreement_folder({}).wrong.size(), 5U);
  Bundle bundle = shipped();
  bundle.push_back({"body.toml", ""});
  bundle.push_back({"terms/notes.txt", ""});
  bundle.push_back({"ground/line.toml", ""});
  EXPECT_EQ(read_agreement_folder(bundle).wrong.size(), 2U);
}

TEST(Paragraphs, AreNumbersWithALetterAtMost) {
  for (const char* good : {"1", "50", "13a", "42e"}) EXPECT_TRUE(is_paragraph(good)) << good;
  for (const char* bad : {"", "a", "0", "07", "13ab", "13 a", "§7"}) {
    EXPECT_FALSE(is_paragraph(bad)) << bad;
  }
}

TEST(Coordinates, AreDegreesAndTwoDigitsOfMinutes) {
  EXPECT_EQ(parse_arc_latitude("37°28′N").value().value, 2248);
  EXPECT_EQ(parse_arc_longitude("0°01′W").value().value, -1);
  EXPECT_EQ(parse_arc_latitude("90°00′S").value().value, -5400);
  EXPECT_EQ(parse_arc_latitude("90°01′N").error().code, Errc::out_of_range);
  EXPECT_EQ(parse_arc_longitude("99999999999999999°00′E").error().code, Errc::out_of_range);
  for (const char* bad : {"", "37°′N", "37°8′N", "37°28′", "37°28′E", "37.5", "°28′N", "′°N"}) {
    EXPECT_EQ(parse_arc_latitude(bad).error().code, Errc::malformed) << bad;
  }
}

// The bundle with one more term, and no case for it: what contradicts is said before that.
Bundle with_term(std::string_view text) {
  Bundle bundle = shipped();
  bundle.push_back({"terms/zz-more.toml", Bytes(text)});
  return bundle;
}

TEST(Folder, FindsTermsThatContradictEachOther) {
  const auto second = [](std::string_view parameters) {
    return fmt::format("[[term]]\nid = \"again\"\nparagraph = \"31\"\nphrase = \"daily\"\n{}",
                       parameters);
  };
  const auto what = [&](std::string_view parameters) {
    return only_wrong(with_term(second(parameters)));
  };
  EXPECT_NE(what("kind = \"status\"\nstatus = \"determined\"\n"
                 "agreed_by = [\"unc/senior-member\"]\nreport_to = [\"unc/commander\"]\n")
                .find("again contradicts violation.determined in who signs that something is "
                      "determined"),
            std::string::npos);
  EXPECT_NE(what("kind = \"composition\"\nof = \"joint/nnsc\"\nmembers_min = 6\n"
                 "members_max = 6\nfrom_each = \"half\"\n")
                .find("how many members joint/nnsc has"),
            std::string::npos);
  EXPECT_NE(what("kind = \"deadline\"\nwhat = \"All hazards out of the zone\"\n"
                 "by = [\"unc\"]\nwithin_hours = 72\n")
                .find("again contradicts zone.hazards in by when it is due"),
            std::string::npos);
  EXPECT_NE(what("kind = \"closed_list\"\nof = \"materiel\"\n[[term.points]]\nside = \"unc\"\n"
                 "names = [\"pusan\"]\n")
                .find("the points of unc"),
            std::string::npos);
}

// Zones are the agreement's own; `elsewhere` is the word for none of them.
TEST(Folder, NamesZonesThatTheAgreementHas) {
  const auto wrong = [](const char* file, const char* from, const char* to) {
    return only_wrong(broken(file, from, to));
  };
  EXPECT_NE(wrong("terms/article-1.toml", "zone = \"demilitarized-zone\"", "zone = \"buffer\"")
                .find("agreement.toml has no zone buffer"),
            std::string::npos);
  EXPECT_NE(wrong("terms/article-2.toml", "places = [\"han-river-estuary\", \"elsewhere\"]",
                  "places = [\"han-river\", \"elsewhere\"]")
                .find("terms/article-2.toml line "),
            std::string::npos);
  EXPECT_NE(wrong("cases/inspection.toml", "place = \"han-river-estuary\"", "place = \"the-moon\"")
                .find("agreement.toml has no zone the-moon"),
            std::string::npos);
  // A side is no zone, though the agreement has it.
  EXPECT_NE(wrong("terms/article-1.toml", "zone = \"demilitarized-zone\"", "zone = \"unc\"")
                .find("agreement.toml has no zone unc"),
            std::string::npos);
  EXPECT_FALSE(
      read_agreement_folder(broken("agreement.toml", "\"han-river-estuary\"]", "\"elsewhere\"]"))
          .wrong.empty());
  EXPECT_FALSE(read_agreement_folder(broken("agreement.toml", "\"han-river-estuary\"]", "\"unc\"]"))
                   .wrong.empty());
}

// What is on record from before zones were the agreement's is judged by as it was.
TEST(Folder, ReadsZonesAsTheyWereWritten) {
  Bundle bundle = shipped();
  for (BundleFile& file : bundle) {
    const bool in_terms =
        file.path.starts_with("terms/article-") || file.path == "cases/inspection.toml";
    for (const auto& [now, then] : {std::pair{"demilitarized-zone", "demilitarized_zone"},
                                    std::pair{"han-river-estuary", "han_river_estuary"}}) {
      for (const char* key : {"zone = \"", "places = [\"", ", place = \""}) {
        const std::string from = std::string(key) + now;
        for (auto at = file.bytes.find(from); in_terms && at != Bytes::npos;
             at = file.bytes.find(from, at + 1)) {
          file.bytes.replace(at, from.size(), std::string(key) + then);
        }
      }
    }
    if (file.path != "agreement.toml") continue;
    const auto at = file.bytes.find("zones = ");
    file.bytes.erase(at, file.bytes.find('\n', at) - at);
  }
  const FolderReading reading = read_agreement_folder(bundle);
  for (const Error& error : reading.wrong) ADD_FAILURE() << error.text();
  const Term* term = reading.folder.term("zone.entry");
  ASSERT_NE(term, nullptr);
  EXPECT_EQ(std::get<ZoneAccess>(term->kind).zone, "demilitarized-zone");
}

TEST(Folder, RefusesUnitsAndDatesThatThereAreNot) {
  const auto weeks =
      broken("terms/article-2.toml", "within_hours = 72", "within_hours = 72\nwithin_weeks = 9");
  EXPECT_NE(only_wrong(weeks).find("within_weeks"), std::string::npos);
  const auto date =
      broken("agreement.toml", "1953-07-27T22:00:00+09:00", "1953-02-30T22:00:00+09:00");
  EXPECT_FALSE(read_agreement_folder(date).wrong.empty());
}

// The bundle with more at the end of bodies.toml.
Bundle with_place(std::string_view more) {
  Bundle bundle = shipped();
  for (BundleFile& file : bundle) {
    if (file.path == "bodies.toml") file.bytes += more;
  }
  return bundle;
}

TEST(Folder, NamesPlaces) {
  constexpr std::string_view camp =
      "\n[[place]]\nname = \"camp-5\"\ntitle = \"Camp 5\"\nsort = \"camp\"\nparagraph = \"57\"\n";
  const FolderReading reading = read_agreement_folder(with_place(camp));
  EXPECT_TRUE(reading.wrong.empty());
  const Place* place = reading.folder.bodies.place("camp-5");
  ASSERT_NE(place, nullptr);
  EXPECT_EQ(place->sort, "camp");
  EXPECT_FALSE(place->latitude.has_value());
  EXPECT_EQ(reading.folder.bodies.place("camp-6"), nullptr);
  EXPECT_EQ(only_wrong(with_place(std::string(camp) + "side = \"norway\"\n")),
            "bodies.toml: camp-5: agreement.toml has no party norway");
  const auto half = with_place(std::string(camp) + "latitude = \"40°06′N\"\n");
  EXPECT_NE(only_wrong(half).find("longitude are given both"), std::string::npos);
  const auto twice = with_place(std::string(camp) + std::string(camp));
  EXPECT_NE(only_wrong(twice).find("camp-5 twice"), std::string::npos);
}

}  // namespace
}  // namespace armistice
