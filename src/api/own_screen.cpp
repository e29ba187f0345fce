// SPDX-License-Identifier: Apache-2.0
// A draft held against a side's own register, before it is signed: it comes in the call, and is
// forgotten with the answer.
#include <fmt/format.h>

#include "api/own_rows.h"
#include "api/print.h"
#include "api/queries.h"
#include "api/selected.h"

namespace armistice {
namespace {

Result<std::vector<KeptLadder>> kept_ladders(Node& node) {
  constexpr std::array columns = {
      Column{"ladder", Column::integer}, Column{"issue", Column::text},
      Column{"lowest", Column::integer}, Column{"number", Column::integer},
      Column{"position", Column::text},  Column{"also", Column::text},
      Column{"condition", Column::text}};
  const Json rows = TRY(select_rows(
      node,
      "SELECT s.ladder, s.issue, s.lowest, r.number, r.position, r.also, r.condition FROM "
      "own_standing s JOIN own_rung r ON r.leaf_index=s.ladder ORDER BY s.issue, r.number",
      columns));
  std::vector<KeptLadder> ladders;
  for (const Json& row : *rows.as_array()) {
    if (ladders.empty() || ladders.back().issue != text_in(row, "issue")) {
      ladders.push_back(
          {integer_in(row, "ladder"), text_in(row, "issue"), integer_in(row, "lowest"), {}});
    }
    ladders.back().rungs.push_back({integer_in(row, "number"), text_in(row, "position"),
                                    text_in(row, "also"), text_in(row, "condition")});
  }
  return ladders;
}

Result<std::vector<KeptUnsaid>> kept_unsaid(Node& node) {
  constexpr std::array columns = {Column{"record", Column::integer}, Column{"issue", Column::text},
                                  Column{"words", Column::text}, Column{"instead", Column::text}};
  const Json rows = TRY(select_rows(
      node,
      fmt::format("SELECT g.leaf_index, g.issue, u.words, u.instead FROM own_guidance g JOIN "
                  "own_unsaid u ON u.leaf_index=g.leaf_index WHERE NOT {} ORDER BY 1, u.place",
                  positions_retracted("g.leaf_index")),
      columns));
  std::vector<KeptUnsaid> unsaid;
  for (const Json& row : *rows.as_array()) {
    unsaid.push_back({integer_in(row, "record"), text_in(row, "issue"), text_in(row, "words"),
                      text_in(row, "instead")});
  }
  return unsaid;
}

Json stop_json(const DraftStop& stop, const std::string& draft) {
  return Json::Object{{"draft", draft},
                      {"why", stop_why_words[static_cast<std::size_t>(stop.why)]},
                      {"issue", stop.issue},
                      {"words", stop.words},
                      {"rung", stop.rung ? Json(stop.rung->number) : Json()},
                      {"condition", stop.rung ? stop.rung->condition : std::string()},
                      {"offer", stop.offer},
                      {"instead", stop.instead},
                      {"record", stop.record}};
}

Json remark(std::string_view sort, const std::string& issue, std::string text, Json record) {
  return Json::Object{
      {"sort", sort}, {"issue", issue}, {"text", std::move(text)}, {"record", std::move(record)}};
}

// What whoever writes on an issue should think of.
Result<Json::Array> remarks_on(Node& node, const KeptPositions& kept, const std::string& issue) {
  constexpr std::array link_columns = {
      Column{"record", Column::integer}, Column{"issue", Column::text},
      Column{"against", Column::text}, Column{"terms", Column::text}};
  constexpr std::array asked_columns = {Column{"record", Column::integer},
                                        Column{"question", Column::text}};
  Json::Array remarks;
  const Json links = TRY(select_rows(
      node,
      fmt::format("SELECT leaf_index, issue, against, terms FROM own_linkage l WHERE (issue=?1 OR "
                  "against=?1) AND NOT {} ORDER BY leaf_index",
                  positions_retracted("l.leaf_index")),
      link_columns, {Mark(issue)}));
  for (const Json& row : *links.as_array()) {
    remarks.push_back(remark("linked", issue,
                             fmt::format("{} is held against {}: {}", text_in(row, "issue"),
                                         text_in(row, "against"), text_in(row, "terms")),
                             *row.find("record")));
  }
  const Json asked = TRY(select_rows(
      node,
      fmt::format("SELECT leaf_index, question FROM own_request r WHERE issue=?1 AND NOT {} AND "
                  "NOT {} ORDER BY leaf_index",
                  positions_retracted("r.leaf_index"), request_answered("r.leaf_index")),
      asked_columns, {Mark(issue)}));
  for (const Json& row : *asked.as_array()) {
    remarks.push_back(remark(
        "asked", issue, "an instruction is asked for and not given: " + text_in(row, "question"),
        *row.find("record")));
  }
  const bool has_ladder = std::any_of(kept.ladders.begin(), kept.ladders.end(),
                                      [&](const auto& one) { return one.issue == issue; });
  if (!has_ladder) {
    remarks.push_back(
        remark("no_ladder", issue, fmt::format("no ladder on {} says how far to go", issue), {}));
  }
  return remarks;
}

bool by_side(const Arguments& arguments, const std::string& side) {
  if (!arguments.has("as")) return true;
  const auto names = arguments.list("as");
  return std::any_of(names.begin(), names.end(),
                     [&](const std::string& name) { return party_of(name) == side; });
}

}  // namespace

Result<KeptPositions> kept_positions(Node& node) {
  KeptPositions kept;
  kept.side = TRY(own_side_of(node));
  kept.ladders = TRY(kept_ladders(node));
  kept.unsaid = TRY(kept_unsaid(node));
  return kept;
}

Result<Json> own_screen(Node& node, const Arguments& arguments) {
  const KeptPositions kept = TRY(kept_positions(node));
  const std::string kind = arguments.text("kind");
  const Body draft = TRY(parse_body(kind, arguments.text("body")).within("body"));
  Json::Array stopped;
  Json::Array remarks;
  if (by_side(arguments, kept.side)) {
    std::optional<std::string> accepted;
    if (arguments.has("accepted")) accepted = arguments.text("accepted");
    for (const DraftStop& stop : stops_in(kept, draft, accepted))
      stopped.push_back(stop_json(stop, kind));
    const DraftAbout of = about(draft);
    const bool its_own = of.side.empty() || of.side == kept.side;
    if (its_own && !of.issue.empty()) remarks = TRY(remarks_on(node, kept, of.issue));
    for (const DraftStop& one : named_in(kept, draft)) {
      const std::string text = fmt::format("it names “{}”, rung {} on {}, which is not released",
                                           one.words, one.rung->number, one.issue);
      remarks.push_back(remark("names_rung", one.issue, text, Json(one.record)));
    }
  }
  return Json::Object{{"side", kept.side},
                      {"good", stopped.empty()},
                      {"stopped", std::move(stopped)},
                      {"remarks", std::move(remarks)}};
}

}  // namespace armistice
