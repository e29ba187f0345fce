// SPDX-License-Identifier: Apache-2.0
#include "geo/ground_table.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "geo/ground.h"

namespace armistice {
namespace {

const Ground& the_line() {
  static const Ground ground =
      Ground::read_line(
          real_env().read_file("agreements/korea-1953/ground/line.geojson", 1 << 20).value())
          .value();
  return ground;
}

TEST(GroundTable, ReadsWhatWasCompiled) {
  const GroundTable table = parse_ground_table(the_line().compiled()).value();
  const Edges& edges = the_line().line()->edges;
  EXPECT_EQ(table.left, "north");
  EXPECT_EQ(table.right, "south");
  EXPECT_EQ(table.zone_mm, 2'000'000);
  ASSERT_EQ(table.vertices, edges.vertices());
  for (std::size_t i = 0; i < edges.count(); ++i) {
    EXPECT_EQ(table.basis[i], edges.basis(i));
    EXPECT_EQ(table.error_mm[i], edges.error_mm(i));
  }
}

// Against the geodesic, at places up to 20 km from the line and beyond.
TEST(GroundTable, StandsAsTheGeodesicDoes) {
  const GroundTable table = parse_ground_table(the_line().compiled()).value();
  std::mt19937 random(1953);
  std::uniform_int_distribution<std::int32_t> latitude(374'000'000, 390'000'000);
  std::uniform_int_distribution<std::int32_t> longitude(1'264'000'000, 1'288'000'000);
  int sides = 0;
  for (int i = 0; i < 3'000; ++i) {
    const LatLng place{latitude(random), longitude(random)};
    const Reading reading = the_line().read(place, 20'000).front();
    const auto stand = table.stand(place);
    const double distance_m = static_cast<double>(stand.distance_mm) / 1000;
    EXPECT_NEAR(distance_m, reading.edge_m, std::max(1.0, reading.edge_m * 1e-4))
        << place.latitude_e7 << " " << place.longitude_e7;
    if (reading.answer != Answer::yes && reading.answer != Answer::no) continue;
    ++sides;
    EXPECT_EQ(table.side_word(stand, 20'000), reading.answer == Answer::yes ? "north" : "south")
        << place.latitude_e7 << " " << place.longitude_e7;
  }
  EXPECT_GT(sides, 1'000);
}

// Edges that are passed over are farther than the one that is nearest: each by itself says so.
TEST(GroundTable, StandsToTheNearestOfAllEdges) {
  const GroundTable table = parse_ground_table(the_line().compiled()).value();
  std::mt19937 random(1951);
  std::uniform_int_distribution<std::int32_t> near_latitude(374'000'000, 390'000'000);
  std::uniform_int_distribution<std::int32_t> near_longitude(1'264'000'000, 1'288'000'000);
  std::uniform_int_distribution<std::int32_t> latitude(-900'000'000, 900'000'000);
  std::uniform_int_distribution<std::int32_t> longitude(-1'800'000'000, 1'800'000'000);
  GroundTable edge = table;
  for (int i = 0; i < 400; ++i) {
    const bool near = i % 2 == 0;
    const LatLng place{near ? near_latitude(random) : latitude(random),
                       near ? near_longitude(random) : longitude(random)};
    const auto stand = table.stand(place);
    for (std::size_t k = 0; k + 1 < table.vertices.size(); ++k) {
      edge.vertices = {table.vertices[k], table.vertices[k + 1]};
      const auto by_itself = edge.stand(place);
      ASSERT_LE(stand.distance_mm, by_itself.distance_mm) << place.latitude_e7 << " " << k;
      if (k != stand.edge) continue;
      EXPECT_EQ(stand.distance_mm, by_itself.distance_mm);
      EXPECT_EQ(stand.left, by_itself.left);
    }
  }
}

TEST(GroundTable, AnyPlaceOnEarthHasADistance) {
  const GroundTable table = parse_ground_table(the_line().compiled()).value();
  for (const std::int32_t latitude : {-900'000'000, 0, 380'000'000, 900'000'000}) {
    for (const std::int32_t longitude : {-1'800'000'000, -1, 0, 1'800'000'000}) {
      const auto stand = table.stand({latitude, longitude});
      EXPECT_GT(stand.distance_mm, 500'000'000) << latitude << " " << longitude;
      EXPECT_LT(stand.distance_mm, 30'000'000'000) << latitude << " " << longitude;
    }
  }
}

TEST(GroundTable, DecidesTheZoneAtTheAccuracyOfFixAndEdge) {
  const GroundTable table = parse_ground_table(the_line().compiled()).value();
  GroundTable::Stand stand;
  const std::int64_t error_mm = table.error_mm[0];
  stand.distance_mm = 2'000'000 - error_mm - 10'000;
  EXPECT_EQ(table.zone_word(stand, 9'999), "inside");
  EXPECT_EQ(table.zone_word(stand, 10'000), "undecidable");
  stand.distance_mm = 2'000'000 + error_mm + 10'000;
  EXPECT_EQ(table.zone_word(stand, 9'999), "outside");
  EXPECT_EQ(table.zone_word(stand, 10'000), "undecidable");
  stand.distance_mm = error_mm + 10'000;
  stand.left = true;
  EXPECT_EQ(table.side_word(stand, 9'999), "north");
  EXPECT_EQ(table.side_word(stand, 10'000), "undecidable");
}

TEST(GroundTable, RefusesAnyOtherText) {
  const std::string good =
      "armistice/ground/v1\nline\nleft a\nright b\nzone_mm 5\n1 2 map 3\n4 5\n";
  ASSERT_TRUE(parse_ground_table(good).ok());
  const auto refused = [](const std::string& text) {
    const auto table = parse_ground_table(text);
    return table.ok() ? std::string("read") : std::string(errc_word(table.error().code));
  };
  EXPECT_EQ(refused(""), "malformed");
  EXPECT_EQ(refused(good.substr(0, good.size() - 1)), "malformed");
  EXPECT_EQ(refused(good + "6 7\n"), "malformed");
  EXPECT_EQ(refused(good + "\n"), "malformed");
  EXPECT_EQ(refused("armistice/ground/v1\nzone z\nring\n1 2 map 3\n"), "unsupported");
  EXPECT_EQ(refused("armistice/ground/v2\n" + good.substr(20)), "malformed");
  EXPECT_EQ(refused("armistice/ground/v1\nline\nleft a\nright b\nzone_mm 5\n1 2 guess 3\n4 5\n"),
            "malformed");
  EXPECT_EQ(refused("armistice/ground/v1\nline\nleft a\nright b\nzone_mm 5\n1 2 map 3\n"),
            "malformed");
  EXPECT_EQ(refused("armistice/ground/v1\nline\nleft a\nright b\nzone_mm 05\n1 2 map 3\n4 5\n"),
            "malformed");
}

}  // namespace
}  // namespace armistice
