// SPDX-License-Identifier: Apache-2.0
#include "geo/geodesy.h"

#include <GeographicLib/Geocentric.hpp>
#include <GeographicLib/Geodesic.hpp>
#include <cmath>
#include <numbers>

namespace armistice {
namespace {

using GeographicLib::Geocentric;
using GeographicLib::Geodesic;

// Nothing here throws: GeographicLib does so only for an ellipsoid that is none.
double degrees(std::int32_t value_e7) { return static_cast<double>(value_e7) / 1e7; }

std::int32_t rounded_e7(double value) {
  return static_cast<std::int32_t>(std::llround(value * 1e7));
}

struct Inverse {
  double distance_m = 0;
  double azimuth_degrees = 0;
};

Inverse inverse(LatLng from, LatLng to) {
  Inverse out;
  double arrival = 0;
  Geodesic::WGS84().Inverse(degrees(from.latitude_e7), degrees(from.longitude_e7),
                            degrees(to.latitude_e7), degrees(to.longitude_e7), out.distance_m,
                            out.azimuth_degrees, arrival);
  return out;
}

}  // namespace

double distance_m(LatLng from, LatLng to) { return inverse(from, to).distance_m; }

East seen_from(LatLng from, LatLng to) {
  const Inverse way = inverse(from, to);
  const double azimuth = way.azimuth_degrees * std::numbers::pi / 180;
  return {way.distance_m * std::sin(azimuth), way.distance_m * std::cos(azimuth)};
}

Cartesian to_cartesian(LatLng place) {
  Cartesian out;
  Geocentric::WGS84().Forward(degrees(place.latitude_e7), degrees(place.longitude_e7), 0, out.x_m,
                              out.y_m, out.z_m);
  return out;
}

double chord_m(const Cartesian& a, const Cartesian& b) {
  const double x = a.x_m - b.x_m;
  const double y = a.y_m - b.y_m;
  const double z = a.z_m - b.z_m;
  return std::sqrt(x * x + y * y + z * z);
}

Way::Way(LatLng from, LatLng to) : from_(from), to_(to) {
  const Inverse way = inverse(from, to);
  length_m_ = way.distance_m;
  azimuth_degrees_ = way.azimuth_degrees;
}

LatLng Way::at(double along_m) const {
  if (along_m <= 0) return from_;
  if (along_m >= length_m_) return to_;
  double latitude = 0;
  double longitude = 0;
  Geodesic::WGS84().Direct(degrees(from_.latitude_e7), degrees(from_.longitude_e7),
                           azimuth_degrees_, along_m, latitude, longitude);
  return {rounded_e7(latitude), rounded_e7(longitude)};
}

std::vector<LatLng> densified(LatLng from, LatLng to, double step_m) {
  const Way way(from, to);
  const auto steps = static_cast<std::size_t>(std::ceil(way.length_m() / step_m));
  std::vector<LatLng> places;
  for (std::size_t i = 1; i < steps; ++i) {
    places.push_back(way.at(way.length_m() * static_cast<double>(i) / static_cast<double>(steps)));
  }
  if (steps > 0) places.push_back(to);
  return places;
}

}  // namespace armistice
