// SPDX-License-Identifier: Apache-2.0
// What the terms of supervision_kinds.h compute. Pure. Spec: agreement.md §6.
#pragma once

#include <optional>
#include <utility>

#include "terms/arrangement_kinds.h"
#include "terms/supervision_kinds.h"

namespace armistice {

struct Finding;

/// How many points are open on each side; each side once.
struct PointsOpen {
  std::vector<std::pair<std::string, std::int64_t>> by_side;
};

/// Teams that there are, of all groups that a term counts together.
struct TeamsSetUp {
  std::int64_t teams = 0;
  bool reduced = false;  // an amendment has set their number
};

/// Where a team was not let in: the nearest point or route, and how far it is.
struct DeniedAt {
  std::string nearest;  // empty: the term knows none whose place is known
  std::int64_t distance_m = 0;
  std::int64_t points_unknown = 0;  // of the term, whose places nobody gives
};

/// What a report says.
struct Studied {
  std::string text;
};

/// How long after its occasion something was done, or has not been yet. Units: seconds.
struct DoneAfter {
  std::int64_t elapsed_s = 0;
  bool done = false;
};

/// Who passed a team's report on, and to whom.
struct PassedTo {
  std::string by;  // an organ, or a member of one
  bool of_commission = false;
  std::vector<std::string> to;
};

/// The word of the term's that stands first in the text, as a word; empty: none. Compared as
/// base/words.h reads them.
std::string studied_in(const NoStudy& term, std::string_view text);

/// Cable 16008, point 5.
Finding parity_of(const Parity& term, const PointsOpen& open);
/// §23a, §40a.
Finding establishment_of(const Establishment& term, const TeamsSetUp& set_up);
/// Cable 16008, point 5. Broken if the place is inside the area beyond the error of its points'
/// coordinates; outside it is kept, and undetermined as long as the place of one of its points is
/// not known.
Finding access_of(const PointArea& term, const DeniedAt& denied);
/// §42c.
Finding study_of(const NoStudy& term, const Studied& report);
/// §29, §42f, §47. By the register's clock, in doubt for whose duty it is.
Finding promptness_of(const Promptness& term, const DoneAfter& after, AtOnce at_once);
/// How many seconds a reading of "without delay" gives.
std::int64_t at_once_s(AtOnce at_once);
/// §40b.
Finding answering_of(const AnswersTo& term, const PassedTo& passed);

}  // namespace armistice
