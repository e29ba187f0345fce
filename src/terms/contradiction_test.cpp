// SPDX-License-Identifier: Apache-2.0
// Two terms that rule one thing in two ways, kind by kind; the same term twice contradicts nothing.
#include "terms/contradiction.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace armistice {
namespace {

Term term_of(const std::string& parameters) {
  const std::string text =
      fmt::format("[[term]]\nid = \"x\"\nparagraph = \"1\"\nphrase = \"x\"\n{}", parameters);
  auto terms = read_terms("terms/x.toml", text);
  EXPECT_TRUE(terms.ok()) << (terms.ok() ? "" : terms.error().what);
  return terms.ok() ? terms->front() : Term{};
}

std::string option(const char* name, const char* values, const char* chosen) {
  return fmt::format(
      "[[term.option]]\nname = \"{}\"\nvalues = [{}]\ndefault = \"{}\"\nwhy = \"x\"\n", name,
      values, chosen);
}

struct Pair {
  std::string one;
  std::string other;
};

class ContradictionOf : public ::testing::TestWithParam<Pair> {};

TEST_P(ContradictionOf, ItsKindIsNamed) {
  const Term one = term_of(GetParam().one);
  const Term other = term_of(GetParam().other);
  EXPECT_EQ(contradiction_of(one, one), "");
  EXPECT_NE(contradiction_of(one, other), "");
  EXPECT_NE(contradiction_of(other, one), "");
}

std::string by_sides(const std::string& more) { return "by = [\"unc\", \"kpa-cpv\"]\n" + more; }

std::vector<Pair> pairs_of_permits_and_bodies() {
  const auto permit = [](const char* by) {
    return fmt::format(
        "kind = \"permit_required\"\nact = \"crossing_line\"\ngranted_by = [\"{}\"]\n", by);
  };
  const auto near = [](const char* nearness) {
    return fmt::format(
        "kind = \"co_location\"\nsort = \"headquarters\"\n"
        "bodies = [\"joint/mac\", \"joint/nnsc\"]\nnearness = \"{}\"\n",
        nearness);
  };
  const auto languages = [](const char* one) {
    return by_sides(fmt::format(
               "kind = \"languages\"\nsort = \"proceedings\"\nlanguages = [\"{}\"]\n", one)) +
           option("kept_in", "\"each\", \"any\"", "each");
  };
  const auto costs = [](const char* days) {
    return by_sides(
        fmt::format("kind = \"cost_share\"\nof = \"costs\"\nsettled_within_days = {}\n", days));
  };
  const auto quiet = [](const char* days) {
    return fmt::format("kind = \"after_quiet\"\nsort = \"leaving\"\ndays = {}\nacts = [\"fire\"]\n",
                       days) +
           option("first_day", "\"next_day\", \"same_day\"", "next_day") +
           option("told", "\"counts\", \"does_not_count\"", "counts");
  };
  const auto answers = [](const char* through) {
    return fmt::format(
        "kind = \"answers_to\"\nof = [\"teams\"]\nthrough = \"{}\"\nto = [\"joint/mac\"]\n",
        through);
  };
  const auto appointed = [](const char* state) {
    return fmt::format("kind = \"appointed_by\"\nof = \"joint/nnsc\"\nstates = [\"{}\"]\n", state) +
           option("own_national", "\"not_asked\", \"asked\"", "asked");
  };
  const auto alternates = [](const char* each) {
    return fmt::format("kind = \"alternates\"\nof = \"joint/nnsc\"\neach = {}\n", each);
  };
  const auto half = [](const char* reading) {
    return by_sides("kind = \"dispatch_cap\"\nof = \"teams\"\nout_of = \"all\"\n") +
           option("half", "\"per_side\", \"shared\"", reading) +
           option("odd_half", "\"down\", \"up\"", "up");
  };
  return {{permit("unc"), permit("joint/nnsc")},
          {near("one_place"), near("in_proximity")},
          {appointed("sweden"), appointed("norway")},
          {alternates("1"), alternates("2")},
          {languages("en"), languages("ko")},
          {costs("30"), costs("60")},
          {quiet("7"), quiet("3")},
          {answers("joint/nnsc"), answers("joint/mac")},
          {half("per_side"), half("shared")}};
}

std::vector<Pair> pairs() {
  const auto owed = [](const char* hours) {
    return by_sides(
        fmt::format("kind = \"arrangement_owed\"\nsort = \"recess\"\nof = [\"unc\"]\n"
                    "notice_hours_min = {}\nmay_refuse = \"no\"\n",
                    hours));
  };
  const auto line = [](const char* metres) {
    return by_sides(fmt::format("kind = \"withdrawal_line\"\n"
                                "classes = [{{ what = \"mortar\", distance_m = {} }}]\n",
                                metres)) +
           option("certain", "\"observed\", \"assessed\"", "assessed") +
           option("told", "\"counts\", \"does_not_count\"", "counts");
  };
  const auto grade = [](const char* members) {
    return fmt::format(
        "kind = \"grade_floor\"\nof = \"joint/mac\"\ngrade = \"field\"\n"
        "members_min = {}\n",
        members);
  };
  const auto area = [](const char* metres) {
    return fmt::format("kind = \"point_area\"\npoints = [\"pusan\"]\nradius_m = {}\nerror_m = 10\n",
                       metres);
  };
  const auto handover = [](const char* days) {
    return by_sides(fmt::format("kind = \"handover\"\nheld = \"a\"\ndelivered = \"b\"\n"
                                "within_days = {}\n",
                                days)) +
           option("day_count", "\"to_the_hour\", \"whole_days\"", "to_the_hour");
  };
  const auto quota = [](const char* bound) {
    return by_sides(
        fmt::format("kind = \"quota\"\nheld = \"a\"\ndelivered = \"b\"\n{}\n"
                    "first_after_days = 0\ntold_within_days = 0\n",
                    bound));
  };
  const auto report = [](const char* hours) {
    return by_sides(fmt::format(
        "kind = \"shipment_report\"\nto = [\"joint/mac\"]\nwithin_hours = {}\n", hours));
  };
  const auto cap = [](const char* out_of) {
    return by_sides(
               fmt::format("kind = \"dispatch_cap\"\nof = \"teams\"\nout_of = \"{}\"\n", out_of)) +
           option("half", "\"per_side\", \"shared\"", "shared") +
           option("odd_half", "\"down\", \"up\"", "up");
  };
  const auto limit = [](const char* more) {
    return fmt::format(
        "kind = \"construction_limit\"\nof = \"airfields\"\nwhat = \"runway_m\"\n"
        "places = [\"namsi\"]\nincrease_max = {}\n",
        more);
  };
  return {{owed("24"), owed("48")},         {line("15000"), line("9000")},
          {grade("3"), grade("2")},         {area("5000"), area("48280")},
          {handover("60"), handover("90")}, {quota("a_day_min = 20"), quota("a_day_max = 10")},
          {report("24"), report("48")},     {cap("all"), cap("not_sent_by_commission")},
          {limit("0"), limit("100")}};
}

INSTANTIATE_TEST_SUITE_P(Kinds, ContradictionOf, ::testing::ValuesIn(pairs()));
INSTANTIATE_TEST_SUITE_P(PermitsAndBodies, ContradictionOf,
                         ::testing::ValuesIn(pairs_of_permits_and_bodies()));

}  // namespace
}  // namespace armistice
