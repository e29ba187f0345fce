// SPDX-License-Identifier: Apache-2.0
// permit/1: whoever is named may do this, there, in that time.
// Spec: kinds/permit.md.
#pragma once

#include "record/kinds/field_list.h"

namespace armistice {

enum class PermitAct : std::uint8_t { crossing_line, entering_territory, entering_zone };
inline constexpr std::array<std::string_view, 3> permit_act_words = {
    "crossing_line", "entering_territory", "entering_zone"};

struct Permit {
  static constexpr std::string_view kind = "permit/1";
  Salt salt;
  PermitAct act = PermitAct::crossing_line;
  std::string holder;     // a track, or who is permitted
  std::string territory;  // the side whose territory is entered; or empty
  StatedTime from;
  StatedTime to;
  std::string text;  // what for
  friend bool operator==(const Permit&, const Permit&) = default;
};

/// Errors: `malformed`, `too_large`, `out_of_range`.
Result<Permit> read_permit(const Json& body);
Json to_json(const Permit& permit);

}  // namespace armistice
