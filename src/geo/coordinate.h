// SPDX-License-Identifier: Apache-2.0
// Where something is: WGS 84, in integers of 1e-7 degree (1.1 cm). What is judged is these
// integers, so that the same fix is the same place on every machine. Spec: ground.md §1.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace armistice {

struct LatLng {
  std::int32_t latitude_e7 = 0;
  std::int32_t longitude_e7 = 0;
  friend auto operator<=>(const LatLng&, const LatLng&) = default;
};

inline constexpr std::int64_t e7 = 10'000'000;

/// Reads a decimal number exactly, `-12.5e1` too, as an integer of 10^-`decimals`, rounded half
/// away from zero. No floating point and no locale takes part. Errors: `malformed`, `out_of_range`.
Result<std::int64_t> parse_scaled(std::string_view text, int decimals);

/// Decimal degrees within ±90. Errors: those of parse_scaled.
Result<std::int32_t> parse_latitude(std::string_view text);

/// Decimal degrees within ±180. Errors: those of parse_scaled.
Result<std::int32_t> parse_longitude(std::string_view text);

/// Metres, not negative, as millimetres, at most 10,000 km. Errors: those of parse_scaled.
Result<std::int64_t> parse_metres(std::string_view text);

/// `38.1234567`, with all seven decimals.
std::string degrees_text(std::int32_t degrees_e7);

}  // namespace armistice
