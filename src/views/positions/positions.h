// SPDX-License-Identifier: Apache-2.0
// Positions: what a side keeps to itself about a conference, as its own register has it: what it
// asked and was told, how far it would go, what it does not say. In any other register records of
// these kinds are inert, and no word of them becomes a row. Spec: views.md §15; tables: view.sql.
#pragma once

#include <map>
#include <set>

#include "views/judged.h"

namespace armistice {

class PositionsView final : public View {
 public:
  explicit PositionsView(const AgreementInForce& agreement) : agreement_(agreement) {}

  std::string_view name() const override { return "positions"; }
  std::string_view schema() const override;
  Result<void> fold(const Folded& entry, Past& past, Rows& rows) override;
  Json save() const override;
  Result<void> load(const Json& state) override;

 private:
  struct Asked {
    LeafIndex index;
    std::string issue;
    std::int64_t options = 0;
    std::set<std::uint64_t> answers;  // records
  };
  struct Climbed {
    LeafIndex index;
    std::string issue;
    std::int64_t rungs = 0;
    std::map<std::int64_t, std::uint64_t> released;  // [rung]: by which record
  };
  /// Where a record is held, for it to be taken out again.
  struct Place {
    Digest id;
    std::string issue;              // of what makes an issue known; else empty
    std::optional<Digest> request;  // that it answers
    std::optional<Digest> ladder;   // a rung of which it releases
    std::int64_t rung = 0;
  };

  void take(const InstructionRequest& said, const Folded& entry, Irregularities& notices,
            Rows& rows);
  void take(const Instruction& said, const Folded& entry, Irregularities& notices, Rows& rows);
  void take(const Ladder& said, const Folded& entry, Irregularities& notices, Rows& rows);
  void take(const RungRelease& said, const Folded& entry, Irregularities& notices, Rows& rows);
  void take(const Guidance& said, const Folded& entry, Irregularities& notices, Rows& rows);
  void take(const PressItem& said, const Folded& entry, Irregularities& notices, Rows& rows);
  void take(const OwnDeadline& said, const Folded& entry, Irregularities& notices, Rows& rows);
  void take(const Linkage& said, const Folded& entry, Irregularities& notices, Rows& rows);
  void take_back(const Folded& entry, Rows& rows);
  void know(const std::string& issue, LeafIndex index);
  void check_issue(const std::string& issue, Irregularities& notices) const;
  const Climbed* in_force(const std::string& issue) const;
  void put_standing(const std::string& issue, Rows& rows) const;
  Result<void> load_held(const Json& state);
  Result<void> load_places(const Json& places);

  const AgreementInForce& agreement_;
  std::map<Digest, Asked> asked_;
  std::map<Digest, Climbed> ladders_;
  std::map<std::string, std::set<std::uint64_t>> issues_;  // known, by which records
  std::map<std::uint64_t, Place> places_;                  // of all that are held
};

}  // namespace armistice
