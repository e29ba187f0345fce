// SPDX-License-Identifier: Apache-2.0
#include "api/agreed_so_far.h"

#include <fmt/format.h>

#include "api/print.h"
#include "api/queries.h"
#include "api/selected.h"
#include "base/limits.h"
#include "terms/has.h"

namespace armistice {
namespace {

constexpr std::string_view name_head = "agreed-";

AgreedWords words_of(const Json& row) {
  return {text_in(row, "paragraph"), text_in(row, "wording")};
}

// What a point's words do not carry is said, each with its reason.
std::string why_not(const AgreedWords& point) {
  if (point.wording.empty()) return "no_words";
  return point.paragraph.empty() ? "no_paragraph" : "";
}

Json kept_rows(const AgreementFolder& agreement, const RivalDraft& draft) {
  Json::Array out;
  for (const Term& term : agreement.terms) {
    if (!has(*draft.keeps, term.id)) continue;
    out.push_back(
        Json::Object{{"term", term.id}, {"paragraph", term.paragraph}, {"phrase", term.phrase}});
  }
  return Json(std::move(out));
}

// REQUIRES: some rows, which come in the order of their days.
Result<StatedDay> newest_day(const Json& rows) {
  return parse_day(text_in(rows.as_array()->back(), "day"));
}

RivalDraft draft_of(const Json& rows, const AgreementFolder& agreement, const StatedDay& day) {
  std::vector<AgreedWords> points;
  std::string records;
  for (const Json& row : *rows.as_array()) {
    points.push_back(words_of(row));
    if (!why_not(points.back()).empty()) continue;
    records += fmt::format("{}{}", records.empty() ? "" : ", ", integer_in(row, "index"));
  }
  const std::string by = points.empty() ? "" : text_in(rows.as_array()->front(), "author");
  RivalDraft draft = agreed_draft(agreement, fmt::format("{}{}", name_head, day.text), by, points);
  draft.title = fmt::format("What both delegations had agreed by {}", day.text);
  draft.source = records.empty() ? "no point that has its words" : "records " + records;
  return draft;
}

}  // namespace

Result<Json> agreed_by(Node& node, std::optional<std::int64_t> day) {
  constexpr std::array columns = {
      Column{"issue", Column::text},     Column{"number", Column::integer},
      Column{"points", Column::integer}, Column{"day", Column::day},
      Column{"title", Column::text},     Column{"wording", Column::text},
      Column{"absent", Column::boolean}, Column{"paragraph", Column::text},
      Column{"signers", Column::names},  Column{"index", Column::integer},
      Column{"id", Column::digest},      Column{"author", Column::text},
      Column{"source", Column::text},    Column{"text", Column::text}};
  constexpr std::int64_t every_day = 1'000'000;
  return select_rows(
      node,
      fmt::format("SELECT issue, number, points, day, title, wording, wording='', paragraph, "
                  "signers, leaf_index, id, author, source, said FROM agreed_point p WHERE agreed "
                  "AND day<=?1 AND NOT EXISTS (SELECT 1 FROM conference_taken_back t WHERE "
                  "t.leaf_index=p.leaf_index) AND NOT EXISTS (SELECT 1 FROM agreed_point q WHERE "
                  "q.issue=p.issue AND q.number=p.number AND q.content=p.content AND q.agreed AND "
                  "q.leaf_index<p.leaf_index AND NOT EXISTS (SELECT 1 FROM conference_taken_back t "
                  "WHERE t.leaf_index=q.leaf_index)) ORDER BY day, issue, number, leaf_index "
                  "LIMIT {}",
                  limits::page_rows_max),
      columns, {Mark(day.value_or(every_day))});
}

std::optional<StatedDay> agreed_draft_day(std::string_view name) {
  if (!name.starts_with(name_head)) return {};
  const auto day = parse_day(name.substr(name_head.size()));
  return day.ok() ? std::optional(*day) : std::nullopt;
}

Result<RivalDraft> agreed_draft_on(Node& node, const AgreementFolder& agreement,
                                   const StatedDay& day) {
  return draft_of(TRY(agreed_by(node, day.number)), agreement, day);
}

Result<std::optional<RivalDraft>> newest_agreed_draft(Node& node,
                                                      const AgreementFolder& agreement) {
  const Json rows = TRY(agreed_by(node, std::nullopt));
  if (rows.as_array()->empty()) return std::optional<RivalDraft>();
  return std::optional(draft_of(rows, agreement, TRY(newest_day(rows))));
}

Result<Json> conference_agreed(Node& node, const Arguments& arguments) {
  if (!arguments.has("on")) return agreed_by(node, std::nullopt);
  return agreed_by(node, TRY(parse_day(arguments.text("on")).within("--on")).number);
}

Result<Json> conference_draft(Node& node, const Arguments& arguments) {
  std::optional<StatedDay> on;
  if (arguments.has("on")) on = TRY(parse_day(arguments.text("on")).within("--on"));
  const Json rows = TRY(agreed_by(node, on ? std::optional(on->number) : std::nullopt));
  if (rows.as_array()->empty()) {
    return Error{Errc::not_found, "nothing was agreed by then that both delegations have signed"};
  }
  const AgreementFolder& agreement = node.agreement().folder;
  const RivalDraft draft = draft_of(rows, agreement, on ? *on : TRY(newest_day(rows)));
  Json::Array paragraphs;
  for (const Paragraph& one : draft.paragraphs) {
    paragraphs.push_back(Json::Object{{"number", one.number}, {"text", one.text}});
  }
  Json::Array left_out;
  for (const Json& row : *rows.as_array()) {
    const std::string because = why_not(words_of(row));
    if (because.empty()) continue;
    left_out.push_back(Json::Object{{"index", integer_in(row, "index")},
                                    {"title", text_in(row, "title")},
                                    {"because", because}});
  }
  return Json::Object{{"name", draft.name},
                      {"title", draft.title},
                      {"by", draft.by},
                      {"source", draft.source},
                      {"paragraphs", std::move(paragraphs)},
                      {"keeps", kept_rows(agreement, draft)},
                      {"left_out", std::move(left_out)},
                      {"file", to_toml(draft)}};
}

}  // namespace armistice
