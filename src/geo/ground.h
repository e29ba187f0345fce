// SPDX-License-Identifier: Apache-2.0
// What fixes are judged against: a demarcation line with the zone beside it, or other zones. Each
// answer is yes, no or undecidable at the stated accuracy, with the distance, both errors and what
// the edge rests on. Pure and immutable; any thread may ask. Spec: ground.md §3, §4.
#pragma once

#include <memory>

#include "base/bytes.h"
#include "geo/edges.h"

namespace armistice {

/// A line that parts two sides, and the zone of places within `zone_mm` of it.
struct DemarcationLine {
  std::string left;  // the side to the left of the line, in the order of its places
  std::string right;
  std::int64_t zone_mm = 0;
  Edges edges;
};

/// An area: places within an odd number of its rings.
struct Zone {
  std::string name;
  std::vector<Edges> rings;
};

enum class Answer : std::uint8_t {
  yes,          // left of the line; inside the zone
  no,           // right of the line; outside the zone
  undecidable,  // nearer to the edge than the fix and the edge are sure
  beyond,       // past an end of the line, where there are no sides
};

/// A question that has a line's or zone's edge as its boundary.
struct Boundary {
  std::string name;  // `line`, `zone`, or a zone's own
  bool is_line = false;
  std::string yes;  // the word of each answer: `north`, `inside`
  std::string no;

  std::string_view word(Answer answer) const;
};

/// How one place stands to one boundary.
struct Reading {
  Answer answer = Answer::beyond;
  bool nominal = false;  // the answer if there were no errors
  double edge_m = 0;     // to the boundary
  std::int64_t fix_error_mm = 0;
  std::int64_t edge_error_mm = 0;
  Basis basis = Basis::map;

  /// What the errors leave of the distance; the answer is sure if it is positive.
  double margin_m() const;
  /// How far one can go from here in any direction and have the same answer, nominally too.
  double steady_m = 0;
};

class Ground {
 public:
  /// Reads a line as GeoJSON. Errors, naming the feature: `malformed`, `out_of_range`, `too_large`,
  /// `unsupported`.
  static Result<Ground> read_line(ByteView geojson);

  /// Reads zones as GeoJSON polygons and multipolygons. Errors: as above, and `exists` (two zones
  /// of one name).
  static Result<Ground> read_zones(ByteView geojson);

  const std::vector<Boundary>& boundaries() const { return boundaries_; }

  /// One reading a boundary, in their order. REQUIRES: error_mm >= 0, the fix's radius (95 %).
  std::vector<Reading> read(LatLng place, std::int64_t error_mm) const;

  /// The line; nothing for zones.
  const DemarcationLine* line() const { return line_ ? &*line_ : nullptr; }
  const std::vector<Zone>& zones() const { return zones_; }

  /// The compiled edges as text: the same for the same ground on every machine. Spec: ground.md §4.
  Bytes compiled() const;
  /// SHA-256 of compiled().
  Digest digest() const;

 private:
  std::optional<DemarcationLine> line_;
  std::vector<Zone> zones_;
  std::vector<Boundary> boundaries_;
};

}  // namespace armistice
