// SPDX-License-Identifier: Apache-2.0
#include "terms/bodies.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/text.h"
#include "terms/term.h"

namespace armistice {
namespace {

Result<std::string> paragraph_of(TomlTable& table) {
  std::string number = TRY(table.text("paragraph"));
  if (!is_paragraph(number)) return table.wrong("paragraph", "is a number such as 40b");
  return number;
}

Result<TreatyBody> read_body(TomlTable table) {
  TreatyBody body;
  body.name = TRY(table.name("name"));
  body.title = TRY(table.text("title"));
  body.paragraph = TRY(paragraph_of(table));
  body.seats = TRY(read_seats(table));
  TRY(table.closed());
  return body;
}

Result<TeamGroup> read_group(TomlTable table) {
  TeamGroup group;
  group.name = TRY(table.name("name"));
  group.title = TRY(table.text("title"));
  group.paragraph = TRY(paragraph_of(table));
  group.of = TRY(table.name("of"));
  group.teams = TRY(table.names("teams"));
  TRY(table.closed());
  return group;
}

Result<Port> read_port(TomlTable table) {
  Port port;
  port.name = TRY(table.name("name"));
  port.title = TRY(table.text("title"));
  port.side = TRY(table.name("side"));
  port.paragraph = TRY(paragraph_of(table));
  port.team = TRY(table.name("team"));
  const std::string latitude = TRY(table.text("latitude"));
  port.latitude = TRY(parse_arc_latitude(latitude).within(table.place_of("latitude").text()));
  const std::string longitude = TRY(table.text("longitude"));
  port.longitude = TRY(parse_arc_longitude(longitude).within(table.place_of("longitude").text()));
  if (table.has("facilities")) port.facilities = TRY(table.texts("facilities"));
  port.note = TRY(table.text_or("note", ""));
  TRY(table.closed());
  return port;
}

Result<ArcMinutes> parse_angle(std::string_view text, std::string_view form,
                               std::int64_t degrees_max, char positive, char negative) {
  const Error malformed{Errc::malformed, fmt::format("a coordinate is such as {}", form)};
  const std::size_t degree = text.find("°");
  const std::size_t minute = text.find("′");
  if (degree == text.npos || minute == text.npos || minute < degree) return malformed;
  std::string_view minutes = text.substr(degree + std::string_view("°").size());
  minutes.remove_suffix(text.size() - minute);
  const std::string_view letter = text.substr(minute + std::string_view("′").size());
  if (minutes.size() != 2 || letter.size() != 1) return malformed;
  if (letter[0] != positive && letter[0] != negative) return malformed;
  if (minutes[0] == '0') minutes.remove_prefix(1);
  const auto whole = parse_decimal(text.substr(0, degree));
  const auto part = parse_decimal(minutes);
  if (!whole.ok() || !part.ok()) return malformed;
  const auto value = *whole > 180 ? INT64_MAX : static_cast<std::int64_t>(*whole * 60 + *part);
  if (*part > 59 || value > degrees_max * 60) {
    return Error{Errc::out_of_range, fmt::format("no such place on the globe: {}", text)};
  }
  return ArcMinutes{letter[0] == positive ? value : -value};
}

// Names of bodies, groups and teams differ, since terms and records call all of them by name.
Result<void> check_names(const Bodies& bodies, const TomlTable& table) {
  std::set<std::string> names;
  const auto add = [&](const std::string& name, std::string_view key) -> Result<void> {
    if (names.insert(name).second) return {};
    return table.wrong(key, "name " + name + " twice");
  };
  for (const TreatyBody& body : bodies.bodies) TRY(add(body.name, "body"));
  for (const TeamGroup& group : bodies.team_groups) {
    TRY(add(group.name, "teams"));
    for (const std::string& team : group.teams) TRY(add(team, "teams"));
    if (!bodies.has(group.of)) return table.wrong("teams", "are of no such body: " + group.of);
  }
  for (const Place& place : bodies.places) TRY(add(place.name, "place"));
  std::set<std::string> stationed;
  for (const Port& port : bodies.ports) {
    TRY(add(port.name, "port"));
    const bool team = names.contains(port.team) && !bodies.has(port.team);
    if (!team)
      return table.wrong("port", fmt::format("{}: no such team: {}", port.name, port.team));
    if (!stationed.insert(port.team).second) {
      return table.wrong("port", fmt::format("{}: {} is at another", port.name, port.team));
    }
  }
  return {};
}

}  // namespace

std::string seats_text(const std::vector<Seats>& seats) {
  std::vector<std::string> parts;
  for (const Seats& one : seats) {
    parts.push_back(fmt::format("{} {}", one.from, one.members));
    if (!one.nominated_by.empty()) parts.back() += fmt::format(" ({})", one.nominated_by);
  }
  return fmt::format("{}", fmt::join(parts, ", "));
}

Result<std::vector<Seats>> read_seats(TomlTable& table) {
  std::vector<Seats> all;
  for (TomlTable& one : TRY(table.tables("seats"))) {
    Seats seats;
    seats.from = TRY(one.name("from"));
    seats.nominated_by = TRY(one.text_or("nominated_by", ""));
    seats.members = TRY(one.count("members"));
    TRY(one.closed());
    const bool twice = std::any_of(all.begin(), all.end(),
                                   [&](const Seats& before) { return before.from == seats.from; });
    if (twice) return one.wrong("from", seats.from + " stands twice");
    all.push_back(std::move(seats));
  }
  return all;
}

const TreatyBody* Bodies::body(std::string_view name) const {
  for (const TreatyBody& one : bodies) {
    if (one.name == name) return &one;
  }
  return nullptr;
}

bool Bodies::has(std::string_view name) const {
  return body(name) != nullptr || group(name) != nullptr;
}

const TeamGroup* Bodies::group(std::string_view name) const {
  for (const TeamGroup& one : team_groups) {
    if (one.name == name) return &one;
  }
  return nullptr;
}

const Place* Bodies::place(std::string_view name) const {
  for (const Place& one : places) {
    if (one.name == name) return &one;
  }
  return nullptr;
}

std::string Bodies::side_of(std::string_view party) const {
  for (const TreatyBody& body : bodies) {
    for (const Seats& seats : body.seats) {
      if (seats.from == party) return seats.nominated_by.empty() ? seats.from : seats.nominated_by;
    }
  }
  return "";
}

Result<ArcMinutes> parse_arc_latitude(std::string_view text) {
  return parse_angle(text, "37°28′N", 90, 'N', 'S');
}

Result<ArcMinutes> parse_arc_longitude(std::string_view text) {
  return parse_angle(text, "126°38′E", 180, 'E', 'W');
}

Result<Place> read_place(TomlTable table) {
  Place place;
  place.name = TRY(table.name("name"));
  place.title = TRY(table.text("title"));
  place.sort = TRY(table.name("sort"));
  place.side = TRY(table.text_or("side", ""));
  place.paragraph = TRY(paragraph_of(table));
  if (table.has("latitude") != table.has("longitude")) {
    return table.wrong("latitude", "and longitude are given both, or neither");
  }
  if (table.has("latitude")) {
    const std::string latitude = TRY(table.text("latitude"));
    place.latitude = TRY(parse_arc_latitude(latitude).within(table.place_of("latitude").text()));
    const std::string longitude = TRY(table.text("longitude"));
    place.longitude =
        TRY(parse_arc_longitude(longitude).within(table.place_of("longitude").text()));
  }
  place.note = TRY(table.text_or("note", ""));
  TRY(table.closed());
  return place;
}

Result<Bodies> read_bodies(ByteView text) {
  const TomlValue document = TRY(parse_toml("bodies.toml", text));
  TomlTable table(document, "file");
  Bodies bodies;
  bodies.datum = TRY(table.name("datum"));
  bodies.datum_note = TRY(table.text("datum_note"));
  for (TomlTable& one : TRY(table.tables("body"))) {
    bodies.bodies.push_back(TRY(read_body(std::move(one))));
  }
  for (TomlTable& one : TRY(table.tables_or_none("teams"))) {
    bodies.team_groups.push_back(TRY(read_group(std::move(one))));
  }
  for (TomlTable& one : TRY(table.tables_or_none("port"))) {
    bodies.ports.push_back(TRY(read_port(std::move(one))));
  }
  for (TomlTable& one : TRY(table.tables_or_none("place"))) {
    bodies.places.push_back(TRY(read_place(std::move(one))));
  }
  TRY(table.closed());
  TRY(check_names(bodies, table));
  return bodies;
}

}  // namespace armistice
