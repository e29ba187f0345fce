// SPDX-License-Identifier: Apache-2.0
#include "geo/edges.h"

#include <fmt/format.h>

#include <cmath>
#include <limits>

namespace armistice {
namespace {

constexpr std::int32_t latitude_e7_max = 89 * e7;
constexpr double far_m = 500'000;
constexpr double vertex_slack_m = 50'000;
// Half an edge, and what rounding to 1e-7 degree may add.
constexpr double half_edge_m = edge_length_m_max / 2 + 0.1;

Error malformed(std::string what) { return Error{Errc::malformed, std::move(what)}; }

std::string text_of(LatLng place) {
  return fmt::format("{} {}", degrees_text(place.latitude_e7), degrees_text(place.longitude_e7));
}

double cross(const East& a, const East& b) { return a.east_m * b.north_m - a.north_m * b.east_m; }

// Whether the origin lies to the left of the way from a to b.
bool origin_left_of(const East& a, const East& b) { return cross(a, b) > 0; }

struct OnEdge {
  double distance_m = 0;
  double along = 0;  // 0 at a, 1 at b
};

OnEdge nearest_to_origin(const East& a, const East& b) {
  const double east = b.east_m - a.east_m;
  const double north = b.north_m - a.north_m;
  const double squared = east * east + north * north;
  double along = squared > 0 ? -(a.east_m * east + a.north_m * north) / squared : 0;
  along = std::min(1.0, std::max(0.0, along));
  return {std::hypot(a.east_m + along * east, a.north_m + along * north), along};
}

}  // namespace

std::string_view word(Basis basis) {
  switch (basis) {
    case Basis::map:
      return "map";
    case Basis::survey:
      return "survey";
    case Basis::buffer:
      return "buffer";
  }
  return "";
}

std::optional<Basis> basis_of(std::string_view text) {
  for (const Basis basis : {Basis::map, Basis::survey, Basis::buffer}) {
    if (word(basis) == text) return basis;
  }
  return std::nullopt;
}

Result<Edges> Edges::compile(const std::vector<Stretch>& stretches, bool closed) {
  Edges edges;
  edges.closed_ = closed;
  for (const Stretch& stretch : stretches) {
    if (stretch.places.size() < 2) return malformed("a stretch has at least two places");
    if (edges.vertices_.empty()) {
      edges.vertices_.push_back(stretch.places.front());
    } else if (edges.vertices_.back() != stretch.places.front()) {
      return malformed(fmt::format("a stretch begins at {}, the one before ends at {}",
                                   text_of(stretch.places.front()),
                                   text_of(edges.vertices_.back())));
    }
    for (std::size_t i = 1; i < stretch.places.size(); ++i) {
      TRY(edges.extend(stretch.places[i], stretch));
    }
  }
  if (edges.vertices_.size() < (closed ? 4U : 2U)) return malformed("too few places that differ");
  if (closed && edges.vertices_.front() != edges.vertices_.back()) {
    return malformed("a ring ends where it begins");
  }
  for (const LatLng vertex : edges.vertices_) edges.cartesian_.push_back(to_cartesian(vertex));
  const auto [least, most] = std::minmax_element(edges.error_mm_.begin(), edges.error_mm_.end());
  edges.error_mm_min_ = *least;
  edges.error_mm_max_ = *most;
  return edges;
}

Result<void> Edges::extend(LatLng to, const Stretch& stretch) {
  if (to == vertices_.back()) return {};  // maps repeat places; they add nothing
  const double steps_max = static_cast<double>(edges_max - count());
  if (distance_m(vertices_.back(), to) / edge_length_m_max > steps_max) {
    return Error{Errc::too_large,
                 fmt::format("more than {} edges of {} m", edges_max, edge_length_m_max)};
  }
  for (const LatLng place : densified(vertices_.back(), to, edge_length_m_max)) {
    const LatLng from = vertices_.back();
    const std::int64_t turn = std::int64_t{place.longitude_e7} - from.longitude_e7;
    if (std::abs(turn) > 180 * e7) {
      return Error{
          Errc::unsupported,
          fmt::format("the edge at {} crosses the antimeridian; cut it there", text_of(from))};
    }
    if (std::abs(place.latitude_e7) > latitude_e7_max ||
        std::abs(from.latitude_e7) > latitude_e7_max) {
      return Error{Errc::unsupported,
                   fmt::format("the edge at {} lies within 1° of a pole", text_of(from))};
    }
    if (place == from) continue;
    vertices_.push_back(place);
    basis_.push_back(stretch.basis);
    error_mm_.push_back(stretch.error_mm);
  }
  return {};
}

Nearest Edges::nearest(LatLng place) const {
  const Cartesian at = to_cartesian(place);
  std::vector<double> chords(vertices_.size());
  std::size_t best = 0;
  for (std::size_t i = 0; i < vertices_.size(); ++i) {
    chords[i] = chord_m(at, cartesian_[i]);
    if (chords[i] < chords[best]) best = i;
  }
  Nearest out;
  out.distance_m = distance_m(place, vertices_[best]);
  out.edge = std::min(best, count() - 1);
  out.at_end = !closed_;
  if (out.distance_m > far_m) {
    nearest_vertex(place, chords, chords[best] + vertex_slack_m, out);
    return out;
  }
  // Every place of an edge is within half an edge of a vertex, and no way is shorter than its
  // chord: an edge whose vertices both lie farther than this cannot hold the nearest place.
  const double enough_m = out.distance_m + half_edge_m;
  out.distance_m = std::numeric_limits<double>::infinity();
  double along = 0;
  std::optional<std::size_t> seen;
  East from;
  for (std::size_t edge = 0; edge < count(); ++edge) {
    if (chords[edge] > enough_m && chords[edge + 1] > enough_m) continue;
    if (seen != edge) from = seen_from(place, vertices_[edge]);
    const East to = seen_from(place, vertices_[edge + 1]);
    const OnEdge found = nearest_to_origin(from, to);
    if (found.distance_m < out.distance_m) {
      out.distance_m = found.distance_m;
      out.edge = edge;
      along = found.along;
    }
    from = to;
    seen = edge + 1;
  }
  finish_nearest(place, out, along);
  return out;
}

// Chords order far places as ways do, but for the ellipsoid's flattening, most of all near
// antipodes.
void Edges::nearest_vertex(LatLng place, const std::vector<double>& chords, double chord_m_max,
                           Nearest& nearest) const {
  for (std::size_t i = 0; i < vertices_.size(); ++i) {
    if (chords[i] > chord_m_max) continue;
    const double found_m = distance_m(place, vertices_[i]);
    if (found_m >= nearest.distance_m) continue;
    nearest.distance_m = found_m;
    nearest.edge = std::min(i, count() - 1);
  }
}

// At a vertex the two edges may disagree: what lies between them belongs to the side that both
// give if the line turns towards it, and to the side that either gives if it turns away.
void Edges::finish_nearest(LatLng place, Nearest& nearest, double along) const {
  const std::size_t edge = nearest.edge;
  const auto at = [&](std::size_t i) { return seen_from(place, vertices_[i]); };
  nearest.left = origin_left_of(at(edge), at(edge + 1));
  nearest.at_end = false;
  if (along > 0 && along < 1) return;
  const bool first = along <= 0;
  std::size_t before = first ? edge - 1 : edge;  // wraps around at edge 0, which is seen to below
  if (first && edge == 0) {
    nearest.at_end = !closed_;
    before = count() - 1;
  }
  std::size_t after = first ? edge : edge + 1;
  if (!first && edge + 1 == count()) {
    nearest.at_end = !closed_;
    after = 0;
  }
  if (nearest.at_end) return;
  const East a = at(before);
  const East b = at(after);
  const East c = at(after + 1);
  const bool turns_left = cross({b.east_m - a.east_m, b.north_m - a.north_m},
                                {c.east_m - b.east_m, c.north_m - b.north_m}) > 0;
  const bool left_of_first = origin_left_of(a, b);
  const bool left_of_second = origin_left_of(b, c);
  nearest.left = turns_left ? left_of_first && left_of_second : left_of_first || left_of_second;
}

bool Edges::surrounds(LatLng place) const {
  ASSERT(closed_);
  bool inside = false;
  for (std::size_t edge = 0; edge < count(); ++edge) {
    const LatLng a = vertices_[edge];
    const LatLng b = vertices_[edge + 1];
    if ((a.latitude_e7 > place.latitude_e7) == (b.latitude_e7 > place.latitude_e7)) continue;
    // Edges are short, so the products stay far below 2^63.
    const std::int64_t rise = std::int64_t{b.latitude_e7} - a.latitude_e7;
    const std::int64_t run = std::int64_t{b.longitude_e7} - a.longitude_e7;
    const std::int64_t up = std::int64_t{place.latitude_e7} - a.latitude_e7;
    const std::int64_t right = std::int64_t{place.longitude_e7} - a.longitude_e7;
    const std::int64_t side = run * up - right * rise;
    if (rise > 0 ? side > 0 : side < 0) inside = !inside;
  }
  return inside;
}

}  // namespace armistice
