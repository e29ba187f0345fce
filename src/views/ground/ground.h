// SPDX-License-Identifier: Apache-2.0
// Ground: observations and permits, passes and gate logs. Where an observation's last fix lies is
// reckoned again from the line on record; what its author states otherwise is noticed.
// Spec: views.md §7; tables: view.sql.
#pragma once

#include "views/ground/zone.h"

namespace armistice {

class GroundView final : public View {
 public:
  explicit GroundView(const AgreementInForce& agreement)
      : agreement_(agreement), zone_(agreement) {}

  std::string_view name() const override { return "ground"; }
  std::string_view schema() const override;
  Result<void> fold(const Folded& entry, Past& past, Rows& rows) override;
  Json save() const override;
  Result<void> load(const Json& state) override;

 private:
  void take(const Observation& observation, const Folded& entry, Rows& rows) const;
  void check_clock(const StatedTime& last, const Folded& entry, Irregularities& notices) const;

  const AgreementInForce& agreement_;
  ZoneFold zone_;
  std::int64_t scenario_offset_s_ = 0;  // what circle time adds to the register's clock
};

}  // namespace armistice
