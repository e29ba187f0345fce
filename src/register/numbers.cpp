// SPDX-License-Identifier: Apache-2.0
#include "register/numbers.h"

#include <algorithm>

#include "base/assert.h"

namespace armistice {
namespace {

// The first range that ends at or after `number`.
template <typename Ranges>
auto at_or_after(Ranges& ranges, std::uint64_t number) {
  return std::lower_bound(
      ranges.begin(), ranges.end(), number,
      [](const NumberSet::Range& range, std::uint64_t value) { return range.last < value; });
}

}  // namespace

bool NumberSet::contains(std::uint64_t number) const {
  const auto at = at_or_after(ranges_, number);
  return at != ranges_.end() && at->first <= number;
}

void NumberSet::add(std::uint64_t number) {
  ASSERT(!contains(number));
  const auto next = at_or_after(ranges_, number);
  const bool joins_next = next != ranges_.end() && next->first == number + 1;
  const bool joins_last = next != ranges_.begin() && std::prev(next)->last + 1 == number;
  if (joins_last && joins_next) {
    std::prev(next)->last = next->last;
    ranges_.erase(next);
  } else if (joins_last) {
    std::prev(next)->last = number;
  } else if (joins_next) {
    next->first = number;
  } else {
    ranges_.insert(next, {number, number});
  }
}

void NumberSet::add_range(std::uint64_t first, std::uint64_t last) {
  ASSERT(first <= last && (ranges_.empty() || largest() + 1 < first));
  ranges_.push_back({first, last});
}

}  // namespace armistice
