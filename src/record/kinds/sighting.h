// SPDX-License-Identifier: Apache-2.0
// sighting/1: how many of what were seen or heard, and how sure one is.
// Spec: kinds/sighting.md.
#pragma once

#include "record/kinds/field_list.h"

namespace armistice {

enum class Means : std::uint8_t { patrol, camera, uav, told };
inline constexpr std::array<std::string_view, 4> means_words = {"patrol", "camera", "uav", "told"};

enum class Perceived : std::uint8_t { seen, heard };
inline constexpr std::array<std::string_view, 2> perceived_words = {"seen", "heard"};

enum class Certainty : std::uint8_t { observed, assessed, undetermined, unconfirmed };
inline constexpr std::array<std::string_view, 4> certainty_words = {"observed", "assessed",
                                                                    "undetermined", "unconfirmed"};

enum class Bearing : std::uint8_t { incoming, outgoing, undetermined, none };
inline constexpr std::array<std::string_view, 4> bearing_words = {"incoming", "outgoing",
                                                                  "undetermined", "none"};

struct Sighting {
  static constexpr std::string_view kind = "sighting/1";
  Salt salt;
  std::string what;  // of the agreement's
  std::int64_t number = 1;
  Means means = Means::patrol;
  Perceived perceived = Perceived::seen;
  Certainty certainty = Certainty::observed;
  Bearing bearing = Bearing::incoming;
  std::string side;   // whose, as assessed
  std::string place;  // a zone or place of the agreement
  std::int64_t latitude_e7 = 0;
  std::int64_t longitude_e7 = 0;
  std::int64_t error_mm = 0;
  std::int64_t line_distance_mm = 0;
  StatedTime from;
  StatedTime until;
  std::string text;
  friend bool operator==(const Sighting&, const Sighting&) = default;
};

/// Errors: `malformed`, `too_large`, `out_of_range`.
Result<Sighting> read_sighting(const Json& body);
Json to_json(const Sighting& sighting);

}  // namespace armistice
