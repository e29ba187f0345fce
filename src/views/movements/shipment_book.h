// SPDX-License-Identifier: Apache-2.0
// What was said of shipments, side by side and number by number, and which of them were seen as
// they came in and are reported by nobody: part of the state of the view of movements. Plain
// values; nothing is judged here. Spec: views.md §8.
#pragma once

#include <map>
#include <optional>
#include <set>

#include "base/ids.h"
#include "base/json.h"
#include "base/time.h"
#include "record/kinds/shipment.h"

namespace armistice {

/// A record on a shipment, as far as another word on it is compared.
struct ShipmentEntry {
  LeafIndex index;
  Digest id;
  CountBasis basis = CountBasis::reported;
  std::string party;  // of its author
  Direction direction = Direction::arriving;
  UtcSeconds at;
  UtcSeconds recorded;                                      // by the clock that stood before it
  std::vector<std::pair<std::string, std::int64_t>> items;  // designation and quantity
};

class ShipmentBook {
 public:
  using Key = std::pair<std::string, std::string>;  // side and shipment

  const std::vector<ShipmentEntry>& entries(const Key& key) const;
  void add(const Key& key, ShipmentEntry entry);
  /// Of which shipment a record is; nothing if it is of none.
  std::optional<Key> key_of(LeafIndex index) const;
  /// Takes a record out. REQUIRES: key_of(index) names its shipment.
  void take_out(LeafIndex index);

  /// Who saw it come in, the first by the time that they state; null: nobody.
  const ShipmentEntry* seen(const Key& key) const;
  /// The side's own report of what came in; null: there is none.
  const ShipmentEntry* report(const Key& key) const;
  bool is_reported(const Key& key) const { return report(key) != nullptr; }
  /// The first record of what came in, seen or reported: what is found of its report rests on that
  /// one, whoever speaks of it later. Null: there is none.
  const ShipmentEntry* first(const Key& key) const;
  /// When it was seen to come in, if nobody has reported it.
  std::optional<UtcSeconds> unreported_since(const Key& key) const;
  /// Shipments that were seen to come in at `from` or later and before `until`, and are not
  /// reported; as they came in.
  std::vector<Key> unreported(UtcSeconds from, UtcSeconds until) const;

  Json save() const;
  /// Errors: `damaged`.
  Result<void> load(const Json& state);

 private:
  void watch(const Key& key);

  std::map<Key, std::vector<ShipmentEntry>> shipments_;
  std::map<std::uint64_t, Key> places_;
  std::map<Key, std::int64_t> since_;                  // of the unreported
  std::set<std::pair<std::int64_t, Key>> unreported_;  // the same, by the hour
};

}  // namespace armistice
