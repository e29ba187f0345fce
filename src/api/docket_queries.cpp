// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "api/case_rows.h"
#include "api/queries.h"
#include "api/said.h"
#include "api/selected.h"
#include "api/told_time.h"
#include "base/limits.h"
#include "base/text.h"

namespace armistice {
namespace {

Mark mark_of(LeafIndex index) { return static_cast<std::int64_t>(index.value); }

Result<Json> notices_at(Node& node, LeafIndex index) {
  constexpr std::array columns = {Column{"word", Column::text}, Column{"detail", Column::text}};
  return select_rows(node,
                     "SELECT word, detail FROM docket_irregularity WHERE leaf_index=?1 UNION "
                     "ALL SELECT word, detail FROM bodies_irregularity WHERE leaf_index=?1",
                     columns, {mark_of(index)});
}

Result<Json> step_rows(Node& node, LeafIndex of) {
  constexpr std::array columns = {
      Column{"index", Column::integer}, Column{"id", Column::digest},
      Column{"step", Column::text},     Column{"by", Column::text},
      Column{"about", Column::digest},  Column{"detail", Column::text},
      Column{"names", Column::names},   Column{"retracted", Column::boolean},
      Column{"acts", Column::boolean},  Column{"elapsed_s", Column::integer},
  };
  // The time elapsed: from the request that stands before it, by the register's clock.
  Json rows = TRY(select_rows(
      node,
      "SELECT s.leaf_index, s.id, s.step, s.author, s.about, s.detail, s.names, s.retracted, "
      "s.acts, r.clock_utc - (SELECT q.clock_utc FROM docket_step d JOIN record q ON "
      "q.leaf_index=d.leaf_index WHERE d.case_index=s.case_index AND d.step='requested' AND NOT "
      "d.retracted AND d.place<s.place ORDER BY d.place DESC LIMIT 1) FROM docket_step s JOIN "
      "record r ON r.leaf_index=s.leaf_index WHERE s.case_index=? ORDER BY s.place",
      columns, {mark_of(of)}));
  for (Json& row : *rows.as_array()) {
    const LeafIndex index = index_in(row);
    const Said said = TRY(said_at(node, index));
    Json::Array signers;
    if (said.record) {
      for (const std::string& name : said.record->header.signers) signers.push_back(name);
    }
    const bool lapsed = *row.find("step")->as_text() == "lapsed";  // a clock record says nothing
    row.add("signers", std::move(signers));
    row.add("written", said.record ? Json(to_text(said.record->header.written)) : Json());
    row.add("after", TRY(time_at(node, index)));
    row.add("text", said.body && !lapsed ? words_of(*said.body) : std::string());
    row.add("judged", TRY(findings_where(node, "f.leaf_index=? AND +f.case_index IS NOT NULL",
                                         static_cast<std::int64_t>(index.value))));
    row.add("notices", TRY(notices_at(node, index)));
  }
  return rows;
}

Result<Json> draft_rows(Node& node, LeafIndex of) {
  constexpr std::array columns = {
      Column{"index", Column::integer}, Column{"draft", Column::digest},
      Column{"case", Column::integer},  Column{"kind", Column::text},
      Column{"by", Column::text},       Column{"signers", Column::names},
      Column{"signed", Column::names},  Column{"until_utc", Column::integer},
      Column{"state", Column::text},    Column{"lines", Column::text},
  };
  Json rows = TRY(select_rows(
      node,
      "SELECT leaf_index, draft, case_index, kind, author, signers, signed, until_utc, "
      "state, lines FROM docket_draft WHERE case_index=? ORDER BY leaf_index DESC LIMIT 64",
      columns, {mark_of(of)}));
  const std::int32_t offset_s = TRY(parse_offset(node.genesis().civil_offsets.front()));
  for (Json& row : *rows.as_array()) {
    const bool waits = *row.find("state")->as_text() == "waits";
    std::string text;
    std::string body;
    if (waits) {
      const Said said = TRY(said_at(node, index_in(row)));
      if (const auto* draft = said.body ? std::get_if<Draft>(&*said.body) : nullptr) {
        text = draft->draft;
        body = draft->body;
      }
    }
    row.add("until", told_time(*row.find("until_utc")->as_integer(), offset_s));
    row.add("text", std::move(text));
    row.add("body", std::move(body));
  }
  return rows;
}

// What names the case in its text, stands in no step, and was noticed.
Result<Json> stray_rows(Node& node, LeafIndex of) {
  constexpr std::array columns = {Column{"index", Column::integer}, Column{"author", Column::text},
                                  Column{"kind", Column::text}, Column{"word", Column::text},
                                  Column{"detail", Column::text}};
  // Each table by itself: of both together SQLite would make a copy first.
  const auto noticed_in = [](std::string_view table) {
    return fmt::format(
        "SELECT r.leaf_index, r.author, r.kind, i.word, i.detail FROM record c JOIN reference t ON "
        "t.target=c.id JOIN record r ON r.leaf_index=t.leaf_index JOIN {} i ON "
        "i.leaf_index=r.leaf_index WHERE c.leaf_index=?1 AND NOT EXISTS (SELECT 1 FROM docket_step "
        "s WHERE s.leaf_index=r.leaf_index AND s.case_index=?1)",
        table);
  };
  return select_rows(
      node,
      fmt::format("{} UNION ALL {} ORDER BY 1 LIMIT {}", noticed_in("docket_irregularity"),
                  noticed_in("bodies_irregularity"), limits::page_rows_max),
      columns, {mark_of(of)});
}

// Where the records stand that a record refers to, for SQL.
Result<std::string> referred_to(Node& node, LeafIndex of) {
  std::vector<Digest> targets;
  const auto read = node.engine().with_rows([&](Database& database) -> Result<void> {
    Statement select = TRY(database.prepare("SELECT target FROM reference WHERE leaf_index=?"));
    select.bind(1, static_cast<std::int64_t>(of.value));
    while (TRY(select.next())) {
      const ByteView bytes = select.bytes(0);
      Digest target;
      if (bytes.size() != target.bytes.size()) continue;
      std::copy(bytes.begin(), bytes.end(), target.bytes.begin());
      targets.push_back(target);
    }
    return {};
  });
  TRY(read);
  std::vector<std::int64_t> indices = {-1};  // of an empty list SQLite would ask every row
  for (const Digest& target : targets) {
    const auto index = TRY(node.engine().find_record(target));
    if (index) indices.push_back(static_cast<std::int64_t>(index->value));
  }
  return fmt::format("({})", fmt::join(indices, ", "));
}

}  // namespace

Result<Json> docket_query(Node& node, const Arguments& arguments) {
  Json docket = Json::Object{};
  if (!arguments.has("case")) {
    docket.add("cases", TRY(cases_of(node, std::nullopt)));
    for (const char* key : {"steps", "findings", "observations", "drafts", "strays"}) {
      docket.add(key, Json::Array{});
    }
    return docket;
  }
  const LeafIndex of = TRY(find_record(node, arguments.text("case")));
  Json cases = TRY(cases_of(node, of));
  if (cases.as_array()->empty()) {
    return Error{Errc::not_found, fmt::format("record {} opened no case", of.value)};
  }
  const auto bound = static_cast<std::int64_t>(of.value);
  docket.add("cases", std::move(cases));
  docket.add("steps", TRY(step_rows(node, of)));
  // Those of its steps, and those of the observations that the allegation refers to.
  const std::string referred = TRY(referred_to(node, of));
  docket.add("findings",
             TRY(findings_where(node, "f.case_index=?1 OR f.leaf_index IN " + referred, bound)));
  docket.add("observations",
             TRY(observations_where(node, "o.leaf_index IN " + referred, std::nullopt)));
  docket.add("drafts", TRY(draft_rows(node, of)));
  docket.add("strays", TRY(stray_rows(node, of)));
  return docket;
}

Result<Json> findings_query(Node& node, const Arguments& arguments) {
  // With the sign no index by terms fits: the newest stand at the table's own end.
  std::string where = arguments.flag("all") ? "1" : "+f.reading='' AND NOT f.good";
  std::optional<std::int64_t> record;
  if (arguments.has("record")) {
    record = static_cast<std::int64_t>(TRY(find_record(node, arguments.text("record"))).value);
    where += " AND f.leaf_index=?";
  }
  return findings_where(node, where, record);
}

}  // namespace armistice
