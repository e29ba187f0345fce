// SPDX-License-Identifier: Apache-2.0
// One thing asked, told or passed on, with the steps taken on it, and what they come to. Part of
// the state of the view of arrangements. Plain values; nothing is judged here. Spec: views.md §11.
#pragma once

#include <optional>
#include <vector>

#include "base/ids.h"
#include "base/json.h"
#include "base/time.h"
#include "record/kinds/arrangement_step.h"

namespace armistice {

/// A step that acts.
struct StepTaken {
  LeafIndex index;
  std::string author;
  Arranged word = Arranged::granted;
  UtcSeconds at;     // as stated
  UtcSeconds clock;  // the register's, in circle time
  std::int64_t quantity = 0;
  std::optional<LeafIndex> about;        // what came of it, if it stands before
  std::vector<std::string> answers_for;  // of an answer: those addressed for whom it speaks
};

struct AskedFor {
  LeafIndex index;
  Digest id;
  std::string sort;
  std::string number;
  std::string by;
  std::vector<std::string> to;
  std::optional<Digest> about;
  std::optional<LeafIndex> about_index;  // if it stands before
  std::string place;
  std::string language;
  UtcSeconds from;
  UtcSeconds until;
  UtcSeconds asked;  // the register's clock, in circle time
  std::int64_t quantity = 0;
  std::string unit;
  bool withdrawn = false;
  std::vector<StepTaken> steps;  // in the order taken

  Json save() const;
  /// Errors: `damaged`.
  static Result<AskedFor> load(const Json& saved);
};

/// What the steps come to.
struct CameTo {
  /// asked, granted, received, refused, done, not_done, certified, disputed, withdrawn.
  std::string_view state = "asked";
  std::optional<UtcSeconds> answered;  // by all who were asked, or refused by one
  std::optional<UtcSeconds> done;
  std::optional<LeafIndex> answered_at;
  std::optional<LeafIndex> done_at;
  std::int64_t given = 0;
  std::optional<LeafIndex> came;  // the record that came of it
  bool refused = false;
  bool not_done = false;
  std::vector<std::string> waiting;  // those addressed who have not answered

  /// Nothing more is owed.
  bool is_closed(bool withdrawn) const { return withdrawn || refused || not_done || done; }
};
CameTo came_to(const AskedFor& one);

/// For whom among those addressed, and whether for who asked, an author speaks.
struct Speaks {
  bool for_asker = false;
  std::vector<std::string> for_asked;
};

/// Why a step does not act, as an irregularity's word; empty: it acts.
std::string_view why_inert(const AskedFor& one, Arranged step, const Speaks& speaks);

/// Those addressed for whom an answer speaks and who have not answered yet.
std::vector<std::string> answers_for(const AskedFor& one, const Speaks& speaks);

}  // namespace armistice
