// SPDX-License-Identifier: Apache-2.0
// The passes that count: which numbers let whom into which zone when, and how many they come to at
// a moment. Part of the state of the view of ground. Plain values; nothing is judged here.
// Spec: views.md §7.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "base/ids.h"
#include "base/json.h"
#include "base/time.h"

namespace armistice {

/// Whose number is counted: a zone and a side.
using ZoneOf = std::pair<std::string, std::string>;

/// From its first moment to its last, both within.
struct TimeSpan {
  UtcSeconds from;
  UtcSeconds to;
};

/// What a number comes to that is shown at a gate.
enum class ShownPass : std::uint8_t { in_force, not_valid, unknown };

class PassBook {
 public:
  /// How many are authorized from a moment on, at each at which the number changes.
  using Levels = std::map<std::int64_t, std::int64_t>;

  /// Whether a side has as many passes of a zone as one may have.
  bool is_full(const ZoneOf& of) const;
  /// Whether a pass of that number is in force at a moment of that time.
  bool stands(const ZoneOf& of, const std::string& number, const TimeSpan& time) const;
  void add(LeafIndex index, const ZoneOf& of, const TimeSpan& time,
           std::vector<std::string> numbers);
  /// Takes a record's passes out and says whose they were; nothing if it has none.
  std::optional<ZoneOf> take_out(LeafIndex index);

  ShownPass shown(const ZoneOf& of, const std::string& number, UtcSeconds at) const;
  const Levels& levels(const ZoneOf& of) const;
  std::int64_t authorized(const ZoneOf& of, UtcSeconds at) const;
  /// The most at any moment of that time.
  std::int64_t most_authorized(const ZoneOf& of, const TimeSpan& time) const;

  Json save() const;
  /// Errors: `damaged`.
  Result<void> load(const Json& state);

 private:
  struct Granted {
    ZoneOf of;
    TimeSpan time;
    std::vector<std::string> numbers;
  };
  struct Zone {
    std::size_t passes = 0;
    Levels levels;
  };

  void count(const Granted& pass, std::int64_t sign);

  std::map<std::uint64_t, Granted> passes_;                    // by record
  std::map<std::string, std::vector<std::uint64_t>> numbers_;  // the records that name one
  std::map<ZoneOf, Zone> zones_;
};

}  // namespace armistice
