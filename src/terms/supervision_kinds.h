// SPDX-License-Identifier: Apache-2.0
// The kinds of term that are about how supervision is set up: at how many points, in which area
// around them, by how many teams, what these may look into and whom they answer to. Part of the
// closed set of kinds.h. Spec: agreement.md §4.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "terms/ledger_kinds.h"

namespace armistice {

/// Cable 16008, point 5; §43: as many points are open on one side as on the other.
struct Parity {
  static constexpr std::string_view kind = "parity";
  Ledger of = Ledger::personnel;
};

/// Whether there may be fewer teams than a text says.
enum class Fewer : std::uint8_t { freely, by_agreement };
inline constexpr std::array<std::string_view, 2> fewer_words = {"freely", "by_agreement"};

/// §23a, §40a: so many teams at first; by agreement fewer, never more.
struct Establishment {
  static constexpr std::string_view kind = "establishment";
  std::vector<std::string> of;  // groups of teams, counted together
  std::int64_t teams_max = 0;
  Fewer fewer = Fewer::freely;
};

/// A place of a route. Units: 1e-7 degree, WGS 84.
struct RoutePlace {
  std::int32_t latitude_e7 = 0;
  std::int32_t longitude_e7 = 0;
  friend bool operator==(const RoutePlace&, const RoutePlace&) = default;
};

/// A road or railway along which teams move, and how far to either side.
struct Route {
  std::string name;
  std::int64_t width_m = 0;
  std::vector<RoutePlace> places;  // two at least
};

/// Cable 16008, point 5; §43: where teams work without further leave: within a radius of points, or
/// along mapped routes; or as a map shows that the text refers to and the folder does not hold.
struct PointArea {
  static constexpr std::string_view kind = "point_area";
  std::vector<std::string> points;  // ports and places with coordinates
  std::int64_t unnamed = 0;         // points that the text counts and does not name
  std::int64_t radius_m = 0;
  std::int64_t error_m = 0;  // of the points' coordinates
  std::vector<Route> routes;
  std::string map;  // the map, in the text's words; alone
};

/// §42c: what no inspection studies.
struct NoStudy {
  static constexpr std::string_view kind = "no_study";
  std::vector<std::string> of;     // groups of teams
  std::vector<std::string> words;  // by which a report is known to hold it
};

/// What is done without delay in a case.
enum class Prompt : std::uint8_t {
  sent,       // a team, from the request on
  forwarded,  // a report, from when it is handed in
  notified,   // those whom a determined violation is reported to, from the determination on
};
inline constexpr std::array<std::string_view, 3> prompt_words = {"sent", "forwarded", "notified"};

/// §29, §42f, §47: what a commission does without delay.
struct Promptness {
  static constexpr std::string_view kind = "promptness";
  std::string of;  // the commission: which is asked, passes on, has determined
  Prompt what = Prompt::sent;
};

/// §40b: a team's reports go through its commission, and to nobody else.
struct AnswersTo {
  static constexpr std::string_view kind = "answers_to";
  std::vector<std::string> of;  // groups of teams
  std::string through;          // the commission
  std::vector<std::string> to;
};

}  // namespace armistice
