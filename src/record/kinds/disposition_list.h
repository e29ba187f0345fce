// SPDX-License-Identifier: Apache-2.0
// The form of a list of units: what an opening shows when it shows dispositions, so that terms can
// judge it. A first line of salt, then a line a unit. Spec: kinds/opening.md.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace armistice {

namespace limits {
inline constexpr std::size_t listed_units_max = 4'096;  // every battalion of an army
}  // namespace limits

struct ListedUnit {
  std::string unit;
  std::string place;
  std::int64_t strength = 0;  // persons
  friend bool operator==(const ListedUnit&, const ListedUnit&) = default;
};

/// Reads the lines below the salt, as a side writes them down. Errors: `malformed`, `out_of_range`,
/// `too_large`; each names the line, the first of these being 1.
Result<std::vector<ListedUnit>> read_units(std::string_view lines);

/// Reads a whole list, salt and units. Errors: as read_units, the salt's line being line 1.
Result<std::vector<ListedUnit>> read_disposition_list(std::string_view list);

}  // namespace armistice
