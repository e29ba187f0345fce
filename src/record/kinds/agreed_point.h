// SPDX-License-Identifier: Apache-2.0
// agreed-point/1: both delegations agreed on this.
// Spec: kinds/agreed-point.md.
#pragma once

#include "record/kinds/field_list.h"

namespace armistice {

struct AgreedPoint {
  static constexpr std::string_view kind = "agreed-point/1";
  Salt salt;
  std::string issue;
  std::int64_t number = 0;  // of the points on the issue
  std::int64_t points = 0;  // so many there are
  StatedDay day;
  std::string title;
  std::string wording;    // empty: agreed, and the words are not here
  std::string paragraph;  // of the agreement that it became; empty: not said
  std::string source;     // document, and place in it
  std::string text;
  friend bool operator==(const AgreedPoint&, const AgreedPoint&) = default;
};

/// Errors: `malformed`, `too_large`, `out_of_range`.
Result<AgreedPoint> read_agreed_point(const Json& body);
Json to_json(const AgreedPoint& agreed_point);

}  // namespace armistice
