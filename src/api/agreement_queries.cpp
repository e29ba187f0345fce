// SPDX-License-Identifier: Apache-2.0
// The agreement in force, term by term, and what has changed it.
#include <fmt/format.h>

#include "api/queries.h"
#include "api/said.h"
#include "api/selected.h"
#include "base/limits.h"
#include "terms/compared.h"
#include "views/entitled.h"

namespace armistice {
namespace {

Json options_of(const Term& term) {
  Json::Array out;
  for (const Option& option : term.options) {
    out.push_back(Json::Object{{"name", option.name},
                               {"values", Json::Array(option.values.begin(), option.values.end())},
                               {"chosen", option.values[option.chosen]},
                               {"why", option.why}});
  }
  return out;
}

Json parameters_json(const Term& term) {
  Json::Array out;
  for (const auto& [name, value] : parameters_of(term)) {
    if (name.starts_with("option ")) continue;
    out.push_back(Json::Object{{"name", name}, {"value", value}});
  }
  return out;
}

// Where the register's clock stands; before any clock record the effective hour.
Result<std::string> clock_of(Node& node) {
  const CivilTime& effective = node.agreement().folder.agreement.effective;
  return node.engine().with_rows([&](Database& database) -> Result<std::string> {
    Statement select =
        TRY(database.prepare("SELECT clock_utc FROM record ORDER BY leaf_index DESC LIMIT 1"));
    TRY(select.query());
    if (!TRY(select.next()) || select.is_null(0)) return to_text(effective);
    const CivilTime at = circle_time(node.genesis(), UtcSeconds{select.integer(0)});
    return to_text(std::max(at.utc, effective.utc) == at.utc ? at : effective);
  });
}

// How many findings of each term are not good.
Result<std::map<std::string, std::int64_t>> bad_by_term(Node& node) {
  return node.engine().with_rows([](Database& database)
                                     -> Result<std::map<std::string, std::int64_t>> {
    Statement select = TRY(database.prepare(
        "SELECT term, count(*) FROM finding INDEXED BY finding_against WHERE reading='' AND NOT "
        "good GROUP BY term"));
    TRY(select.query());
    std::map<std::string, std::int64_t> counts;
    while (TRY(select.next())) counts[std::string(select.bytes(0))] = select.integer(1);
    return counts;
  });
}

Result<Json> terms_of(Node& node) {
  const AgreementFolder& folder = node.agreement().folder;
  const auto bad = TRY(bad_by_term(node));
  std::vector<const Term*> terms;
  for (const Term& term : folder.terms) terms.push_back(&term);
  std::stable_sort(terms.begin(), terms.end(), [](const Term* a, const Term* b) {
    return paragraph_order(a->paragraph) < paragraph_order(b->paragraph);
  });
  Json::Array out;
  for (const Term* term : terms) {
    const Paragraph* paragraph = folder.paragraph(term->paragraph);
    const auto found = bad.find(term->id);
    out.push_back(Json::Object{{"term", term->id},
                               {"paragraph", term->paragraph},
                               {"phrase", term->phrase},
                               {"restated", paragraph == nullptr ? std::string() : paragraph->text},
                               {"kind", kind_word(term->kind)},
                               {"parameters", parameters_json(*term)},
                               {"options", options_of(*term)},
                               {"bad", found == bad.end() ? std::int64_t{0} : found->second}});
  }
  return Json(std::move(out));
}

// Why one has no force, as whoever signed it reads it.
Result<Json> noticed_of(Node& node, LeafIndex index) {
  constexpr std::array columns = {Column{"word", Column::text}, Column{"detail", Column::text}};
  const Json rows = TRY(select_rows(node,
                                    "SELECT word, detail FROM agreement_irregularity WHERE "
                                    "leaf_index=?1 ORDER BY place",
                                    columns, {static_cast<std::int64_t>(index.value)}));
  Json::Array out;
  for (const Json& row : *rows.as_array()) {
    out.push_back(
        fmt::format("{}: {}", *row.find("word")->as_text(), *row.find("detail")->as_text()));
  }
  return Json(std::move(out));
}

Result<Json> amendments_of(Node& node) {
  constexpr std::array columns = {
      Column{"index", Column::integer},       Column{"id", Column::digest},
      Column{"number", Column::integer},      Column{"title", Column::text},
      Column{"takes_effect", Column::moment}, Column{"state", Column::text},
      Column{"since", Column::integer},       Column{"agreement", Column::digest},
  };
  Json rows = TRY(select_rows(
      node,
      fmt::format("SELECT leaf_index, id, number, title, takes_effect, state, since, agreement "
                  "FROM amendment ORDER BY state='inert', leaf_index DESC LIMIT {}",
                  limits::amendments_max),
      columns));
  for (Json& row : *rows.as_array()) {
    const Said said = TRY(said_at(node, index_in(row)));
    const auto* amendment = said.body ? std::get_if<Amendment>(&*said.body) : nullptr;
    row.add("changes", amendment == nullptr ? std::string() : amendment->changes);
    row.add("text", amendment == nullptr ? std::string() : amendment->text);
    row.add("noticed", TRY(noticed_of(node, index_in(row))));
  }
  return rows;
}

}  // namespace

Result<Json> agreement_show(Node& node, const Arguments&) {
  const AgreementInForce& agreement = node.agreement();
  const AgreementFolder& folder = agreement.folder;
  Json::Array drafts;
  for (const RivalDraft& draft : folder.drafts) {
    drafts.push_back(Json::Object{{"name", draft.name}, {"value", draft.title}});
  }
  const Term* rule = status_term(agreement, "amended");
  Json::Array by;
  if (rule != nullptr) {
    for (const std::string& name : std::get<Status>(rule->kind).agreed_by) by.push_back(name);
  }
  return Json::Object{{"name", folder.agreement.name},
                      {"title", folder.agreement.title},
                      {"effective", to_text(folder.agreement.effective)},
                      {"clock", TRY(clock_of(node))},
                      {"digest", to_text(agreement.digest)},
                      {"terms", TRY(terms_of(node))},
                      {"amendments", TRY(amendments_of(node))},
                      {"drafts", std::move(drafts)},
                      {"amended_by", std::move(by)}};
}

}  // namespace armistice
