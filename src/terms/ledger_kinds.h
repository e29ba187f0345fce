// SPDX-License-Identifier: Apache-2.0
// The kinds of term that are about quantities and hours: what may come in, by which points, and
// what is due when. Part of the closed set of kinds.h. Spec: agreement.md §4.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace armistice {

/// What a ledger counts.
enum class Ledger : std::uint8_t { personnel, materiel };
inline constexpr std::array<std::string_view, 2> ledger_words = {"personnel", "materiel"};

/// §13c: at most so many persons of a side come in within a month.
struct Ceiling {
  static constexpr std::string_view kind = "ceiling";
  std::vector<std::string> by;
  std::int64_t arrivals_max = 0;  // a side
};

/// §13c: of each side, never more in than have left since the agreement took effect.
struct Balance {
  static constexpr std::string_view kind = "balance";
  std::vector<std::string> by;
};

/// The points through which one side's may pass.
struct SidePoints {
  std::string side;
  std::vector<std::string> names;
  std::int64_t unnamed = 0;  // that the text counts besides, and does not name
};

/// §13c, §13d, §43: only through these points.
struct ClosedList {
  static constexpr std::string_view kind = "closed_list";
  Ledger of = Ledger::personnel;
  std::vector<SidePoints> points;
};

/// §13d: one for one, of the same type, and only for what was lost or used up.
struct Replacement {
  static constexpr std::string_view kind = "replacement";
  std::vector<std::string> by;
};

/// §13d: each that comes in is reported by its side within so many hours.
struct ShipmentReport {
  static constexpr std::string_view kind = "shipment_report";
  std::vector<std::string> by;
  std::vector<std::string> to;
  std::int64_t within_hours = 0;
};

/// What fulfils a duty: the report itself, or its bearer's word.
enum class FulfilledBy : std::uint8_t { movement, fulfilment };
inline constexpr std::array<std::string_view, 2> fulfilled_by_words = {"movement", "fulfilment"};

/// §13c, §58: each of those named owes a report every so many days.
struct ReportDue {
  static constexpr std::string_view kind = "report_due";
  std::string what;
  std::vector<std::string> by;
  std::vector<std::string> to;
  FulfilledBy fulfilled_by = FulfilledBy::fulfilment;
  std::int64_t first_after_days =
      0;                        // the first one's day, counted from that of the effective hour
  std::int64_t every_days = 0;  // 0: once
};

/// §13a, §13b, §54: each of those named has done it by then.
struct Deadline {
  static constexpr std::string_view kind = "deadline";
  std::string what;
  std::vector<std::string> by;
  std::int64_t within_hours = 0;  // of the effective hour; one of the two
  std::int64_t within_days = 0;
};

/// §13c: the month of the calendar, or the month that ends with the day.
enum class Month : std::uint8_t { calendar, rolling };
/// §13c: a daily report of a day is due at its end, or at that of the next.
enum class DueBy : std::uint8_t { same_day, next_day };
/// §13b: ten days to the hour, or to the end of the tenth.
enum class DayCount : std::uint8_t { to_the_hour, whole_days };

}  // namespace armistice
