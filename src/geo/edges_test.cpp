// SPDX-License-Identifier: Apache-2.0
// The edges against GeographicLib itself, asked point by point along fine steps of the edges.
#include "geo/edges.h"

#include <gtest/gtest.h>

#include <GeographicLib/Geodesic.hpp>
#include <GeographicLib/GeodesicLine.hpp>
#include <random>

#include "base/env.h"
#include "geo/ground.h"

namespace armistice {
namespace {

using GeographicLib::Geodesic;

double degrees(std::int32_t value) { return static_cast<double>(value) / 1e7; }

double reference_m(LatLng a, double latitude, double longitude) {
  double distance = 0;
  Geodesic::WGS84().Inverse(degrees(a.latitude_e7), degrees(a.longitude_e7), latitude, longitude,
                            distance);
  return distance;
}

// The least distance to a way, sought by thirds along it: for short ways it has one minimum.
double reference_to_edge_m(LatLng place, LatLng from, LatLng to) {
  const auto line =
      Geodesic::WGS84().InverseLine(degrees(from.latitude_e7), degrees(from.longitude_e7),
                                    degrees(to.latitude_e7), degrees(to.longitude_e7));
  const auto at = [&](double along) {
    double latitude = 0;
    double longitude = 0;
    line.Position(along, latitude, longitude);
    return reference_m(place, latitude, longitude);
  };
  double low = 0;
  double high = line.Distance();
  while (high - low > 0.01) {
    const double third = (high - low) / 3;
    const bool nearer_below = at(low + third) < at(high - third);
    (nearer_below ? high : low) += nearer_below ? -third : third;
  }
  return at((low + high) / 2);
}

double reference_to_edges_m(LatLng place, const Edges& edges) {
  double least = 1e9;
  std::vector<double> to_vertex;
  for (const LatLng vertex : edges.vertices()) {
    to_vertex.push_back(
        reference_m(place, degrees(vertex.latitude_e7), degrees(vertex.longitude_e7)));
    least = std::min(least, to_vertex.back());
  }
  for (std::size_t i = 0; i < edges.count(); ++i) {
    if (std::min(to_vertex[i], to_vertex[i + 1]) > least + 130) continue;
    least =
        std::min(least, reference_to_edge_m(place, edges.vertices()[i], edges.vertices()[i + 1]));
  }
  return least;
}

LatLng place(double latitude, double longitude) {
  return {static_cast<std::int32_t>(std::llround(latitude * 1e7)),
          static_cast<std::int32_t>(std::llround(longitude * 1e7))};
}

Stretch stretch(std::vector<LatLng> places) { return {Basis::survey, 1'000, std::move(places)}; }

Edges open_edges(std::vector<LatLng> places) {
  return Edges::compile({stretch(std::move(places))}, false).value();
}

const Ground& the_line() {
  static const Ground ground =
      Ground::read_line(
          real_env().read_file("agreements/korea-1953/ground/line.geojson", 1 << 20).value())
          .value();
  return ground;
}

TEST(Edges, DensifiesAlongTheGeodesic) {
  const Edges edges = open_edges({place(38, 126), place(38.5, 128)});
  const auto line = Geodesic::WGS84().InverseLine(38, 126, 38.5, 128);
  const double step = line.Distance() / static_cast<double>(edges.count());
  EXPECT_LE(step, edge_length_m_max);
  EXPECT_GT(step, edge_length_m_max * 0.99);
  for (std::size_t i = 0; i <= edges.count(); ++i) {
    double latitude = 0;
    double longitude = 0;
    line.Position(step * static_cast<double>(i), latitude, longitude);
    EXPECT_LT(reference_m(edges.vertices()[i], latitude, longitude), 0.01) << i;
  }
}

TEST(Edges, DistanceIsThatOfGeographicLib) {
  const Edges& edges = the_line().line()->edges;
  std::mt19937 random(1953);
  std::uniform_int_distribution<std::size_t> vertex(0, edges.vertices().size() - 1);
  std::uniform_real_distribution<double> aside(-0.05, 0.05);
  for (int i = 0; i < 150; ++i) {
    const LatLng near = edges.vertices()[vertex(random)];
    const LatLng at = place(degrees(near.latitude_e7) + aside(random),
                            degrees(near.longitude_e7) + aside(random));
    EXPECT_NEAR(edges.nearest(at).distance_m, reference_to_edges_m(at, edges), 0.001)
        << degrees_text(at.latitude_e7) << " " << degrees_text(at.longitude_e7);
  }
  for (const LatLng at : {place(37.5, 127), place(39.03, 125.75), place(36, 128)}) {
    EXPECT_NEAR(edges.nearest(at).distance_m, reference_to_edges_m(at, edges), 0.1);
  }
}

TEST(Edges, FarAwayTheNearestVertexStands) {
  const Edges& edges = the_line().line()->edges;
  for (const LatLng at : {place(53.4, -2.9), place(-90, 0), place(90, 10), place(0, 180),
                          place(38, -180), place(-38.3, -52.5)}) {
    double least = 1e9;
    for (const LatLng vertex : edges.vertices()) {
      least = std::min(least,
                       reference_m(at, degrees(vertex.latitude_e7), degrees(vertex.longitude_e7)));
    }
    EXPECT_NEAR(edges.nearest(at).distance_m, least, 0.001);
  }
}

TEST(Edges, KnowsItsSides) {
  const Edges edges = open_edges({place(38, 127), place(38, 127.01), place(38.01, 127.01)});
  EXPECT_TRUE(edges.nearest(place(38.001, 127.005)).left);
  EXPECT_FALSE(edges.nearest(place(37.999, 127.005)).left);
  EXPECT_TRUE(edges.nearest(place(38.005, 127.009)).left);
  EXPECT_FALSE(edges.nearest(place(38.005, 127.011)).left);
  // Outside the corner, where the corner itself is nearest.
  const Nearest corner = edges.nearest(place(37.999, 127.011));
  EXPECT_FALSE(corner.left);
  EXPECT_FALSE(corner.at_end);
  EXPECT_TRUE(edges.nearest(place(38, 126.99)).at_end);
  EXPECT_TRUE(edges.nearest(place(38.02, 127.01)).at_end);
}

// Left is where an odd number of edges lies between a place and one far to the left.
TEST(Edges, SidesOfTheLineAgreeWithCrossingsCounted) {
  const Edges& edges = the_line().line()->edges;
  std::mt19937 random(38);
  std::uniform_int_distribution<std::size_t> vertex(100, edges.vertices().size() - 100);
  std::uniform_real_distribution<double> aside(-0.03, 0.03);
  // A ring: the line, then around by the north.
  std::vector<LatLng> ring = edges.vertices();
  ring.push_back(place(39.5, 128.4));
  ring.push_back(place(39.5, 126.5));
  ring.push_back(ring.front());
  const Edges north = Edges::compile({stretch(ring)}, true).value();
  for (int i = 0; i < 2'000; ++i) {
    const LatLng near = edges.vertices()[vertex(random)];
    const LatLng at = place(degrees(near.latitude_e7) + aside(random),
                            degrees(near.longitude_e7) + aside(random));
    const Nearest nearest = edges.nearest(at);
    if (nearest.distance_m < 0.01 || nearest.at_end) continue;
    EXPECT_EQ(nearest.left, north.surrounds(at))
        << degrees_text(at.latitude_e7) << " " << degrees_text(at.longitude_e7);
  }
}

TEST(Edges, RefusesWhatDegreesCannotHold) {
  const auto code = [](std::vector<LatLng> places) {
    return Edges::compile({stretch(std::move(places))}, false).error().code;
  };
  EXPECT_EQ(code({place(10, 179.9), place(10, -179.9)}), Errc::unsupported);
  EXPECT_EQ(code({place(89.5, 10), place(88, 10)}), Errc::unsupported);
  EXPECT_EQ(code({place(80, 0), place(80, 180)}), Errc::unsupported);  // over the pole
  EXPECT_EQ(code({place(38, 127), place(38, 127)}), Errc::malformed);
  EXPECT_EQ(code({place(38, 127)}), Errc::malformed);
  EXPECT_EQ(Edges::compile({stretch({place(0, 0), place(0, 1), place(1, 1)})}, true).error().code,
            Errc::malformed);
  EXPECT_EQ(Edges::compile({stretch({place(38, 127), place(38, 128)}),
                            stretch({place(38, 128.1), place(38, 129)})},
                           false)
                .error()
                .code,
            Errc::malformed);
}

TEST(Edges, ASquareSurroundsItsInside) {
  const Edges square =
      Edges::compile(
          {stretch({place(0, 0), place(0, 0.01), place(0.01, 0.01), place(0.01, 0), place(0, 0)})},
          true)
          .value();
  EXPECT_TRUE(square.surrounds(place(0.005, 0.005)));
  EXPECT_FALSE(square.surrounds(place(0.005, 0.0100001)));
  EXPECT_FALSE(square.surrounds(place(-0.0000001, 0.005)));
  EXPECT_FALSE(square.surrounds(place(0.005, -170)));
  EXPECT_FALSE(square.surrounds(place(0.005, 170)));
  EXPECT_FALSE(square.nearest(place(-0.001, -0.001)).at_end);
}

}  // namespace
}  // namespace armistice
