// SPDX-License-Identifier: Apache-2.0
// Watches tracks against a ground: follows each from fix to fix along the shortest way, and says
// what happened at each boundary, with the interval in which it happened. It proposes; what it says
// is nobody's statement. Pure: no clock, no files. Spec: ground.md §6.
#pragma once

#include <vector>

#include "geo/ground.h"
#include "track/fix.h"

namespace armistice {

enum class EventKind : std::uint8_t {
  crossing,      // of the line, from one side to the other
  entry,         // into a zone
  leaving,       // of a zone
  first_inside,  // the track is inside when it is first seen for sure
  undecidable,   // a stretch on which nobody can say
  halt,          // stood still inside a zone, or past a line that it had crossed
};
std::string_view word(EventKind kind);

struct WatchRules {
  /// Fixes farther apart in time, or as if faster, are no way: what lies between was not observed.
  std::int64_t gap_ms_max = 3'600'000;
  double speed_m_s_max = 1'000;
  /// A halt is this long, within halt_radius_m and both fixes' errors of where it began.
  std::int64_t halt_ms_min = 600'000;
  double halt_radius_m = 50;
};

struct Event {
  EventKind kind = EventKind::crossing;
  std::size_t boundary = 0;  // of Ground::boundaries()
  std::string track;
  std::string affiliation;  // as the fix claims
  Answer from = Answer::beyond;
  Answer to = Answer::beyond;
  /// It happened after `earliest` and before `latest`; at `about` if there were no errors. All
  /// three are interpolated between fixes, unless not `observed`: then they are those of fixes.
  std::int64_t earliest_ms = 0;
  std::int64_t about_ms = 0;
  std::int64_t latest_ms = 0;
  std::int32_t offset_s = 0;
  bool observed = true;
  LatLng at;                     // at about_ms
  Reading reading;               // there
  std::uint64_t first_line = 0;  // of the fixes it rests on
  std::uint64_t last_line = 0;
};

struct Watched {
  std::vector<Event> events;  // track after track, each in the order of its fixes
  std::uint64_t tracks = 0;
  std::uint64_t gaps = 0;  // segments that were not followed
  /// How many fixes gave which answer, a boundary each.
  struct Count {
    std::uint64_t yes = 0;
    std::uint64_t no = 0;
    std::uint64_t undecidable = 0;
    std::uint64_t beyond = 0;
  };
  std::vector<Count> counts;
};

/// Judges every track. A track's fixes are taken in the order of time, equal times in that of the
/// file. Guarantees: no change of an answer is missed that lasts 10 m of the way (of ways longer
/// than 100 km: a ten-thousandth).
/// Cost: some 20 µs a fix far from edges, and that again for every 10 m along an edge.
Watched watch(const Ground& ground, std::vector<Fix> fixes, const WatchRules& rules);

}  // namespace armistice
