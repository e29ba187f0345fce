// SPDX-License-Identifier: Apache-2.0
// What the kinds of sighting_kinds.h compute, and from what. Pure, as judgement.h is, which gathers
// them. What is not sure enough, or whose doing nobody says, is `undetermined`: it accuses nobody.
// Spec: agreement.md §6.
#pragma once

#include <optional>

#include "base/time.h"
#include "record/kinds/sighting.h"
#include "terms/sighting_kinds.h"

namespace armistice {

struct Finding;

/// How sure a sighting is, and whether it is what a side tells of the other.
struct Sureness {
  Certainty certainty = Certainty::observed;
  bool told = false;
};

/// An act.
struct SightedAct {
  std::string what;
  std::string place;  // empty: at none that the agreement names
  std::string side;   // whose doing; empty: nobody says
  Sureness sure;
};

/// Something that has its distance from the line. Units: millimetres, of 95 %.
struct SightedNear {
  std::string what;
  std::string side;
  std::int64_t distance_mm = 0;
  std::int64_t error_mm = 0;     // of the place and of the line together
  std::int64_t hours_after = 0;  // the effective hour, whole ones
  Sureness sure;
};

/// An act, and a window that was granted at its place.
struct SightedDuring {
  std::string what;
  std::string side;
  UtcSeconds from;  // the act happened between these
  UtcSeconds until;
  UtcSeconds window_from;
  UtcSeconds window_until;
  Sureness sure;
};

/// Days, since 1 January 1970, of an arrangement that is said to be done.
struct QuietDays {
  std::int64_t since = 0;                 // from which quiet is counted
  std::optional<std::int64_t> last_act;   // before the day on which it is done; nothing: none
  std::optional<std::int64_t> last_told;  // likewise of acts that one side tells of the other
  std::int64_t done = 0;
};

/// The whole days that were quiet up to the day before `done`; none if there are none.
std::int64_t quiet_days(const QuietDays& days, FirstDay first, Told told);

Finding act_of(const ProhibitedAct& term, const SightedAct& act, Certain certain, Told told);
Finding distance_of(const WithdrawalLine& term, const SightedNear& seen, Certain certain,
                    Told told);
Finding silence_of(const Silence& term, const SightedDuring& act, Certain certain, Told told);
Finding quiet_of(const AfterQuiet& term, const QuietDays& days, FirstDay first, Told told);

}  // namespace armistice
