// SPDX-License-Identifier: Apache-2.0
// count/1: so many of these there were, there and then.
// Spec: kinds/count.md.
#pragma once

#include "record/kinds/field_list.h"
#include "record/kinds/movement.h"

namespace armistice {

struct CountLine {
  std::string what;
  std::string nationality;  // empty: not said
  std::int64_t number = 0;
  friend bool operator==(const CountLine&, const CountLine&) = default;
};

struct StatedCount {
  static constexpr std::string_view kind = "count/1";
  Salt salt;
  std::string of;  // of the agreement's
  std::string side;
  std::string place;
  CountBasis basis = CountBasis::reported;
  StatedTime at;
  std::vector<CountLine> lines;
  std::int64_t total = 0;  // as its author gives it
  std::string text;
  friend bool operator==(const StatedCount&, const StatedCount&) = default;
};

/// Errors: `malformed`, `too_large`, `out_of_range`.
Result<StatedCount> read_count(const Json& body);
Json to_json(const StatedCount& stated_count);

}  // namespace armistice
