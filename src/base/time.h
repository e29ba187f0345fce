// SPDX-License-Identifier: Apache-2.0
// Two kinds of time. UtcSeconds counts Unix seconds and is what clocks and cosignatures give.
// CivilTime is what a person writes: whole seconds with an explicit offset (RFC 3339 without `Z`,
// fractions or leap seconds); no system zone table is ever asked. Spec: record.md §2.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace armistice {

struct UtcSeconds {
  std::int64_t value = 0;
  friend auto operator<=>(const UtcSeconds&, const UtcSeconds&) = default;
};

/// A moment and the offset in which its author wrote it.
struct CivilTime {
  UtcSeconds utc;
  std::int32_t offset_s = 0;
  friend bool operator==(const CivilTime&, const CivilTime&) = default;
};

/// Reads `1951-07-12T01:30:00+09:00`: years 1900 to 2199, a date that exists, seconds 00 to 59,
/// offset within ±14:00 in whole minutes; `-00:00` is refused, since +00:00 is its only spelling.
/// Errors: `malformed`, `out_of_range`.
Result<CivilTime> parse_civil_time(std::string_view text);

/// Writes the same form. REQUIRES: a moment whose civil year lies in 1900 to 2199.
std::string to_text(const CivilTime& time);

/// Reads an offset alone, `+09:00`, in seconds. Errors: `malformed`, `out_of_range`.
Result<std::int32_t> parse_offset(std::string_view text);

/// Whether the civil year lies in 1900 to 2199, so that the time has a spelling.
bool has_text(const CivilTime& time);

}  // namespace armistice
