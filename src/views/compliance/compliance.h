// SPDX-License-Identifier: Apache-2.0
// Compliance: the terms held against what the other views put. It judges passages (an observation
// against the permits in force) and duties (what was done against the register's clock) itself and
// gathers what bodies, movements and docket judged, so that all findings stand in one table, each
// with paragraph, evidence and cure. Last in the order. Spec: views.md §10; tables: view.sql.
#pragma once

#include "views/compliance/duties.h"
#include "views/judged.h"

namespace armistice {

/// The id of a finding, by which an allegation names it. `occasion` is empty but for duties.
Digest finding_id(std::string_view term, std::string_view reading, std::string_view occasion,
                  const Digest& record);

class ComplianceView final : public View {
 public:
  explicit ComplianceView(const AgreementInForce& agreement)
      : agreement_(agreement), duties_(agreement) {}

  std::string_view name() const override { return "compliance"; }
  std::string_view schema() const override;
  Result<void> fold(const Folded& entry, Past& past, Rows& rows) override;
  Json save() const override;
  Result<void> load(const Json& state) override;

 private:
  /// What an observation asks of which term.
  struct Passing {
    LeafIndex index;
    Digest id;
    std::string act;  // a word of permit_act_words
    std::string holder;
    std::string person;
    std::string territory;
    UtcSeconds earliest;
    UtcSeconds latest;
  };
  struct Granted {
    LeafIndex index;
    std::string by;
    std::string act;
    std::string holder;
    std::string territory;
    UtcSeconds from;
    UtcSeconds to;
  };

  /// What an inspector says anywhere: it holds nothing that no inspection studies (42c), unless the
  /// docket has judged it as of a team's case already.
  void study(const Body& body, const Folded& entry, Rows& rows) const;
  void observe(const Observation& said, const Folded& entry, Rows& rows);
  void judge_passing(const Passing& passing, LeafIndex judged_at, Rows& rows);
  static std::vector<std::string> grantors_covering(const std::vector<Granted>& permits,
                                                    const Passing& passing);
  static bool covers(const Granted& permit, const Passing& passing);
  void judge_covered(const Granted& permit, LeafIndex judged_at, Rows& rows);
  void take_back(const Folded& entry, Rows& rows);
  void keep_time(const Folded& entry, Rows& rows);
  /// The civil day of the register's clock, in circle time.
  std::int64_t today(const Folded& entry) const;
  void fulfil(const Occasion& occasion, const Folded& entry, Rows& rows);
  void take(const Fulfilment& said, const Folded& entry, Rows& rows);
  void reopen(const Occasion& occasion, const std::vector<DutyState>& overdue, const Folded& entry,
              Rows& rows);
  void take_fulfilled(const Change& change, const Folded& entry, Rows& rows);
  void take_duties_back(const Folded& entry, Rows& rows);
  void put_duty(const DutyState& duty, const Folded& entry, Rows& rows);
  std::string party_in(std::string_view side) const;

  const AgreementInForce& agreement_;
  // By holder, of each in the order of the register: a permit covers nobody else's passings.
  std::map<std::string, std::vector<Passing>> passings_;
  std::map<std::string, std::vector<Granted>> permits_;
  std::map<std::uint64_t, std::string> holder_at_;  // of a permit, by its record
  DutyBook duties_;
  std::int64_t scenario_offset_s_ = 0;
};

}  // namespace armistice
