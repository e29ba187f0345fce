// SPDX-License-Identifier: Apache-2.0
// movement/1: so many persons of a side came in and went out at these points on that day.
// Spec: kinds/movement.md.
#pragma once

#include "record/kinds/field_list.h"

namespace armistice {

/// Whose count it is: the side's own, or an inspection team's at the point.
enum class CountBasis : std::uint8_t { reported, inspected };
inline constexpr std::array<std::string_view, 2> count_basis_words = {"reported", "inspected"};

enum class Direction : std::uint8_t { arriving, departing };
inline constexpr std::array<std::string_view, 2> direction_words = {"arriving", "departing"};

/// Why they come or go, in the words of paragraph 13c.
enum class MovementSort : std::uint8_t { rotation, temporary_duty, leave };
inline constexpr std::array<std::string_view, 3> movement_sort_words = {"rotation",
                                                                        "temporary_duty", "leave"};

struct PersonsCount {
  std::string point;
  Direction direction = Direction::arriving;
  MovementSort sort = MovementSort::rotation;
  std::string nationality;  // empty: not said
  std::int64_t persons = 0;
  friend bool operator==(const PersonsCount&, const PersonsCount&) = default;
};

struct Movement {
  static constexpr std::string_view kind = "movement/1";
  Salt salt;
  std::string side;
  CountBasis basis = CountBasis::reported;
  StatedDay day;
  std::vector<PersonsCount> counts;
  // The totals as their author gives them; views add the counts up themselves.
  std::int64_t arrived = 0;
  std::int64_t departed = 0;
  std::string text;
  friend bool operator==(const Movement&, const Movement&) = default;
};

/// Errors: `malformed`, `too_large`, `out_of_range`.
Result<Movement> read_movement(const Json& body);
Json to_json(const Movement& movement);

}  // namespace armistice
