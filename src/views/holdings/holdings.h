// SPDX-License-Identifier: Apache-2.0
// Holdings: what sides have and where, as far as they say or others saw: lists lodged unread and
// opened later, counts, checks of sites. Each record is held against the terms of holding_kinds.h
// as it comes, and, where a term has an hour, by the clock record that passes it. Spec: views.md
// §11; tables: view.sql.
#pragma once

#include "views/holdings/count_terms.h"
#include "views/holdings/disposition_book.h"
#include "views/judged.h"

namespace armistice {

class HoldingsView final : public View {
 public:
  explicit HoldingsView(const AgreementInForce& agreement)
      : agreement_(agreement), terms_(agreement) {}

  std::string_view name() const override { return "holdings"; }
  std::string_view schema() const override;
  Result<void> fold(const Folded& entry, Past& past, Rows& rows) override;
  Json save() const override;
  Result<void> load(const Json& state) override;

 private:
  using SiteKey = std::pair<std::string, std::string>;  // side, site
  /// Checks of a site by their time, then as they stand.
  using Checks = std::map<std::pair<std::int64_t, std::uint64_t>, SiteStatus>;
  struct Done {
    LeafIndex index;
    UtcSeconds at;
  };

  UtcSeconds circle_time(const Folded& entry) const;
  void check_clock(const StatedTime& at, const Folded& entry, Irregularities& notices) const;
  bool may_count(const std::string& side, CountBasis basis, std::string_view party,
                 Irregularities& notices) const;
  void take(const Commitment& said, const Folded& entry, Rows& rows);
  Result<void> take(const Opening& said, const Folded& entry, Past& past, Rows& rows);
  void take(const StatedCount& said, const Folded& entry, Rows& rows);
  void take(const SiteCheck& said, const Folded& entry, Rows& rows);
  void take_back(const Folded& entry, Rows& rows);
  const LodgedList* find(const Opening& said, const Folded& entry, std::optional<LeafIndex> of,
                         Irregularities& notices) const;
  void compare(const CountEntry& entry, Irregularities& notices) const;
  void judge_lists(const LodgedList& list, const LeafIndex* opened, const Folded& entry,
                   Rows& rows) const;
  void judge_site(const SiteCheck& said, const SiteSeen& seen, const Folded& entry,
                  Rows& rows) const;
  void put_list(const SeriesOf& of, std::int64_t slot, Rows& rows) const;
  void put_series(const SeriesOf& of, Rows& rows) const;
  void put_newest(const CountEntry& entry, Rows& rows) const;
  void put_site(const SiteKey& key, Rows& rows) const;
  void fulfil_lists(const LodgedList& list, Rows& rows);
  void fulfil_counts(const CountEntry& entry, bool taken_back, Rows& rows);
  void put_done(const Term& term, const std::string& by, std::optional<Done> done, Rows& rows);

  const AgreementInForce& agreement_;
  DispositionBook lists_;
  CountBook counts_;
  CountTerms terms_;
  std::map<SiteKey, Checks> sites_;
  std::map<std::uint64_t, SiteKey> checked_;                  // record to site
  std::map<std::pair<std::string, std::string>, Done> done_;  // term and by
  std::int64_t scenario_offset_s_ = 0;
};

}  // namespace armistice
