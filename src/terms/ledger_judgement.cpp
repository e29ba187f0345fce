// SPDX-License-Identifier: Apache-2.0
#include "terms/ledger_judgement.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/text.h"
#include "terms/has.h"
#include "terms/ruled.h"

namespace armistice {
namespace {

constexpr std::int64_t day_s = 86'400;
constexpr std::int64_t hour_s = 3'600;

UtcSeconds end_of(std::int64_t day, std::int32_t offset_s) {
  return {(day + 1) * day_s - offset_s - 1};
}

Finding in_time(UtcSeconds due, const Duty& duty) {
  const std::int32_t offset_s = duty.effective.offset_s;
  const std::string hour = to_text(CivilTime{due, offset_s});
  if (duty.done) {
    const std::string done = to_text(CivilTime{*duty.done, offset_s});
    return kept(*duty.done <= due, fmt::format("done {}, due {}", done, hour));
  }
  return kept(duty.asked <= due, duty.asked <= due ? fmt::format("due {}", hour)
                                                   : fmt::format("not done by {}", hour));
}

}  // namespace

std::int64_t day_number(const CivilTime& time) {
  const std::int64_t civil = time.utc.value + time.offset_s;
  return civil / day_s - (civil % day_s < 0);
}

Deadline as_deadline(const ShipmentReport& term) {
  return {"A report of the shipment by its side", term.by, term.within_hours, 0};
}

UtcSeconds due_at(const ReportDue&, std::int64_t day, std::int32_t offset_s, DueBy by) {
  return end_of(by == DueBy::next_day ? day + 1 : day, offset_s);
}

UtcSeconds due_at(const Deadline& term, const CivilTime& effective, DayCount count) {
  if (term.within_days == 0) return {effective.utc.value + term.within_hours * hour_s};
  if (count == DayCount::to_the_hour) return {effective.utc.value + term.within_days * day_s};
  return end_of(day_number(effective) + term.within_days, effective.offset_s);
}

std::int64_t occasion_day(const ReportDue& term, const CivilTime& effective, std::int64_t number) {
  return day_number(effective) + term.first_after_days + number * term.every_days;
}

Finding ceiling_of(const Ceiling& term, const Arrivals& arrivals, Month month) {
  const bool calendar = month == Month::calendar;
  const std::int64_t counted = calendar ? arrivals.calendar_month : arrivals.rolling_month;
  return kept(counted <= term.arrivals_max,
              fmt::format("{} arrived in the {}, at most {}", counted,
                          calendar ? "calendar month" : "month up to that day", term.arrivals_max));
}

Finding balance_of(const Balance&, const InAndOut& persons) {
  return kept(persons.arrived <= persons.departed,
              fmt::format("{} arrived and {} departed since the effective hour", persons.arrived,
                          persons.departed));
}

Finding points_of(const ClosedList& term, const PassedPoints& passed) {
  for (const SidePoints& list : term.points) {
    if (list.side != passed.side) continue;
    for (const std::string& point : passed.points) {
      if (has(list.names, point)) continue;
      std::string because = fmt::format("{} is none of {}", point, fmt::join(list.names, ", "));
      if (list.unnamed == 0) return kept(false, std::move(because));
      because += fmt::format("; the text counts {} more and names none of them", list.unnamed);
      return ruled(Verdict::undetermined, std::move(because));
    }
    return kept(true, fmt::format("through {}", fmt::join(passed.points, ", ")));
  }
  return kept(false, fmt::format("no point is named for {}", passed.side));
}

Finding replacement_of(const Replacement&, const Replaced& shipped) {
  for (const ShippedItem& item : shipped.items) {
    if (item.quantity == 0) continue;
    if (item.disposition == Disposition::none || item.replaces.empty()) {
      return kept(false, fmt::format("{} {} replace nothing that was lost", item.quantity,
                                     item.designation));
    }
    if (item.replaces != item.designation) {
      return kept(false,
                  fmt::format("{} replaces {}, another type", item.designation, item.replaces));
    }
    if (item.quantity > item.replaced) {
      return kept(false,
                  fmt::format("{} {} for {}", item.quantity, item.designation, item.replaced));
    }
  }
  return kept(true, "piece for piece");
}

Finding report_of(const ReportDue& term, const Duty& duty, DueBy by) {
  return in_time(due_at(term, duty.day, duty.effective.offset_s, by), duty);
}

Finding deadline_of(const Deadline& term, const Duty& duty, DayCount count) {
  return in_time(due_at(term, duty.effective, count), duty);
}

}  // namespace armistice
