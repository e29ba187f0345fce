// SPDX-License-Identifier: Apache-2.0
// What terms say of counts: limits of what is built, prisoners declared and handed over, in all and
// by the day, shares of costs; as records come, and as the clock passes an hour. Part of the view
// of holdings. Spec: views.md §13.
#pragma once

#include "views/holdings/count_book.h"
#include "views/judged.h"

namespace armistice {

class CountTerms {
 public:
  explicit CountTerms(const AgreementInForce& agreement);

  /// Notices a count in another unit than the term that it is for.
  void check(const StatedCount& said, Irregularities& notices) const;
  /// Notices what a record, which the book does not hold yet, tells in another unit than before.
  void compare_units(const CountBook& counts, const CountEntry& entry,
                     Irregularities& notices) const;
  /// Notices what a record, which the book holds already, does not agree with in others.
  void compare(const CountBook& counts, const CountEntry& entry, Irregularities& notices) const;
  /// Judges a record that counts, which the book holds already.
  void judge(const CountBook& counts, const CountEntry& entry, UtcSeconds now, Rows& rows);
  /// A record was taken out of the book: what was complete may be so no more.
  void take_back(const CountBook& counts, const CountEntry& entry, UtcSeconds now);
  /// Moves the clock: what an hour that it passed makes of what is on record.
  void pass(const CountBook& counts, const Subject& clock, UtcSeconds now, Rows& rows);

  Json save() const;
  /// Errors: `damaged`.
  Result<void> load(const Json& state);

 private:
  using Owed = std::pair<std::string, std::string>;  // term and side

  std::vector<OfNationality> handed_over(const Handover& term, const std::string& side,
                                         const CountBook& counts) const;
  HandedOver reckon(const Term& term, const std::string& side, const CountBook& counts,
                    UtcSeconds now);
  void judge_built(const CountBook& counts, const CountEntry& entry, Rows& rows) const;
  void pass_handover(const Term& term, const CountBook& counts, LeafIndex clock, UtcSeconds now,
                     Rows& rows);
  void pass_quota(const Term& term, const CountBook& counts, const Subject& clock, UtcSeconds now,
                  Rows& rows);
  void pass_costs(const Term& term, const CountBook& counts, const Subject& clock, UtcSeconds now,
                  Rows& rows);

  const AgreementInForce& agreement_;
  std::map<Owed, std::int64_t> complete_;          // since when
  std::map<std::string, std::int64_t> month_end_;  // of a cost_share: the next to be judged, a day
  std::map<std::string, std::int64_t> quota_day_;  // of a quota: the next to be judged
  UtcSeconds now_;                                 // circle time, as far as the clock has come
};

/// The last day of the month that a day lies in, both days since 1970.
std::int64_t last_of_month(std::int64_t day);

}  // namespace armistice
