// SPDX-License-Identifier: Apache-2.0
#include "terms/supervision_terms.h"

#include "base/text.h"
#include "terms/limits.h"

namespace armistice {
namespace {

std::string list(const std::vector<std::string>& names) {
  return fmt::format("{}", fmt::join(names, ", "));
}

// `40.1009 124.3912`: degrees, four to seven decimals or none, a space between.
Result<std::int32_t> degrees_e7(std::string_view text, std::int64_t degrees_max) {
  const Error wrong{Errc::malformed, fmt::format("{:?} is no number of degrees", text)};
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const std::size_t point = text.find('.');
  const std::string_view decimals =
      point == text.npos ? std::string_view() : text.substr(point + 1);
  if (decimals.size() > 7 || (point != text.npos && decimals.empty())) return wrong;
  const auto whole = parse_decimal(text.substr(0, point));
  if (!whole.ok() || *whole > 180) return wrong;
  std::int64_t value = static_cast<std::int64_t>(*whole) * 10'000'000;
  std::int64_t unit = 1'000'000;
  for (const char digit : decimals) {
    if (digit < '0' || digit > '9') return wrong;
    value += (digit - '0') * unit;
    unit /= 10;
  }
  if (value > degrees_max * 10'000'000) return wrong;
  return static_cast<std::int32_t>(negative ? -value : value);
}

Result<RoutePlace> route_place(std::string_view text) {
  const auto parts = split(text, ' ');
  if (parts.size() != 2) return Error{Errc::malformed, "a place is such as 40.1009 124.3912"};
  RoutePlace place;
  place.latitude_e7 = TRY(degrees_e7(parts[0], 90));
  place.longitude_e7 = TRY(degrees_e7(parts[1], 180));
  return place;
}

Result<Route> read_route(TomlTable table) {
  Route route;
  route.name = TRY(table.name("name"));
  route.width_m = TRY(table.count("width_m"));
  for (const std::string& text : TRY(table.texts("places"))) {
    route.places.push_back(TRY(route_place(text).within(table.place_of("places").text())));
  }
  if (route.places.size() < 2) return table.wrong("places", "are two at least");
  TRY(table.closed());
  return route;
}

}  // namespace

Result<void> read(TomlTable& table, Parity& kind) {
  kind.of = TRY(enum_of<Ledger>(table, "of", ledger_words));
  return {};
}

Result<void> read(TomlTable& table, Establishment& kind) {
  kind.of = TRY(some_names(table, "of"));
  kind.teams_max = TRY(table.count("teams_max"));
  if (table.has("fewer")) kind.fewer = TRY(enum_of<Fewer>(table, "fewer", fewer_words));
  return {};
}

Result<void> read(TomlTable& table, PointArea& kind) {
  kind.points = TRY(table.names_or_none("points"));
  kind.radius_m = TRY(table.count_or("radius_m", 0));
  kind.error_m = TRY(table.count_or("error_m", 0));
  for (TomlTable& one : TRY(table.tables_or_none("route"))) {
    kind.routes.push_back(TRY(read_route(std::move(one))));
  }
  kind.unnamed = TRY(table.count_or("unnamed", 0));
  kind.map = TRY(table.text_or("map", ""));
  const bool drawn = !kind.points.empty() || !kind.routes.empty();
  if (drawn == !kind.map.empty()) {
    return table.wrong("points", "or [[term.route]] is given, or `map` alone");
  }
  if (kind.points.empty() && kind.unnamed != 0) {
    return table.wrong("unnamed", "points are counted beside those with names");
  }
  if (kind.points.empty() != (kind.radius_m == 0)) {
    return table.wrong("radius_m", "and points are given both, or neither");
  }
  return {};
}

Result<void> read(TomlTable& table, NoStudy& kind) {
  kind.of = TRY(some_names(table, "of"));
  kind.words = TRY(table.texts("words"));
  for (const std::string& word : kind.words) {
    if (word.empty()) return table.wrong("words", "holds an empty one");
  }
  if (kind.words.empty()) return table.wrong("words", "holds one at least");
  return {};
}

Result<void> read(TomlTable& table, Promptness& kind) {
  kind.of = TRY(table.name("of"));
  kind.what = TRY(enum_of<Prompt>(table, "what", prompt_words));
  return {};
}

Result<void> read(TomlTable& table, AnswersTo& kind) {
  kind.of = TRY(some_names(table, "of"));
  kind.through = TRY(table.name("through"));
  kind.to = TRY(some_names(table, "to"));
  return {};
}

std::vector<std::string> names_of(const Parity&) { return {}; }
std::vector<std::string> names_of(const Establishment& kind) { return kind.of; }
std::vector<std::string> names_of(const PointArea& kind) { return kind.points; }
std::vector<std::string> names_of(const NoStudy& kind) { return kind.of; }
std::vector<std::string> names_of(const Promptness& kind) { return {kind.of}; }

std::vector<std::string> names_of(const AnswersTo& kind) {
  std::vector<std::string> all = kind.of;
  all.push_back(kind.through);
  all.insert(all.end(), kind.to.begin(), kind.to.end());
  return all;
}

Result<Facts> read_facts(TomlTable& table, const Bodies&, const Parity&) {
  PointsOpen open;
  for (TomlTable& one : TRY(table.tables("by_side"))) {
    std::string side = TRY(one.name("side"));
    const std::int64_t points = TRY(one.count("points"));
    TRY(one.closed());
    open.by_side.emplace_back(std::move(side), points);
  }
  return Facts(std::move(open));
}

Result<Facts> read_facts(TomlTable& table, const Bodies&, const Establishment&) {
  TeamsSetUp set_up;
  set_up.teams = TRY(table.count("teams"));
  if (table.has("reduced")) set_up.reduced = TRY(table.one_of("reduced", may_refuse_words)) == 1;
  return Facts(set_up);
}

Result<Facts> read_facts(TomlTable& table, const Bodies&, const PointArea&) {
  DeniedAt denied;
  denied.nearest = TRY(table.text_or("nearest", ""));
  denied.distance_m = TRY(table.count_or("distance_m", 0));
  denied.points_unknown = TRY(table.count_or("points_unknown", 0));
  return Facts(std::move(denied));
}

Result<Facts> read_facts(TomlTable& table, const Bodies&, const NoStudy&) {
  Studied studied;
  studied.text = TRY(table.text("text"));
  return Facts(std::move(studied));
}

Result<Facts> read_facts(TomlTable& table, const Bodies&, const Promptness&) {
  DoneAfter after;
  after.elapsed_s = TRY(table.count("elapsed_s"));
  after.done = TRY(table.one_of("done", may_refuse_words)) == 1;
  return Facts(after);
}

Result<Facts> read_facts(TomlTable& table, const Bodies&, const AnswersTo& kind) {
  PassedTo passed;
  passed.by = TRY(table.name("by"));
  passed.of_commission =
      passed.by == kind.through || TRY(table.text_or("member_of", "")) == kind.through;
  passed.to = TRY(table.names("to"));
  return Facts(std::move(passed));
}

Described described(const Parity& kind) {
  return {{"of", std::string(ledger_words[static_cast<std::size_t>(kind.of)])}};
}

Described described(const Establishment& kind) {
  return {{"of", list(kind.of)},
          {"teams_max", fmt::format("{}", kind.teams_max)},
          {"fewer", std::string(fewer_words[static_cast<std::size_t>(kind.fewer)])}};
}

Described described(const PointArea& kind) {
  Described out;
  if (!kind.map.empty()) out.emplace_back("map", kind.map);
  if (!kind.points.empty()) {
    out.emplace_back("points", list(kind.points));
    out.emplace_back("radius_m", fmt::format("{}", kind.radius_m));
    out.emplace_back("error_m", fmt::format("{}", kind.error_m));
    if (kind.unnamed != 0) out.emplace_back("unnamed", fmt::format("{}", kind.unnamed));
  }
  for (const Route& route : kind.routes) {
    out.emplace_back("route " + route.name,
                     fmt::format("{} places, {} m", route.places.size(), route.width_m));
  }
  return out;
}

Described described(const NoStudy& kind) {
  return {{"of", list(kind.of)}, {"words", list(kind.words)}};
}

Described described(const Promptness& kind) {
  return {{"of", kind.of},
          {"what", std::string(prompt_words[static_cast<std::size_t>(kind.what)])}};
}

Described described(const AnswersTo& kind) {
  return {{"of", list(kind.of)}, {"through", kind.through}, {"to", list(kind.to)}};
}

}  // namespace armistice
