// SPDX-License-Identifier: Apache-2.0
// Areas around points and along routes, words that no report holds, and how they are read.
#include <gtest/gtest.h>

#include "terms/folder.h"
#include "terms/judgement.h"

namespace armistice {
namespace {

NoStudy no_study() { return {{"mobile"}, {"secret design", "construction"}}; }

TEST(Supervision, FindsAWordAndNoPartOfOne) {
  EXPECT_EQ(studied_in(no_study(), "Its Construction is new."), "construction");
  EXPECT_EQ(studied_in(no_study(), "a SECRET design"), "secret design");
  EXPECT_EQ(studied_in(no_study(), "construction"), "construction");
  EXPECT_EQ(studied_in(no_study(), "reconstruction, constructions"), "");
  EXPECT_EQ(studied_in(no_study(), "überconstruction"), "");
  EXPECT_EQ(studied_in(no_study(), ""), "");
}

// Chinese leaves no gaps between words, and a Korean particle follows its noun at once.
TEST(Supervision, FindsWordsOfScriptsWithoutGaps) {
  const NoStudy term{{"mobile"}, {"性能", "특성", "характеристика"}};
  EXPECT_EQ(studied_in(term, "本组记下了其性能。"), "性能");
  EXPECT_EQ(studied_in(term, "전투기의 특성을 적었다"), "특성");
  EXPECT_EQ(studied_in(term, "本组清点了四架飞机。"), "");
  EXPECT_EQ(studied_in(term, "Его характеристика нова."), "характеристика");
  EXPECT_EQ(studied_in(no_study(), "its “construction”—new"), "construction");
  EXPECT_EQ(studied_in({{"mobile"}, {"--"}}, "nothing -- at all"), "");
}

TEST(Supervision, ReadsPointsWithoutNamesAndMaps) {
  ClosedList list;
  list.points = {{"north", {"sinuiju"}, 8}, {"south", {"pusan"}, 0}};
  EXPECT_EQ(points_of(list, {"north", {"sinuiju"}}).verdict, Verdict::kept);
  const Finding elsewhere = points_of(list, {"north", {"sinuiju", "kaechon"}});
  EXPECT_EQ(elsewhere.verdict, Verdict::undetermined);
  EXPECT_NE(elsewhere.because.find("counts 8 more"), std::string::npos) << elsewhere.because;
  EXPECT_EQ(points_of(list, {"south", {"kaechon"}}).verdict, Verdict::broken);
  PointArea drawn;
  drawn.map = "the map";
  EXPECT_EQ(access_of(drawn, DeniedAt{"pusan", 0, 0}).verdict, Verdict::undetermined);
}

TEST(Supervision, NearIsNotToldFromFarAndOnePlaceIs) {
  CoLocation term{"headquarters", {"a", "b"}, Nearness::one_place};
  const Headquarters apart{{{"a", "Panmunjom"}, {"b", "Munsan"}}};
  EXPECT_EQ(co_location_of(term, apart).verdict, Verdict::broken);
  term.nearness = Nearness::in_proximity;
  EXPECT_EQ(co_location_of(term, apart).verdict, Verdict::undetermined);
  EXPECT_EQ(co_location_of(term, {{{"a", "Panmunjom"}}}).verdict, Verdict::broken);
  EXPECT_EQ(co_location_of(term, {{{"a", "Panmunjom"}, {"b", "Panmunjom"}}}).verdict,
            Verdict::kept);
}

TEST(Supervision, GradesAreAWishOrADuty) {
  GradeFloor all{"teams", Grade::field, 0, GradeAsked::required};
  const auto of = [&](const Graded& found, Preferred preferred = Preferred::wish) {
    return grades_of(all, found, preferred).verdict;
  };
  EXPECT_EQ(of({{{"a", 2}, {"b", 2}}, 0, 0}), Verdict::kept);
  EXPECT_EQ(of({{{"a", 2}, {"b", 1}}, 1, 0}), Verdict::broken);
  EXPECT_EQ(of({{{"a", 2}, {"b", 1}}, 0, 1}), Verdict::undetermined);
  EXPECT_EQ(of({{{"a", 1}, {"b", 1}}, 1, 1}), Verdict::broken);
  all.asked = GradeAsked::preferred;
  EXPECT_EQ(of({{{"a", 2}, {"b", 1}}, 1, 0}), Verdict::kept);
  EXPECT_EQ(of({{{"a", 2}, {"b", 1}}, 1, 0}, Preferred::duty), Verdict::broken);
  all = {"teams", Grade::field, 2, GradeAsked::required};
  EXPECT_EQ(of({{{"a", 2}, {"b", 1}}, 1, 0}), Verdict::broken);
  EXPECT_EQ(of({{{"a", 2}, {"b", 1}}, 0, 1}), Verdict::undetermined);
  EXPECT_EQ(of({{{"a", 2}, {"b", 0}}, 0, 1}), Verdict::broken);
  EXPECT_EQ(of({{{"a", 2}, {"b", 2}}, 3, 0}), Verdict::kept);
}

// 23a, 40a: fewer only by agreement; of a text that says nothing of that, as many as one likes.
TEST(Supervision, FewerTeamsAreThereByAgreement) {
  const auto found = [](Fewer fewer, std::int64_t teams, bool reduced) {
    return establishment_of({{"teams"}, 20, fewer}, {teams, reduced}).verdict;
  };
  for (const Fewer fewer : {Fewer::freely, Fewer::by_agreement}) {
    EXPECT_EQ(found(fewer, 20, false), Verdict::kept);
    EXPECT_EQ(found(fewer, 21, false), Verdict::broken);
    EXPECT_EQ(found(fewer, 21, true), Verdict::broken);
    EXPECT_EQ(found(fewer, 19, true), Verdict::kept);
  }
  EXPECT_EQ(found(Fewer::freely, 19, false), Verdict::kept);
  EXPECT_EQ(found(Fewer::by_agreement, 19, false), Verdict::broken);
}

TEST(Supervision, SeniorIsFromAGradeOnThatIsRead) {
  const auto of = [](const Graded& graded, SeniorFrom from) {
    return seniors_of(graded, from).verdict;
  };
  const Graded colonels = {{{"a", 2}, {"b", 2}}, 0, 0, 3};
  EXPECT_EQ(of(colonels, SeniorFrom::field), Verdict::kept);
  EXPECT_EQ(of(colonels, SeniorFrom::general_or_flag), Verdict::broken);
  const Graded captain = {{{"a", 2}, {"b", 1}}, 1, 0, 1};
  EXPECT_EQ(of(captain, SeniorFrom::field), Verdict::broken);
  const Graded unknown = {{{"a", 2}, {"b", 1}}, 0, 1, 0};
  EXPECT_EQ(of(unknown, SeniorFrom::field), Verdict::undetermined);
  EXPECT_EQ(of(unknown, SeniorFrom::general_or_flag), Verdict::undetermined);
}

TEST(Supervision, AMemberIsAppointedByAStateAndMayHaveToBeOfIt) {
  const AppointedBy term = {"body", {"sweden", "soviet-union"}};
  const auto of = [&](const char* state, const char* nationality, OwnNational asked) {
    return appointed_by(term, {state, nationality}, asked).verdict;
  };
  for (const OwnNational asked : {OwnNational::not_asked, OwnNational::asked}) {
    EXPECT_EQ(of("sweden", "Sweden", asked), Verdict::kept);
    EXPECT_EQ(of("soviet-union", "Soviet Union", asked), Verdict::kept);
    EXPECT_EQ(of("norway", "Norway", asked), Verdict::broken);
  }
  EXPECT_EQ(of("sweden", "Norway", OwnNational::not_asked), Verdict::kept);
  EXPECT_EQ(of("sweden", "", OwnNational::not_asked), Verdict::kept);
  EXPECT_EQ(of("sweden", "Norway", OwnNational::asked), Verdict::broken);
  EXPECT_EQ(of("sweden", "", OwnNational::asked), Verdict::undetermined);
}

TEST(Supervision, AMemberHasSoManyAlternates) {
  const auto of = [](std::vector<StateAlternates> by_state) {
    return alternates_of({"body", 1}, {std::move(by_state)}).verdict;
  };
  EXPECT_EQ(of({{"sweden", 1, 1}, {"poland", 2, 2}}), Verdict::kept);
  EXPECT_EQ(of({{"sweden", 1, 1}, {"poland", 2, 1}}), Verdict::undetermined);
  EXPECT_EQ(of({{"sweden", 1, 2}, {"poland", 2, 1}}), Verdict::broken);
  EXPECT_EQ(of({}), Verdict::undetermined);
}

PointArea area() {
  PointArea term;
  term.points = {"pusan"};
  term.radius_m = 5'000;
  term.error_m = 1'600;
  term.routes = {{"main", 500, {{350'000'000, 1'290'000'000}, {351'000'000, 1'290'000'000}}}};
  return term;
}

Verdict denied(const std::string& nearest, std::int64_t distance_m) {
  return access_of(area(), DeniedAt{nearest, distance_m, 0}).verdict;
}

TEST(Supervision, AccessIsDeniedInsideBeyondTheError) {
  EXPECT_EQ(denied("pusan", 3'400), Verdict::broken);
  EXPECT_EQ(denied("pusan", 3'401), Verdict::kept);
  EXPECT_NE(access_of(area(), {"pusan", 3'401, 0}).because.find("not to be told"),
            std::string::npos);
  EXPECT_EQ(denied("pusan", 6'601), Verdict::kept);
  EXPECT_NE(access_of(area(), {"pusan", 6'601, 0}).because.find("outside"), std::string::npos);
  EXPECT_EQ(denied("main", 500), Verdict::broken);
  EXPECT_EQ(denied("main", 501), Verdict::kept);
  EXPECT_EQ(denied("", 0), Verdict::undetermined);
  EXPECT_EQ(access_of(area(), DeniedAt{"pusan", 9'000, 1}).verdict, Verdict::undetermined);
  EXPECT_EQ(access_of(area(), DeniedAt{"pusan", 3'000, 1}).verdict, Verdict::broken);
  // Where the named point does not decide, one without a name may.
  EXPECT_EQ(access_of(area(), DeniedAt{"pusan", 5'000, 1}).verdict, Verdict::undetermined);
}

Result<std::vector<Term>> read_area(std::string_view parameters) {
  return read_terms("terms/x.toml",
                    Bytes("[[term]]\nid = \"area\"\nparagraph = \"5\"\nphrase = \"within\"\n"
                          "kind = \"point_area\"\n") +
                        Bytes(parameters));
}

TEST(Supervision, ReadsAreasAndRoutes) {
  const auto read = read_area(
      "points = [\"a\"]\nradius_m = 100\n[[term.route]]\nname = \"road\"\nwidth_m = 50\n"
      "places = [\"40.1 124.3912\", \"-40.1000001 -124\"]\n");
  ASSERT_TRUE(read.ok()) << read.error().text();
  const auto& term = std::get<PointArea>(read->front().kind);
  const std::vector<RoutePlace> places = {{401'000'000, 1'243'912'000},
                                          {-401'000'001, -1'240'000'000}};
  EXPECT_EQ(term.routes.front().places, places);
  for (const std::string_view bad :
       {"", "points = [\"a\"]\n", "radius_m = 5\n", "map = \"m\"\nunnamed = 1\n",
        "points = [\"a\"]\nradius_m = 5\nmap = \"m\"\n",
        "[[term.route]]\nname = \"road\"\nwidth_m = 5\nplaces = [\"1 1\"]\n",
        "[[term.route]]\nname = \"road\"\nwidth_m = 5\nplaces = [\"1 1\", \"91 1\"]\n",
        "[[term.route]]\nname = \"road\"\nwidth_m = 5\nplaces = [\"1 1\", \"1. 1\"]\n",
        "[[term.route]]\nname = \"road\"\nwidth_m = 5\nplaces = [\"1 1\", \"1,1 1\"]\n",
        "[[term.route]]\nname = \"road\"\nwidth_m = 5\nplaces = [\"1 1\", \"1\"]\n"}) {
    EXPECT_FALSE(read_area(bad).ok()) << bad;
  }
}

}  // namespace
}  // namespace armistice
