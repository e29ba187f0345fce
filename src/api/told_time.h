// SPDX-License-Identifier: Apache-2.0
// A moment that a record stated, told in another offset than its author's. Spec: api.md §4.
#pragma once

#include <string>

#include "base/time.h"

namespace armistice {

/// The moment at the agreement's offset; where that would lie past the years that a time may state
/// (1900 to 2199), at the offset at which it does not.
inline std::string told_time(std::int64_t utc, std::int32_t offset_s) {
  constexpr std::int32_t half_a_day_s = 43'200;
  for (const std::int32_t other : {offset_s, 0, half_a_day_s, -half_a_day_s}) {
    const CivilTime time{{utc}, other};
    if (has_text(time)) return to_text(time);
  }
  // A moment that no record can state: only what is reckoned from one.
  return to_text(CivilTime{{0}, 0});
}

}  // namespace armistice
