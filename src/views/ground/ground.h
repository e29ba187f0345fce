// SPDX-License-Identifier: Apache-2.0
// Ground: observations and permits. Where an observation's last fix lies is reckoned again from the
// line on record; what its author states otherwise is noticed. Keeps no state. Spec: views.md §7;
// tables: view.sql.
#pragma once

#include "views/judged.h"

namespace armistice {

class GroundView final : public View {
 public:
  explicit GroundView(const AgreementInForce& agreement) : agreement_(agreement) {}

  std::string_view name() const override { return "ground"; }
  std::string_view schema() const override;
  Result<void> fold(const Folded& entry, Past& past, Rows& rows) override;
  Json save() const override { return {}; }
  Result<void> load(const Json&) override { return {}; }

 private:
  void take(const Observation& observation, const Folded& entry, Rows& rows) const;

  const AgreementInForce& agreement_;
};

}  // namespace armistice
