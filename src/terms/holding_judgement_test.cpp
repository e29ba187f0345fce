// SPDX-License-Identifier: Apache-2.0
// Judgements of what is held; those of the shipped agreement's terms run in folder_test, too.
#include "terms/holding_judgement.h"

#include <gtest/gtest.h>

#include "terms/holding_terms.h"

namespace armistice {
namespace {

const std::vector<ListedUnit> first_list = {{"1st Division", "munsan", 20'500},
                                            {"2nd Division", "chorwon", 18'000},
                                            {"2nd Division", "kumhwa", 2'000}};

std::string said(const Finding& found) {
  return std::string(word(found.verdict)) + ": " + found.because;
}

std::string against_first(std::vector<ListedUnit> now) {
  return said(concentration_of({}, {first_list, std::move(now)}));
}

TEST(NoConcentration, IsKeptWhereEveryUnitStandsNoStronger) {
  const std::string kept = "kept: no unit elsewhere than on the first list, and nowhere more";
  EXPECT_EQ(against_first(first_list), kept);
  EXPECT_EQ(against_first({{"1st Division", "munsan", 100}}), kept);
  // From one of its places to another of its own, where fewer stood: more there than before.
  EXPECT_EQ(against_first({{"2nd Division", "kumhwa", 2'001}}),
            "broken: 2001 stand at kumhwa, on the first list 2000");
  EXPECT_EQ(against_first({{"1st Division", "kaesong", 1}}),
            "broken: 1st Division stands at kaesong, on the first list at munsan");
  EXPECT_EQ(against_first({{"2nd Division", "munsan", 1}}),
            "broken: 2nd Division stands at munsan, on the first list at chorwon, kumhwa");
  EXPECT_EQ(against_first({{"9th Division", "munsan", 1}}),
            "broken: 9th Division is not on the first list");
}

TEST(ConstructionLimit, AllowsSoMuchMoreAndNoMore) {
  const ConstructionLimit term{"airfields", "runway_m", {"namsi"}, 50};
  EXPECT_TRUE(is_good(construction_of(term, {"namsi", 1'600, 1'650}).verdict));
  EXPECT_TRUE(is_good(construction_of(term, {"namsi", 1'600, 0}).verdict));
  EXPECT_EQ(said(construction_of(term, {"namsi", 1'600, 1'651})),
            "broken: 1651 runway_m at namsi, first counted 1600, at most 50 more");
}

TEST(Handover, IsOfEveryNationalityByTheLastSecond) {
  const Handover term{"held", "delivered", {"unc"}, 60};
  const CivilTime effective = parse_civil_time("1953-07-27T22:00:00+09:00").value();
  const UtcSeconds due{effective.utc.value + 60 * 86'400};
  HandedOver so_far{effective, {{"chinese", 10, 10}, {"korean", 20, 19}}, std::nullopt, due};
  const auto found = [&] { return said(handover_of(term, so_far, DayCount::to_the_hour)); };
  EXPECT_EQ(found(), "kept: 29 of 30 handed over (korean 19 of 20), due 1953-09-25T22:00:00+09:00");
  ++so_far.asked.value;
  EXPECT_EQ(found(),
            "broken: 29 of 30 handed over (korean 19 of 20), not all by "
            "1953-09-25T22:00:00+09:00");
  so_far.counts[0].delivered = 11;  // one more of another nationality makes up for nobody
  EXPECT_EQ(found().substr(0, 6), "broken");
  so_far.counts[1].delivered = 20;
  so_far.done = due;
  EXPECT_EQ(found().substr(0, 4), "kept");
  so_far.done = so_far.asked;
  EXPECT_EQ(found().substr(0, 6), "broken");
  EXPECT_TRUE(is_good(handover_of(term, so_far, DayCount::whole_days).verdict));
}

TEST(Handover, OfNobodyIsNeverComplete) {
  EXPECT_FALSE(is_complete({}));
  EXPECT_FALSE(is_complete({{"korean", 0, 5}}));
  EXPECT_TRUE(is_complete({{"korean", 1, 1}, {"chinese", 0, 0}}));
}

TEST(CostShare, IsEqualOrNot) {
  const CostShare term{"costs", {"a", "b", "c"}, 0};
  EXPECT_EQ(said(shares_of(term, {{{"a", 3}, {"b", 3}, {"c", 3}}})), "kept: paid: a 3, b 3, c 3");
  EXPECT_EQ(said(shares_of(term, {{{"a", 3}, {"b", 3}, {"c", 2}}})), "broken: paid: a 3, b 3, c 2");
}

SiteSeen site(std::vector<CheckedItem> items) {
  return {SiteAccess::given, SiteCriteria::met, std::move(items)};
}

TEST(SiteStatus, IsTheGravestThatApplies) {
  const CheckedItem whole{"T-55", 12, 12, Serials::matched, ""};
  const CheckedItem unshown{"BM-21", 6, 6, Serials::not_shown, ""};
  const CheckedItem differ{"D-30", 4, 4, Serials::differ, ""};
  const CheckedItem more{"2S1", 3, 4, Serials::matched, ""};
  const CheckedItem repaired{"2S3", 9, 7, Serials::matched, "under repair"};
  const CheckedItem gone{"2S19", 2, 0, Serials::none, ""};
  EXPECT_EQ(status_of(site({whole})), SiteStatus::all_there);
  EXPECT_EQ(status_of(site({whole, unshown})), SiteStatus::serials_not_shown);
  EXPECT_EQ(status_of(site({differ, unshown})), SiteStatus::serials_differ);
  EXPECT_EQ(status_of(site({more, differ})), SiteStatus::more_than_listed);
  EXPECT_EQ(status_of(site({more, repaired})), SiteStatus::missing_explained);
  EXPECT_EQ(status_of(site({repaired, gone})), SiteStatus::missing);
  SiteSeen seen = site({whole, gone});
  seen.criteria = SiteCriteria::not_met;
  EXPECT_EQ(status_of(seen), SiteStatus::not_verified);
  seen.access = SiteAccess::denied;
  EXPECT_EQ(status_of(seen), SiteStatus::access_denied);
  // What is not there has no number to show.
  EXPECT_EQ(status_of(site({{"2S19", 0, 0, Serials::not_shown, ""}})), SiteStatus::all_there);
}

TEST(Stored, IsKeptIfAllIsThereAndItsNumbersShown) {
  const SiteSeen unshown = site({{"BM-21", 6, 6, Serials::not_shown, ""}});
  EXPECT_EQ(said(stored_of({}, unshown, SerialsAsked::shown)),
            "broken: type and number match, serial numbers were not shown");
  EXPECT_TRUE(is_good(stored_of({}, unshown, SerialsAsked::not_asked).verdict));
  const SiteSeen repaired = site({{"2S3", 9, 7, Serials::matched, "under repair"}});
  EXPECT_EQ(said(stored_of({}, repaired, SerialsAsked::not_asked)),
            "broken: 2 of 9 2S3 not there: under repair");
  EXPECT_EQ(said(stored_of({}, site({{"2S1", 3, 4, Serials::matched, ""}}), SerialsAsked::shown)),
            "broken: 4 2S1 seen, 3 on the list");
}

// A term of these lines below id, paragraph and phrase; what is wrong with it, or nothing.
std::string wrong_with(const std::string& lines) {
  const std::string text =
      "[[term]]\nid = \"x\"\nparagraph = \"18\"\nphrase = \"x\"\n" + lines + "\n";
  const auto terms = read_terms("terms/x.toml", text);
  if (!terms.ok()) return terms.error().what;
  // Of each kind: described, with its names, its option rules fitting.
  EXPECT_FALSE(names_in(terms->front().kind).empty());
  return {};
}

TEST(HoldingTerms, SayWhatIsWrongAndWhereAndWhatWouldBeRight) {
  const auto says = [](const std::string& lines, const char* wanted) {
    EXPECT_NE(wrong_with(lines).find(wanted), std::string::npos) << wrong_with(lines);
  };
  const std::string by = "by = [\"unc\", \"kpa-cpv\"]\n";
  EXPECT_EQ(
      wrong_with("kind = \"declared_dispositions\"\nsubject = \"s\"\nwithin_hours = 1\n" + by), "");
  says("kind = \"declared_dispositions\"\nsubject = \"s\"\n" + by, "one of the two");
  says("kind = \"declared_dispositions\"\nsubject = \"s\"\nwithin_days = 1\n" + by,
       "its options are: day_count");
  EXPECT_EQ(wrong_with("kind = \"no_concentration\"\nsubject = \"s\"\n" + by), "");
  says("kind = \"no_concentration\"\nsubject = \"s\"\nby = []\n", "names one at least");
  EXPECT_EQ(wrong_with("kind = \"construction_limit\"\nof = \"a\"\nwhat = \"m\"\nplaces = "
                       "[\"p\"]\nincrease_max = 0"),
            "");
  says(
      "kind = \"construction_limit\"\nof = \"a\"\nwhat = \"m\"\nplaces = [\"p\"]\n"
      "increase_max = -1",
      "increase_max");
  says("kind = \"handover\"\nheld = \"a\"\ndelivered = \"a\"\nwithin_days = 1\n" + by,
       "another than `held`");
  says("kind = \"handover\"\nheld = \"a\"\ndelivered = \"b\"\nwithin_days = 0\n" + by,
       "is 1 at least");
  says("kind = \"count_due\"\nof = \"a\"\nlines = \"some\"\nwithin_days = 1\n" + by,
       "any, by_nationality");
  says("kind = \"count_due\"\nof = \"a\"\nlines = \"any\"\nwithin_days = 9999\n" + by,
       "is at most 3653");
  says("kind = \"cost_share\"\nof = \"a\"\nby = [\"unc\"]\nsettled_within_days = 1", "who share");
  says("kind = \"stored\"\n" + by, "`sort` is given, one of the two");
  says("kind = \"stored\"\nsort = \"storage\"\n" + by, "its options are: serials");
}

// Facts as a case gives them.
Result<Facts> facts_of(const TermKind& kind, const std::string& text) {
  const TomlValue document = TRY(parse_toml("cases/x.toml", text));
  TomlTable table(document, "given");
  Result<Facts> facts = std::visit(
      [&](const auto& one) -> Result<Facts> {
        if constexpr (requires { cure_in(one); }) {
          return read_facts(table, Bodies{}, one);
        } else {
          return Error{Errc::unsupported, "of another family"};
        }
      },
      kind);
  TRY(table.closed());
  return facts;
}

TEST(HoldingTerms, ReadTheFactsOfCasesThatTheShippedAgreementHasNone) {
  const auto lists = facts_of(NoConcentration{},
                              "first = [{ unit = \"a\", place = \"p\", strength = 5 }]\n"
                              "now = [{ unit = \"a\", place = \"p\", strength = 6 }]\n");
  ASSERT_TRUE(lists.ok()) << lists.error().what;
  EXPECT_EQ(concentration_of({}, std::get<Disposed>(*lists)).verdict, Verdict::broken);
  const auto built = facts_of(ConstructionLimit{}, "place = \"namsi\"\nbaseline = 1\nnow = 1\n");
  ASSERT_TRUE(built.ok());
  EXPECT_EQ(construction_of({}, std::get<Built>(*built)).verdict, Verdict::kept);
  const auto seen = facts_of(Stored{},
                             "access = \"given\"\ncriteria = \"met\"\nitems = [{ what = \"T-55\", "
                             "recorded = 2, seen = 1, serials = \"matched\" }]\n");
  ASSERT_TRUE(seen.ok());
  EXPECT_EQ(status_of(std::get<SiteSeen>(*seen)), SiteStatus::missing);
  EXPECT_FALSE(facts_of(Stored{}, "access = \"none\"\n").ok());
  EXPECT_FALSE(facts_of(NoConcentration{}, "first = []\n").ok());
}

}  // namespace
}  // namespace armistice
