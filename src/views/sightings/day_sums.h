// SPDX-License-Identifier: Apache-2.0
// Sums by day as rows, without a state that grows with them: a sum is kept open while records come
// for it, in at most `open_max` parts at a time; the part opened first is closed, and what comes
// for it later begins another part. Whoever reads adds the parts up. A retraction counts backwards.
// Spec: views.md §12.
#pragma once

#include <array>
#include <compare>
#include <set>
#include <unordered_map>

#include "base/ids.h"
#include "base/json.h"
#include "record/kinds/sighting.h"

namespace armistice {

/// Three names and a day: place, sort and side, or a scope and its name.
struct DayKey {
  std::string a;
  std::string b;
  std::string c;
  std::int64_t day = 0;
  auto operator<=>(const DayKey&) const = default;

  struct Hash {
    std::size_t operator()(const DayKey& key) const;
  };
};

struct DaySum {
  LeafIndex part;
  std::int64_t sightings = 0;
  std::int64_t number = 0;
  std::array<std::int64_t, certainty_words.size()> by_certainty{};
};

class DaySums {
 public:
  static constexpr std::size_t open_max = 512;

  /// Counts a sighting, or takes one out with `sign` −1, and gives the part as it stands then.
  const DaySum& add(const DayKey& key, LeafIndex index, const Sighting& said, std::int64_t sign);

  Json save() const;
  /// Errors: `damaged`.
  Result<void> load(const Json& state);

 private:
  // Found by every sighting, several times over; never gone through but in the order of the keys.
  std::unordered_map<DayKey, DaySum, DayKey::Hash> open_;
  std::set<std::pair<std::uint64_t, DayKey>> by_age_;  // the parts' records with their keys
};

}  // namespace armistice
