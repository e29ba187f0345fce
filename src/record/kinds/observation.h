// SPDX-License-Identifier: Apache-2.0
// observation/1: this was seen: fixes of one track, and how it stood to a line or zone.
// Spec: kinds/observation.md.
#pragma once

#include "record/kinds/field_list.h"

namespace armistice {

enum class ObservedEvent : std::uint8_t {
  crossing,
  entry,
  leaving,
  first_inside,
  halt,
  undecidable
};
inline constexpr std::array<std::string_view, 6> observed_event_words = {
    "crossing", "entry", "leaving", "first_inside", "halt", "undecidable"};

struct ObservedFix {
  StatedTime time;
  std::int64_t latitude_e7 = 0;
  std::int64_t longitude_e7 = 0;
  std::int64_t error_mm = 0;  // radius within which it lies with 95 %
  friend bool operator==(const ObservedFix&, const ObservedFix&) = default;
};

struct Observation {
  static constexpr std::string_view kind = "observation/1";
  Salt salt;
  ObservedEvent event = ObservedEvent::crossing;
  std::string track;
  std::string sort;         // of thing or person, as claimed; or empty
  std::string affiliation;  // a party, as claimed; or empty
  std::string claimed_by;   // who claims it
  Digest ground;            // of the compiled edges that it was judged against
  std::string boundary;     // `line`, `zone`
  std::string from;         // `north`, `outside`; empty: not known
  std::string to;
  StatedTime earliest;
  StatedTime latest;
  std::int64_t edge_distance_mm = 0;
  std::int64_t fix_error_mm = 0;
  std::int64_t edge_error_mm = 0;
  std::string basis;               // of the edge: map, survey or buffer
  std::vector<ObservedFix> fixes;  // in the order of time
  std::string text;
  friend bool operator==(const Observation&, const Observation&) = default;
};

/// Errors: `malformed`, `too_large`, `out_of_range`.
Result<Observation> read_observation(const Json& body);
Json to_json(const Observation& observation);

}  // namespace armistice
