// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "api/queries.h"
#include "api/selected.h"
#include "base/limits.h"
#include "base/text.h"
#include "views/spec.h"

namespace armistice {
namespace {

// Two marks: an author, or null for all, and a limit.
std::vector<Mark> marks_of(const Arguments& arguments) {
  const std::string author = arguments.text("author");
  return {author.empty() ? Mark() : Mark(author), static_cast<std::int64_t>(limits::page_rows_max)};
}

}  // namespace

Result<Json> traffic_chains(Node& node, const Arguments& arguments) {
  constexpr std::array columns = {
      Column{"author", Column::text},       Column{"key", Column::text},
      Column{"records", Column::integer},   Column{"largest", Column::integer},
      Column{"missing", Column::integer},   Column{"forks", Column::integer},
      Column{"last_index", Column::integer}};
  return select_rows(node,
                     "SELECT author, key, records, largest, missing, forks, last_index FROM chain "
                     "WHERE author = coalesce(?1, author) ORDER BY author, key LIMIT ?2",
                     columns, marks_of(arguments));
}

Result<Json> traffic_gaps(Node& node, const Arguments& arguments) {
  constexpr std::array columns = {Column{"author", Column::text}, Column{"key", Column::text},
                                  Column{"first", Column::integer}, Column{"last", Column::integer},
                                  Column{"noticed_at", Column::integer}};
  return select_rows(node,
                     "SELECT author, key, first, last, noticed_at FROM gap "
                     "WHERE author = coalesce(?1, author) ORDER BY author, key, first LIMIT ?2",
                     columns, marks_of(arguments));
}

Result<Json> traffic_irregularities(Node& node, const Arguments& arguments) {
  constexpr std::array columns = {Column{"index", Column::integer}, Column{"author", Column::text},
                                  Column{"word", Column::text}, Column{"detail", Column::text},
                                  Column{"about", Column::digest}};
  return select_rows(node,
                     "SELECT i.leaf_index, r.author, i.word, i.detail, i.about FROM irregularity i "
                     "JOIN record r USING (leaf_index) WHERE ?1 IS NULL OR r.author = ?1 "
                     "ORDER BY i.leaf_index DESC, i.place LIMIT ?2",
                     columns, marks_of(arguments));
}

Result<Json> traffic_retractions(Node& node, const Arguments& arguments) {
  constexpr std::array columns = {
      Column{"index", Column::integer}, Column{"author", Column::text},
      Column{"target", Column::digest}, Column{"target_index", Column::integer},
      Column{"scope", Column::text},    Column{"effect", Column::text}};
  return select_rows(node,
                     "SELECT t.leaf_index, r.author, t.target, t.target_index, t.scope, t.effect "
                     "FROM retraction t JOIN record r USING (leaf_index) "
                     "WHERE ?1 IS NULL OR r.author = ?1 "
                     "ORDER BY t.leaf_index DESC, t.target LIMIT ?2",
                     columns, marks_of(arguments));
}

Result<Json> view_digest(Node& node, const Arguments&) {
  Json::Array rows;
  for (const std::string& line : node.engine().state().digest_lines) {
    const auto words = split(line, ' ');
    rows.push_back(Json::Object{{"view", words[0]},
                                {"position", TRY(parse_decimal(words[1]))},
                                {"fold", words[2]},
                                {"agreement", words[3]},
                                {"digest", words[4]},
                                {"line", line}});
  }
  return rows;
}

Result<Json> rebuild_views(Node& node, const Arguments&) {
  const std::int64_t started_us = node.env().monotonic_us();
  TRY(node.rebuild({}));
  const Engine::State state = node.engine().state();
  return Json::Object{{"position", state.position.value},
                      {"seconds", (node.env().monotonic_us() - started_us) / 1'000'000},
                      {"lines", Json::Array(state.digest_lines.begin(), state.digest_lines.end())},
                      {"incomplete", state.incomplete ? Json(state.incomplete->text()) : Json()}};
}

}  // namespace armistice
