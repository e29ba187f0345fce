// SPDX-License-Identifier: Apache-2.0
// Times as receivers write them: RFC 3339 with `Z` or an offset, fractions allowed. Without one,
// only if the caller says which offset the file was written in. Spec: ground.md §5.
#pragma once

#include <optional>

#include "base/time.h"

namespace armistice {

struct FixTime {
  std::int64_t time_ms = 0;
  std::int32_t offset_s = 0;
  friend bool operator==(const FixTime&, const FixTime&) = default;
};

/// Reads `1953-08-01T10:00:00.5+09:00`, or with a space for the T; with `otherwise_s` also a time
/// without an offset, and a date alone, which is its first moment.
/// Errors: `malformed`, `out_of_range`, saying what would be right.
Result<FixTime> parse_fix_time(std::string_view text, std::optional<std::int32_t> otherwise_s);

/// The moment as a civil time, whole seconds, rounded down.
CivilTime to_civil(std::int64_t time_ms, std::int32_t offset_s);

}  // namespace armistice
