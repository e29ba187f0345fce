// SPDX-License-Identifier: Apache-2.0
// Movements: the ledgers of what came in and went out. A side's own reports count; what inspection
// teams counted stands beside them, and where the two differ that is noticed. Each record is held
// against ceiling, balance, points and replacement as it comes. Spec: views.md §8; tables:
// view.sql.
#pragma once

#include "views/judged.h"
#include "views/movements/persons_ledger.h"

namespace armistice {

class MovementsView final : public View {
 public:
  explicit MovementsView(const AgreementInForce& agreement) : agreement_(agreement) {}

  std::string_view name() const override { return "movements"; }
  std::string_view schema() const override;
  Result<void> fold(const Folded& entry, Past& past, Rows& rows) override;
  Json save() const override;
  Result<void> load(const Json& state) override;

 private:
  /// What was said of a shipment, as far as another word on it is compared.
  struct ShipmentEntry {
    LeafIndex index;
    CountBasis basis = CountBasis::reported;
    std::string party;
    std::vector<std::pair<std::string, std::int64_t>> items;  // designation and quantity
  };
  using ShipmentKey = std::pair<std::string, std::string>;  // side and shipment

  void take(const Movement& said, const Folded& entry, Rows& rows);
  void take(const Shipment& said, const Folded& entry, Rows& rows);
  void take_back(const Folded& entry, Rows& rows);
  bool may_count(const std::string& side, CountBasis basis, std::string_view party,
                 Irregularities& notices) const;
  void judge_persons(const Movement& said, const Subject& subject, Rows& rows) const;
  void judge_shipment(const Shipment& said, const Subject& subject, Rows& rows) const;
  void put_day(const PersonsLedger::Key& key, Rows& rows) const;

  const AgreementInForce& agreement_;
  PersonsLedger persons_;
  std::map<ShipmentKey, std::vector<ShipmentEntry>> shipments_;
};

}  // namespace armistice
