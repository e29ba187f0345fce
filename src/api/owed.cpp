// SPDX-License-Identifier: Apache-2.0
#include "api/owed.h"

#include <fmt/format.h>

#include "api/selected.h"
#include "api/told_time.h"
#include "base/limits.h"
#include "terms/has.h"
#include "terms/readings.h"
#include "terms/supervision_judgement.h"

namespace armistice {
namespace {

// Something that has begun, and who owes what follows.
struct Begun {
  std::string what;
  std::string by;
  Json case_index;
  Json index;
  std::string shipment;
  std::int64_t since_utc = 0;
};

class OwedRows {
 public:
  OwedRows(Node& node, const OwedSpan& span) : node_(node), span_(span) {
    now_utc_ = circle_now(node.env(), node.genesis()).utc.value;
  }

  // `after_s` is how long a reading of the term gives.
  template <typename After>
  void add(const Term& term, const Begun& begun, const After& after_s) {
    for (const auto& [read, reading] : readings_of(term)) {
      if (!reading.empty() && !span_.all_readings) continue;
      const std::int64_t due_utc = begun.since_utc + after_s(read);
      if (due_utc < span_.first_utc || due_utc >= span_.end_utc) continue;
      Json row = Json::Object{{"due", told_time(due_utc, told_offset_s(node_))},
                              {"overdue", due_utc < now_utc_},
                              {"what", begun.what},
                              {"by", begun.by},
                              {"case", begun.case_index},
                              {"index", begun.index},
                              {"shipment", begun.shipment},
                              {"term", term.id},
                              {"reading", reading},
                              {"paragraph", term.paragraph},
                              {"phrase", term.phrase}};
      rows_.emplace_back(due_utc, std::move(row));
    }
  }

  Json by_hour() && {
    std::stable_sort(rows_.begin(), rows_.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    Json::Array out;
    for (auto& [due_utc, row] : rows_) out.push_back(std::move(row));
    return out;
  }

 private:
  Node& node_;
  const OwedSpan& span_;
  std::int64_t now_utc_ = 0;
  std::vector<std::pair<std::int64_t, Json>> rows_;
};

Result<void> add_steps(Node& node, std::int64_t end_utc, OwedRows& rows) {
  constexpr std::array columns = {Column{"case", Column::integer}, Column{"what", Column::text},
                                  Column{"index", Column::integer}, Column{"by", Column::text},
                                  Column{"since", Column::integer}};
  const Json begun =
      TRY(select_rows(node,
                      fmt::format("SELECT case_index, what, leaf_index, commission, since_utc FROM "
                                  "docket_owed WHERE since_utc<? ORDER BY since_utc, leaf_index "
                                  "LIMIT {}",
                                  limits::page_rows_max),
                      columns, {end_utc}));
  for (const Json& row : *begun.as_array()) {
    const Begun one{*row.find("what")->as_text(),
                    *row.find("by")->as_text(),
                    *row.find("case"),
                    *row.find("index"),
                    std::string(),
                    *row.find("since")->as_integer()};
    for (const Term* term : node.agreement().terms<Promptness>()) {
      const auto& prompt = std::get<Promptness>(term->kind);
      if (prompt.of != one.by) continue;
      if (prompt_words[static_cast<std::size_t>(prompt.what)] != one.what) continue;
      rows.add(*term, one,
               [](const Term& read) { return at_once_s(read.chosen("at_once", AtOnce::one_day)); });
    }
  }
  return {};
}

Result<void> add_shipments(Node& node, std::int64_t end_utc, OwedRows& rows) {
  constexpr std::array columns = {Column{"side", Column::text}, Column{"shipment", Column::text},
                                  Column{"index", Column::integer},
                                  Column{"since", Column::integer}};
  const Json seen = TRY(select_rows(
      node,
      fmt::format("SELECT side, shipment, leaf_index, seen_utc FROM shipment_unreported WHERE "
                  "seen_utc<? ORDER BY seen_utc, side, shipment LIMIT {}",
                  limits::page_rows_max),
      columns, {end_utc}));
  for (const Json& row : *seen.as_array()) {
    const Begun one{
        "reported",         *row.find("side")->as_text(),     Json(),
        *row.find("index"), *row.find("shipment")->as_text(), *row.find("since")->as_integer()};
    for (const Term* term : node.agreement().terms<ShipmentReport>(UtcSeconds{one.since_utc})) {
      const auto& report = std::get<ShipmentReport>(term->kind);
      if (!has(report.by, one.by)) continue;
      rows.add(*term, one, [&](const Term&) { return report.within_hours * 3'600; });
    }
  }
  return {};
}

}  // namespace

Result<Json> owed_rows(Node& node, const OwedSpan& span) {
  OwedRows rows(node, span);
  TRY(add_steps(node, span.end_utc, rows));
  TRY(add_shipments(node, span.end_utc, rows));
  return std::move(rows).by_hour();
}

}  // namespace armistice
