// SPDX-License-Identifier: Apache-2.0
#include "views/docket/point_areas.h"

#include "geo/ground_table.h"

namespace armistice {
namespace {

std::int32_t e7_of(ArcMinutes minutes) {
  // A minute of arc is 166,666.6 of 1e-7 degree.
  return static_cast<std::int32_t>(minutes.value * 10'000'000 / 60);
}

std::optional<LatLng> place_of(const Bodies& bodies, std::string_view name) {
  for (const Port& port : bodies.ports) {
    if (port.name == name) return LatLng{e7_of(port.latitude), e7_of(port.longitude)};
  }
  const Place* place = bodies.place(name);
  if (place == nullptr || !place->latitude || !place->longitude) return std::nullopt;
  return LatLng{e7_of(*place->latitude), e7_of(*place->longitude)};
}

std::int64_t distance_of(const Route& route, LatLng place) {
  GroundTable line;
  for (const RoutePlace& one : route.places) {
    line.vertices.push_back({one.latitude_e7, one.longitude_e7});
  }
  line.basis.assign(route.places.size() - 1, Basis::map);
  line.error_mm.assign(route.places.size() - 1, 0);
  return line.stand(place).distance_mm / 1'000;
}

}  // namespace

DeniedAt denied_at(const AgreementInForce& agreement, const PointArea& term, LatLng place) {
  DeniedAt nearest;
  std::optional<std::int64_t> beyond_m;  // of the edge of its area; negative: inside
  const auto take = [&](const std::string& name, std::int64_t distance_m, std::int64_t within_m) {
    if (beyond_m && *beyond_m <= distance_m - within_m) return;
    beyond_m = distance_m - within_m;
    nearest = {name, distance_m, 0};
  };
  std::int64_t unknown = term.unnamed;
  for (const std::string& name : term.points) {
    const auto point = place_of(agreement.folder.bodies, name);
    if (!point) ++unknown;
    if (point) take(name, plane_distance_mm(*point, place) / 1'000, term.radius_m);
  }
  for (const Route& route : term.routes) take(route.name, distance_of(route, place), route.width_m);
  nearest.points_unknown = unknown;
  return nearest;
}

}  // namespace armistice
