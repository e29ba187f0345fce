// SPDX-License-Identifier: Apache-2.0
// Who may be in the zone at a moment, and who is: rows of ground as answers.
#include <fmt/format.h>

#include "api/case_rows.h"
#include "api/queries.h"
#include "api/selected.h"
#include "base/limits.h"
#include "terms/has.h"
#include "views/ground/zone.h"

namespace armistice {
namespace {

constexpr int logs_shown_max = 200;  // some weeks of a side's gates

// `of`: the zones and sides for which a pass counts, each found from the one before in the index
// alone; `span`: how long passes of each span last, as view.sql has it.
constexpr std::string_view spans_sql = R"(
WITH RECURSIVE zone_of(zone) AS (
  SELECT min(zone) FROM pass WHERE counts
  UNION ALL
  SELECT (SELECT min(p.zone) FROM pass p WHERE p.counts AND p.zone>z.zone)
  FROM zone_of z WHERE z.zone IS NOT NULL),
side_of(zone, side) AS (
  SELECT z.zone, (SELECT min(p.side) FROM pass p WHERE p.counts AND p.zone=z.zone)
  FROM zone_of z WHERE z.zone IS NOT NULL
  UNION ALL
  SELECT s.zone, (SELECT min(p.side) FROM pass p WHERE p.counts AND p.zone=s.zone AND p.side>s.side)
  FROM side_of s WHERE s.side IS NOT NULL),
of AS (SELECT zone, side FROM side_of WHERE side IS NOT NULL),
span(span, longest_s) AS (
  VALUES (0, 86400), (1, 691200), (2, 5529600), (3, 44236800), (4, 1<<60))
)";

// The passes in force at ?1, by zone and side.
std::string in_force_sql() {
  return fmt::format(
      "FROM of CROSS JOIN span s CROSS JOIN pass p ON p.zone=of.zone AND p.side=of.side AND "
      "p.span=s.span AND p.from_utc BETWEEN ?1-s.longest_s AND ?1 WHERE p.counts AND "
      "p.to_utc>=?1 AND NOT {}",
      taken_back_sql("p.leaf_index"));
}

Json side_row(const std::string& zone, const std::string& side) {
  return Json::Object{{"zone", zone},     {"side", side},        {"authorized", 0},
                      {"inside", Json()}, {"inside_at", Json()}, {"log", Json()}};
}

// Each side in each zone that a paragraph names; then whatever else is on record.
Result<Json> sides_at(Node& node, UtcSeconds at) {
  constexpr std::array columns = {
      Column{"zone", Column::text},          Column{"side", Column::text},
      Column{"authorized", Column::integer}, Column{"inside", Column::integer},
      Column{"inside_at", Column::moment},   Column{"log", Column::integer}};
  const std::string last =
      "FROM zone_course c WHERE c.zone=k.zone AND c.side=k.side AND c.time_utc<=?1 "
      "ORDER BY c.time_utc DESC LIMIT 1";
  const Json rows = TRY(select_rows(
      node,
      fmt::format(
          "{0}, authorized AS (SELECT of.zone, of.side, count(*) AS passes {1} "
          "GROUP BY of.zone, of.side) SELECT k.zone, k.side, coalesce(a.passes, 0), "
          "(SELECT c.inside {2}), (SELECT c.time_utc {2}), (SELECT c.leaf_index {2}) FROM "
          "(SELECT zone, side FROM of UNION SELECT zone, side FROM zone_count) k LEFT JOIN "
          "authorized a ON a.zone=k.zone AND a.side=k.side ORDER BY k.zone, k.side LIMIT {3}",
          spans_sql, in_force_sql(), last, limits::page_rows_max),
      columns, {at.value}));
  Json::Array sides;
  const AgreementFolder& folder = node.agreement().folder;
  const auto add = [&](Json row, const Term* term) {
    const auto* count = term == nullptr ? nullptr : &std::get<HeadCount>(term->kind);
    row.add("persons_max", count == nullptr ? Json() : Json(count->persons_max));
    row.add("paragraph", term == nullptr ? std::string() : term->paragraph);
    sides.push_back(std::move(row));
  };
  const auto is = [](const Json& row, const std::string& zone, const std::string& side) {
    return *row.find("zone")->as_text() == zone && *row.find("side")->as_text() == side;
  };
  std::vector<std::string> named;
  for (const Term* term : node.agreement().terms<HeadCount>()) {
    named.push_back(std::get<HeadCount>(term->kind).zone);
    for (const AgreementParty& party : folder.agreement.parties) {
      if (party.group != Group::sides) continue;
      Json row = side_row(named.back(), party.name);
      for (const Json& held : *rows.as_array()) {
        if (is(held, named.back(), party.name)) row = held;
      }
      add(std::move(row), term);
    }
  }
  for (const Json& row : *rows.as_array()) {
    const std::string& zone = *row.find("zone")->as_text();
    if (!has(named, zone)) add(row, nullptr);
  }
  return Json(std::move(sides));
}

Result<Json> passes_at(Node& node, UtcSeconds at) {
  constexpr std::array columns = {Column{"index", Column::integer}, Column{"author", Column::text},
                                  Column{"zone", Column::text},     Column{"side", Column::text},
                                  Column{"number", Column::text},   Column{"person", Column::text},
                                  Column{"sort", Column::text},     Column{"arms", Column::text},
                                  Column{"from", Column::moment},   Column{"to", Column::moment}};
  return select_rows(
      node,
      fmt::format("{} SELECT p.leaf_index, p.author, p.zone, p.side, p.number, p.person, p.sort, "
                  "p.arms, p.from_utc, p.to_utc {} "
                  "ORDER BY p.zone, p.side, p.number, p.leaf_index, p.place LIMIT {}",
                  spans_sql, in_force_sql(), limits::page_rows_max),
      columns, {at.value});
}

Result<Json> logs_before(Node& node, UtcSeconds at) {
  constexpr std::array columns = {
      Column{"index", Column::integer},    Column{"author", Column::text},
      Column{"gate", Column::text},        Column{"zone", Column::text},
      Column{"side", Column::text},        Column{"from", Column::moment},
      Column{"to", Column::moment},        Column{"went_in", Column::integer},
      Column{"went_out", Column::integer}, Column{"stated", Column::integer},
      Column{"inside", Column::integer},   Column{"most", Column::integer},
      Column{"counts", Column::boolean},   Column{"retracted", Column::boolean}};
  const auto went = [](std::string_view passing) {
    return fmt::format(
        "(SELECT coalesce(sum(g.persons), 0) FROM gate_passage g WHERE g.leaf_index=l.leaf_index "
        "AND g.passing='{}')",
        passing);
  };
  return select_rows(
      node,
      fmt::format("SELECT l.leaf_index, l.author, l.gate, l.zone, l.side, l.from_utc, l.to_utc, "
                  "{}, {}, l.stated, l.inside, l.most, l.counts, {} FROM gate_log l WHERE "
                  "l.from_utc<=?1 ORDER BY l.to_utc DESC, l.leaf_index DESC LIMIT {}",
                  went("in"), went("out"), taken_back_sql("l.leaf_index"), logs_shown_max),
      columns, {at.value});
}

}  // namespace

