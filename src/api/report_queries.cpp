// SPDX-License-Identifier: Apache-2.0
// Reports over the record. A day is one of the circle's first civil offset by the register's clock:
// a record belongs to the day on which the clock stood where the record stands.
#include <fmt/format.h>

#include "api/case_rows.h"
#include "api/queries.h"
#include "api/selected.h"
#include "base/limits.h"

namespace armistice {
namespace {

constexpr std::int64_t day_s = 86'400;

struct Day {
  std::string date;
  CivilTime from;
  CivilTime to;
  std::int64_t clock_from = 0;  // of the register, without the scenario's offset
  std::int64_t clock_to = 0;
};

Result<Day> day_of(const Genesis& genesis, const std::string& date) {
  const auto from =
      parse_civil_time(fmt::format("{}T00:00:00{}", date, genesis.civil_offsets.front()));
  if (!from.ok()) return Error{Errc::usage, "date is YYYY-MM-DD, such as 1953-07-28"};
  Day day{date, *from, {{from->utc.value + day_s}, from->offset_s}};
  day.clock_from = day.from.utc.value - genesis.scenario_offset_s;
  day.clock_to = day.to.utc.value - genesis.scenario_offset_s;
  return day;
}

// Runs a SELECT whose two marks are the day's ends.
Result<Json> rows_of_day(Node& node, const Day& day, std::string_view sql,
                         std::span<const Column> columns) {
  return select_rows(node, sql, columns, {day.clock_from, day.clock_to});
}

Result<Json> steps_of_day(Node& node, const Day& day) {
  constexpr std::array columns = {
      Column{"case", Column::integer},     Column{"index", Column::integer},
      Column{"clock", Column::integer},    Column{"step", Column::text},
      Column{"by", Column::text},          Column{"detail", Column::text},
      Column{"retracted", Column::boolean}};
  const Json rows = TRY(rows_of_day(
      node, day,
      fmt::format("SELECT s.case_index, s.leaf_index, r.clock_utc, s.step, s.author, s.detail, "
                  "s.retracted FROM docket_step s JOIN record r ON r.leaf_index=s.leaf_index WHERE "
                  "r.clock_utc>=? AND r.clock_utc<? ORDER BY s.leaf_index, s.place LIMIT {}",
                  limits::page_rows_max),
      columns));
  Json::Array out;
  for (const Json& row : *rows.as_array()) {
    Json shown = Json::Object{};
    for (const auto& [name, value] : *row.as_object()) {
      const bool clock = name == "clock";
      shown.add(clock ? "after" : name,
                clock ? circle_time_json(node.genesis(), *value.as_integer()) : value);
    }
    out.push_back(std::move(shown));
  }
  return out;
}

// Findings on the day's records, those of an observation that no case has taken up included.
Result<Json> findings_of_day(Node& node, const Json& first, const Json& last) {
  if (first.is_null()) return Json(Json::Array{});
  return findings_where(
      node,
      fmt::format("f.leaf_index BETWEEN {} AND {} AND f.reading='' AND NOT f.good",
                  *first.as_integer(), *last.as_integer()),
      std::nullopt);
}

Json filtered(const Json& rows, std::string_view key, std::string_view without) {
  Json::Array out;
  for (const Json& row : *rows.as_array()) {
    if (*row.find(key)->as_text() != without) out.push_back(row);
  }
  return out;
}

}  // namespace

Result<Json> report_daily(Node& node, const Arguments& arguments) {
  const Day day = TRY(day_of(node.genesis(), arguments.text("date")));
  constexpr std::array party_columns = {Column{"party", Column::text},
                                        Column{"records", Column::integer}};
  Json parties = TRY(rows_of_day(
      node, day,
      "SELECT substr(author, 1, instr(author || '/', '/') - 1) AS party, count(*) FROM record "
      "WHERE clock_utc>=? AND clock_utc<? AND void IS NULL GROUP BY party ORDER BY party",
      party_columns));
  constexpr std::array range_columns = {Column{"first", Column::integer},
                                        Column{"last", Column::integer},
                                        Column{"voids", Column::integer}};
  const Json range = TRY(rows_of_day(node, day,
                                     "SELECT min(leaf_index), max(leaf_index), count(void) FROM "
                                     "record WHERE clock_utc>=? AND clock_utc<?",
                                     range_columns));
  const Json& bounds = range.as_array()->front();
  Json steps = TRY(steps_of_day(node, day));
  Json findings = TRY(findings_of_day(node, *bounds.find("first"), *bounds.find("last")));
  Json cases = TRY(cases_of(node, std::nullopt, Cases::open));
  const Json teams = TRY(teams_of(node));
  const Engine::State state = node.engine().state();
  Json::Array lines(state.digest_lines.begin(), state.digest_lines.end());
  return Json::Object{{"date", day.date},
                      {"from", to_text(day.from)},
                      {"to", to_text(day.to)},
                      {"size", state.position.value},
                      {"first", *bounds.find("first")},
                      {"last", *bounds.find("last")},
                      {"records", std::move(parties)},
                      {"void_entries", *bounds.find("voids")},
                      {"steps", std::move(steps)},
                      {"findings", std::move(findings)},
                      {"open_cases", std::move(cases)},
                      {"teams_out", filtered(teams, "state", "ready")},
                      {"lines", std::move(lines)}};
}

}  // namespace armistice
