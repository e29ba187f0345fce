// SPDX-License-Identifier: Apache-2.0
// What was asked of whom, what came of it, and what is due next: rows of arrangements as answers.
#include <fmt/format.h>

#include <map>

#include "api/case_rows.h"
#include "api/queries.h"
#include "api/said.h"
#include "api/secretariat.h"
#include "api/selected.h"
#include "base/limits.h"
#include "base/text.h"

namespace armistice {
namespace {

constexpr int arrangements_shown_max = 300;  // with their steps and texts, a page in 100 ms

// Of one sort, or asked by or of one party, where that is asked for: ?1 and ?2, empty for all.
constexpr const char* fits =
    "(?1='' OR a.sort=?1) AND (?2='' OR a.asked_by=?2 OR a.asked_by LIKE ?2 || '/%' OR "
    "' ' || a.asked_of || ' ' LIKE '% ' || ?2 || ' %' OR "
    "' ' || a.asked_of LIKE '% ' || ?2 || '/%')";

struct Wanted {
  std::string sort;
  std::string party;

  std::vector<Mark> marks() const { return {sort, party}; }
};

Result<std::string> words_at(Node& node, const Json& row) {
  const Said said = TRY(said_at(node, index_in(row)));
  return said.body ? words_of(*said.body) : std::string();
}

Result<Json> steps_of(Node& node, const Wanted& wanted) {
  constexpr std::array columns = {
      Column{"arrangement", Column::integer}, Column{"index", Column::integer},
      Column{"author", Column::text},         Column{"step", Column::text},
      Column{"at", Column::moment},           Column{"quantity", Column::integer},
      Column{"about", Column::integer},       Column{"stands", Column::boolean}};
  return select_rows(
      node,
      fmt::format("SELECT s.arrangement, s.leaf_index, s.author, s.step, s.at_utc, "
                  "s.quantity, s.about, s.stands FROM arrangement_step s JOIN arrangement "
                  "a ON a.leaf_index=s.arrangement WHERE {} AND a.leaf_index IN "
                  "(SELECT a.leaf_index FROM arrangement a WHERE {} ORDER BY {} LIMIT "
                  "{}) ORDER BY s.leaf_index",
                  fits, fits, "a.state IN ('asked', 'granted') DESC, a.leaf_index DESC",
                  arrangements_shown_max),
      columns, wanted.marks());
}

Result<Json> arrangements_of(Node& node, const Wanted& wanted, UtcSeconds now) {
  constexpr std::array columns = {Column{"index", Column::integer},
                                  Column{"id", Column::digest},
                                  Column{"author", Column::text},
                                  Column{"sort", Column::text},
                                  Column{"number", Column::text},
                                  Column{"by", Column::text},
                                  Column{"to", Column::names},
                                  Column{"waiting", Column::names},
                                  Column{"about", Column::integer},
                                  Column{"place", Column::text},
                                  Column{"language", Column::text},
                                  Column{"from", Column::moment},
                                  Column{"until", Column::moment},
                                  Column{"quantity", Column::integer},
                                  Column{"unit", Column::text},
                                  Column{"state", Column::text},
                                  Column{"asked", Column::moment},
                                  Column{"answered", Column::moment},
                                  Column{"answered_at", Column::integer},
                                  Column{"done", Column::moment},
                                  Column{"done_at", Column::integer},
                                  Column{"given", Column::integer},
                                  Column{"came", Column::integer},
                                  Column{"due", Column::moment},
                                  Column{"due_term", Column::text},
                                  Column{"overdue", Column::boolean}};
  return select_rows(
      node,
      fmt::format(
          "SELECT a.leaf_index, r.id, r.author, a.sort, a.number, a.asked_by, a.asked_of, "
          "a.waiting, a.about, a.place, a.language, a.from_utc, a.until_utc, a.quantity, "
          "a.unit, a.state, a.asked_utc, a.answered_utc, a.answered_at, a.done_utc, "
          "a.done_at, a.given, a.came, a.due_utc, a.due_term, coalesce(a.due_utc<?3, 0) FROM "
          "arrangement a JOIN record r USING (leaf_index) WHERE {} ORDER BY a.state IN ('asked', "
          "'granted') DESC, a.leaf_index DESC LIMIT {}",
          fits, arrangements_shown_max),
      columns, {wanted.sort, wanted.party, now.value});
}

Result<std::int64_t> count_of(Node& node, const Wanted& wanted) {
  constexpr std::array columns = {Column{"count", Column::integer}};
  const Json rows =
      TRY(select_rows(node, fmt::format("SELECT count(*) FROM arrangement a WHERE {}", fits),
                      columns, wanted.marks()));
  return *rows.as_array()->front().find("count")->as_integer();
}

// Each arrangement with its words and its steps with theirs.
Result<Json> rows_shown(Node& node, const Wanted& wanted, UtcSeconds now) {
  Json rows = TRY(arrangements_of(node, wanted, now));
  Json steps = TRY(steps_of(node, wanted));
  std::map<std::int64_t, Json::Array> taken;
  for (Json& step : *steps.as_array()) {
    const std::int64_t of = *step.find("arrangement")->as_integer();
    step.add("text", TRY(words_at(node, step)));
    Json::Object shown;
    for (const auto& [name, value] : *step.as_object()) {
      if (name != "arrangement") shown.emplace_back(name, value);
    }
    taken[of].push_back(std::move(shown));
  }
  for (Json& row : *rows.as_array()) {
    row.add("text", TRY(words_at(node, row)));
    row.add("steps", std::move(taken[*row.find("index")->as_integer()]));
  }
  return rows;
}

Json names(const std::vector<std::string>& list) { return Json::Array(list.begin(), list.end()); }

Json sort_row(const Term& term, const std::string& sort, const std::vector<std::string>& by) {
  const ArrangementOwed none;
  const auto* owed = std::get_if<ArrangementOwed>(&term.kind);
  const ArrangementOwed& kind = owed == nullptr ? none : *owed;
  return Json::Object{{"sort", sort},
                      {"term", term.id},
                      {"paragraph", term.paragraph},
                      {"by", names(by)},
                      {"of", names(kind.of)},
                      {"notice_hours_min", kind.notice_hours_min},
                      {"answer_within_hours", kind.answer_within_hours},
                      {"done_within_hours", kind.done_within_hours},
                      {"hurry", hurry_words[static_cast<std::size_t>(kind.hurry)]},
                      {"may_refuse", kind.may_refuse == MayRefuse::yes}};
}

Json sorts_of(Node& node) {
  Json::Array sorts;
  for (const Term& term : node.agreement().folder.terms) {
    if (const auto* owed = std::get_if<ArrangementOwed>(&term.kind)) {
      sorts.push_back(sort_row(term, owed->sort, owed->by));
    }
    if (const auto* kept = std::get_if<Languages>(&term.kind)) {
      sorts.push_back(sort_row(term, kept->sort, kept->by));
    }
    if (const auto* seats = std::get_if<CoLocation>(&term.kind)) {
      sorts.push_back(sort_row(term, seats->sort, seats->bodies));
    }
  }
  return sorts;
}

Result<Json> notices_of(Node& node) {
  constexpr std::array columns = {Column{"index", Column::integer}, Column{"word", Column::text},
                                  Column{"detail", Column::text}};
  return select_rows(
      node,
      fmt::format("SELECT leaf_index, word, detail FROM arrangements_irregularity ORDER BY "
                  "leaf_index DESC, place LIMIT {}",
                  arrangements_shown_max),
      columns);
}

}  // namespace

Result<Json> arrangements_query(Node& node, const Arguments& arguments) {
  const Wanted wanted{arguments.text("sort"), arguments.text("party")};
  for (const auto& [key, name] : {std::pair{"sort", wanted.sort}, {"party", wanted.party}}) {
    if (name.empty() || is_name(name)) continue;
    return Error{Errc::usage,
                 fmt::format("{} is a name such as {}, not {:?}", key,
                             key == std::string_view("sort") ? "journey" : "unc", name)};
  }
  const CivilTime now = circle_now(node.env(), node.genesis());
  Json rows = TRY(rows_shown(node, wanted, now.utc));
  const std::int64_t all = TRY(count_of(node, wanted));
  const auto shown = static_cast<std::int64_t>(rows.as_array()->size());
  Json notices = TRY(notices_of(node));
  const auto terms =
      terms_of<ArrangementOwed, Languages, CoLocation, Silence, AfterQuiet>(node.agreement());
  const std::string on_these =
      against_sql(terms, "EXISTS (SELECT 1 FROM arrangement a WHERE a.leaf_index=g.leaf_index)");
  Json found = TRY(findings_where(node, on_these, std::nullopt));
  return Json::Object{
      {"at", to_text(now)},  {"sorts", sorts_of(node)},       {"rows", std::move(rows)},
      {"more", all - shown}, {"notices", std::move(notices)}, {"findings", std::move(found)}};
}

}  // namespace armistice
