// SPDX-License-Identifier: Apache-2.0
// Agreement: the text in force. Amendments that all have signed who must are applied from their
// hour on by the register's clock, and every view after this one judges by the amended text from
// there on; what tells of an earlier hour is judged by the text that was in force then. Nothing is
// judged again: what was said before stays judged as it was. Spec: views.md §4; kinds/amendment.md;
// rules 12 and 15.
#pragma once

#include <set>

#include "views/judged.h"

namespace armistice {

class AgreementView final : public View {
 public:
  /// Changes `agreement`, which outlives it and which the views after it read.
  explicit AgreementView(AgreementInForce& agreement) : agreement_(agreement) {}

  std::string_view name() const override { return "agreement"; }
  std::string_view schema() const override;
  Result<void> fold(const Folded& entry, Past& past, Rows& rows) override;
  Json save() const override;
  /// REQUIRES: the agreement is the one that genesis names. Applies what was in force.
  Result<void> load(const Json& state) override;

 private:
  enum class State : std::uint8_t { waits, in_force, overtaken, withdrawn, inert };
  struct Held {
    LeafIndex index;
    Digest id;
    Digest amends;  // digest of the agreement that it changes
    std::int64_t number = 0;
    std::string title;
    UtcSeconds takes_effect;  // as it says
    std::string changes;
    State state = State::waits;
    std::optional<LeafIndex> since;
    Digest agreement;  // from there on
    UtcSeconds from;   // circle time: its hour, or that of its record if that was past
  };

  void take(const Amendment& said, const Folded& entry, Rows& rows);
  void apply_due(const Folded& entry, Rows& rows);
  void withdraw(const Folded& entry, Rows& rows);
  Result<void> apply(Held& one);
  void judge_text(const Folded& entry, Rows& rows) const;
  void put(const Held& one, Rows& rows) const;
  Result<Held> load_one(const Json& saved) const;

  AgreementInForce& agreement_;
  // Groups of teams whose number an amendment in force has set.
  std::set<std::string, std::less<>> agreed_teams_;
  std::vector<Held> held_;  // those that act, in the order of the register
  UtcSeconds now_;          // circle time; before any clock record the effective hour
  std::int64_t scenario_offset_s_ = 0;
};

}  // namespace armistice
