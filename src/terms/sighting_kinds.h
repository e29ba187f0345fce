// SPDX-License-Identifier: Apache-2.0
// The kinds of term that are judged by what was seen or heard: acts that are forbidden, weapons
// that must stay away from the line, windows of silence, and days that must pass in quiet. Part of
// the closed set of kinds.h. Spec: agreement.md §4.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace armistice {

/// §6, §12, §14-§16: nobody of those named does any of these, there or anywhere.
struct ProhibitedAct {
  static constexpr std::string_view kind = "prohibited_act";
  std::vector<std::string> acts;
  std::vector<std::string> places;      // empty: everywhere
  std::vector<std::string> by;          // whom it binds
  std::vector<std::string> answerable;  // who answer for it whoever did it; empty: who did it
};

/// A sort of weapon or force, and how far from the line it stays.
struct ClassDistance {
  std::string what;
  std::int64_t distance_m = 0;
};

/// §1, §13a: each class no nearer to the line than its distance, from so many hours on.
struct WithdrawalLine {
  static constexpr std::string_view kind = "withdrawal_line";
  std::vector<std::string> by;
  std::vector<ClassDistance> classes;
  std::int64_t within_hours = 0;  // of the effective hour
};

/// Within a window of that sort that was granted, none of these acts at its place.
struct Silence {
  static constexpr std::string_view kind = "silence";
  std::string sort;  // of arrangement
  std::vector<std::string> acts;
};

/// An arrangement of that sort is done only after so many days on end without such an act at its
/// place.
struct AfterQuiet {
  static constexpr std::string_view kind = "after_quiet";
  std::string sort;  // of arrangement
  std::int64_t days = 0;
  std::vector<std::string> acts;
};

/// How sure one must be: that it was observed, or that it is assessed as well.
enum class Certain : std::uint8_t { observed, assessed };
/// What a side tells of the other.
enum class Told : std::uint8_t { counts, does_not_count };
/// The first quiet day: the day after that from which it is counted, or that day itself.
enum class FirstDay : std::uint8_t { next_day, same_day };

}  // namespace armistice
