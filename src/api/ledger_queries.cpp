// SPDX-License-Identifier: Apache-2.0
// What came in and went out, and what is due: rows of movements and compliance as answers.
#include <fmt/format.h>

#include <limits>

#include "api/case_rows.h"
#include "api/owed.h"
#include "api/queries.h"
#include "api/selected.h"
#include "api/told_time.h"
#include "base/limits.h"
#include "terms/has.h"
#include "views/compliance/duties.h"

namespace armistice {
namespace {

constexpr std::int64_t day_s = 86'400;

// A span of civil days: [first, end).
struct Days {
  std::int64_t first = 0;
  std::int64_t end = 0;
};

std::int64_t today(Node& node) { return day_number(circle_now(node.env(), node.genesis())); }

// One duty of one bearer on one day, as the table `duty` has it, or as it waits.
Json duty_row(Node& node, const Term& term, const std::string& reading, const Occasion& occasion,
              UtcSeconds due) {
  const auto* report = std::get_if<ReportDue>(&term.kind);
  const bool movement = report != nullptr && report->fulfilled_by == FulfilledBy::movement;
  const char* by_what = movement ? "movement" : "fulfilment";
  if (std::holds_alternative<DeclaredDispositions>(term.kind)) by_what = "commitment";
  if (std::holds_alternative<CountDue>(term.kind)) by_what = "count";
  Json::Array to;
  if (report != nullptr) to = Json::Array(report->to.begin(), report->to.end());
  return Json::Object{{"term", term.id},
                      {"reading", reading},
                      {"paragraph", term.paragraph},
                      {"phrase", term.phrase},
                      {"what", report != nullptr ? report->what : deadline_in(term.kind)->what},
                      {"by", occasion.by},
                      {"to", std::move(to)},
                      {"occasion", day_text(occasion)},
                      {"due", told_time(due.value, told_offset_s(node))},
                      {"state", "waits"},
                      {"at", Json()},
                      {"fulfilled_by", by_what}};
}

// What became of each duty, by its key.
Result<Json> with_states(Node& node, std::vector<Json> rows) {
  return node.engine().with_rows([&](Database& database) -> Result<Json> {
    Statement select = TRY(database.prepare(
        "SELECT state, at_index FROM duty WHERE term=? AND reading=? AND by=? AND day=?"));
    Json::Array out;
    for (Json& row : rows) {
      const std::string& occasion = *row.find("occasion")->as_text();
      const std::int64_t day = occasion.empty() ? 0 : TRY(parse_day(occasion)).number;
      select.reset();
      int position = 0;
      for (const char* key : {"term", "reading", "by"}) {
        select.bind_text(++position, *row.find(key)->as_text());
      }
      select.bind(++position, day);
      if (TRY(select.next())) {
        set_field(row, "state", std::string(select.bytes(0)));
        set_field(row, "at", select.integer(1));
      }
      out.push_back(std::move(row));
    }
    return out;
  });
}

// The occasions of a term that fall due in a span of days.
void add_due(Node& node, const Term& term, const std::string& reading, const Days& days,
             std::vector<Json>& rows) {
  const CivilTime& effective = node.agreement().folder.agreement.effective;
  const auto within = [&](UtcSeconds due) {
    const std::int64_t day = day_number({due, effective.offset_s});
    return days.first <= day && day < days.end;
  };
  if (const auto deadline = deadline_in(term.kind)) {
    const UtcSeconds due = due_of(term, effective, 0);
    if (!within(due)) return;
    for (const std::string& by : deadline->by) {
      rows.push_back(duty_row(node, term, reading, {term.id, by, 0}, due));
    }
    return;
  }
  const auto& report = std::get<ReportDue>(term.kind);
  const std::int64_t first = occasion_day(report, effective, 0);
  const std::int64_t step = std::max<std::int64_t>(report.every_days, 1);
  std::int64_t number = std::max<std::int64_t>(0, (days.first - first) / step - 2);
  for (;; ++number) {
    const std::int64_t day = first + number * report.every_days;
    const UtcSeconds due = due_of(term, effective, day);
    if (within(due)) {
      for (const std::string& by : report.by) {
        rows.push_back(duty_row(node, term, reading, {term.id, by, day}, due));
      }
    }
    if (day >= days.end || report.every_days == 0) return;
  }
}

// Duties whose hour passed unfulfilled before a day, and that still wait.
Result<void> add_overdue(Node& node, std::int64_t before_utc, std::vector<Json>& rows) {
  constexpr std::array columns = {Column{"term", Column::text}, Column{"by", Column::text},
                                  Column{"day", Column::integer}, Column{"due", Column::integer}};
  const Json overdue = TRY(select_rows(
      node,
      fmt::format("SELECT term, by, day, due_utc FROM duty WHERE reading='' AND state='overdue' "
                  "AND due_utc<? ORDER BY due_utc, term, by LIMIT {}",
                  limits::page_rows_max),
      columns, {before_utc}));
  for (const Json& row : *overdue.as_array()) {
    const Term* term = node.agreement().folder.term(*row.find("term")->as_text());
    if (term == nullptr) continue;
    const Occasion occasion{term->id, *row.find("by")->as_text(), *row.find("day")->as_integer()};
    rows.push_back(duty_row(node, *term, "", occasion, UtcSeconds{*row.find("due")->as_integer()}));
  }
  return {};
}

Result<Json> clock_of(Node& node) {
  const auto latest = TRY(node.engine().with_rows([](Database& database) -> Result<Json> {
    Statement select = TRY(database.prepare("SELECT max(clock_utc) FROM record"));
    if (!TRY(select.next()) || select.is_null(0)) return Json();
    return Json(select.integer(0));
  }));
  if (latest.is_null()) return Json();
  return circle_time_json(node.genesis(), *latest.as_integer());
}

// What was asked for and is due by an hour before `end_utc`, by the readings in use; overdue by
// this node's clock, as on the desk of arrangements.
Result<Json> asked_due(Node& node, std::int64_t first_utc, std::int64_t end_utc) {
  constexpr std::array columns = {
      Column{"index", Column::integer},   Column{"due", Column::moment},
      Column{"overdue", Column::boolean}, Column{"sort", Column::text},
      Column{"number", Column::text},     Column{"asked_by", Column::text},
      Column{"by", Column::names},        Column{"place", Column::text},
      Column{"state", Column::text},      Column{"term", Column::text}};
  Json rows = TRY(select_rows(
      node,
      fmt::format("SELECT leaf_index, due_utc, due_utc<?1, sort, number, asked_by, "
                  "CASE waiting WHEN '' THEN asked_of ELSE waiting END, place, state, due_term "
                  "FROM arrangement WHERE (state IN ('asked', 'granted'))=1 AND due_utc>=?2 AND "
                  "due_utc<?3 ORDER BY due_utc, leaf_index LIMIT {}",
                  limits::page_rows_max),
      columns, {circle_now(node.env(), node.genesis()).utc.value, first_utc, end_utc}));
  for (Json& row : *rows.as_array()) {
    const Term* term = node.agreement().folder.term(*row.find("term")->as_text());
    row.add("paragraph", term == nullptr ? std::string() : term->paragraph);
    row.add("phrase", term == nullptr ? std::string() : term->phrase);
  }
  return rows;
}

}  // namespace

Result<Json> due_query(Node& node, const Arguments& arguments) {
  const std::string date = arguments.text("date", day_of(today(node)).text);
  const auto first = parse_day(date);
  if (!first.ok()) return Error{Errc::usage, "date is YYYY-MM-DD, such as 1953-08-06"};
  const std::int64_t count = arguments.integer("days", 1);
  constexpr std::int64_t days_max = 366;
  if (count < 1 || count > days_max) {
    return Error{Errc::usage, fmt::format("days is 1 to {}", days_max)};
  }
  const bool only = arguments.flag("only");
  const std::int64_t midnight_utc =
      first->number * day_s - node.agreement().folder.agreement.effective.offset_s;
  std::vector<Json> rows;
  if (!only) TRY(add_overdue(node, midnight_utc, rows));
  std::vector<Json> due;
  for (const Term& term : node.agreement().folder.terms) {
    const bool duty = deadline_in(term.kind) || std::holds_alternative<ReportDue>(term.kind);
    if (!duty) continue;
    for (const auto& [read, reading] : readings_of(term)) {
      if (!reading.empty() && !arguments.flag("all")) continue;
      add_due(node, read, reading, {first->number, first->number + count}, due);
    }
  }
  // Times of one offset sort as their texts do.
  std::stable_sort(due.begin(), due.end(), [](const Json& a, const Json& b) {
    return *a.find("due")->as_text() < *b.find("due")->as_text();
  });
  for (Json& row : due) rows.push_back(std::move(row));
  Json duties = TRY(with_states(node, std::move(rows)));
  const std::int64_t from_utc = only ? midnight_utc : std::numeric_limits<std::int64_t>::min();
  const std::int64_t end_utc = midnight_utc + count * day_s;
  Json asked = TRY(asked_due(node, from_utc, end_utc));
  Json owed = TRY(owed_rows(node, {from_utc, end_utc, arguments.flag("all")}));
  return Json::Object{{"date", date},
                      {"days", count},
                      {"clock", TRY(clock_of(node))},
                      {"duties", std::move(duties)},
                      {"asked", std::move(asked)},
                      {"owed", std::move(owed)}};
}

namespace {

// A month of the calendar: `1953-08`.
Result<Days> month_of(const std::string& month) {
  const auto first = parse_day(month + "-01");
  if (!first.ok()) return Error{Errc::usage, "month is YYYY-MM, such as 1953-08"};
  std::int64_t end = first->number + 1;
  while (day_of(end).text.substr(0, 7) == month) ++end;
  return Days{first->number, end};
}

Result<Json> sides_of(Node& node, const Days& days) {
  constexpr std::array columns = {Column{"side", Column::text}, Column{"arrived", Column::integer},
                                  Column{"departed", Column::integer},
                                  Column{"month_arrived", Column::integer},
                                  Column{"month_departed", Column::integer}};
  const std::string in_month = fmt::format("day>={} AND day<{}", days.first, days.end);
  const Json sums =
      TRY(select_rows(node,
                      fmt::format("SELECT side, sum(arrived), sum(departed), sum(arrived*({0})), "
                                  "sum(departed*({0})) FROM ledger_day GROUP BY side ORDER BY side",
                                  in_month),
                      columns));
  Json::Array out;
  const AgreementFolder& folder = node.agreement().folder;
  for (const AgreementParty& party : folder.agreement.parties) {
    if (party.group != Group::sides) continue;
    Json row = Json::Object{{"side", party.name},
                            {"arrived", 0},
                            {"departed", 0},
                            {"month_arrived", 0},
                            {"month_departed", 0}};
    for (const Json& sum : *sums.as_array()) {
      if (*sum.find("side")->as_text() == party.name) row = sum;
    }
    Json most;
    for (const Term* term : node.agreement().terms<Ceiling>()) {
      const auto& ceiling = std::get<Ceiling>(term->kind);
      const bool its = has(ceiling.by, party.name);
      if (its) most = ceiling.arrivals_max;
    }
    row.add("arrivals_max", most);
    out.push_back(std::move(row));
  }
  return out;
}

Result<Json> counts_of(Node& node, const std::string& which) {
  constexpr std::array columns = {
      Column{"index", Column::integer},    Column{"author", Column::text},
      Column{"side", Column::text},        Column{"basis", Column::text},
      Column{"day", Column::day},          Column{"point", Column::text},
      Column{"direction", Column::text},   Column{"sort", Column::text},
      Column{"nationality", Column::text}, Column{"persons", Column::integer},
      Column{"counts", Column::boolean},   Column{"retracted", Column::boolean}};
  return select_rows(
      node,
      fmt::format("SELECT m.leaf_index, m.author, m.side, m.basis, m.day, m.point, m.direction, "
                  "m.sort, m.nationality, m.persons, m.counts, {} FROM movement m WHERE {} "
                  "ORDER BY m.day DESC, m.side, m.leaf_index, m.place LIMIT {}",
                  taken_back_sql("m.leaf_index"), which, limits::page_rows_max),
      columns);
}

Result<Json> items_of(Node& node, const std::string& which) {
  constexpr std::array columns = {
      Column{"index", Column::integer},    Column{"author", Column::text},
      Column{"side", Column::text},        Column{"basis", Column::text},
      Column{"shipment", Column::text},    Column{"at", Column::moment},
      Column{"point", Column::text},       Column{"direction", Column::text},
      Column{"materiel", Column::text},    Column{"designation", Column::text},
      Column{"quantity", Column::integer}, Column{"replaces", Column::text},
      Column{"replaced", Column::integer}, Column{"disposition", Column::text},
      Column{"counts", Column::boolean},   Column{"retracted", Column::boolean}};
  return select_rows(
      node,
      fmt::format("SELECT i.leaf_index, i.author, i.side, i.basis, i.shipment, i.at_utc, i.point, "
                  "i.direction, i.materiel, i.designation, i.quantity, i.replaces, i.replaced, "
                  "i.disposition, i.counts, {} FROM shipment_item i WHERE {} "
                  "ORDER BY i.leaf_index DESC, i.place LIMIT {}",
                  taken_back_sql("i.leaf_index"), which, limits::page_rows_max),
      columns);
}

}  // namespace

Result<Json> ledger_query(Node& node, const Arguments& arguments) {
  const std::string month = arguments.text("month", day_of(today(node)).text.substr(0, 7));
  const Days days = TRY(month_of(month));
  const CivilTime& effective = node.agreement().folder.agreement.effective;
  const std::string counts = fmt::format("m.day>={} AND m.day<{}", days.first, days.end);
  const std::string items =
      fmt::format("i.at_utc>={} AND i.at_utc<{}", days.first * day_s - effective.offset_s,
                  days.end * day_s - effective.offset_s);
  const std::string records = fmt::format(
      "(SELECT leaf_index FROM movement m WHERE {} UNION SELECT leaf_index FROM "
      "shipment_item i WHERE {})",
      counts, items);
  constexpr std::array day_columns = {Column{"side", Column::text}, Column{"day", Column::day},
                                      Column{"arrived", Column::integer},
                                      Column{"departed", Column::integer}};
  constexpr std::array notice_columns = {Column{"index", Column::integer},
                                         Column{"word", Column::text},
                                         Column{"detail", Column::text}};
  Json sides = TRY(sides_of(node, days));
  Json by_day = TRY(select_rows(
      node,
      fmt::format("SELECT side, day, arrived, departed FROM ledger_day WHERE day>={} AND day<{} "
                  "ORDER BY day DESC, side",
                  days.first, days.end),
      day_columns));
  Json notices = TRY(select_rows(
      node,
      fmt::format("SELECT leaf_index, word, detail FROM movements_irregularity WHERE leaf_index IN "
                  "{} ORDER BY leaf_index DESC, place LIMIT {}",
                  records, limits::page_rows_max),
      notice_columns));
  Json found = TRY(findings_where(
      node, "f.reading='' AND NOT f.good AND f.leaf_index IN " + records, std::nullopt));
  return Json::Object{{"month", month},
                      {"sides", std::move(sides)},
                      {"days", std::move(by_day)},
                      {"counts", TRY(counts_of(node, counts))},
                      {"items", TRY(items_of(node, items))},
                      {"notices", std::move(notices)},
                      {"findings", std::move(found)}};
}

}  // namespace armistice
