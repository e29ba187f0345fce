// SPDX-License-Identifier: Apache-2.0
// What sides hold, as far as it was lodged, counted or checked: rows of holdings as answers.
#include <fmt/format.h>

#include "api/case_rows.h"
#include "api/queries.h"
#include "api/selected.h"
#include "base/limits.h"

namespace armistice {
namespace {

constexpr int records_shown_max = 200;

constexpr auto integer = Column::integer;
constexpr auto text = Column::text;
constexpr auto digest = Column::digest;
constexpr auto boolean = Column::boolean;
constexpr auto moment = Column::moment;
constexpr auto day = Column::day;

// Rows of a list with their parts, which name their row by `key`: each part goes where it belongs.
Json with_parts(const Json& rows, const Json& parts, std::string_view name, std::size_t keys) {
  Json::Array out;
  for (const Json& row : *rows.as_array()) {
    Json::Array mine;
    for (const Json& part : *parts.as_array()) {
      const Json::Object& fields = *part.as_object();
      bool fits = true;
      for (std::size_t i = 0; i < keys; ++i)
        fits = fits && *row.find(fields[i].first) == fields[i].second;
      if (fits)
        mine.push_back(
            Json::Object(fields.begin() + static_cast<std::ptrdiff_t>(keys), fields.end()));
    }
    Json whole = row;
    whole.add(name, std::move(mine));
    out.push_back(std::move(whole));
  }
  return out;
}

Result<Json> series_of(Node& node) {
  constexpr std::array columns = {Column{"party", text},     Column{"subject", text},
                                  Column{"as_of", day},      Column{"slots", integer},
                                  Column{"lodged", integer}, Column{"opened", integer},
                                  Column{"closed", integer}};
  const std::string newest = fmt::format(
      "FROM disposition_series ORDER BY as_of DESC, party, subject LIMIT {}", records_shown_max);
  const Json rows = TRY(select_rows(
      node, "SELECT party, subject, as_of, slots, lodged, opened, closed " + newest, columns));
  constexpr std::array parts = {
      Column{"party", text},    Column{"subject", text},  Column{"as_of", day},
      Column{"index", integer}, Column{"record", digest}, Column{"author", text},
      Column{"slot", integer},  Column{"term", text},     Column{"list", digest},
      Column{"bytes", integer}, Column{"opened", integer}};
  const Json lists = TRY(select_rows(
      node,
      fmt::format("SELECT l.party, l.subject, l.as_of, s.leaf_index, s.record, s.author, l.slot, "
                  "s.term, s.list, s.bytes, l.opened_index FROM disposition_list l JOIN "
                  "disposition_slot s USING (leaf_index) WHERE (l.party, l.subject, l.as_of) IN "
                  "(SELECT party, subject, as_of {}) ORDER BY l.as_of DESC, l.party, l.subject, "
                  "l.slot LIMIT {}",
                  newest, limits::page_rows_max),
      parts));
  return with_parts(rows, lists, "lists", 3);
}

Result<Json> units_of(Node& node) {
  constexpr std::array columns = {Column{"index", integer},   Column{"party", text},
                                  Column{"as_of", day},       Column{"slot", integer},
                                  Column{"unit", text},       Column{"place", text},
                                  Column{"strength", integer}};
  return select_rows(node,
                     fmt::format("SELECT u.leaf_index, l.party, l.as_of, l.slot, u.unit, u.site, "
                                 "u.strength FROM disposition_list l JOIN disposition_unit u ON "
                                 "u.leaf_index=l.opened_index ORDER BY l.as_of DESC, l.party, "
                                 "l.slot, u.leaf_index, u.place LIMIT {}",
                                 limits::page_rows_max),
                     columns);
}

Result<Json> newest_counts(Node& node) {
  constexpr std::array columns = {
      Column{"index", integer},    Column{"of", text},        Column{"side", text},
      Column{"place", text},       Column{"basis", text},     Column{"what", text},
      Column{"nationality", text}, Column{"number", integer}, Column{"at", moment}};
  return select_rows(node,
                     fmt::format("SELECT leaf_index, of_sort, side, site, basis, what, "
                                 "nationality, number, at_utc FROM count_newest ORDER "
                                 "BY of_sort, side, site, what, nationality, basis "
                                 "DESC LIMIT {}",
                                 limits::page_rows_max),
                     columns);
}

Result<Json> count_records(Node& node) {
  constexpr std::array columns = {
      Column{"index", integer},  Column{"author", text},      Column{"of", text},
      Column{"side", text},      Column{"place", text},       Column{"basis", text},
      Column{"at", moment},      Column{"stated", integer},   Column{"sum", integer},
      Column{"counts", boolean}, Column{"retracted", boolean}};
  const Json rows = TRY(select_rows(
      node,
      fmt::format("SELECT c.leaf_index, c.author, c.of_sort, c.side, c.site, c.basis, c.at_utc, "
                  "c.stated, sum(c.number), c.counts, {} FROM count_line c GROUP BY c.leaf_index "
                  "ORDER BY c.leaf_index DESC LIMIT {}",
                  taken_back_sql("c.leaf_index"), records_shown_max),
      columns));
  constexpr std::array parts = {Column{"index", integer}, Column{"what", text},
                                Column{"nationality", text}, Column{"number", integer}};
  const Json lines = TRY(select_rows(
      node,
      fmt::format(
          "SELECT leaf_index, what, nationality, number FROM count_line WHERE leaf_index IN "
          "(SELECT DISTINCT leaf_index FROM count_line ORDER BY leaf_index DESC LIMIT {}) "
          "ORDER BY leaf_index DESC, place",
          records_shown_max),
      parts));
  return with_parts(rows, lines, "parts", 1);
}

Result<Json> site_checks(Node& node) {
  constexpr std::array columns = {
      Column{"index", integer},  Column{"author", text},      Column{"side", text},
      Column{"site", text},      Column{"at", moment},        Column{"access", text},
      Column{"criteria", text},  Column{"status", text},      Column{"newest", boolean},
      Column{"counts", boolean}, Column{"retracted", boolean}};
  const Json rows = TRY(select_rows(
      node,
      fmt::format("SELECT c.leaf_index, c.author, c.side, c.site, c.at_utc, c.access, c.criteria, "
                  "c.status, EXISTS (SELECT 1 FROM site_newest n WHERE "
                  "n.leaf_index=c.leaf_index), c.counts, {} FROM site_check c ORDER BY "
                  "c.leaf_index DESC LIMIT {}",
                  taken_back_sql("c.leaf_index"), records_shown_max),
      columns));
  constexpr std::array parts = {Column{"index", integer},    Column{"what", text},
                                Column{"recorded", integer}, Column{"seen", integer},
                                Column{"serials", text},     Column{"reason", text}};
  const Json items = TRY(select_rows(
      node,
      fmt::format("SELECT leaf_index, what, recorded, seen, serials, reason FROM site_item WHERE "
                  "leaf_index IN (SELECT leaf_index FROM site_check ORDER BY leaf_index DESC LIMIT "
                  "{}) ORDER BY leaf_index DESC, place",
                  records_shown_max),
      parts));
  return with_parts(rows, items, "items", 1);
}

}  // namespace

Result<Json> holdings_query(Node& node, const Arguments&) {
  constexpr std::array columns = {Column{"index", integer}, Column{"word", text},
                                  Column{"detail", text}};
  Json notices =
      TRY(select_rows(node,
                      fmt::format("SELECT leaf_index, word, detail FROM "
                                  "holdings_irregularity ORDER BY leaf_index DESC, place "
                                  "LIMIT {}",
                                  limits::page_rows_max),
                      columns));
  const auto terms = terms_of<DeclaredDispositions, NoConcentration, ConstructionLimit, Handover,
                              CountDue, CostShare, Stored>(node.agreement());
  Json found = TRY(findings_where(node, against_sql(terms), std::nullopt));
  Json series = TRY(series_of(node));
  Json units = TRY(units_of(node));
  Json counts = TRY(newest_counts(node));
  Json records = TRY(count_records(node));
  Json checks = TRY(site_checks(node));
  return Json::Object{{"series", std::move(series)}, {"units", std::move(units)},
                      {"counts", std::move(counts)}, {"records", std::move(records)},
                      {"checks", std::move(checks)}, {"notices", std::move(notices)},
                      {"findings", std::move(found)}};
}

}  // namespace armistice
