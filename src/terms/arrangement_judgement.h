// SPDX-License-Identifier: Apache-2.0
// What the terms of arrangement_kinds.h compute. Pure. Spec: agreement.md §6.
#pragma once

#include <optional>
#include <utility>

#include "base/time.h"
#include "terms/arrangement_kinds.h"

namespace armistice {

struct Finding;

/// What was asked, and what has come of it up to a moment. Times but `from` and `until` are the
/// register's.
struct Arranging {
  UtcSeconds asked;
  UtcSeconds from;
  UtcSeconds until;
  std::int64_t quantity = 0;           // asked
  std::optional<UtcSeconds> answered;  // granted, refused or received, by all who were asked
  std::optional<UtcSeconds> done;
  std::int64_t given = 0;
  bool refused = false;
  bool not_done = false;   // somebody said that it was not
  bool withdrawn = false;  // by who asked
  UtcSeconds now;
};

/// The languages of a document and of its certified translations.
struct KeptLanguages {
  std::vector<std::string> languages;
};

/// Where bodies have their headquarters; an empty place is not known.
struct Headquarters {
  std::vector<std::pair<std::string, std::string>> places;
};

/// When the answer, and the doing, are due; nothing: the term sets no time.
struct DueTimes {
  std::optional<UtcSeconds> answer;
  std::optional<UtcSeconds> done;
};
DueTimes due_times(const ArrangementOwed& term, UtcSeconds asked, UtcSeconds until, AtOnce at_once);

/// The first of: notice too short, refused, answered late, not done, done late, less than asked.
/// An answer that came too late stays late, whatever follows.
Finding arrangement_of(const ArrangementOwed& term, const Arranging& facts, AtOnce at_once);
/// §22, §45.
Finding languages_of(const Languages& term, const KeptLanguages& facts, KeptIn in);
/// §42a. Places are one if they are written alike.
Finding co_location_of(const CoLocation& term, const Headquarters& facts);

}  // namespace armistice
