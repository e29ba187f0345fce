// SPDX-License-Identifier: Apache-2.0
// The kinds of term that are about who sits in a body, when it meets and how it decides. Part of
// the closed set of kinds.h. Spec: agreement.md §4.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "record/kinds/appointment.h"

namespace armistice {

/// §37: a state may sit in the body unless its forces took part.
struct Eligibility {
  static constexpr std::string_view kind = "eligibility";
  std::string of;
  std::vector<std::string> took_part;  // states
};

/// §37: an alternate is of its member's nationality.
struct SameNationality {
  static constexpr std::string_view kind = "same_nationality";
  std::string of;
  Part part = Part::alternate;  // or assistant: whose nationality is the member's
};

/// §37: a body's members are appointed by these states and no others. Whether they are nationals of
/// the state as well the text does not say.
struct AppointedBy {
  static constexpr std::string_view kind = "appointed_by";
  std::string of;
  std::vector<std::string> states;
};

/// §37; cable 16008, point 2: so many alternates, or alternates, to a member.
struct Alternates {
  static constexpr std::string_view kind = "alternates";
  std::string of;
  std::int64_t each = 0;
};

/// Whether a text asks for a grade, or says what is preferred.
enum class GradeAsked : std::uint8_t { required, preferred };
inline constexpr std::array<std::string_view, 2> grade_asked_words = {"required", "preferred"};

/// §20, §40b: so many of each side's members, or of those who go in a team, are of that grade or
/// above.
struct GradeFloor {
  static constexpr std::string_view kind = "grade_floor";
  std::string of;  // a body, or a group of teams
  Grade grade = Grade::general_or_flag;
  std::int64_t members_min = 0;  // a side; 0: all of them
  GradeAsked asked = GradeAsked::required;
  bool senior = false;  // the text says senior and no grade; `grade` is the lowest reading
};

/// §31, §44: a body meets daily; a recess is no longer than that.
struct Cadence {
  static constexpr std::string_view kind = "cadence";
  std::string of;
  std::int64_t recess_days_max = 0;
};

/// How a body decides.
enum class DecisionRule : std::uint8_t {
  majority,
  unanimity,
  veto,
  not_said,  // §37: a text without a rule, read under each of the others
};
inline constexpr std::array<std::string_view, 4> decision_rule_words = {"majority", "unanimity",
                                                                        "veto", "not_said"};

/// Cable 16008, point 1: what carries a motion, and what follows when the body is split.
struct Decision {
  static constexpr std::string_view kind = "decision";
  std::string of;
  DecisionRule rule = DecisionRule::majority;
  std::string when_split;  // what goes on then, in words
};

/// §31, §44: the days of a recess are those without a meeting, or those from meeting to meeting.
enum class RecessDays : std::uint8_t { between, apart };
/// §37: a member is whom the state appoints, or must be one of its nationals.
enum class OwnNational : std::uint8_t { not_asked, asked };
/// §20, §37: the grade from which on an officer is a senior one.
enum class SeniorFrom : std::uint8_t { field, general_or_flag };
/// §40b: what is preferred is a wish, or a duty of those who could.
enum class Preferred : std::uint8_t { wish, duty };

}  // namespace armistice
