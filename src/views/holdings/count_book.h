// SPDX-License-Identifier: Apache-2.0
// Counts on record, line by line, the newest of each first: part of the state of the view of
// holdings. Plain values; nothing is judged here. Spec: views.md §13.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "base/ids.h"
#include "base/json.h"
#include "record/kinds/count.h"
#include "terms/holding_judgement.h"

namespace armistice {

/// What a line counts: of, side, place, basis, what, nationality.
struct CountOf {
  std::string of;
  std::string side;
  std::string place;
  CountBasis basis = CountBasis::reported;
  std::string what;
  std::string nationality;
  friend auto operator<=>(const CountOf&, const CountOf&) = default;
};

/// A record that counts.
struct CountEntry {
  LeafIndex index;
  Digest id;
  UtcSeconds at;        // of which it is true
  UtcSeconds recorded;  // circle time by the clock that stood before it
  std::vector<std::pair<CountOf, std::int64_t>> lines;  // each once, as they sort
};

struct NewestCount {
  std::int64_t number = 0;
  UtcSeconds at;
  LeafIndex index;
};

/// What is counted everywhere, and at each of the places where it is counted, too.
struct PartsOf {
  std::int64_t whole = 0;
  std::vector<std::int64_t> parts;
};

class CountBook {
 public:
  void add(CountEntry entry);
  /// Takes a record out; nothing if it does not count.
  std::optional<CountEntry> take_out(LeafIndex index);

  /// The newest by its time, of several the last on record; up to `until` alone if it is given.
  std::optional<NewestCount> newest(const CountOf& of,
                                    std::optional<UtcSeconds> until = std::nullopt) const;
  /// A line's whole and parts by the newest counts; nothing unless both are on record.
  std::optional<PartsOf> parts_of(const CountOf& of) const;
  /// The sum of the newest that a side reported, by nationality: of all places, or of what it
  /// reported everywhere, of which they are parts.
  std::map<std::string, std::int64_t> reported(
      const std::string& of, const std::string& side,
      std::optional<UtcSeconds> until = std::nullopt) const;
  /// What was counted of it first at a place, by the order of the register, and by which record.
  std::optional<NewestCount> first(const std::string& of, const std::string& place,
                                   const std::string& what) const;
  /// What else the same side's number of the same place was told in before, by either basis:
  /// `runway_ft` of `runway_m`, since names end in their units. Empty: in nothing, or in that, too.
  std::string other_unit(const CountOf& of) const;
  /// Records of a side's own that count it, in the order of the register.
  const std::set<std::uint64_t>& reports(const std::string& of, const std::string& side) const;
  /// REQUIRES: the record counts.
  const CountEntry& entry(std::uint64_t index) const { return entries_.at(index); }

  Json save() const;
  /// Errors: `damaged`.
  Result<void> load(const Json& state);

 private:
  using Numbers = std::map<std::pair<std::int64_t, std::uint64_t>, std::int64_t>;  // at, index
  using PlaceOf = std::tuple<std::string, std::string, std::string>;  // of, place, what

  std::map<std::uint64_t, CountEntry> entries_;
  std::map<CountOf, Numbers> numbers_;
  std::map<PlaceOf, std::map<std::uint64_t, std::int64_t>> firsts_;
  std::map<std::pair<std::string, std::string>, std::set<std::uint64_t>> reports_;  // of, side
};

/// Lines with the same `what` and nationality added up; `twice` says whether there were any.
std::vector<std::pair<CountOf, std::int64_t>> lines_of(const StatedCount& said, bool& twice);

}  // namespace armistice
