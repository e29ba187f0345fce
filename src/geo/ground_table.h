// SPDX-License-Identifier: Apache-2.0
// A compiled line as it lies on record, and how a place stands to it, reckoned by IEEE's basic
// operations alone: no trigonometry of some library, so that every node gets the same millimetre.
// The views judge by this; `watch` judges by the geodesic. Immutable; any thread may ask.
// Spec: ground.md §4.
#pragma once

#include <string>
#include <vector>

#include "base/bytes.h"
#include "geo/edges.h"

namespace armistice {

struct GroundTable {
  std::string left;  // the side to the left of the line, in the order of its places
  std::string right;
  std::int64_t zone_mm = 0;
  std::vector<LatLng> vertices;
  std::vector<Basis> basis;            // [edge]
  std::vector<std::int64_t> error_mm;  // [edge]

  /// How a place stands to the line. Guarantees: within 20 km of the line the distance is that of
  /// the geodesic to 1 m, within 500 km to a hundredth; farther it only says far. Cost: 10 ns a
  /// vertex.
  struct Stand {
    std::int64_t distance_mm = 0;
    std::size_t edge = 0;
    bool left = false;
    bool at_end = false;  // past an end of the line, where it has no sides
  };
  Stand stand(LatLng place) const;

  /// `inside`, `outside` or `undecidable`, at the accuracy of a fix and of the nearest edge.
  std::string_view zone_word(const Stand& stand, std::int64_t fix_error_mm) const;
  /// The side's name, `undecidable` or `beyond`.
  std::string_view side_word(const Stand& stand, std::int64_t fix_error_mm) const;
};

/// How far two places lie apart, reckoned in the same way and as far to be trusted.
std::int64_t plane_distance_mm(LatLng from, LatLng to);

/// Whether a stated distance is another than the one reckoned here. Within 20 km of an edge a
/// geodesic and this reckoning agree to 2 m; what is farther is held to a twentieth, which no
/// verdict hangs on.
bool distances_differ(std::int64_t stated_mm, std::int64_t computed_mm);

/// Reads what Ground::compiled() wrote of a line. Errors, naming the line: `malformed`,
/// `too_large`, `unsupported` (zones).
Result<GroundTable> parse_ground_table(ByteView text);

}  // namespace armistice
