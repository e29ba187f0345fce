// SPDX-License-Identifier: Apache-2.0
#include "terms/holding_judgement.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <set>

#include "terms/ruled.h"

namespace armistice {
namespace {

// Where each unit stood, and how many stood at each place.
struct Stand {
  std::map<std::string, std::set<std::string>> places;
  std::map<std::string, std::int64_t> strength;
};

Stand stand_of(const std::vector<ListedUnit>& units) {
  Stand stand;
  for (const ListedUnit& one : units) {
    stand.places[one.unit].insert(one.place);
    stand.strength[one.place] += one.strength;
  }
  return stand;
}

bool is_missing(const CheckedItem& item) { return item.seen < item.recorded; }

std::string missing_text(const std::vector<CheckedItem>& items) {
  std::vector<std::string> parts;
  for (const CheckedItem& item : items) {
    if (!is_missing(item)) continue;
    parts.push_back(fmt::format("{} of {} {} not there{}{}", item.recorded - item.seen,
                                item.recorded, item.what, item.reason.empty() ? "" : ": ",
                                item.reason));
  }
  return fmt::format("{}", fmt::join(parts, "; "));
}

std::string more_text(const std::vector<CheckedItem>& items) {
  for (const CheckedItem& item : items) {
    if (item.seen > item.recorded) {
      return fmt::format("{} {} seen, {} on the list", item.seen, item.what, item.recorded);
    }
  }
  return {};
}

std::string text_of(SiteStatus status, const SiteSeen& seen) {
  switch (status) {
    case SiteStatus::all_there:
      return "all that is on the list is there";
    case SiteStatus::serials_not_shown:
      return "type and number match, serial numbers were not shown";
    case SiteStatus::serials_differ:
      return "serial numbers differ from the list";
    case SiteStatus::more_than_listed:
      return more_text(seen.items);
    case SiteStatus::missing_explained:
    case SiteStatus::missing:
      return missing_text(seen.items);
    case SiteStatus::not_verified:
      return "could not be verified as stored: the site fails its criteria";
    case SiteStatus::access_denied:
      return "access was denied";
  }
  return {};
}

}  // namespace

SiteStatus status_of(const SiteSeen& seen) {
  const auto any = [&](auto is) { return std::any_of(seen.items.begin(), seen.items.end(), is); };
  const auto bear = [&](Serials word) {
    return any([&](const CheckedItem& item) { return item.seen > 0 && item.serials == word; });
  };
  if (seen.access == SiteAccess::denied) return SiteStatus::access_denied;
  if (seen.criteria == SiteCriteria::not_met) return SiteStatus::not_verified;
  if (any([](const CheckedItem& item) { return is_missing(item) && item.reason.empty(); })) {
    return SiteStatus::missing;
  }
  if (any(is_missing)) return SiteStatus::missing_explained;
  if (any([](const CheckedItem& item) { return item.seen > item.recorded; })) {
    return SiteStatus::more_than_listed;
  }
  if (bear(Serials::differ)) return SiteStatus::serials_differ;
  return bear(Serials::not_shown) ? SiteStatus::serials_not_shown : SiteStatus::all_there;
}

Deadline as_deadline(const DeclaredDispositions& term) {
  return {fmt::format("Every list of a series about {} lodged", term.subject), term.by,
          term.within_hours, term.within_days};
}

Deadline as_deadline(const CountDue& term) {
  return {fmt::format("A count of {} on record{}", term.of,
                      term.lines == CountLines::by_nationality ? ", by nationality" : ""),
          term.by, 0, term.within_days};
}

Deadline as_deadline(const Handover& term) {
  return {fmt::format("All of {} handed over", term.held), term.by, 0, term.within_days};
}

bool is_complete(const std::vector<OfNationality>& counts) {
  std::int64_t declared = 0;
  for (const OfNationality& one : counts) {
    if (one.delivered < one.declared) return false;
    declared += one.declared;
  }
  return declared > 0;
}

Finding concentration_of(const NoConcentration&, const Disposed& lists) {
  const Stand first = stand_of(lists.first);
  const Stand now = stand_of(lists.now);
  for (const auto& [unit, places] : now.places) {
    const auto stood = first.places.find(unit);
    if (stood == first.places.end()) {
      return kept(false, fmt::format("{} is not on the first list", unit));
    }
    for (const std::string& place : places) {
      if (stood->second.contains(place)) continue;
      return kept(false, fmt::format("{} stands at {}, on the first list at {}", unit, place,
                                     fmt::join(stood->second, ", ")));
    }
  }
  for (const auto& [place, strength] : now.strength) {
    const std::int64_t before = first.strength.at(place);
    if (strength > before) {
      return kept(false,
                  fmt::format("{} stand at {}, on the first list {}", strength, place, before));
    }
  }
  return kept(true, "no unit elsewhere than on the first list, and nowhere more");
}

Finding construction_of(const ConstructionLimit& term, const Built& built) {
  return kept(built.now - built.baseline <= term.increase_max,
              fmt::format("{} {} at {}, first counted {}, at most {} more", built.now, term.what,
                          built.place, built.baseline, term.increase_max));
}

Finding handover_of(const Handover& term, const HandedOver& so_far, DayCount count) {
  const UtcSeconds due = due_at(as_deadline(term), so_far.effective, count);
  const auto hour = [&](UtcSeconds at) {
    return to_text(CivilTime{at, so_far.effective.offset_s});
  };
  std::int64_t declared = 0;
  std::int64_t delivered = 0;
  std::vector<std::string> short_of;
  for (const OfNationality& one : so_far.counts) {
    declared += one.declared;
    delivered += one.delivered;
    if (one.delivered >= one.declared) continue;
    short_of.push_back(fmt::format(
        "{} {} of {}", one.nationality.empty() ? "nationality not said" : one.nationality,
        one.delivered, one.declared));
  }
  if (is_complete(so_far.counts)) {
    const UtcSeconds done = so_far.done.value_or(so_far.asked);
    return kept(done <= due, fmt::format("all {} handed over, done {}, due {}", declared,
                                         hour(done), hour(due)));
  }
  const std::string so_many = fmt::format("{} of {} handed over", delivered, declared);
  const std::string which = short_of.empty() ? "" : fmt::format(" ({})", fmt::join(short_of, ", "));
  const bool early = so_far.asked <= due;
  return kept(early,
              fmt::format("{}{}, {} {}", so_many, which, early ? "due" : "not all by", hour(due)));
}

Finding quota_of(const Quota& term, const DaysHandedOver& passed) {
  std::vector<std::string> wrong;
  std::vector<std::string> all;
  for (const OfDay& one : passed.days) {
    const std::int64_t asked = std::min(term.a_day_min, one.left);
    const std::string which =
        fmt::format("{} {}: {} handed over", one.side, day_of(one.day).text, one.delivered);
    all.push_back(which);
    if (one.delivered < asked) {
      wrong.push_back(fmt::format("{}, at least {}", which, asked));
    } else if (term.a_day_max != 0 && one.delivered > term.a_day_max) {
      wrong.push_back(fmt::format("{}, at most {}", which, term.a_day_max));
    }
  }
  return kept(wrong.empty(), fmt::format("{}", fmt::join(wrong.empty() ? all : wrong, "; ")));
}

Finding shares_of(const CostShare&, const Paid& paid) {
  std::vector<std::string> parts;
  bool equal = true;
  for (const auto& [side, sum] : paid.by_side) {
    parts.push_back(fmt::format("{} {}", side, sum));
    equal = equal && sum == paid.by_side.front().second;
  }
  return kept(equal, fmt::format("paid: {}", fmt::join(parts, ", ")));
}

Finding stored_of(const Stored&, const SiteSeen& seen, SerialsAsked serials) {
  const SiteStatus status = status_of(seen);
  const bool good = status == SiteStatus::all_there ||
                    (status == SiteStatus::serials_not_shown && serials == SerialsAsked::not_asked);
  return kept(good, text_of(status, seen));
}

}  // namespace armistice
