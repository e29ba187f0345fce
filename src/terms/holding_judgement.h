// SPDX-License-Identifier: Apache-2.0
// What the terms of holding_kinds.h compute. Pure. Spec: agreement.md §6.
#pragma once

#include <optional>
#include <utility>

#include "base/time.h"
#include "record/kinds/disposition_list.h"
#include "record/kinds/site_check.h"
#include "terms/holding_kinds.h"
#include "terms/ledger_judgement.h"

namespace armistice {

struct Finding;

/// The first list of a slot, and a later one of the same.
struct Disposed {
  std::vector<ListedUnit> first;
  std::vector<ListedUnit> now;
};

/// What stood at a place when it was counted first, and now.
struct Built {
  std::string place;
  std::int64_t baseline = 0;
  std::int64_t now = 0;
};

struct OfNationality {
  std::string nationality;  // empty: not said
  std::int64_t declared = 0;
  std::int64_t delivered = 0;
};

/// One side's, so far.
struct HandedOver {
  CivilTime effective;
  std::vector<OfNationality> counts;
  std::optional<UtcSeconds> done;  // when all of it was; nothing: not before `asked`
  UtcSeconds asked;
};

/// What each has paid, up to the end of a month; each side once.
struct Paid {
  std::vector<std::pair<std::string, std::int64_t>> by_side;
};

/// What one handed over on a day.
struct OfDay {
  std::string side;
  std::int64_t day = 0;  // days since 1 January 1970
  std::int64_t delivered = 0;
  std::int64_t left = 0;  // of what was declared, as the day began
};

/// Days that have passed, each side's by itself.
struct DaysHandedOver {
  std::vector<OfDay> days;
};

/// A site as it was found.
struct SiteSeen {
  SiteAccess access = SiteAccess::given;
  SiteCriteria criteria = SiteCriteria::met;
  std::vector<CheckedItem> items;
};

/// What a check comes to, in the words that missions use.
enum class SiteStatus : std::uint8_t {
  all_there,          // and numbers matched, as far as things bear any
  serials_not_shown,  // type and number match
  serials_differ,     //
  more_than_listed,   //
  missing_explained,  // some or all, each with its holder's reason
  missing,            //
  not_verified,       // as stored: the site is none at which a thing counts as stored
  access_denied,
};
inline constexpr std::array<std::string_view, 8> site_status_words = {
    "all_there",         "serials_not_shown", "serials_differ", "more_than_listed",
    "missing_explained", "missing",           "not_verified",   "access_denied"};

/// The gravest that applies.
SiteStatus status_of(const SiteSeen& seen);

/// As a deadline by the hour: what a count or a series that is due comes to.
Deadline as_deadline(const DeclaredDispositions& term);
Deadline as_deadline(const CountDue& term);
Deadline as_deadline(const Handover& term);

/// Whether all that was declared, one at least, has been delivered.
bool is_complete(const std::vector<OfNationality>& counts);

Finding concentration_of(const NoConcentration& term, const Disposed& lists);
Finding construction_of(const ConstructionLimit& term, const Built& built);
/// Kept before its last second whatever was delivered; after it, if all of it was by then.
Finding handover_of(const Handover& term, const HandedOver& so_far, DayCount count);
/// Broken by a day on which fewer were handed over than are asked and were left, or too many.
Finding quota_of(const Quota& term, const DaysHandedOver& passed);
Finding shares_of(const CostShare& term, const Paid& paid);
Finding stored_of(const Stored& term, const SiteSeen& seen, SerialsAsked serials);

}  // namespace armistice
