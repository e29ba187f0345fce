// SPDX-License-Identifier: Apache-2.0
// What the terms of body_kinds.h compute. Pure. Spec: agreement.md §6.
#pragma once

#include <utility>

#include "terms/body_kinds.h"

namespace armistice {

struct Finding;
struct Ballots;

/// A state that is invited to a seat.
struct InvitedState {
  std::string state;
};

/// An alternate and the member it stands for.
struct AlternateOf {
  std::string nationality;
  std::string of_member;
};

/// Who appointed a member, and of which nationality it is.
struct AppointedMember {
  std::string state;
  std::string nationality;  // empty: nobody has stated it
};

/// A state's members, and those who stand in for them.
struct StateAlternates {
  std::string state;
  std::int64_t members = 0;
  std::int64_t alternates = 0;
};
struct AlternatesNamed {
  std::vector<StateAlternates> by_state;
};

/// How many of each side's members are of a term's grade or above; each side once.
struct Graded {
  std::vector<std::pair<std::string, std::int64_t>> by_side;
  std::int64_t below = 0;          // members of a lower grade
  std::int64_t unknown = 0;        // members whose grade nobody has stated
  std::int64_t below_general = 0;  // members below a general or flag officer
};

/// A meeting and the next one, as days since 1970.
struct RecessSpan {
  std::int64_t day = 0;
  std::int64_t next = 0;
};

/// §37.
Finding eligibility_of(const Eligibility& term, const InvitedState& invited);
/// §37.
Finding nationality_of(const SameNationality& term, const AlternateOf& alternate);
/// §37. A nationality is that of a state by whose name it goes: `Soviet Union` is `soviet-union`.
Finding appointed_by(const AppointedBy& term, const AppointedMember& member, OwnNational national);
/// §37; cable 16008, point 2. Broken if a member has more than that; undetermined as long as one
/// has fewer: the text gives no hour.
Finding alternates_of(const Alternates& term, const AlternatesNamed& body);
/// §20, §37: all are senior officers, from the grade on that is read.
Finding seniors_of(const Graded& members, SeniorFrom from);
/// §20, §40b. Undetermined if those whose grade is not known could make the number up.
Finding grades_of(const GradeFloor& term, const Graded& members, Preferred preferred);
/// §31, §44. Broken, too, if the next meeting is not after this one.
Finding cadence_of(const Cadence& term, const RecessSpan& span, RecessDays counted);
/// Cable 16008, point 1. By majority more than half of all members are in favour; by unanimity all;
/// by veto more than half, and none against. Who casts no ballot is not in favour.
/// `rule` is the term's, or the reading of one that has none.
Finding decision_of(const Decision& term, const Ballots& ballots, DecisionRule rule);

}  // namespace armistice
