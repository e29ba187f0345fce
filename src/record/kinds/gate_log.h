// SPDX-License-Identifier: Apache-2.0
// gate-log/1: so much passed this gate of the zone in that time.
// Spec: kinds/gate-log.md.
#pragma once

#include "record/kinds/field_list.h"

namespace armistice {

enum class Passing : std::uint8_t { in, out };
inline constexpr std::array<std::string_view, 2> passing_words = {"in", "out"};

struct GateEntry {
  StatedTime time;
  Passing passing = Passing::in;
  std::string number;  // the pass shown; empty: none
  std::int64_t persons = 1;
  friend bool operator==(const GateEntry&, const GateEntry&) = default;
};

struct GateLog {
  static constexpr std::string_view kind = "gate-log/1";
  Salt salt;
  std::string gate;
  std::string zone;
  std::string side;  // whose persons
  StatedTime from;
  StatedTime to;
  std::vector<GateEntry> entries;
  std::int64_t inside = 0;  // of the side, in the zone, at `to`, as the keeper reckons
  std::string text;
  friend bool operator==(const GateLog&, const GateLog&) = default;
};

/// Errors: `malformed`, `too_large`, `out_of_range`.
Result<GateLog> read_gate_log(const Json& body);
Json to_json(const GateLog& gate_log);

}  // namespace armistice
