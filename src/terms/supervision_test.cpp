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
       {"", "points = [\"a\"]\n", "radius_m = 5\n",
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
