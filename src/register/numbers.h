// SPDX-License-Identifier: Apache-2.0
// The numbers that one key has used, as ranges: a chain without gaps is one range however long.
#pragma once

#include <cstdint>
#include <vector>

namespace armistice {

class NumberSet {
 public:
  struct Range {
    std::uint64_t first;
    std::uint64_t last;  // included
    friend bool operator==(const Range&, const Range&) = default;
  };

  bool contains(std::uint64_t number) const;
  /// REQUIRES: !contains(number).
  void add(std::uint64_t number);
  /// Adds numbers above all others. REQUIRES: largest() + 1 < first <= last, or none yet.
  void add_range(std::uint64_t first, std::uint64_t last);
  /// Ascending, disjoint, not touching.
  const std::vector<Range>& ranges() const { return ranges_; }
  /// The largest; 0 when there is none.
  std::uint64_t largest() const { return ranges_.empty() ? 0 : ranges_.back().last; }

 private:
  std::vector<Range> ranges_;
};

}  // namespace armistice
