// SPDX-License-Identifier: Apache-2.0
// Sightings: what was seen or heard, in each author's own hedged words, with sums by day. Each is
// held, as it comes, against the acts that are forbidden, the distances that weapons keep, the
// windows of silence that were granted, and the days of quiet that an arrangement waits for. The
// state does not grow with the sightings. Spec: views.md §12; tables: view.sql.
#pragma once

#include <set>

#include "views/judged.h"
#include "views/sightings/day_sums.h"
#include "views/sightings/quiet_book.h"
#include "views/sightings/window_book.h"

namespace armistice {

class SightingsView final : public View {
 public:
  explicit SightingsView(const AgreementInForce& agreement) : agreement_(agreement) {}

  std::string_view name() const override { return "sightings"; }
  std::string_view schema() const override;
  Result<void> fold(const Folded& entry, Past& past, Rows& rows) override;
  Json save() const override;
  Result<void> load(const Json& state) override;

 private:
  /// Where it was, as far as it can be said. Units: millimetres.
  struct Placed {
    std::optional<std::int64_t> distance_mm;  // nothing: there is no line, or no place was stated
    std::int64_t error_mm = 0;                // of place and line together
    std::string territory;                    // the party in whose it lies; empty: not for certain
  };
  /// A sighting as it is judged.
  struct Said {
    const Sighting& said;
    const Folded& entry;
    std::string side;  // one of the agreement's, or empty
    Sureness sure;
  };
  struct Standing {
    bool spoken_of = false;  // by a term
    bool judged = false;
  };

  void take(const Sighting& said, const Folded& entry, Rows& rows);
  void take(const Arrangement& said, const Folded& entry, Rows& rows);
  void take(const ArrangementStep& said, const Folded& entry, Rows& rows);
  Result<void> take_back(const Folded& entry, Past& past, Rows& rows);
  void keep_time(const Folded& entry, Rows& rows);

  Placed placed(const Sighting& said, Irregularities& notices) const;
  void judge_acts(const Said& of, Standing& standing, Rows& rows) const;
  void judge_distances(const Said& of, const Placed& placed, Standing& standing, Rows& rows) const;
  void judge_silence(const Said& of, Standing& standing, Rows& rows) const;

  void count(const Sighting& said, LeafIndex index, std::int64_t sign, Rows& rows);
  void move_quiet(const Sighting& said, LeafIndex index, bool told, bool back, UtcSeconds now,
                  Rows& rows);
  void put_quiet(const Term& term, const WindowBook::Window& window, std::int64_t as_of,
                 Rows& rows) const;
  void put_waiting(const std::optional<std::string>& place, std::int64_t as_of, Rows& rows) const;

  bool is_told(const std::string& author, const Sighting& said) const;
  bool is_watched(const std::string& sort) const;
  UtcSeconds now_of(const Folded& entry) const;
  std::int64_t day_of(UtcSeconds time) const;

  const AgreementInForce& agreement_;
  std::int64_t scenario_offset_s_ = 0;
  std::int64_t today_ = 0;  // of the register's clock, as rows of quiet were last put
  DaySums sums_;
  DaySums totals_;
  WindowBook windows_;
  QuietBook quiet_;
  std::set<std::uint64_t> taken_back_;  // sightings, so that none is counted back twice
};

}  // namespace armistice
