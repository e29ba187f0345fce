// SPDX-License-Identifier: Apache-2.0
// Movements: the ledgers of what came in and went out. A side's own reports count; what inspection
// teams counted stands beside them, and where the two differ that is noticed. Each record is held
// against ceiling, balance, points and replacement as it comes; a shipment that was seen and never
// reported, once the register's clock has passed its hour. Spec: views.md §8; tables: view.sql.
#pragma once

#include "views/judged.h"
#include "views/movements/persons_ledger.h"
#include "views/movements/shipment_book.h"

namespace armistice {

class MovementsView final : public View {
 public:
  explicit MovementsView(const AgreementInForce& agreement)
      : agreement_(agreement), now_(agreement.folder.agreement.effective.utc) {}

  std::string_view name() const override { return "movements"; }
  std::string_view schema() const override;
  Result<void> fold(const Folded& entry, Past& past, Rows& rows) override;
  Json save() const override;
  Result<void> load(const Json& state) override;

 private:
  void take(const Movement& said, const Folded& entry, Rows& rows);
  void take(const Shipment& said, const Folded& entry, Rows& rows);
  void take_back(const Folded& entry, Rows& rows);
  bool may_count(const std::string& side, CountBasis basis, std::string_view party,
                 Irregularities& notices) const;
  void judge_persons(const Movement& said, const Subject& subject, Rows& rows) const;
  void judge_shipment(const Shipment& said, const Subject& subject, Rows& rows) const;
  UtcSeconds circle_time(const Folded& entry) const;
  /// The shipment's report, or that it was seen and has none, by each term that asks its side for
  /// one.
  void judge_report(const ShipmentBook::Key& key, const Folded& entry, Rows& rows) const;
  void put_unreported(const ShipmentBook::Key& key, bool was, Rows& rows) const;
  void pass(const Folded& entry, Rows& rows);
  void put_day(const PersonsLedger::Key& key, Rows& rows) const;

  const AgreementInForce& agreement_;
  PersonsLedger persons_;
  ShipmentBook shipments_;
  std::int64_t scenario_offset_s_ = 0;
  UtcSeconds now_;  // circle time, as far as the clock has come
};

}  // namespace armistice
