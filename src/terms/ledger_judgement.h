// SPDX-License-Identifier: Apache-2.0
// What the kinds of ledger_kinds.h compute, and from what: quantities against ceilings, points
// against lists, hours against what was due. Pure, as judgement.h is, which gathers them.
// Spec: agreement.md §6.
#pragma once

#include <optional>

#include "base/time.h"
#include "record/kinds/shipment.h"
#include "terms/ledger_kinds.h"

namespace armistice {

struct Finding;

/// One side's arrivals up to a day, that day included.
struct Arrivals {
  std::int64_t calendar_month = 0;  // in the day's month
  std::int64_t rolling_month = 0;   // since the same day of the month before, that one not included
};

/// One side's persons since the effective hour.
struct InAndOut {
  std::int64_t arrived = 0;
  std::int64_t departed = 0;
};

/// Where one side's persons or materiel passed.
struct PassedPoints {
  std::string side;
  std::vector<std::string> points;
};

/// What came in, each with what it replaces.
struct Replaced {
  std::vector<ShippedItem> items;
};

/// A duty as it stands when it is asked for.
struct Duty {
  CivilTime effective;             // the agreement's hour, in the offset that days are counted in
  std::int64_t day = 0;            // of a report_due: the occasion, days since 1 January 1970
  std::optional<UtcSeconds> done;  // nothing: not yet
  UtcSeconds asked;
};

/// The civil day of a moment, days since 1 January 1970.
std::int64_t day_number(const CivilTime& time);

/// As a deadline of the hour at which it came in.
Deadline as_deadline(const ShipmentReport& term);

/// The last second in which the report of a day is in time.
UtcSeconds due_at(const ReportDue& term, std::int64_t day, std::int32_t offset_s, DueBy by);
/// The last second of a deadline.
UtcSeconds due_at(const Deadline& term, const CivilTime& effective, DayCount count);
/// The day of a report's occasion number 0, 1, …
std::int64_t occasion_day(const ReportDue& term, const CivilTime& effective, std::int64_t number);

Finding ceiling_of(const Ceiling& term, const Arrivals& arrivals, Month month);
Finding balance_of(const Balance& term, const InAndOut& persons);
/// Undetermined at a point of no name in the list, while the text counts points without naming
/// them.
Finding points_of(const ClosedList& term, const PassedPoints& passed);
/// Good if every item replaces as many or more of its own designation, lost or used up.
Finding replacement_of(const Replacement& term, const Replaced& shipped);
/// Done in time, or not due yet: kept.
Finding report_of(const ReportDue& term, const Duty& duty, DueBy by);
Finding deadline_of(const Deadline& term, const Duty& duty, DayCount count);

}  // namespace armistice
