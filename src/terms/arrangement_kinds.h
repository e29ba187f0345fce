// SPDX-License-Identifier: Apache-2.0
// The kinds of term that are about what one asks of another: journeys, supplies, visits, documents
// and their translations, notice before something happens. Part of the closed set of kinds.h.
// Spec: agreement.md §4.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace armistice {

/// Whether what is asked may be refused.
enum class MayRefuse : std::uint8_t { no, yes };
inline constexpr std::array<std::string_view, 2> may_refuse_words = {"no", "yes"};

/// Whether less than was asked is too little.
enum class InFull : std::uint8_t { no, yes };
inline constexpr std::array<std::string_view, 2> in_full_words = {"no", "yes"};

/// What a text asks for without a number of hours.
enum class Hurry : std::uint8_t {
  none,
  answer_at_once,
  done_at_once,
  as_asked,  // done by the last moment for which it was asked
};
inline constexpr std::array<std::string_view, 4> hurry_words = {"none", "answer_at_once",
                                                                "done_at_once", "as_asked"};

/// §13f-h, §25g, §31, §40b, §44, §47, §57: what some may ask, others owe.
struct ArrangementOwed {
  static constexpr std::string_view kind = "arrangement_owed";
  std::string sort;
  std::vector<std::string> by;           // who may ask, any of them
  std::vector<std::string> of;           // who owes it
  std::int64_t notice_hours_min = 0;     // 0, of all three: the text sets none
  std::int64_t answer_within_hours = 0;  // of the asking
  std::int64_t done_within_hours = 0;    // likewise
  Hurry hurry = Hurry::none;
  MayRefuse may_refuse = MayRefuse::no;
  InFull in_full = InFull::no;
};

/// §22, §45: documents of a sort are kept in these languages.
struct Languages {
  static constexpr std::string_view kind = "languages";
  std::string sort;
  std::vector<std::string> by;  // whose documents
  std::vector<std::string> languages;
};

/// How near to each other.
enum class Nearness : std::uint8_t {
  one_place,
  in_proximity,  // how far that is, the text does not say
};
inline constexpr std::array<std::string_view, 2> nearness_words = {"one_place", "in_proximity"};

/// §42a; cable 16008, point 7: bodies have their headquarters in one place, or near each other.
struct CoLocation {
  static constexpr std::string_view kind = "co_location";
  std::string sort;  // of the arrangement that says where one is
  std::vector<std::string> bodies;
  Nearness nearness = Nearness::one_place;
};

// How a text is read where it leaves something open.

/// What "immediately" and "without delay" come to.
enum class AtOnce : std::uint8_t { one_hour, one_day, three_days };
/// Kept in each of the languages, or in any one of them.
enum class KeptIn : std::uint8_t { each, any };

}  // namespace armistice
