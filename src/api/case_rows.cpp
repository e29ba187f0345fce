// SPDX-License-Identifier: Apache-2.0
#include "api/case_rows.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "api/said.h"
#include "api/selected.h"
#include "base/limits.h"
#include "geo/coordinate.h"
#include "views/entitled.h"

namespace armistice {
namespace {

std::vector<Mark> marks_of(const std::optional<std::int64_t>& bound) {
  return bound ? std::vector<Mark>{*bound} : std::vector<Mark>();
}

Json fix_json(const ObservedFix& fix) {
  return Json::Object{{"time", fix.time.text},
                      {"latitude", degrees_text(static_cast<std::int32_t>(fix.latitude_e7))},
                      {"longitude", degrees_text(static_cast<std::int32_t>(fix.longitude_e7))},
                      {"error_mm", fix.error_mm}};
}

// The row of the view, and what the record itself says.
Json observation_json(Json row, const Observation& said) {
  row.add("event", observed_event_words[static_cast<std::size_t>(said.event)]);
  row.add("track", said.track);
  row.add("sort", said.sort);
  row.add("affiliation", said.affiliation);
  row.add("claimed_by", said.claimed_by);
  row.add("boundary", said.boundary);
  row.add("from", said.from);
  row.add("to", said.to);
  row.add("earliest", said.earliest.text);
  row.add("latest", said.latest.text);
  row.add("edge_distance_mm", said.edge_distance_mm);
  row.add("fix_error_mm", said.fix_error_mm);
  row.add("edge_error_mm", said.edge_error_mm);
  row.add("basis", said.basis);
  row.add("text", said.text);
  Json::Array fixes;
  for (const ObservedFix& fix : said.fixes) fixes.push_back(fix_json(fix));
  row.add("fixes", std::move(fixes));
  return row;
}

// A report goes to the body that determines, a determination to whom its term reports.
Json next_to(const AgreementInForce& agreement, std::string_view next, std::string_view status) {
  const Term* term = status_term(agreement, status == "corrected" ? status : "determined");
  if (term == nullptr) term = status_term(agreement, "determined");
  if (term == nullptr) return Json::Array{};
  const Status& rule = std::get<Status>(term->kind);
  if (next == "notify") return Json::Array(rule.report_to.begin(), rule.report_to.end());
  if (next != "forward") return Json::Array{};
  Json::Array organs;
  for (const AgreementOrgan& organ : agreement.folder.agreement.organs) {
    if (organ.members == rule.agreed_by) organs.push_back(organ.name);
  }
  return organs;
}

}  // namespace

std::string taken_back_sql(std::string_view index) {
  return fmt::format(
      "EXISTS (SELECT 1 FROM retraction r WHERE r.target_index={} AND r.scope='whole' AND "
      "r.effect='acts')",
      index);
}

// The newest are found in the index alone: of a term half of what is on record may break it.
std::string against_sql(const std::vector<std::string>& terms, std::string_view also) {
  std::vector<std::string> quoted = {"''"};  // an id has no quotation marks
  for (const std::string& id : terms) quoted.push_back("'" + id + "'");
  const std::string among = fmt::format("({})", fmt::join(quoted, ", "));
  return fmt::format(
      "f.reading='' AND NOT f.good AND f.term IN {0} AND f.leaf_index IN (SELECT g.leaf_index FROM "
      "finding g WHERE g.reading='' AND NOT g.good AND g.term IN {0} AND {1} ORDER BY g.leaf_index "
      "DESC LIMIT {2})",
      among, also, limits::page_rows_max);
}

Json circle_time_json(const Genesis& genesis, std::optional<std::int64_t> clock_utc) {
  if (!clock_utc) return {};
  return to_text(circle_time(genesis, UtcSeconds{*clock_utc}));
}

Result<Json> findings_where(Node& node, std::string_view where,
                            const std::optional<std::int64_t>& bound) {
  constexpr std::array columns = {
      Column{"finding", Column::digest},    Column{"index", Column::integer},
      Column{"record", Column::digest},     Column{"case", Column::integer},
      Column{"term", Column::text},         Column{"reading", Column::text},
      Column{"occasion", Column::text},     Column{"paragraph", Column::text},
      Column{"verdict", Column::text},      Column{"good", Column::boolean},
      Column{"because", Column::text},      Column{"cure", Column::text},
      Column{"retracted", Column::boolean}, Column{"judged_at", Column::integer},
  };
  Json rows = TRY(select_rows(
      node,
      fmt::format(
          "SELECT f.id, f.leaf_index, f.record, COALESCE(f.case_index, (SELECT s.case_index FROM "
          "docket_step s WHERE s.step='alleged' AND s.about=f.id LIMIT 1)), f.term, f.reading, "
          "f.occasion, f.paragraph, "
          "f.verdict, f.good, f.because, f.cure, {}, f.judged_at FROM finding f WHERE {} "
          "ORDER BY f.leaf_index DESC, f.term, f.reading, f.occasion LIMIT {}",
          taken_back_sql("f.leaf_index"), where, limits::page_rows_max),
      columns, marks_of(bound)));
  for (Json& row : *rows.as_array()) {
    const Term* term = node.agreement().folder.term(*row.find("term")->as_text());
    row.add("phrase", term == nullptr ? std::string() : term->phrase);
  }
  return rows;
}

Result<Json> observations_where(Node& node, std::string_view where,
                                const std::optional<std::int64_t>& bound) {
  constexpr std::array columns = {
      Column{"index", Column::integer},  Column{"id", Column::digest},
      Column{"by", Column::text},        Column{"side", Column::text},
      Column{"zone", Column::text},      Column{"computed_distance_mm", Column::integer},
      Column{"agrees", Column::boolean}, Column{"retracted", Column::boolean},
  };
  const Json rows = TRY(select_rows(
      node,
      fmt::format(
          "SELECT o.leaf_index, o.id, o.author, o.side, o.zone, o.computed_distance_mm, NOT EXISTS "
          "(SELECT 1 FROM ground_irregularity i WHERE i.leaf_index=o.leaf_index), {} "
          "FROM observation o WHERE {} ORDER BY o.leaf_index DESC LIMIT {}",
          taken_back_sql("o.leaf_index"), where, limits::page_rows_max),
      columns, marks_of(bound)));
  Json::Array out;
  for (const Json& row : *rows.as_array()) {
    const Said said = TRY(said_at(node, index_in(row)));
    const auto* observation = said.body ? std::get_if<Observation>(&*said.body) : nullptr;
    if (observation != nullptr) out.push_back(observation_json(row, *observation));
  }
  return out;
}

// The clock where an entry stands, as circle time: it was written after it.
Result<Json> time_at(Node& node, LeafIndex index) {
  return node.engine().with_rows([&](Database& database) -> Result<Json> {
    Statement select = TRY(database.prepare("SELECT clock_utc FROM record WHERE leaf_index=?"));
    TRY(select.query(index.value));
    if (!TRY(select.next()) || select.is_null(0)) return Json();
    return circle_time_json(node.genesis(), select.integer(0));
  });
}

namespace {

// What the determination that stands says, as fields of the case's row.
Result<void> add_outcome(Node& node, const Json& at, Json& row) {
  Determination nothing;
  const Determination* body = nullptr;
  Said said;
  if (at.as_integer() != nullptr) {
    said = TRY(said_at(node, {static_cast<std::uint64_t>(*at.as_integer())}));
    body = said.body ? std::get_if<Determination>(&*said.body) : nullptr;
  }
  const bool any = body != nullptr;
  if (!any) body = &nothing;
  row.add("outcome", any ? std::string(determined_words[static_cast<std::size_t>(body->outcome)])
                         : std::string());
  row.add("outcome_paragraph", body->paragraph);
  row.add("responsible", body->responsible);
  return {};
}

// What the case's records themselves say, and moments as circle time; the three helping columns,
// the last ones, go.
Result<void> complete_case(Node& node, Json& row) {
  const Said said = TRY(said_at(node, index_in(row, "case")));
  Json::Object& fields = *row.as_object();
  const Json determined_at = fields.back().second;
  fields.pop_back();
  const auto take_time = [&] {
    const std::int64_t* clock = fields.back().second.as_integer();
    Json time = clock == nullptr ? Json() : circle_time_json(node.genesis(), *clock);
    fields.pop_back();
    return time;
  };
  Json since = take_time();
  Json opened = take_time();
  row.add("next_to",
          next_to(node.agreement(), *row.find("next")->as_text(), *row.find("status")->as_text()));
  row.add("text", said.body ? words_of(*said.body) : std::string());
  TRY(add_outcome(node, determined_at, row));
  row.add("opened", std::move(opened));
  row.add("since", std::move(since));
  const auto mode = node.mode_of(index_in(row, "last_index"));
  row.add("mode", mode ? std::string(word(*mode)) : "accepted");
  return {};
}

}  // namespace

Result<Json> cases_of(Node& node, const std::optional<LeafIndex>& one, Cases which) {
  constexpr std::array columns = {
      Column{"case", Column::integer},    Column{"id", Column::digest},
      Column{"term", Column::text},       Column{"paragraph", Column::text},
      Column{"against", Column::text},    Column{"by", Column::text},
      Column{"status", Column::text},     Column{"next", Column::text},
      Column{"next_by", Column::names},   Column{"notices", Column::integer},
      Column{"draft_kind", Column::text}, Column{"last_index", Column::integer},
      Column{"marks", Column::names},     Column{"opened", Column::integer},
      Column{"since", Column::integer},   Column{"determined_at", Column::integer},
  };
  Json rows = TRY(select_rows(
      node,
      fmt::format(
          "SELECT c.case_index, c.id, c.term, c.paragraph, c.against, c.author, c.status, c.next, "
          "c.next_by, (SELECT count(*) FROM docket_irregularity i WHERE i.leaf_index IN (SELECT "
          "s.leaf_index FROM docket_step s WHERE s.case_index=c.case_index)) + (SELECT count(*) "
          "FROM finding f WHERE f.case_index=c.case_index AND f.reading='' AND NOT f.good AND NOT "
          "(c.status='reported' AND f.verdict='reference_only')), COALESCE((SELECT d.kind FROM "
          "docket_draft d WHERE d.case_index=c.case_index AND d.state='waits' ORDER BY "
          "d.leaf_index DESC LIMIT 1), ''), c.last_index, c.marks, (SELECT r.clock_utc FROM record "
          "r WHERE r.leaf_index=c.case_index), (SELECT r.clock_utc FROM record r WHERE "
          "r.leaf_index=c.last_index), (SELECT max(s.leaf_index) FROM docket_step s WHERE "
          "s.case_index=c.case_index AND s.step='determined' AND s.acts AND NOT s.retracted) "
          "FROM docket_case c{} ORDER BY c.case_index DESC LIMIT {}",
          one                    ? " WHERE c.case_index=?"
          : which == Cases::open ? " WHERE c.next<>''"
                                 : "",
          limits::page_rows_max),
      columns,
      marks_of(one ? std::optional(static_cast<std::int64_t>(one->value)) : std::nullopt)));
  for (Json& row : *rows.as_array()) TRY(complete_case(node, row));
  return rows;
}

Result<Json> notices_in(Node& node, std::string_view view, std::string_view kinds) {
  constexpr std::array columns = {Column{"index", Column::integer}, Column{"author", Column::text},
                                  Column{"kind", Column::text}, Column{"word", Column::text},
                                  Column{"detail", Column::text}};
  return select_rows(
      node,
      fmt::format("SELECT i.leaf_index, r.author, r.kind, i.word, i.detail FROM {}_irregularity i "
                  "JOIN record r USING (leaf_index) WHERE r.kind IN ({}) ORDER BY i.leaf_index "
                  "DESC, i.place LIMIT {}",
                  view, kinds, limits::page_rows_max),
      columns);
}

}  // namespace armistice
