// SPDX-License-Identifier: Apache-2.0
// Docket: cases from allegation to determination and its notice, each step a record; what the terms
// say of a step is judged where it is taken. A step is never refused: what is wrong with it is said
// beside it. Spec: views.md §9; tables: view.sql.
#pragma once

#include <map>
#include <set>

#include "views/docket/case.h"
#include "views/docket/drafts.h"
#include "views/docket/point_areas.h"
#include "views/docket/waiting.h"
#include "views/judged.h"

namespace armistice {

class DocketView final : public View {
 public:
  explicit DocketView(const AgreementInForce& agreement)
      : agreement_(agreement), waiting_(agreement) {}

  std::string_view name() const override { return "docket"; }
  std::string_view schema() const override;
  Result<void> fold(const Folded& entry, Past& past, Rows& rows) override;
  Json save() const override;
  Result<void> load(const Json& state) override;

 private:
  struct Turn;  // the entry folded now, with where its rows go

  DocketCase* case_of(const Digest& id, Turn& turn);
  /// What of a step is not said by its record's header.
  struct Said {
    std::optional<Digest> about;
    std::string detail;
    std::vector<std::string> names;
    bool acts = true;
    std::string language = {};
  };
  void add_step(DocketCase& one, Turn& turn, std::string_view word, Said said);
  void add_draft_step(const WaitingDraft& draft, Turn& turn, std::string_view word);
  void put_case(const DocketCase& one, Rows& rows, LeafIndex at);
  void put_step(const DocketCase& one, std::size_t place, Rows& rows) const;
  void put_draft(const WaitingDraft& draft, Rows& rows) const;

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
  void take(const CaseStatus& body, Turn& turn);

  bool may_mark(const DocketCase& one, const CaseStatus& body, Turn& turn) const;

  bool is_of_team(const DocketCase& one, const std::string& team, Turn& turn) const;
  void judge_request(const DocketCase& one, const InspectionRequest& request, Turn& turn) const;
  bool is_vote_changed_late(const DocketCase& one, const Digest& report, Turn& turn) const;
  /// Of a report it is a finding, too, that it holds nothing; of what is said of one it is not.
  enum class Holds : std::uint8_t { breach_alone, nothing_too };
  void judge_study(const DocketCase& one, const std::string& text, Holds said, Turn& turn) const;
  void judge_answering(const DocketCase& one, const Forwarding& body, Turn& turn) const;
  void judge_order(const DocketCase& one, Step done, Turn& turn) const;
  void take_back(Turn& turn);
  void judge_report(const DocketCase& one, const CaseStep& report, LeafIndex at, Rows& rows) const;
  void close_drafts(Turn& turn);

  const AgreementInForce& agreement_;
  std::map<Digest, DocketCase> cases_;
  std::set<std::pair<std::uint64_t, Digest>>
      steps_of_;  // a record, and a case that it is a step of
  Drafts drafts_;
  WaitingSteps waiting_;
  std::int64_t scenario_offset_s_ = 0;
};

}  // namespace armistice
