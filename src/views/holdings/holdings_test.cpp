// SPDX-License-Identifier: Apache-2.0
// Lists, counts and checks of sites: what acts, what is noticed, what terms say of it. Most of it
// is played under the draft that the agreement did not take over: the same records give none there.
#include "views/holdings/holdings.h"

#include <gtest/gtest.h>

#include "crypto/hash.h"
#include "support/play.h"

namespace armistice {
namespace {

using testing::Play;
using Words = std::vector<std::string>;

const std::string salt = "00112233445566778899aabbccddeeff\n";
constexpr std::int64_t day_s = 86'400;

// The shipped agreement as the draft of January 1952 has it, with a term that sites of weapons are
// stored, and a place of that sort.
const AgreementInForce& under_draft() {
  static const AgreementInForce agreement = [] {
    AgreementInForce in_force = testing::shipped_agreement();
    in_force.folder = under(in_force.folder, *in_force.folder.draft("unc-1952-01"));
    Place depot;
    depot.name = "depot-1";
    depot.title = "Depot 1";
    depot.sort = "storage";
    depot.side = "kpa-cpv";
    depot.paragraph = "13";
    in_force.folder.bodies.places.push_back(depot);
    const std::string term =
        "[[term]]\nid = \"depots.stored\"\nparagraph = \"13\"\nphrase = \"x\"\nkind = \"stored\"\n"
        "by = [\"unc\", \"kpa-cpv\"]\nsort = \"storage\"\n[[term.option]]\nname = \"serials\"\n"
        "values = [\"shown\", \"not_asked\"]\ndefault = \"shown\"\nwhy = \"x\"\n";
    std::vector<Term> terms = read_terms("terms/x.toml", term).value();
    for (Term& one : terms) {
      in_force.folder.terms.push_back(std::move(one));
    }
    return in_force;
  }();
  return agreement;
}

class HoldingsTest : public ::testing::Test {
 protected:
  static std::string list_of(const std::string& lines) { return salt + lines; }
  static Commitment commitment(const std::string& list, std::int64_t slot = 1,
                               std::int64_t slots = 1, const std::string& day = "1953-07-28") {
    Commitment said;
    said.subject = "deployment";
    said.as_of = parse_day(day).value();
    said.slot = slot;
    said.slots = slots;
    said.list = sha256(list);
    said.bytes = static_cast<std::int64_t>(list.size());
    return said;
  }
  static StatedTime at(std::int64_t days, std::int64_t hours = 0) {
    CivilTime time = parse_civil_time("1953-07-27T22:00:00+09:00").value();
    time.utc.value += days * day_s + hours * 3'600;
    return {to_text(time), time.utc};
  }
  static StatedCount count(const std::string& of, const std::string& side,
                           std::vector<CountLine> lines, std::int64_t days = 0,
                           const std::string& place = "") {
    StatedCount said;
    said.of = of;
    said.side = side;
    said.place = place;
    said.at = at(days);
    said.lines = std::move(lines);
    for (const CountLine& line : said.lines) said.total += line.number;
    return said;
  }
  static StatedCount inspected(StatedCount said) {
    said.basis = CountBasis::inspected;
    return said;
  }
  LeafIndex say(const Body& body, const std::string& by = "unc/delegation") {
    last_id_ = play_.say(by, body);
    return {play_.next().value - 1};
  }
  LeafIndex open(const Digest& commitment, const std::string& list,
                 const std::string& by = "unc/delegation") {
    Opening said;
    said.commitment = commitment;
    said.list = list;
    return say(said, by);
  }
  Digest lodge(const Commitment& said, const std::string& by = "unc/delegation") {
    say(said, by);
    return last_id_;
  }
  void take_back(const Digest& id, const std::string& by = "unc/delegation") {
    play_.say(by, Retraction{}, {id});
  }
  void pass_days(std::int64_t days) { play_.clock({at(days).utc.value + 1}); }
  Words noticed(LeafIndex index) const { return play_.noticed("holdings_irregularity", index); }
  std::string detail(LeafIndex index) const {
    for (const auto& row : play_.rows().rows("holdings_irregularity")) {
      if (row[0] == to_value(index)) return std::get<std::string>(row[3]);
    }
    return {};
  }
  // slots, lodged, opened, closed
  Words series() const {
    const Words row = play_.row("disposition_series", Value("unc"));
    return row.empty() ? row : Words{row[3], row[4], row[5], row[6]};
  }
  std::string because(const std::string& term, LeafIndex index,
                      const std::string& reading = "") const {
    for (const auto& row : play_.rows().rows("finding")) {
      if (row[0] != to_value(index) || row[1] != Value(term) || row[2] != Value(reading)) continue;
      return std::get<std::string>(row[9]) + ": " + std::get<std::string>(row[11]);
    }
    return {};
  }
  // State of a duty that is done once.
  std::string duty(const std::string& term, const std::string& by) const {
    for (const auto& row : play_.rows().rows("duty")) {
      if (row[0] == Value(term) && row[1] == Value("") && row[2] == Value(by)) {
        return std::get<std::string>(row[5]);
      }
    }
    return {};
  }

