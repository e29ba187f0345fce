// SPDX-License-Identifier: Apache-2.0
// The kinds of term that are about what a side holds: where its units stand, what it built, whom it
// keeps and hands over, what it paid, what is stored. Part of the closed set of kinds.h. Spec:
// agreement.md §4.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace armistice {

/// 16008, point 4: each has lodged its dispositions, every slot of a series, by then.
struct DeclaredDispositions {
  static constexpr std::string_view kind = "declared_dispositions";
  std::vector<std::string> by;
  std::string subject;            // of the commitments
  std::int64_t within_hours = 0;  // of the effective hour; one of the two
  std::int64_t within_days = 0;
};

/// 16008, point 4: no unit stands elsewhere than on the first list, and at no place stand more.
struct NoConcentration {
  static constexpr std::string_view kind = "no_concentration";
  std::vector<std::string> by;
  std::string subject;
};

/// 16008: what is counted at these places grows by so much at most.
struct ConstructionLimit {
  static constexpr std::string_view kind = "construction_limit";
  std::string of;                   // of the counts
  std::string what;                 // of their lines
  std::vector<std::string> places;  // of the agreement
  std::int64_t increase_max = 0;
};

/// §51a, §54: whoever was declared as held is handed over by then, of each nationality.
struct Handover {
  static constexpr std::string_view kind = "handover";
  std::string held;       // of the counts that declare
  std::string delivered;  // of those that tell what was done
  std::vector<std::string> by;
  std::int64_t within_days = 0;
};

/// §51: so many of those declared are handed over a day, until all are; no more than so many.
struct Quota {
  static constexpr std::string_view kind = "quota";
  std::string held;       // of the counts that declare
  std::string delivered;  // of those that tell what was done, each of all up to its time
  std::vector<std::string> by;
  std::int64_t a_day_min = 0;
  std::int64_t a_day_max = 0;  // 0: the text sets none
  std::int64_t first_after_days =
      0;  // the first day that is asked, from that of the effective hour
  std::int64_t told_within_days = 0;  // of a day's end: a count that comes later is not asked for
};

/// Whether each line of a count names a nationality.
enum class CountLines : std::uint8_t { any, by_nationality };
inline constexpr std::array<std::string_view, 2> count_lines_words = {"any", "by_nationality"};

/// §51a, §58a: each of those named has such a count on record by then.
struct CountDue {
  static constexpr std::string_view kind = "count_due";
  std::string of;
  std::vector<std::string> by;
  CountLines lines = CountLines::any;
  std::int64_t within_days = 0;
};

/// §18: each has paid as much as the other, at the end of a month and so many days.
struct CostShare {
  static constexpr std::string_view kind = "cost_share";
  std::string of;
  std::vector<std::string> by;
  std::int64_t settled_within_days = 0;
};

/// What a site's list says is seen there.
struct Stored {
  static constexpr std::string_view kind = "stored";
  std::vector<std::string> by;      // whose sites
  std::vector<std::string> places;  // either these
  std::string sort;                 // or all of this sort
};

/// Whether serial numbers must be shown for a thing to count as seen.
enum class SerialsAsked : std::uint8_t { shown, not_asked };

}  // namespace armistice
