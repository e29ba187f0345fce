// SPDX-License-Identifier: Apache-2.0
// Real fixes, judged point by point as GeographicLib alone would.
#include <gtest/gtest.h>

#include <GeographicLib/Geodesic.hpp>
#include <GeographicLib/GeodesicLine.hpp>

#include "geo/ground.h"
#include "support/shared_data.h"
#include "track/fix_reader.h"
#include "track/watch.h"

namespace armistice {
namespace {

// The answer of a zone by GeographicLib alone: the ring's places 20 m apart.
struct Reference {
  double edge_m = 1e9;
  bool inside = false;
};
Reference reference(const std::vector<std::pair<double, double>>& ring, LatLng at) {
  const auto& geodesic = GeographicLib::Geodesic::WGS84();
  const double latitude = static_cast<double>(at.latitude_e7) / 1e7;
  const double longitude = static_cast<double>(at.longitude_e7) / 1e7;
  Reference out;
  double turned = 0;
  for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
    const auto line =
        geodesic.InverseLine(ring[i].first, ring[i].second, ring[i + 1].first, ring[i + 1].second);
    const int steps = static_cast<int>(line.Distance() / 20) + 1;
    double before = 0;
    for (int k = 0; k <= steps; ++k) {
      double a = 0;
      double b = 0;
      double distance = 0;
      double azimuth = 0;
      double arrival = 0;
      line.Position(line.Distance() * k / steps, a, b);
      geodesic.Inverse(latitude, longitude, a, b, distance, azimuth, arrival);
      out.edge_m = std::min(out.edge_m, distance);
      if (k > 0) turned += std::remainder(azimuth - before, 360);
      before = azimuth;
    }
  }
  out.inside = std::abs(turned) > 180;
  return out;
}

TEST(Tracks, EveryFixOfABusIsJudgedAsGeographicLibDoes) {
  const auto path = testing::shared_data("tracks/gps_bus_liverpool_bods.csv");
  if (!path) GTEST_SKIP() << "no tracks beside the checkout";
  FixFormat format;
  format.columns = parse_columns({"time=timestamp", "track=vehicle_id"}).value();
  format.offset_s = 0;
  const FixFile file = read_fixes(real_env().read_file(*path, 1 << 24).value(), format).value();
  const std::vector<std::pair<double, double>> ring = {
      {53.405, -2.99}, {53.41, -2.93}, {53.44, -2.95}, {53.43, -2.985}, {53.405, -2.99}};
  std::string coordinates;
  for (const auto& [latitude, longitude] : ring) {
    coordinates += fmt::format("{}[{},{}]", coordinates.empty() ? "" : ",", longitude, latitude);
  }
  const Ground ground =
      Ground::read_zones(fmt::format(R"({{"type":"FeatureCollection","features":[{{"type":"Feature",
        "properties":{{"name":"centre","basis":"map","error_m":20}},"geometry":{{"type":"Polygon",
        "coordinates":[[{}]]}}}}]}})",
                                     coordinates))
          .value();
  std::size_t inside = 0;
  for (std::size_t i = 0; i < file.fixes.size(); i += 7) {
    const Fix& one = file.fixes[i];
    const Reading reading = ground.read(one.at, one.error_mm)[0];
    const Reference expected = reference(ring, one.at);
    EXPECT_NEAR(reading.edge_m, expected.edge_m, 4) << one.line;  // its steps are 20 m
    if (expected.edge_m > 4) {
      EXPECT_EQ(reading.nominal, expected.inside) << one.line;
    }
    // 30 m of the fix and 20 m of the edge; 4 m that the reference may be off.
    if (expected.edge_m > 54) {
      EXPECT_EQ(reading.answer, expected.inside ? Answer::yes : Answer::no) << one.line;
    } else if (expected.edge_m < 50) {
      EXPECT_EQ(reading.answer, Answer::undecidable) << one.line;
    }
    inside += reading.answer == Answer::yes ? 1 : 0;
  }
  EXPECT_GT(inside, 0U);
  const Watched watched = watch(ground, file.fixes, {});
  const auto count = [&](EventKind kind) {
    return std::count_if(watched.events.begin(), watched.events.end(),
                         [&](const Event& event) { return event.kind == kind; });
  };
  EXPECT_GT(count(EventKind::entry), 0);
  EXPECT_GT(count(EventKind::leaving), 0);
}

}  // namespace
}  // namespace armistice
