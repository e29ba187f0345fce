// SPDX-License-Identifier: Apache-2.0
// What reports and inspections count of persons, side by side and day by day: the state of the view
// of movements. Plain values; nothing is judged here. Spec: views.md §8.
#pragma once

#include <map>
#include <optional>

#include "base/ids.h"
#include "base/json.h"
#include "record/kinds/movement.h"
#include "terms/ledger_judgement.h"

namespace armistice {

/// The persons that a record counts at one point in one direction.
struct PointCount {
  std::string point;
  Direction direction = Direction::arriving;
  std::int64_t persons = 0;
};

/// A record that acts on the ledger of a side and day.
struct LedgerEntry {
  LeafIndex index;
  CountBasis basis = CountBasis::reported;
  std::string party;  // of its author
  std::vector<PointCount> counts;
};

class PersonsLedger {
 public:
  using Key = std::pair<std::string, std::int64_t>;  // side and day

  /// The entry by this party on that basis; nothing if there is none.
  const LedgerEntry* find(const Key& key, CountBasis basis, std::string_view party) const;
  void add(const Key& key, LedgerEntry entry);
  /// Takes a record's entry out and says of which side and day it was; nothing if it has none.
  std::optional<Key> take_out(LeafIndex index);

  const std::vector<LedgerEntry>& entries(const Key& key) const;
  /// Reported of a day.
  InAndOut of_day(const Key& key) const;
  /// Reported of a side, in all.
  InAndOut total(const std::string& side) const;
  /// Reported of a side up to a day, in its months.
  Arrivals months(const Key& key) const;

  Json save() const;
  /// Errors: `damaged`.
  Result<void> load(const Json& state);

 private:
  void count(const Key& key, const LedgerEntry& entry, std::int64_t sign);

  std::map<Key, std::vector<LedgerEntry>> days_;
  std::map<std::string, InAndOut> totals_;
  std::map<std::uint64_t, Key> places_;
};

}  // namespace armistice
