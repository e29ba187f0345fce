// SPDX-License-Identifier: Apache-2.0
#include "geo/ground.h"

#include <gtest/gtest.h>

#include "geo/decimal_json.h"
#include "support/shared_data.h"

namespace armistice {
namespace {

constexpr const char* line_file = "agreements/korea-1953/ground/line.geojson";

Bytes line_text() { return real_env().read_file(line_file, 1 << 20).value(); }
const Ground& the_line() {
  static const Ground ground = Ground::read_line(line_text()).value();
  return ground;
}

LatLng place(double latitude, double longitude) {
  return {static_cast<std::int32_t>(std::llround(latitude * 1e7)),
          static_cast<std::int32_t>(std::llround(longitude * 1e7))};
}

std::vector<Answer> answers(const Ground& ground, LatLng at, std::int64_t error_mm) {
  std::vector<Answer> out;
  for (const Reading& reading : ground.read(at, error_mm)) out.push_back(reading.answer);
  return out;
}

TEST(Ground, TheLineHasBasisAndErrorEverywhere) {
  const Edges& edges = the_line().line()->edges;
  EXPECT_GT(edges.count(), 800U);
  EXPECT_LT(edges.count(), 2'000U);
  EXPECT_EQ(the_line().line()->zone_mm, 2'000'000);
  EXPECT_GE(edges.error_mm_min(), 300'000);
  EXPECT_LE(edges.error_mm_max(), 1'000'000);
}

TEST(Ground, HasOneDigest) {
  EXPECT_EQ(the_line().digest(), Ground::read_line(line_text()).value().digest());
  const Bytes compiled = the_line().compiled();
  EXPECT_TRUE(compiled.starts_with(
      "armistice/ground/v1\nline\nleft north\nright south\nzone_mm 2000000\n378433900 1266896400 "
      "map 300000\n"));
  // The value stands here so that another machine or library that compiles other edges is noticed.
  EXPECT_EQ(to_text(the_line().digest()),
            "sha256:92f263d5e7f0859cb989ee1bfa73ad5bc855ad4913866aa6feef6adedbc861f8");
}

TEST(Ground, JudgesLineAndZone) {
  const std::int64_t sure = 10'000;
  using enum Answer;
  // Panmunjom's conference area lies on the line; Munsan is south of the zone, Kaesong north.
  EXPECT_EQ(answers(the_line(), place(37.956, 126.677), sure), (std::vector{undecidable, yes}));
  EXPECT_EQ(answers(the_line(), place(37.855, 126.79), sure), (std::vector{no, no}));
  EXPECT_EQ(answers(the_line(), place(37.97, 126.555), sure), (std::vector{yes, no}));
  // What is sure with 10 m is not with 3 km.
  EXPECT_EQ(answers(the_line(), place(37.956, 126.677), 3'000'000),
            (std::vector{undecidable, undecidable}));
  // In the sea past its eastern end the line has no sides.
  EXPECT_EQ(answers(the_line(), place(38.65, 128.6), sure), (std::vector{beyond, no}));
}

TEST(Ground, IsUndecidableWithinTheSumOfBothErrors) {
  const LatLng at = place(38.2, 127.1);
  const Reading near = the_line().read(at, 0)[1];
  const auto error_mm = static_cast<std::int64_t>(near.edge_m * 1000) - near.edge_error_mm;
  ASSERT_GT(error_mm, 0);
  EXPECT_NE(the_line().read(at, error_mm - 1)[1].answer, Answer::undecidable);
  EXPECT_EQ(the_line().read(at, error_mm + 1)[1].answer, Answer::undecidable);
  EXPECT_EQ(near.basis, Basis::buffer);
}

TEST(Ground, LiesNearTheSurvey) {
  const auto path = testing::shared_data("korea/mdl-survey-wgs84.geojson");
  if (!path) GTEST_SKIP() << "no survey beside the checkout";
  const Json survey =
      parse_decimal_json(real_env().read_file(*path, 1 << 20).value(), 1 << 20).value();
  const Json& feature = survey.find("features")->as_array()->front();
  std::vector<LatLng> places;
  for (const Json& pair : *feature.find("geometry")->find("coordinates")->as_array()) {
    places.push_back({parse_latitude(*number_text((*pair.as_array())[1])).value(),
                      parse_longitude(*number_text((*pair.as_array())[0])).value()});
  }
  const Edges edges = Edges::compile({{Basis::survey, 0, places}}, false).value();
  std::vector<double> distances;
  std::size_t outside = 0;
  for (const LatLng vertex : edges.vertices()) {
    const Nearest nearest = the_line().line()->edges.nearest(vertex);
    distances.push_back(nearest.distance_m);
    const auto error_mm = the_line().line()->edges.error_mm(nearest.edge);
    outside += nearest.distance_m * 1000 > static_cast<double>(error_mm) ? 1 : 0;
  }
  std::sort(distances.begin(), distances.end());
  EXPECT_LT(distances[distances.size() / 2], 100);
  EXPECT_LT(distances.back(), 1'000);
  // What the line states as 95 % holds against the survey.
  EXPECT_LT(static_cast<double>(outside), 0.05 * static_cast<double>(distances.size()));
}

constexpr const char* square = R"({"type":"FeatureCollection","features":[{"type":"Feature",
  "properties":{"name":"square","basis":"survey","error_m":5},"geometry":{"type":"Polygon",
  "coordinates":[[[0,0],[0.1,0],[0.1,0.1],[0,0.1],[0,0]],
                 [[0.04,0.04],[0.06,0.04],[0.06,0.06],[0.04,0.06],[0.04,0.04]]]}}]})";

TEST(Ground, ReadsZones) {
  const Ground ground = Ground::read_zones(square).value();
  using enum Answer;
  EXPECT_EQ(answers(ground, place(0.02, 0.02), 10'000), std::vector{yes});
  EXPECT_EQ(answers(ground, place(0.05, 0.05), 10'000), std::vector{no});  // its hole
  EXPECT_EQ(answers(ground, place(0.02, 0.2), 10'000), std::vector{no});
  EXPECT_EQ(answers(ground, place(0.02, 0.0001), 5'000), std::vector{yes});  // 11.1 m from it
  EXPECT_EQ(answers(ground, place(0.02, 0.0001), 7'000), std::vector{undecidable});
  EXPECT_TRUE(
      ground.compiled().starts_with("armistice/ground/v1\nzone square\nring\n0 0 survey 5000\n"));
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

TEST(Ground, NamesWhatIsWrongWithAFile) {
  const auto what = [](std::string_view from, std::string_view to) {
    return Ground::read_zones(replaced(square, from, to)).error().text();
  };
  EXPECT_EQ(what("survey", "guess"), "malformed: feature 1: \"basis\" is map, survey or buffer");
  EXPECT_EQ(what("\"error_m\":5", "\"error\":5"), "malformed: feature 1: has no \"error_m\"");
  EXPECT_EQ(what("[0.1,0]", "[0.1,91]").substr(0, 24), "out_of_range: feature 1:");
  EXPECT_EQ(what("[0.1,0]", "[0.1]"), "malformed: feature 1: a place is [longitude, latitude]");
  EXPECT_EQ(what("[0,0.1],[0,0]", "[0,0.1],[0,0.2]"),
            "malformed: feature 1: a ring ends where it begins");
  EXPECT_EQ(what("Polygon", "Point"),
            "malformed: feature 1: a zone is a Polygon or a MultiPolygon");
  EXPECT_EQ(what("\"square\"", "7"), "malformed: feature 1: \"name\" is a text");
  EXPECT_EQ(what("FeatureCollection", "Feature"), "malformed: the GeoJSON is no FeatureCollection");
  EXPECT_EQ(Ground::read_line(square).error().text(),
            "malformed: feature 1: a line's features are LineStrings");
  EXPECT_EQ(
      Ground::read_line(replaced(line_text(), "\"north\",\"south\"", "\"north\"")).error().code,
      Errc::malformed);
}

}  // namespace
}  // namespace armistice
