// SPDX-License-Identifier: Apache-2.0
// Edges on the ground, one after the other, open (a line) or closed (a ring), compiled: at most 250
// m long each, in integers, each with what it rests on and how far it may be off. Immutable once
// built; any thread may ask. Spec: ground.md §2, §3.
#pragma once

#include <optional>
#include <vector>

#include "geo/geodesy.h"

namespace armistice {

inline constexpr double edge_length_m_max = 250;
// Enough for every border of Europe; a question costs 1.5 ns an edge.
inline constexpr std::size_t edges_max = 400'000;

/// What an edge rests on.
enum class Basis : std::uint8_t { map, survey, buffer };
std::string_view word(Basis basis);
std::optional<Basis> basis_of(std::string_view word);

/// A stretch as it was given: places, and how sure they are (95 %).
struct Stretch {
  Basis basis = Basis::map;
  std::int64_t error_mm = 0;
  std::vector<LatLng> places;
};

struct Nearest {
  double distance_m = 0;
  std::size_t edge = 0;
  bool left = false;    // of the edges, in the order of their places
  bool at_end = false;  // nearest is an end of a line: there is no side
};

class Edges {
 public:
  /// Joins stretches, each beginning where the one before ends, and densifies them.
  /// Errors: `malformed` (stretches that do not meet, fewer than two places, a ring that does not
  /// close), `too_large`, `unsupported` (an edge over the antimeridian, or within 1° of a pole:
  /// degrees are no plane there).
  static Result<Edges> compile(const std::vector<Stretch>& stretches, bool closed);

  /// The nearest place on the edges. Guarantees: distance to 1 mm within 100 km, to 0.1 m within
  /// 500 km; farther, that of the nearest vertex, which is at most 125 m more.
  /// Cost: 1.5 ns an edge, and 0.7 µs for each that may be the nearest.
  Nearest nearest(LatLng place) const;

  /// Whether a place lies within a ring, by exact integers; on the ring itself it does for the
  /// lower and left edges alone. REQUIRES: closed.
  bool surrounds(LatLng place) const;

  /// vertices()[i] to vertices()[i + 1] is edge i.
  const std::vector<LatLng>& vertices() const { return vertices_; }
  std::size_t count() const { return vertices_.size() - 1; }
  Basis basis(std::size_t edge) const { return basis_[edge]; }
  std::int64_t error_mm(std::size_t edge) const { return error_mm_[edge]; }
  /// The smallest and the largest error of any edge.
  std::int64_t error_mm_min() const { return error_mm_min_; }
  std::int64_t error_mm_max() const { return error_mm_max_; }

 private:
  Edges() = default;
  Result<void> extend(LatLng to, const Stretch& stretch);
  void nearest_vertex(LatLng place, const std::vector<double>& chords, double chord_m_max,
                      Nearest& nearest) const;
  void finish_nearest(LatLng place, Nearest& nearest, double along) const;

  bool closed_ = false;
  std::vector<LatLng> vertices_;
  std::vector<Basis> basis_;
  std::vector<std::int64_t> error_mm_;
  std::vector<Cartesian> cartesian_;
  std::int64_t error_mm_min_ = 0;
  std::int64_t error_mm_max_ = 0;
};

}  // namespace armistice
