// SPDX-License-Identifier: Apache-2.0
// Lists that parties lodged under their digests, series by series, and those that are open: part of
// the state of the view of holdings. Plain values; nothing is judged here. Spec: views.md §13.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "base/ids.h"
#include "base/json.h"
#include "record/kinds/commitment.h"
#include "record/kinds/disposition_list.h"

namespace armistice {

/// Party, subject, day of which the lists are true.
using SeriesOf = std::tuple<std::string, std::string, std::int64_t>;

struct LodgedList {
  LeafIndex index;
  SeriesOf of;
  std::int64_t slot = 1;
  std::int64_t slots = 1;  // as it says
  Digest list;
  std::int64_t bytes = 0;
  UtcSeconds at;  // circle time by the clock that stood before it
  std::optional<LeafIndex> opened;
};

struct OpenedList {
  LeafIndex index;
  Digest id;
  LeafIndex commitment;
  std::vector<ListedUnit> units;  // none: not in the form of dispositions
};

/// How far a series has come.
struct SeriesCount {
  std::int64_t slots = 0;  // the most that one of its lists says
  std::int64_t lodged = 0;
  std::int64_t opened = 0;
};

class DispositionBook {
 public:
  /// The list that stands in a slot; nothing if it is free.
  const LodgedList* in_slot(const SeriesOf& of, std::int64_t slot) const;
  /// Whether a list was lodged in it before, standing or taken back.
  bool was_lodged(const SeriesOf& of, std::int64_t slot) const;
  const LodgedList* lodged(LeafIndex index) const;
  SeriesCount count(const SeriesOf& of) const;
  /// The list that made a series of this party and subject whole first; nothing: none is.
  const LodgedList* completed(const std::string& party, const std::string& subject) const;

  /// REQUIRES: the slot is free.
  void lodge(LodgedList list);
  /// REQUIRES: its commitment is lodged and not open.
  void open(OpenedList list);
  /// Takes a list out, with its opening, or an opening alone; the series, the slot and what was
  /// opened by it; nothing if the record is neither.
  struct TakenOut {
    LodgedList list;
    std::optional<OpenedList> opened;
    bool lodging = false;  // the list itself was taken back
  };
  std::optional<TakenOut> take_out(LeafIndex index);

  /// Open lists in the form of dispositions of one slot on any day, as they were lodged.
  std::vector<const OpenedList*> opened_in(const std::string& party, const std::string& subject,
                                           std::int64_t slot) const;

  Json save() const;
  /// Errors: `damaged`.
  Result<void> load(const Json& state);

 private:
  using SlotOf = std::tuple<std::string, std::string, std::int64_t>;  // party, subject, slot
  struct Series {
    std::map<std::int64_t, std::uint64_t> slots;  // slot to commitment
    std::set<std::int64_t> ever;
    SeriesCount count;
    std::uint64_t last = 0;  // commitment that stands in it
  };
  static SlotOf slot_of(const LodgedList& list);
  void recount(Series& series) const;

  std::map<SeriesOf, Series> series_;
  std::map<std::uint64_t, LodgedList> lodged_;
  std::map<std::uint64_t, OpenedList> opened_;
  std::map<SlotOf, std::map<std::uint64_t, std::uint64_t>> open_in_;  // commitment to opening
};

}  // namespace armistice