  Play play_{under_draft()};
  Digest last_id_;
};

TEST_F(HoldingsTest, ASeriesSaysHowManyOfItsListsStayClosed) {
  const std::string list = list_of("1st Division;munsan;20500\n");
  const Digest one = lodge(commitment(list, 1, 3));
  lodge(commitment(list_of("KMC;kimpo;4000\n"), 2, 3));
  EXPECT_EQ(series(), (Words{"3", "2", "0", "2"}));
  play_.restart();
  EXPECT_EQ(noticed(open(one, list)), Words{});
  EXPECT_EQ(series(), (Words{"3", "2", "1", "1"}));
  const Words opening =
      play_.row("disposition_opening", to_value(LeafIndex{play_.next().value - 1}));
  EXPECT_EQ(Words(opening.begin() + 3, opening.end()), (Words{"1", "1", "1"}));
  take_back(last_id_);
  EXPECT_EQ(series(), (Words{"3", "2", "0", "2"}));
  take_back(one);
  EXPECT_EQ(series(), (Words{"3", "1", "0", "1"}));
}

TEST_F(HoldingsTest, ASlotIsTakenOnceAndWhatComesIntoItAgainIsSeen) {
  const Commitment said = commitment(list_of("a;p;1\n"));
  const Digest first = lodge(said);
  EXPECT_EQ(noticed(say(said)), Words{"slot_taken"});
  EXPECT_EQ(noticed(say(said, "kpa-cpv/delegation")), Words{});
  EXPECT_EQ(noticed(say(commitment(list_of("a;p;1\n"), 1, 1, "1953-07-29"))), Words{});
  EXPECT_EQ(series(), (Words{"1", "1", "0", "1"}));
  take_back(first);
  play_.restart();
  EXPECT_EQ(noticed(say(commitment(list_of("b;p;1\n")))), Words{"lodged_again"});
}

TEST_F(HoldingsTest, SlotsThatDifferAndTermsThatAreNoneAreNoticed) {
  lodge(commitment(list_of("a;p;1\n"), 1, 2));
  Commitment more = commitment(list_of("b;p;1\n"), 2, 5);
  more.term = "no.such-term";
  EXPECT_EQ(noticed(say(more)), (Words{"unknown_term", "slots_differ"}));
  EXPECT_EQ(series()[0], "5");
}

TEST_F(HoldingsTest, OnlyThePartyOpensItsListAndOnlyThatList) {
  const std::string list = list_of("a;p;1\n");
  const Digest one = lodge(commitment(list));
  EXPECT_EQ(noticed(open(sha256("nothing"), list)), Words{"no_commitment"});
  EXPECT_EQ(noticed(open(one, list, "kpa-cpv/delegation")), Words{"not_the_party"});
  EXPECT_EQ(noticed(open(one, list + "b;p;1\n")), Words{"other_list"});
  EXPECT_EQ(series(), (Words{"1", "1", "0", "1"}));
  EXPECT_EQ(noticed(open(one, list)), Words{});
  EXPECT_EQ(noticed(open(one, list)), Words{"open_already"});
  EXPECT_EQ(series(), (Words{"1", "1", "1", "0"}));
}

TEST_F(HoldingsTest, AListOfAnotherFormOpensAndIsJudgedByNothing) {
  const std::string list = "A letter, and no list of units.";
  Commitment said = commitment(list);
  said.bytes = 7;
  const LeafIndex index = open(lodge(said), list);
  EXPECT_EQ(noticed(index), (Words{"other_size", "not_in_form"}));
  EXPECT_EQ(series(), (Words{"1", "1", "1", "0"}));
  EXPECT_TRUE(play_.rows().rows("disposition_unit").empty());
}

TEST_F(HoldingsTest, ALaterListIsHeldAgainstTheFirstOfItsSlot) {
  const std::string first = list_of("1st Division;munsan;20500\n");
  const std::string moved = list_of("1st Division;kaesong;20500\n");
  const Digest a = lodge(commitment(first));
  const Digest b = lodge(commitment(moved, 1, 1, "1953-08-04"));
  // Whichever is opened first: the order in which they were lodged decides.
  const LeafIndex later = open(b, moved);
  EXPECT_EQ(because("dispositions.unchanged", later), "");
  play_.restart();
  const LeafIndex earlier = open(a, first);
  EXPECT_EQ(because("dispositions.unchanged", earlier), "");
  EXPECT_EQ(because("dispositions.unchanged", later),
            "broken: 1st Division stands at kaesong, on the first list at munsan");
  const std::string same = list_of("1st Division;munsan;20000\n");
  const LeafIndex third = open(lodge(commitment(same, 1, 1, "1953-08-11")), same);
  EXPECT_EQ(because("dispositions.unchanged", third).substr(0, 5), "kept:");
  // Without the first the second is the one that others are held against.
  take_back(a);
  EXPECT_EQ(because("dispositions.unchanged", third),
            "broken: 1st Division stands at munsan, on the first list at kaesong");
}

TEST_F(HoldingsTest, TheAgreementItselfAsksForNoneOfThis) {
  Play agreed;
  const std::string first = list_of("1st Division;munsan;20500\n");
  const std::string moved = list_of("1st Division;kaesong;20500\n");
  for (const auto& [list, day] : {std::pair(first, "1953-07-28"), std::pair(moved, "1953-08-04")}) {
    Opening said;
    said.commitment = agreed.say("unc/delegation", commitment(list, 1, 1, day));
    said.list = list;
    agreed.say("unc/delegation", said);
  }
  const std::vector<CountLine> longer[] = {{{"runway_m", "", 900}}, {{"runway_m", "", 1'800}}};
  for (const auto& lines : longer) {
    agreed.say("sweden/officer",
               inspected(count("airfields", "kpa-cpv", lines, 0, "namsi-airfield")));
  }
  // What the text itself keeps is found of genesis; of these records nothing.
  for (const auto& row : agreed.rows().rows("finding")) EXPECT_EQ(row[0], Value(std::int64_t{0}));
  EXPECT_EQ(agreed.row("disposition_series", Value("unc"))[6], "0");
}

TEST_F(HoldingsTest, ASeriesIsDeclaredWithItsLastListAndInTime) {
  lodge(commitment(list_of("a;p;1\n"), 1, 2));
  EXPECT_EQ(duty("dispositions.declared", "unc"), "");
  const Digest last = lodge(commitment(list_of("b;p;1\n"), 2, 2));
  EXPECT_EQ(duty("dispositions.declared", "unc"), "fulfilled");
  play_.restart();
  pass_days(4);
  EXPECT_EQ(duty("dispositions.declared", "kpa-cpv"), "overdue");
  EXPECT_EQ(duty("dispositions.declared", "unc"), "fulfilled");
  take_back(last);
  EXPECT_EQ(duty("dispositions.declared", "unc"), "overdue");
  // As late as it now is.
  lodge(commitment(list_of("c;p;1\n"), 2, 2));
  EXPECT_EQ(duty("dispositions.declared", "unc"), "late");
}

TEST_F(HoldingsTest, AListTakenBackThatWasNotTheLastOpensTheDutyToo) {
  const Digest first = lodge(commitment(list_of("a;p;1\n"), 1, 2));
  lodge(commitment(list_of("b;p;1\n"), 2, 2));
  EXPECT_EQ(duty("dispositions.declared", "unc"), "fulfilled");
  take_back(first);
  EXPECT_EQ(duty("dispositions.declared", "unc"), "");
  Fulfilment word;
  word.term = "dispositions.declared";
  word.at = at(0);
  const LeafIndex index = say(word);  // nobody's word lodges a list
  EXPECT_EQ(play_.noticed("compliance_irregularity", index), Words{"unknown_duty"});
}

TEST_F(HoldingsTest, TheSideReportsAndANeutralInspects) {
  const StatedCount said = count("prisoners-declared", "unc", {{"prisoners", "korean", 5}});
  EXPECT_EQ(noticed(say(said)), Words{});
  EXPECT_EQ(noticed(say(said, "kpa-cpv/delegation")), Words{"not_the_side"});
  EXPECT_EQ(noticed(say(inspected(said))), Words{"not_an_inspector"});
  EXPECT_EQ(noticed(say(inspected(said), "sweden/officer")), Words{});
  EXPECT_EQ(noticed(say(count("x", "sweden", {{"a", "", 1}}), "sweden/officer")),
            Words{"unknown_side"});
  EXPECT_EQ(play_.rows().rows("count_newest").size(), 2U);
}

TEST_F(HoldingsTest, SumsThatDoNotAddUpAreNoticedWithTheirParts) {
  StatedCount said = count("trajectories", "unc", {{"south", "", 7'948}, {"north", "", 978}});
  said.total = 8'918;
  const LeafIndex index = say(said);
  EXPECT_EQ(noticed(index), Words{"sum_differs"});
  EXPECT_EQ(detail(index), "8918 in all, the lines make 7948 + 978 = 8926");
  std::vector<CountLine> many(9, {"a", "", 1});
  StatedCount long_one = count("trajectories", "unc", many);
  long_one.total = 10;
  const LeafIndex other = say(long_one);
  EXPECT_EQ(noticed(other), (Words{"sum_differs", "line_twice"}));
  EXPECT_EQ(detail(other), "10 in all, the lines make 9");
  StatedCount ahead = count("trajectories", "unc", {{"south", "", 1}}, 5);
  EXPECT_EQ(noticed(say(ahead)), Words{"ahead_of_clock"});
}

TEST_F(HoldingsTest, WhatIsInspectedIsHeldAgainstWhatIsReportedOfTheSameDay) {
  say(count("camp", "unc", {{"prisoners", "korean", 500}}, 0, "koje"));
  const LeafIndex differs = say(
      inspected(count("camp", "unc", {{"prisoners", "korean", 480}}, 0, "koje")), "sweden/officer");
  EXPECT_EQ(noticed(differs), Words{"inspected_differs"});
  EXPECT_NE(detail(differs).find("prisoners korean: 500 reported, 480 inspected"),
            std::string::npos);
  pass_days(2);
  EXPECT_EQ(noticed(say(inspected(count("camp", "unc", {{"prisoners", "korean", 480}}, 1, "koje")),
                        "sweden/officer")),
            Words{});
  EXPECT_EQ(noticed(say(count("camp", "unc", {{"prisoners", "korean", 481}}, 1, "koje"))),
            Words{"inspected_differs"});
}

TEST_F(HoldingsTest, TheNewestByItsTimeStandsAndWhatIsTakenBackMakesWay) {
  pass_days(3);
  const auto newest = [&] {
    const auto rows = play_.rows().rows("count_newest");
    return rows.empty() ? std::string() : testing::to_text(rows.front()[6]);
  };
  say(count("camp", "unc", {{"prisoners", "korean", 7}}, 2));
  const Digest second = last_id_;
  say(count("camp", "unc", {{"prisoners", "korean", 9}}, 1));
  EXPECT_EQ(newest(), "7");
  take_back(second);
  EXPECT_EQ(newest(), "9");
  play_.restart();
  take_back(last_id_);
  EXPECT_EQ(newest(), "");
}

TEST_F(HoldingsTest, ARunwayIsHeldAgainstItsFirstCount) {
  const auto runway = [](std::int64_t metres, std::int64_t days = 0) {
    return inspected(
        count("airfields", "kpa-cpv", {{"runway_m", "", metres}}, days, "namsi-airfield"));
  };
  const LeafIndex baseline = say(runway(900), "sweden/officer");
  const Digest first = last_id_;
  EXPECT_EQ(because("airfields.limit", baseline), "");
  EXPECT_EQ(because("airfields.limit", say(runway(900), "poland/officer")).substr(0, 5), "kept:");
  play_.restart();
  EXPECT_EQ(because("airfields.limit", say(runway(1'800), "sweden/officer")),
            "broken: 1800 runway_m at namsi-airfield, first counted 900, at most 0 more");
  // What a side says of itself is a baseline, but is judged by nobody.
  const LeafIndex reported =
      say(count("airfields", "kpa-cpv", {{"runway_m", "", 2'000}}, 0, "namsi-airfield"),
          "kpa-cpv/delegation");
  EXPECT_EQ(because("airfields.limit", reported), "");
  StatedCount elsewhere = runway(5'000);
  elsewhere.place = "sinuiju";
  EXPECT_EQ(because("airfields.limit", say(elsewhere, "sweden/officer")), "");
  take_back(first, "sweden/officer");
  EXPECT_EQ(because("airfields.limit", say(runway(901), "sweden/officer")).substr(0, 7), "broken:");
}

// In feet the count would seem to be of something else.
TEST_F(HoldingsTest, ARunwayCountedInAnotherUnitIsNoticed) {
  StatedCount said = count("airfields", "kpa-cpv", {{"runway_ft", "", 2'953}}, 0, "namsi-airfield");
  EXPECT_EQ(noticed(say(inspected(said), "sweden/officer")), Words{"unknown_unit"});
  said.place = "elsewhere";
  EXPECT_EQ(noticed(say(inspected(said), "sweden/officer")), Words{});
  // Whatever no term speaks of is told in the unit in which it was told before, or in one besides.
  said.lines.front().what = "runway_m";
  EXPECT_EQ(noticed(say(inspected(said), "poland/officer")), Words{"unknown_unit"});
  said.lines = {{"hangars", "", 2'900}, {"runway_m", "", 53}};
  EXPECT_EQ(noticed(say(inspected(said), "sweden/officer")), Words{});
}

TEST_F(HoldingsTest, CostsInTwoUnitsAreNoticed) {
  say(count("commission-costs", "unc", {{"dollars", "", 500}}));
  const LeafIndex other =
      say(count("commission-costs", "kpa-cpv", {{"yuan", "", 500}}), "kpa-cpv/delegation");
  EXPECT_EQ(noticed(other), Words{"unknown_unit"});
}

TEST_F(HoldingsTest, PrisonersAreHandedOverByNationalityAndByTheHour) {
  say(count("prisoners-declared", "unc",
            {{"prisoners", "chinese", 5'640}, {"prisoners", "korean", 70'183}}));
  const LeafIndex declared{play_.next().value - 1};
  EXPECT_EQ(duty("prisoners.totals", "unc"), "fulfilled");
  pass_days(30);
  EXPECT_EQ(duty("prisoners.totals", "kpa-cpv"), "overdue");
  const LeafIndex half = say(
      count("prisoners-handed-over", "unc", {{"prisoners", "korean", 70'183}}, 29, "panmunjom"));
  EXPECT_EQ(because("prisoners.handover", half),
            "kept: 70183 of 75823 handed over (chinese 0 of 5640), due 1953-09-25T22:00:00+09:00");
  play_.restart();
  pass_days(60);
  EXPECT_EQ(because("prisoners.handover", declared),
            "broken: 70183 of 75823 handed over (chinese 0 of 5640), not all by "
            "1953-09-25T22:00:00+09:00");
  EXPECT_EQ(because("prisoners.handover", declared, "day_count=whole_days").substr(0, 5), "kept:");
  const LeafIndex rest = say(
      count("prisoners-handed-over", "unc", {{"prisoners", "chinese", 5'640}}, 60, "panmunjom"));
  EXPECT_EQ(because("prisoners.handover", rest).substr(0, 42),
            "broken: all 75823 handed over, done 1953-0");
  EXPECT_EQ(because("prisoners.handover", rest, "day_count=whole_days").substr(0, 5), "kept:");
}

TEST_F(HoldingsTest, WhatWasCompleteInTimeStaysSoWhateverIsCountedLater) {
  say(count("prisoners-declared", "unc", {{"prisoners", "korean", 10}}));
  pass_days(20);
  say(count("prisoners-handed-over", "unc", {{"prisoners", "korean", 10}}, 19));
  play_.restart();
  pass_days(70);
  EXPECT_EQ(because("prisoners.handover",
                    say(count("prisoners-handed-over", "unc", {{"prisoners", "korean", 11}}, 69)))
                .substr(0, 5),
            "kept:");
  take_back(last_id_);
  EXPECT_EQ(because("prisoners.handover",
                    say(count("prisoners-handed-over", "unc", {{"prisoners", "korean", 9}}, 69)))
                .substr(0, 7),
            "broken:");
}

TEST_F(HoldingsTest, TotalsWithoutNationalitiesFulfilNothing) {
  say(count("prisoners-declared", "unc", {{"prisoners", "", 10}}));
  EXPECT_EQ(duty("prisoners.totals", "unc"), "");
  say(count("prisoners-declared", "unc", {{"prisoners", "korean", 10}}));
  EXPECT_EQ(duty("prisoners.totals", "unc"), "fulfilled");
  const Digest first = last_id_;
  pass_days(3);
  say(count("prisoners-declared", "unc", {{"prisoners", "korean", 10}}, 2));
  play_.restart();
  // With the first taken back the later one stands for it, as late as it was.
  take_back(first);
  EXPECT_EQ(duty("prisoners.totals", "unc"), "late");
}

TEST_F(HoldingsTest, CostsAreEqualAMonthAfterEachMonthEnds) {
  pass_days(1);
  say(count("commission-costs", "unc", {{"rations", "", 500}, {"fuel", "", 100}}, 0));
  const auto paid = [&] { return because("costs.shared", {play_.next().value - 1}); };
  pass_days(33);  // 29 August: July ended 29 days ago
  EXPECT_EQ(paid(), "");
  say(count("commission-costs", "kpa-cpv", {{"all", "", 600}}, 32), "kpa-cpv/delegation");
  play_.restart();
  pass_days(35);
  EXPECT_EQ(paid(), "broken: paid: unc 600, kpa-cpv 0");
  pass_days(36);
  EXPECT_EQ(paid(), "");  // once a month
  pass_days(66);
  EXPECT_EQ(paid(), "kept: paid: unc 600, kpa-cpv 600");
  say(count("commission-costs", "unc", {{"fuel", "", 150}}, 65), "unc/delegation");
  pass_days(200);  // several months at once: the last of them
  EXPECT_EQ(paid(), "broken: paid: unc 650, kpa-cpv 600");
}

TEST_F(HoldingsTest, WhereNobodyTellsOfCostsNothingIsFound) {
  pass_days(100);
  EXPECT_EQ(because("costs.shared", {play_.next().value - 1}), "");
}

SiteCheck check_of(std::vector<CheckedItem> items) {
  SiteCheck said;
  said.site = "depot-1";
  said.side = "kpa-cpv";
  said.at = {"1953-07-27T22:00:00+09:00", parse_civil_time("1953-07-27T22:00:00+09:00")->utc};
  said.items = std::move(items);
  return said;
}

TEST_F(HoldingsTest, ASiteIsJudgedByWhatWasSeenThere) {
  const SiteCheck whole = check_of({{"T-34", 12, 12, Serials::matched, ""}});
  const LeafIndex good = say(whole, "sweden/officer");
  EXPECT_EQ(noticed(good), Words{});
  EXPECT_EQ(because("depots.stored", good), "kept: all that is on the list is there");
  EXPECT_EQ(play_.row("site_newest", Value("kpa-cpv"))[4], "all_there");
  const LeafIndex unshown =
      say(check_of({{"T-34", 12, 12, Serials::not_shown, ""}}), "sweden/officer");
  EXPECT_EQ(because("depots.stored", unshown).substr(0, 7), "broken:");
  EXPECT_EQ(because("depots.stored", unshown, "serials=not_asked").substr(0, 5), "kept:");
  play_.restart();
  EXPECT_EQ(play_.row("site_newest", Value("kpa-cpv"))[4], "serials_not_shown");
  take_back(last_id_, "sweden/officer");
  EXPECT_EQ(play_.row("site_newest", Value("kpa-cpv"))[4], "all_there");
}

TEST_F(HoldingsTest, WhatIsWrongWithACheckIsNoticed) {
  SiteCheck said = check_of({{"T-34", 12, 12, Serials::matched, ""}});
  EXPECT_EQ(noticed(say(said, "kpa-cpv/delegation")), Words{"not_an_inspector"});
  said.side = "unc";
  EXPECT_EQ(noticed(say(said, "sweden/officer")), Words{"other_side"});
  said.side = "poland";
  EXPECT_EQ(noticed(say(said, "sweden/officer")), (Words{"unknown_side", "other_side"}));
  said.side = "unc";
  said.site = "depot-9";
  EXPECT_EQ(noticed(say(said, "sweden/officer")), Words{"unknown_site"});
  SiteCheck denied = check_of({{"T-34", 12, 1, Serials::matched, ""}});
  denied.access = SiteAccess::denied;
  const LeafIndex index = say(denied, "sweden/officer");
  EXPECT_EQ(noticed(index), Words{"seen_without_access"});
  EXPECT_EQ(because("depots.stored", index), "broken: access was denied");
}

TEST(LastOfMonth, IsThatOfEveryMonth) {
  const auto last = [](const char* day) {
    return day_of(last_of_month(parse_day(day).value().number)).text;
  };
  EXPECT_EQ(last("1953-07-27"), "1953-07-31");
  EXPECT_EQ(last("1953-07-31"), "1953-07-31");
  EXPECT_EQ(last("1952-02-01"), "1952-02-29");
  EXPECT_EQ(last("1953-02-28"), "1953-02-28");
  EXPECT_EQ(last("1953-12-31"), "1953-12-31");
}

}  // namespace
}  // namespace armistice
