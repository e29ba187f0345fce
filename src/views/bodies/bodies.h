// SPDX-License-Identifier: Apache-2.0
// Bodies: who is invited to them and sits in them, when they met and what they decided; the teams
// of the agreement, who is out, for which case and at whose request; composition, quorum and the
// cap on teams out, judged where a team is tasked. Spec: views.md §6; tables: view.sql.
#pragma once

#include <map>

#include "views/bodies/sessions.h"

namespace armistice {

class BodiesView final : public View {
 public:
  explicit BodiesView(const AgreementInForce& agreement)
      : agreement_(agreement), seating_(agreement), sessions_(agreement, seating_) {}

  std::string_view name() const override { return "bodies"; }
  std::string_view schema() const override;
  Result<void> fold(const Folded& entry, Past& past, Rows& rows) override;
  Json save() const override;
  Result<void> load(const Json& state) override;

 private:
  struct Team {
    std::string state = "ready";
    std::optional<LeafIndex> case_index;
    std::vector<std::string> members;
    std::string requested_by;
    LeafIndex since;
    LeafIndex tasked_at;
    std::optional<Digest> case_id;
  };
  Json save_teams() const;
  Result<void> load_teams(const Json& state);
  void begin(Rows& rows);
  void put_team(const std::string& name, const Team& team, Rows& rows) const;
  void take_back(const Folded& entry, Rows& rows);
  Result<void> take(const Tasking& tasking, const Folded& entry, Past& past, Rows& rows);
  static Result<std::optional<LeafIndex>> case_of(const Digest& id, Past& past,
                                                  Irregularities& notices);
  Result<std::string> requested_by(const Tasking& tasking, Past& past,
                                   Irregularities& notices) const;
  void take(const TeamStep& step, const Folded& entry, Rows& rows);
  void judge_tasking(const TeamGroup& group, const Tasking& tasking, const Folded& entry,
                     const Subject& subject, Rows& rows) const;
  const Term* composition_for(const TeamGroup& group, std::size_t members) const;
  Dispatched out_of(const TeamGroup& group, const DispatchCap& cap) const;

  const AgreementInForce& agreement_;
  std::map<std::string, Team> teams_;
  Seating seating_;
  Sessions sessions_;
};

}  // namespace armistice
