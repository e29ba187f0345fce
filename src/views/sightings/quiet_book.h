// SPDX-License-Identifier: Apache-2.0
// On which days acts were sighted that break the quiet of a place, by the terms that wait for quiet
// there. Of each term and place the newest `days_max` such days are kept: more are needed only if
// all of these are taken back. Spec: views.md §12.
#pragma once

#include <map>

#include "base/ids.h"
#include "base/json.h"
#include "terms/sighting_judgement.h"

namespace armistice {

class QuietBook {
 public:
  static constexpr std::size_t days_max = 32;
  /// A term's id and a place.
  using Key = std::pair<std::string, std::string>;

  void add(const Key& key, std::int64_t day, LeafIndex index, bool told);
  /// Whether it held the act.
  bool take_out(const Key& key, std::int64_t day, LeafIndex index);

  /// The last acts before `done`, of a quiet counted from `since`.
  QuietDays days(const Key& key, std::int64_t since, std::int64_t done) const;
  /// An act of the last such day before `done`, of those that count; nothing: none.
  std::optional<LeafIndex> last_act(const Key& key, std::int64_t done, Told told) const;

  Json save() const;
  /// Errors: `damaged`.
  Result<void> load(const Json& state);

 private:
  struct Act {
    LeafIndex index;
    bool told = false;
  };
  static constexpr std::size_t acts_a_day_max = 16;

  std::map<Key, std::map<std::int64_t, std::vector<Act>>> acts_;
};

}  // namespace armistice
