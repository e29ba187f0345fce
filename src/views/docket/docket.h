// SPDX-License-Identifier: Apache-2.0
// Docket: cases from allegation to determination and its notice, each step a record; what the terms
// say of a step is judged where it is taken. A step is never refused: what is wrong with it is said
// beside it. Spec: views.md §8; tables: view.sql.
#pragma once

#include <map>

#include "views/docket/case.h"
#include "views/judged.h"

namespace armistice {

class DocketView final : public View {
 public:
  explicit DocketView(const AgreementInForce& agreement) : agreement_(agreement) {}

  std::string_view name() const override { return "docket"; }
  std::string_view schema() const override;
  Result<void> fold(const Folded& entry, Past& past, Rows& rows) override;
  Json save() const override;
  Result<void> load(const Json& state) override;

 private:
  struct Waiting {  // a draft
    Digest case_id;
    LeafIndex index;
    std::string kind;
    std::string by;
    std::vector<std::string> signers;
    std::vector<std::string> signed_by;
    UtcSeconds until;
    std::string state = "waits";
  };
  struct Turn;  // the entry folded now, with where its rows go

  DocketCase* case_of(const Digest& id, Turn& turn);
  void add_step(DocketCase& one, Turn& turn, std::string_view word,
                const std::optional<Digest>& about, std::string_view detail,
                std::vector<std::string> names = {});
  void put_case(const DocketCase& one, Rows& rows, LeafIndex at) const;
  void put_step(const DocketCase& one, std::size_t place, Rows& rows) const;
  void put_draft(const Digest& id, const Waiting& draft, Rows& rows) const;

  void take(const Allegation& body, Turn& turn);
  void take(const InspectionRequest& body, Turn& turn);
  void take(const Tasking& body, Turn& turn);
  void take(const TeamStep& body, Turn& turn);
  void take(const Report& body, Turn& turn);
  void take(const Ballot& body, Turn& turn);
  void take(const Forwarding& body, Turn& turn);
  void take(const Acknowledgement& body, Turn& turn);
  void take(const Evaluation& body, Turn& turn);
  void take(const Draft& body, Turn& turn);
  void take(const Determination& body, Turn& turn);

  bool is_of_team(const DocketCase& one, const std::string& team, Turn& turn) const;
  void judge_request(const DocketCase& one, const InspectionRequest& request, Turn& turn) const;
  void judge_order(const DocketCase& one, Step done, Turn& turn) const;
  void take_back(const Folded& entry, Rows& rows);
  void judge_report(const DocketCase& one, const CaseStep& report, LeafIndex at, Rows& rows) const;
  void close_draft(const Digest& id, std::string_view state, Rows& rows);
  void withdraw(Turn& turn);
  void lapse(const Folded& entry, Rows& rows);

  const AgreementInForce& agreement_;
  std::map<Digest, DocketCase> cases_;
  std::map<Digest, Waiting> drafts_;  // all that were lodged
  std::int64_t scenario_offset_s_ = 0;
};

}  // namespace armistice
