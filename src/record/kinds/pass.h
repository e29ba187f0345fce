// SPDX-License-Identifier: Apache-2.0
// pass/1: these persons of a side may be in the zone in that time.
// Spec: kinds/pass.md.
#pragma once

#include "record/kinds/field_list.h"

namespace armistice {

enum class Arms : std::uint8_t { unarmed, armed };
inline constexpr std::array<std::string_view, 2> arms_words = {"unarmed", "armed"};

struct PassHolder {
  std::string number;
  std::string person;
  std::string sort;
  Arms arms = Arms::unarmed;
  friend bool operator==(const PassHolder&, const PassHolder&) = default;
};

struct Pass {
  static constexpr std::string_view kind = "pass/1";
  Salt salt;
  std::string zone;
  std::string side;  // whose number they count in
  StatedTime from;
  StatedTime to;
  std::vector<PassHolder> holders;
  std::string text;
  friend bool operator==(const Pass&, const Pass&) = default;
};

/// Errors: `malformed`, `too_large`, `out_of_range`.
Result<Pass> read_pass(const Json& body);
Json to_json(const Pass& pass);

}  // namespace armistice
