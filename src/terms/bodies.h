// SPDX-License-Identifier: Apache-2.0
// The bodies that an agreement sets up, their teams, the ports where teams are stationed, and
// other places that it names.
// Numbers here are those of the agreement at its start: that a team was dissolved, or who sits in
// it, is said in records. Spec: agreement.md §2.
#pragma once

#include <optional>

#include "terms/toml_table.h"

namespace armistice {

/// So many members of a body from one party.
struct Seats {
  std::string from;
  std::string nominated_by;  // the side whose neutral this party is; empty: it is a side
  std::int64_t members = 0;
};

/// A body that the agreement sets up; no record's body.
struct TreatyBody {
  std::string name;
  std::string title;
  std::string paragraph;
  std::vector<Seats> seats;
};

/// Teams of one sort.
struct TeamGroup {
  std::string name;  // `mobile-inspection-teams`
  std::string title;
  std::string paragraph;
  std::string of;                  // the body that they assist
  std::vector<std::string> teams;  // `nnit/mobile-1`
};

/// A coordinate as treaties write them. Units: minutes of arc, north and east positive.
struct ArcMinutes {
  std::int64_t value = 0;
  friend bool operator==(const ArcMinutes&, const ArcMinutes&) = default;
};

struct Port {
  std::string name;
  std::string title;
  std::string side;
  std::string paragraph;
  std::string team;  // stationed there
  ArcMinutes latitude;
  ArcMinutes longitude;
  std::vector<std::string> facilities;  // observed there, as the text names them; may be none
  std::string note;                     // what is doubtful about them; empty: nothing
};

/// A place that the agreement names: a camp, an airfield, a site where weapons are kept, an area.
struct Place {
  std::string name;
  std::string title;
  std::string sort;  // `camp`, `airfield`, `storage`, `area`: the agreement's own word
  std::string side;  // who holds it; empty: nobody alone
  std::string paragraph;
  std::optional<ArcMinutes> latitude;  // both or none
  std::optional<ArcMinutes> longitude;
  std::string note;  // what is doubtful; empty: nothing
};

struct Bodies {
  std::string datum;       // `unstated` when the text names none
  std::string datum_note;  // what is known about it
  std::vector<TreatyBody> bodies;
  std::vector<TeamGroup> team_groups;
  std::vector<Port> ports;
  std::vector<Place> places;

  const TreatyBody* body(std::string_view name) const;
  /// A body or a group of teams has this name.
  bool has(std::string_view name) const;
  const TeamGroup* group(std::string_view name) const;
  /// Nothing if the agreement names no such place.
  const Place* place(std::string_view name) const;
  /// The side a party speaks for: itself, or the side that nominated it. Empty: neither.
  std::string side_of(std::string_view party) const;
};

/// Reads `37°28′N`, `126°38′E`: degrees and two digits of minutes. Errors: `malformed`,
/// `out_of_range`.
Result<ArcMinutes> parse_arc_latitude(std::string_view text);
Result<ArcMinutes> parse_arc_longitude(std::string_view text);

/// `sweden 1 (unc), poland 1 (kpa-cpv)`: how many sit for whom, and who nominated them.
std::string seats_text(const std::vector<Seats>& seats);

/// Reads `seats` of a body. Errors, with line and column: `malformed`, also of a party that stands
/// twice.
Result<std::vector<Seats>> read_seats(TomlTable& table);

/// Reads a `[[place]]`. Errors, with line and column: `malformed`, `out_of_range`.
Result<Place> read_place(TomlTable table);

/// Reads bodies.toml. Errors, with line and column: `malformed` (a name that stands twice, a team
/// stationed at two ports, too), `out_of_range`, `too_large`.
Result<Bodies> read_bodies(ByteView text);

}  // namespace armistice
