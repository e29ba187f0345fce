// SPDX-License-Identifier: Apache-2.0
// arrangement/1: something is asked of another, or told to them before it happens.
// Spec: kinds/arrangement.md.
#pragma once

#include "record/kinds/field_list.h"

namespace armistice {

struct Arrangement {
  static constexpr std::string_view kind = "arrangement/1";
  Salt salt;
  std::string sort;  // of the agreement's
  std::string number;
  std::string by;  // for whom it is asked
  std::vector<std::string> to;
  std::optional<Digest> about;  // a record that it concerns
  std::string place;
  StatedTime from;
  StatedTime until;
  std::int64_t quantity = 0;
  std::string unit;
  std::string language;
  std::string text;
  friend bool operator==(const Arrangement&, const Arrangement&) = default;
};

/// Errors: `malformed`, `too_large`, `out_of_range`.
Result<Arrangement> read_arrangement(const Json& body);
Json to_json(const Arrangement& arrangement);

}  // namespace armistice
