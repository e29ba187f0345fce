// SPDX-License-Identifier: Apache-2.0
// Distances and ways on the ellipsoid of WGS 84, by GeographicLib, which only geodesy.cpp includes.
// Pure functions; any thread may call them. Spec: ground.md §2. Source: Karney, Algorithms for
// geodesics, J. Geodesy 87 (2013), errors of some nanometres.
#pragma once

#include <vector>

#include "geo/coordinate.h"

namespace armistice {

/// A point of a plane or of space, in metres.
struct East {
  double east_m = 0;
  double north_m = 0;
};
struct Cartesian {
  double x_m = 0;
  double y_m = 0;
  double z_m = 0;
};

/// The length of the shortest way between two places. Units: metres.
double distance_m(LatLng from, LatLng to);

/// Where `to` lies on the plane that touches at `from`, at its true distance and direction
/// (azimuthal equidistant).
East seen_from(LatLng from, LatLng to);

/// The straight line through the Earth is never longer than the way on it, and quick to compute.
Cartesian to_cartesian(LatLng place);
double chord_m(const Cartesian& a, const Cartesian& b);

/// The shortest way between two places, to be asked for places along it.
class Way {
 public:
  Way(LatLng from, LatLng to);
  double length_m() const { return length_m_; }
  /// REQUIRES: 0 <= along_m <= length_m().
  LatLng at(double along_m) const;

 private:
  LatLng from_;
  LatLng to_;
  double length_m_ = 0;
  double azimuth_degrees_ = 0;
};

/// The places after `from` up to and with `to`, at most `step_m` apart along the shortest way,
/// each rounded to 1e-7 degree. Guarantees: the way between two of them, 250 m apart, is straight
/// in degrees to 1 mm up to 60° of latitude.
std::vector<LatLng> densified(LatLng from, LatLng to, double step_m);

}  // namespace armistice
