// SPDX-License-Identifier: Apache-2.0
// What was seen and heard: sums by day, a page of sightings under filters, and the days of quiet.
// Every list is read by an index; a page goes on where the one before ended, by the record's index.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "api/case_rows.h"
#include "api/queries.h"
#include "api/selected.h"
#include "base/limits.h"
#include "record/kinds/sighting.h"
#include "terms/has.h"

namespace armistice {
namespace {

constexpr std::int64_t days_shown_max = 366;
constexpr std::int64_t rows_shown = 100;
constexpr int names_shown_max = 256;

// What is asked for. Empty: not asked.
struct Filter {
  std::string place;
  std::string what;
  std::string side;
  std::string certainty;
  std::optional<std::int64_t> day;  // of the rows alone
  std::int64_t before = 0;          // 0: from the newest on
  std::int64_t rows = rows_shown;
};

struct Span {
  std::int64_t first = 0;
  std::int64_t last = 0;
};

Result<std::int64_t> day_argument(const Arguments& arguments, std::string_view name) {
  const auto day = parse_day(arguments.text(name));
  if (day.ok()) return day->number;
  return Error{Errc::usage, fmt::format("{} is YYYY-MM-DD, such as 1953-08-06", name)};
}

Result<Filter> filter_of(const Arguments& arguments) {
  Filter filter{arguments.text("place"),
                arguments.text("what"),
                arguments.text("side"),
                arguments.text("certainty"),
                std::nullopt,
                arguments.integer("before", 0),
                arguments.integer("rows", rows_shown)};
  const auto& words = certainty_words;
  const bool known = has(words, filter.certainty);
  if (!filter.certainty.empty() && !known) {
    return Error{Errc::usage, fmt::format("certainty is one of {}", fmt::join(words, ", "))};
  }
  if (arguments.has("day")) filter.day = TRY(day_argument(arguments, "day"));
  if (filter.rows < 1 || filter.rows > static_cast<std::int64_t>(limits::page_rows_max)) {
    return Error{Errc::usage, fmt::format("rows is 1 to {}", limits::page_rows_max)};
  }
  return filter;
}

// One filter as SQL, with the index that serves it and how many it lets through.
struct Part {
  std::string column;
  const char* index;
  Mark value;
  std::int64_t count = 0;
};

Result<std::int64_t> counted(Database& database, const Part& part) {
  constexpr std::array columns = {Column{"count", Column::integer}};
  const bool day = part.column == "day";
  const Json rows = TRY(select_rows(
      database,
      fmt::format("SELECT coalesce(sum(sightings), 0) FROM sighting_total WHERE scope='{}' AND {}",
                  day ? "all" : part.column, day ? "name='' AND rest='' AND day=?1" : "name=?1"),
      columns, {part.value}));
  return *rows.as_array()->front().find("count")->as_integer();
}

Result<std::vector<Part>> parts_of(Database& database, const Filter& filter) {
  std::vector<Part> parts;
  if (!filter.place.empty()) parts.push_back({"place", "sighting_by_place", filter.place});
  if (!filter.what.empty()) parts.push_back({"what", "sighting_by_what", filter.what});
  if (!filter.side.empty()) parts.push_back({"side", "sighting_by_side", filter.side});
  if (filter.day) parts.push_back({"day", "sighting_by_day", *filter.day});
  for (Part& part : parts) part.count = TRY(counted(database, part));
  return parts;
}

constexpr std::array row_columns = {Column{"index", Column::integer},
                                    Column{"author", Column::text},
                                    Column{"day", Column::day},
                                    Column{"place", Column::text},
                                    Column{"what", Column::text},
                                    Column{"side", Column::text},
                                    Column{"number", Column::integer},
                                    Column{"means", Column::text},
                                    Column{"perceived", Column::text},
                                    Column{"certainty", Column::text},
                                    Column{"bearing", Column::text},
                                    Column{"latitude_e7", Column::integer},
                                    Column{"longitude_e7", Column::integer},
                                    Column{"error_mm", Column::integer},
                                    Column{"distance_mm", Column::integer},
                                    Column{"from", Column::moment},
                                    Column{"until", Column::moment},
                                    Column{"told", Column::boolean},
                                    Column{"standing", Column::text},
                                    Column{"retracted", Column::boolean}};

// By the index of whichever filter lets the fewest through. A certainty is one of four words, and
// an index would make few of them fewer.
Result<Json> rows_of(Database& database, const Filter& filter, std::int32_t offset_s) {
  const std::vector<Part> parts = TRY(parts_of(database, filter));
  const auto narrowest = std::min_element(
      parts.begin(), parts.end(), [](const Part& a, const Part& b) { return a.count < b.count; });
  std::vector<Mark> marks = {filter.before, filter.certainty};
  std::string where = filter.before > 0 ? "s.leaf_index<?1" : "?1=?1";
  where += filter.certainty.empty() ? " AND ?2=?2" : " AND s.certainty=?2";
  if (!filter.side.empty()) where += " AND s.side<>''";  // as its index says
  for (std::size_t i = 0; i < parts.size(); ++i) {
    where += fmt::format(" AND s.{}=?{}", parts[i].column, i + 3);
    marks.push_back(parts[i].value);
  }
  return select_rows(
      database,
      fmt::format(
          "SELECT s.leaf_index, s.author, s.day, s.place, s.what, s.side, s.number, s.means, "
          "s.perceived, s.certainty, s.bearing, s.latitude_e7, s.longitude_e7, s.error_mm, "
          "s.distance_mm, s.from_utc, s.until_utc, s.told, s.standing, {} FROM sighting s {} WHERE "
          "{} ORDER BY s.leaf_index DESC LIMIT {}",
          taken_back_sql("s.leaf_index"),
          parts.empty() ? std::string() : fmt::format("INDEXED BY {}", narrowest->index), where,
          filter.rows),
      row_columns, marks, offset_s);
}

// The table of sums that has what is asked for: totals of one name, or sums of all three.
Result<Json> days_of(Database& database, const Filter& filter, const Span& span) {
  const std::array<std::pair<const char*, const std::string*>, 3> names = {
      {{"place", &filter.place}, {"what", &filter.what}, {"side", &filter.side}}};
  std::vector<std::pair<std::string, std::string>> asked;
  for (const auto& [scope, name] : names) {
    if (!name->empty()) asked.emplace_back(scope, *name);
  }
  std::string where = "scope='all' AND name='' AND rest=''";
  const char* table = "sighting_total";
  if (asked.size() == 1) {
    where = fmt::format("scope='{}' AND name=?3 AND rest=''", asked.front().first);
  } else if (!asked.empty()) {
    table = "sighting_sum";
    where = fmt::format("{}=?3 AND {}=?4", asked[0].first, asked[1].first);
    if (asked.size() == 3) where += fmt::format(" AND {}=?5", asked[2].first);
    if (!filter.side.empty()) where += " AND side<>''";  // as its index says
  }
  std::vector<Mark> marks = {span.first, span.last};
  for (const auto& [scope, name] : asked) marks.emplace_back(name);
  constexpr std::array columns = {Column{"day", Column::day},
                                  Column{"sightings", Column::integer},
                                  Column{"number", Column::integer},
                                  Column{"observed", Column::integer},
                                  Column{"assessed", Column::integer},
                                  Column{"undetermined", Column::integer},
                                  Column{"unconfirmed", Column::integer}};
  return select_rows(
      database,
      fmt::format(
          "SELECT day, sum(sightings), sum(number), sum(observed), sum(assessed), "
          "sum(undetermined), sum(unconfirmed) FROM {} WHERE {} AND day BETWEEN ?1 AND ?2 GROUP BY "
          "day HAVING sum(sightings)>0 ORDER BY day",
          table, where),
      columns, marks);
}

// Names are hopped over, one search each, so that their days are not read.
Result<Json> names_of(Database& database, std::string_view scope, const Span& span) {
  constexpr std::array columns = {Column{"name", Column::text},
                                  Column{"sightings", Column::integer},
                                  Column{"number", Column::integer}};
  return select_rows(
      database,
      fmt::format(
          "WITH RECURSIVE n(name) AS (SELECT min(name) FROM sighting_total WHERE scope='{0}' UNION "
          "ALL SELECT (SELECT min(t.name) FROM sighting_total t WHERE t.scope='{0}' AND "
          "t.name>n.name) FROM n WHERE n.name IS NOT NULL LIMIT {1}) "
          "SELECT n.name, sum(t.sightings), sum(t.number) FROM n JOIN sighting_total t ON "
          "t.scope='{0}' AND t.name=n.name AND t.rest='' AND t.day BETWEEN ?1 AND ?2 WHERE n.name "
          "IS NOT NULL GROUP BY n.name HAVING sum(t.sightings)>0 ORDER BY n.name",
          scope, names_shown_max),
      columns, {span.first, span.last});
}

Result<Json> quiet_of(Database& database) {
  constexpr std::array columns = {
      Column{"term", Column::text},           Column{"paragraph", Column::text},
      Column{"arrangement", Column::integer}, Column{"place", Column::text},
      Column{"since", Column::day},           Column{"last", Column::day},
      Column{"last_index", Column::integer},  Column{"quiet_days", Column::integer},
      Column{"days", Column::integer},        Column{"as_of", Column::day},
      Column{"done", Column::integer}};
  return select_rows(
      database,
      fmt::format(
          "SELECT term, '', arrangement, place, since_day, last_day, last_index, quiet_days, days, "
          "as_of_day, done_index FROM quiet ORDER BY done_index IS NOT NULL, place, arrangement "
          "DESC LIMIT {}",
          limits::page_rows_max),
      columns);
}

Result<Json> notices_of(Database& database, const std::string& records) {
  constexpr std::array columns = {Column{"index", Column::integer}, Column{"word", Column::text},
                                  Column{"detail", Column::text}};
  return select_rows(
      database,
      fmt::format("SELECT leaf_index, word, detail FROM sightings_irregularity WHERE leaf_index IN "
                  "({}) ORDER BY leaf_index DESC, place LIMIT {}",
                  records, limits::page_rows_max),
      columns);
}

std::string list_of(const Json& rows) {
  std::vector<std::int64_t> indices;
  for (const Json& row : *rows.as_array()) indices.push_back(*row.find("index")->as_integer());
  return fmt::format("{}", fmt::join(indices, ","));
}

void name_paragraphs(Node& node, Json& quiet) {
  for (Json& row : *quiet.as_array()) {
    const Term* term = node.agreement().folder.term(*row.find("term")->as_text());
    if (term != nullptr) set_field(row, "paragraph", term->paragraph);
  }
}

}  // namespace

Result<Json> sightings_query(Node& node, const Arguments& arguments) {
  const Filter filter = TRY(filter_of(arguments));
  const std::int64_t count = arguments.integer("days", 30);
  if (count < 1 || count > days_shown_max) {
    return Error{Errc::usage, fmt::format("days is 1 to {}", days_shown_max)};
  }
  Span span;
  span.last = day_number(circle_now(node.env(), node.genesis()));
  if (arguments.has("until")) span.last = TRY(day_argument(arguments, "until"));
  span.first = span.last - count + 1;
  Json days;
  Json places;
  Json sorts;
  Json rows;
  Json quiet;
  Json notices;
  const std::int32_t offset_s = told_offset_s(node);
  TRY(node.engine().with_rows([&](Database& database) -> Result<void> {
    days = TRY(days_of(database, filter, span));
    places = TRY(names_of(database, "place", span));
    sorts = TRY(names_of(database, "what", span));
    rows = TRY(rows_of(database, filter, offset_s));
    quiet = TRY(quiet_of(database));
    notices = TRY(notices_of(database, list_of(rows)));
    return {};
  }));
  Json found = TRY(findings_where(node,
                                  fmt::format("f.reading='' AND f.verdict='broken' AND "
                                              "f.leaf_index IN ({})",
                                              list_of(rows)),
                                  std::nullopt));
  const Json::Array& all = *rows.as_array();
  const bool more = static_cast<std::int64_t>(all.size()) == filter.rows;
  const Json next = more ? *all.back().find("index") : Json();
  name_paragraphs(node, quiet);
  return Json::Object{{"days", std::move(days)},       {"places", std::move(places)},
                      {"sorts", std::move(sorts)},     {"rows", std::move(rows)},
                      {"more_before", next},           {"quiet", std::move(quiet)},
                      {"notices", std::move(notices)}, {"findings", std::move(found)}};
}

}  // namespace armistice
