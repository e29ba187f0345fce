// SPDX-License-Identifier: Apache-2.0
// Arrangements: what was asked of whom, told or passed on, what was answered and done, what is due
// next, and what terms say of it: of an arrangement, of the languages of a document, of where two
// bodies have their headquarters. Spec: views.md §11; tables: view.sql.
#pragma once

#include <map>
#include <set>

#include "views/arrangements/owing.h"
#include "views/judged.h"

namespace armistice {

class ArrangementsView final : public View {
 public:
  explicit ArrangementsView(const AgreementInForce& agreement)
      : agreement_(agreement), now_(agreement.folder.agreement.effective.utc) {}

  std::string_view name() const override { return "arrangements"; }
  std::string_view schema() const override;
  Result<void> fold(const Folded& entry, Past& past, Rows& rows) override;
  Json save() const override;
  Result<void> load(const Json& state) override;

 private:
  /// Whose seat is where: a sort of arrangement, and a body.
  using Seat = std::pair<std::string, std::string>;

  void keep_time(const Folded& entry, Rows& rows);
  Result<void> take(const Arrangement& said, const Folded& entry, Past& past, Rows& rows);
  Result<void> take(const ArrangementStep& said, const Folded& entry, Past& past, Rows& rows);
  void take_back(const Folded& entry, Rows& rows);
  void check(const AskedFor& one, Irregularities& notices) const;
  UtcSeconds circle_time(const Folded& entry) const;
  void add(AskedFor one);
  void watch(const AskedFor& one);
  void changed(const AskedFor& one, LeafIndex at, Rows& rows);
  void put(const AskedFor& one, LeafIndex at, Rows& rows) const;
  void judge(const AskedFor& one, LeafIndex at, Rows& rows) const;
  void judge_languages(const AskedFor& one, LeafIndex at, Rows& rows) const;
  void judge_translated(const AskedFor& translation, LeafIndex at, Rows& rows) const;
  void watch_again();
  bool move_seat(const AskedFor& one);
  void judge_seat(const AskedFor& one, LeafIndex at, Rows& rows);
  std::vector<std::string> translated_into(const AskedFor& document) const;

  const AgreementInForce& agreement_;
  std::int64_t scenario_offset_s_ = 0;
  UtcSeconds now_;                                   // circle time, as of the last clock record
  std::map<std::uint64_t, AskedFor> all_;            // by record
  std::map<Digest, std::uint64_t> ids_;              // [the arrangement's id]
  std::map<std::uint64_t, std::uint64_t> steps_;     // [a step's record]: its arrangement's
  std::map<Digest, std::set<std::uint64_t>> about_;  // [what they concern]
  /// [who asks, sort and number]: those that bear it and stand.
  std::map<std::pair<std::string, std::string>, std::set<std::uint64_t>> numbers_;
  std::set<std::uint64_t> certified_;  // arrangements that are, as they were looked at last
  std::set<std::pair<std::int64_t, std::uint64_t>> dues_;  // moments to look again
  std::map<Seat, std::set<std::pair<std::uint64_t, std::uint64_t>>> seats_;  // done at, record
  std::map<std::uint64_t, std::uint64_t> seated_;  // [record]: done at, as it stands in seats_
};

}  // namespace armistice