Result<Json> passes_query(Node& node, const Arguments& arguments) {
  CivilTime at = circle_now(node.env(), node.genesis());
  if (arguments.has("at")) {
    const auto asked = parse_civil_time(arguments.text("at"));
    if (!asked.ok()) {
      return Error{Errc::usage, "at is a time, such as 1953-08-03T10:00:00+09:00"};
    }
    at = *asked;
  }
  constexpr std::array columns = {Column{"index", Column::integer}, Column{"word", Column::text},
                                  Column{"detail", Column::text}};
  Json notices = TRY(select_rows(
      node,
      fmt::format(
          "SELECT leaf_index, word, detail FROM ground_irregularity g WHERE EXISTS (SELECT "
          "1 FROM pass p WHERE p.leaf_index=g.leaf_index AND p.place=0) OR EXISTS (SELECT 1 "
          "FROM gate_log l WHERE l.leaf_index=g.leaf_index) ORDER BY leaf_index DESC, place "
          "LIMIT {}",
          limits::page_rows_max),
      columns));
  Json found =
      TRY(findings_where(node, against_sql(terms_of<HeadCount>(node.agreement())), std::nullopt));
  Json sides = TRY(sides_at(node, at.utc));
  Json passes = TRY(passes_at(node, at.utc));
  Json logs = TRY(logs_before(node, at.utc));
  return Json::Object{
      {"at", to_text(at)},       {"sides", std::move(sides)},     {"passes", std::move(passes)},
      {"logs", std::move(logs)}, {"notices", std::move(notices)}, {"findings", std::move(found)}};
}

}  // namespace armistice
