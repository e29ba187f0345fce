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

using Ring = std::vector<std::pair<double, double>>;

// The answer of a zone by GeographicLib alone: the ring's places `step_m` apart, so that the
// distance may be half a step too large.
struct Reference {
  double edge_m = 1e9;
  bool inside = false;
};
Reference reference(const Ring& ring, LatLng at, double step_m) {
  const auto& geodesic = GeographicLib::Geodesic::WGS84();
  const double latitude = static_cast<double>(at.latitude_e7) / 1e7;
  const double longitude = static_cast<double>(at.longitude_e7) / 1e7;
  Reference out;
  double turned = 0;
  for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
    const auto line =
        geodesic.InverseLine(ring[i].first, ring[i].second, ring[i + 1].first, ring[i + 1].second);
    const int steps = static_cast<int>(line.Distance() / step_m) + 1;
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

Ground zone_of(const Ring& ring, int error_m) {
  std::string coordinates;
  for (const auto& [latitude, longitude] : ring) {
    coordinates += fmt::format("{}[{},{}]", coordinates.empty() ? "" : ",", longitude, latitude);
  }
  return Ground::read_zones(
             fmt::format(R"({{"type":"FeatureCollection","features":[{{"type":"Feature",
        "properties":{{"name":"zone","basis":"map","error_m":{}}},"geometry":{{"type":"Polygon",
        "coordinates":[[{}]]}}}}]}})",
                         error_m, coordinates))
      .value();
}

// Holds every fix's verdict against the reference; gives how many were inside, outside, neither.
std::array<std::size_t, 3> judge_every(const Ground& ground, const Ring& ring,
                                       const std::vector<Fix>& fixes, double step_m) {
  std::array<std::size_t, 3> counts{};
  const double doubt_m = step_m / 2;
  for (const Fix& fix : fixes) {
    const Reading reading = ground.read(fix.at, fix.error_mm)[0];
    const Reference expected = reference(ring, fix.at, step_m);
    EXPECT_LE(reading.edge_m, expected.edge_m + 0.5) << fix.line;
    EXPECT_GE(reading.edge_m, expected.edge_m - doubt_m - 0.5) << fix.line;
    if (expected.edge_m > doubt_m) {
      EXPECT_EQ(reading.nominal, expected.inside) << fix.line;
    }
    const double errors_m =
        static_cast<double>(reading.fix_error_mm + reading.edge_error_mm) / 1000;
    if (expected.edge_m > errors_m + doubt_m) {
      EXPECT_EQ(reading.answer, expected.inside ? Answer::yes : Answer::no) << fix.line;
    } else if (expected.edge_m < errors_m - 0.5) {
      EXPECT_EQ(reading.answer, Answer::undecidable) << fix.line;
    }
    ++counts[reading.answer == Answer::yes ? 0 : reading.answer == Answer::no ? 1 : 2];
  }
  return counts;
}

std::int64_t count(const Watched& watched, EventKind kind) {
  return std::count_if(watched.events.begin(), watched.events.end(),
                       [&](const Event& event) { return event.kind == kind; });
}

TEST(Tracks, EveryFixOfABusIsJudgedAsGeographicLibDoes) {
  const auto path = testing::shared_data("tracks/gps_bus_liverpool_bods.csv");
  if (!path) GTEST_SKIP() << "no tracks beside the checkout";
  FixFormat format;
  format.columns = parse_columns({"time=timestamp", "track=vehicle_id"}).value();
  format.offset_s = 0;
  const FixFile file = read_fixes(real_env().read_file(*path, 1 << 24).value(), format).value();
  const Ring ring = {
      {53.405, -2.99}, {53.41, -2.93}, {53.44, -2.95}, {53.43, -2.985}, {53.405, -2.99}};
  const Ground ground = zone_of(ring, 20);
  const auto counts = judge_every(ground, ring, file.fixes, 20);
  for (const std::size_t one : counts) EXPECT_GT(one, 0U);
  const Watched watched = watch(ground, file.fixes, {});
  EXPECT_GT(count(watched, EventKind::entry), 0);
  EXPECT_GT(count(watched, EventKind::leaving), 0);
}

// The places of a GPX track as the CSV that a receiver's own software would export.
Bytes csv_of_gpx(const Bytes& gpx) {
  Bytes csv = "time,track,latitude,longitude\n";
  const auto between = [&](std::string_view open, std::string_view close, std::size_t from) {
    const std::size_t start = gpx.find(open, from) + open.size();
    return gpx.substr(start, gpx.find(close, start) - start);
  };
  for (std::size_t at = gpx.find("<trkpt"); at != Bytes::npos; at = gpx.find("<trkpt", at + 1)) {
    csv += fmt::format("{},bus,{},{}\n", between("<time>", "</time>", at),
                       between("lat=\"", "\"", at), between("lon=\"", "\"", at));
  }
  return csv;
}

TEST(Tracks, EveryPlaceOfAGpxTrackIsJudgedAsGeographicLibDoes) {
  const auto path = testing::shared_data("tracks/gps_bus_304_limerick.gpx");
  if (!path) GTEST_SKIP() << "no tracks beside the checkout";
  const Bytes csv = csv_of_gpx(real_env().read_file(*path, 1 << 24).value());
  FixFormat format;
  format.error_mm_assumed = 10'000;
  const FixFile file = read_fixes(csv, format).value();
  EXPECT_EQ(file.fixes.size(), 2'144U);
  EXPECT_EQ(file.rejected_count, 0U);
  const Ring ring = {
      {52.655, -8.64}, {52.655, -8.61}, {52.67, -8.61}, {52.67, -8.64}, {52.655, -8.64}};
  const Ground ground = zone_of(ring, 10);
  const auto counts = judge_every(ground, ring, file.fixes, 20);
  for (const std::size_t one : counts) EXPECT_GT(one, 0U);
  EXPECT_GT(count(watch(ground, file.fixes, {}), EventKind::entry), 0);
}

TEST(Tracks, EveryPositionOfTwoSidesUnitsIsJudgedAsGeographicLibDoes) {
  const auto path = testing::shared_data("tracks/units-2022.csv");
  if (!path) GTEST_SKIP() << "no tracks beside the checkout";
  FixFormat format;
  format.columns = parse_columns({"time=date", "track=unit", "latitude=lat", "longitude=lng",
                                  "affiliation=country"})
                       .value();
  format.offset_s = 0;
  format.error_mm_assumed = 2'000'000;  // a symbol on a map
  const FixFile file = read_fixes(real_env().read_file(*path, 1 << 24).value(), format).value();
  EXPECT_GT(file.fixes.size(), 2'000U);
  const Ring ring = {{47.8, 37.2}, {49.2, 37.2}, {49.2, 38.9}, {47.8, 38.9}, {47.8, 37.2}};
  const auto counts = judge_every(zone_of(ring, 100), ring, file.fixes, 500);
  for (const std::size_t one : counts) EXPECT_GT(one, 0U);
}

}  // namespace
}  // namespace armistice
