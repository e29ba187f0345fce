// SPDX-License-Identifier: Apache-2.0
// A side's own register as answers: what was asked and told, ladders as they stand, guidance,
// press, linkages, deadlines.
#include <fmt/format.h>

#include "api/case_rows.h"
#include "api/own_rows.h"
#include "api/print.h"
#include "api/queries.h"
#include "api/selected.h"
#include "base/limits.h"
#include "record/kinds/field_list.h"

namespace armistice {
namespace {

constexpr const char* kinds =
    "'instruction-request/1','instruction/1','ladder/1','release/1','guidance/1','press-item/1',"
    "'deadline/1','linkage/1'";

// Today in circle time, or the day that was named.
Result<StatedDay> day_in(Node& node, const Arguments& arguments) {
  if (arguments.has("on")) return parse_day(arguments.text("on")).within("--on");
  return parse_day(to_text(circle_now(node.env(), node.genesis())).substr(0, 10));
}

Result<Json> requests_of(Node& node, const StatedDay& on, bool open_alone) {
  constexpr std::array columns = {
      Column{"index", Column::integer},   Column{"author", Column::text},
      Column{"issue", Column::text},      Column{"question", Column::text},
      Column{"due", Column::day},         Column{"state", Column::text},
      Column{"overdue", Column::boolean}, Column{"source", Column::text},
      Column{"text", Column::text},       Column{"retracted", Column::boolean}};
  constexpr std::array option_columns = {
      Column{"index", Column::integer}, Column{"number", Column::integer},
      Column{"option", Column::text}, Column{"arguments", Column::text}};
  const Json options = TRY(select_rows(
      node, "SELECT leaf_index, number, option, arguments FROM own_option ORDER BY 1, 2",
      option_columns));
  const std::string answered = request_answered("r.leaf_index");
  const std::string gone = positions_retracted("r.leaf_index");
  Json rows = TRY(select_rows(
      node,
      fmt::format("SELECT r.leaf_index, r.author, r.issue, r.question, r.due, CASE WHEN {0} THEN "
                  "'answered' ELSE 'open' END, r.due<?1 AND NOT {0} AND NOT {1}, r.source, r.said, "
                  "{1} FROM own_request r {2} ORDER BY r.due, r.leaf_index LIMIT {3}",
                  answered, gone,
                  open_alone ? fmt::format("WHERE NOT {} AND NOT {}", answered, gone) : "",
                  limits::page_rows_max),
      columns, {Mark(on.number)}));
  return with_parts(std::move(rows), options, "options");
}

Result<Json> instructions_of(Node& node) {
  constexpr std::array columns = {
      Column{"index", Column::integer},   Column{"author", Column::text},
      Column{"request", Column::integer}, Column{"issue", Column::text},
      Column{"option", Column::integer},  Column{"by", Column::text},
      Column{"day", Column::day},         Column{"source", Column::text},
      Column{"text", Column::text},       Column{"retracted", Column::boolean}};
  return select_rows(
      node,
      fmt::format("SELECT leaf_index, author, request, issue, option, given_by, day, source, said, "
                  "{} FROM own_instruction i ORDER BY day DESC, leaf_index DESC LIMIT {}",
                  positions_retracted("i.leaf_index"), limits::page_rows_max),
      columns);
}

Result<Json> ladders_of(Node& node) {
  constexpr std::array columns = {Column{"index", Column::integer},  Column{"author", Column::text},
                                  Column{"issue", Column::text},     Column{"day", Column::day},
                                  Column{"lowest", Column::integer}, Column{"offer", Column::text},
                                  Column{"source", Column::text},    Column{"text", Column::text}};
  constexpr std::array rung_columns = {
      Column{"index", Column::integer},   Column{"number", Column::integer},
      Column{"position", Column::text},   Column{"also", Column::text},
      Column{"condition", Column::text},  Column{"released", Column::boolean},
      Column{"offered", Column::boolean}, Column{"released_by", Column::text},
      Column{"released_on", Column::day}, Column{"why", Column::text}};
  const Json rungs = TRY(select_rows(
      node,
      fmt::format("SELECT r.leaf_index, r.number, r.position, r.also, r.condition, r.number=1 OR "
                  "e.leaf_index IS NOT NULL, r.number<=s.lowest, coalesce(e.released_by, ''), "
                  "e.day, coalesce(e.said, '') FROM own_standing s JOIN own_rung r ON "
                  "r.leaf_index=s.ladder LEFT JOIN own_release e ON e.ladder=s.ladder AND "
                  "e.rung=r.number AND NOT {} ORDER BY r.leaf_index, r.number",
                  positions_retracted("e.leaf_index")),
      rung_columns));
  Json rows = TRY(select_rows(
      node,
      "SELECT s.ladder, l.author, s.issue, l.day, s.lowest, r.position, l.source, l.said FROM "
      "own_standing s JOIN own_ladder l ON l.leaf_index=s.ladder JOIN own_rung r ON "
      "r.leaf_index=s.ladder AND r.number=s.lowest ORDER BY s.issue",
      columns));
  return with_parts(std::move(rows), rungs, "rungs");
}

Result<Json> guidance_of(Node& node) {
  constexpr std::array columns = {
      Column{"index", Column::integer}, Column{"author", Column::text},
      Column{"issue", Column::text},    Column{"by", Column::text},
      Column{"day", Column::day},       Column{"source", Column::text},
      Column{"text", Column::text},     Column{"retracted", Column::boolean}};
  constexpr std::array unsaid_columns = {Column{"index", Column::integer},
                                         Column{"words", Column::text},
                                         Column{"instead", Column::text}};
  const Json unsaid = TRY(select_rows(
      node, "SELECT leaf_index, words, instead FROM own_unsaid ORDER BY leaf_index, place",
      unsaid_columns));
  Json rows = TRY(select_rows(
      node,
      fmt::format("SELECT leaf_index, author, issue, given_by, day, source, said, {} FROM "
                  "own_guidance g ORDER BY day DESC, leaf_index DESC LIMIT {}",
                  positions_retracted("g.leaf_index"), limits::page_rows_max),
      columns));
  return with_parts(std::move(rows), unsaid, "unsaid");
}

Result<Json> press_of(Node& node) {
  constexpr std::array columns = {
      Column{"index", Column::integer}, Column{"author", Column::text},
      Column{"day", Column::day},       Column{"outlet", Column::text},
      Column{"side", Column::text},     Column{"issue", Column::text},
      Column{"quoted", Column::text},   Column{"source", Column::text},
      Column{"text", Column::text},     Column{"retracted", Column::boolean}};
  return select_rows(
      node,
      fmt::format("SELECT leaf_index, author, day, outlet, side, issue, quoted, source, said, {} "
                  "FROM own_press p ORDER BY day DESC, leaf_index DESC LIMIT {}",
                  positions_retracted("p.leaf_index"), limits::page_rows_max),
      columns);
}

Result<Json> deadlines_of(Node& node, const StatedDay& on, bool standing_alone) {
  constexpr std::array columns = {
      Column{"index", Column::integer},    Column{"author", Column::text},
      Column{"issue", Column::text},       Column{"due", Column::day},
      Column{"what", Column::text},        Column{"overdue", Column::boolean},
      Column{"source", Column::text},      Column{"text", Column::text},
      Column{"retracted", Column::boolean}};
  const std::string gone = positions_retracted("d.leaf_index");
  return select_rows(
      node,
      fmt::format("SELECT leaf_index, author, issue, due, what, due<?1 AND NOT {0}, source, said, "
                  "{0} FROM own_deadline d {1} ORDER BY due, leaf_index LIMIT {2}",
                  gone, standing_alone ? "WHERE NOT " + gone : "", limits::page_rows_max),
      columns, {Mark(on.number)});
}

Result<Json> linkages_of(Node& node) {
  constexpr std::array columns = {
      Column{"index", Column::integer},    Column{"author", Column::text},
      Column{"issue", Column::text},       Column{"against", Column::text},
      Column{"day", Column::day},          Column{"terms", Column::text},
      Column{"source", Column::text},      Column{"text", Column::text},
      Column{"retracted", Column::boolean}};
  return select_rows(
      node,
      fmt::format("SELECT leaf_index, author, issue, against, day, terms, source, said, {} FROM "
                  "own_linkage l ORDER BY issue, against, leaf_index LIMIT {}",
                  positions_retracted("l.leaf_index"), limits::page_rows_max),
      columns);
}

}  // namespace

Result<std::string> own_side_of(Node& node) {
  std::string side = node.genesis().own_side();
  if (!side.empty()) return side;
  return Error{Errc::unsupported, "this register is shared: it is no side's own"};
}

std::string positions_retracted(std::string_view index) {
  return fmt::format("EXISTS (SELECT 1 FROM positions_taken_back t WHERE t.leaf_index={})", index);
}

std::string request_answered(std::string_view index) {
  return fmt::format("EXISTS (SELECT 1 FROM own_instruction a WHERE a.request={} AND NOT {})",
                     index, positions_retracted("a.leaf_index"));
}

Result<Json> own_show(Node& node, const Arguments& arguments) {
  const std::string side = TRY(own_side_of(node));
  const StatedDay on = TRY(day_in(node, arguments));
  Json answer = Json::Object{{"side", side}, {"on", on.text}};
  answer.add("requests", TRY(requests_of(node, on, false)));
  answer.add("instructions", TRY(instructions_of(node)));
  answer.add("ladders", TRY(ladders_of(node)));
  answer.add("guidance", TRY(guidance_of(node)));
  answer.add("press", TRY(press_of(node)));
  answer.add("linkages", TRY(linkages_of(node)));
  answer.add("deadlines", TRY(deadlines_of(node, on, false)));
  answer.add("notices", TRY(notices_in(node, "positions", kinds)));
  return answer;
}

Result<Json> own_open(Node& node, const Arguments& arguments) {
  TRY(own_side_of(node));
  const StatedDay on = TRY(day_in(node, arguments));
  Json answer = Json::Object{{"on", on.text}};
  answer.add("requests", TRY(requests_of(node, on, true)));
  answer.add("deadlines", TRY(deadlines_of(node, on, true)));
  return answer;
}

}  // namespace armistice
