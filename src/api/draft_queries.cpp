// SPDX-License-Identifier: Apache-2.0
// The agreement on record and its rival drafts: what there are, two of them side by side, and the
// register judged again under either.
#include <fmt/format.h>

#include <map>
#include <set>

#include "api/agreed_so_far.h"
#include "api/queries.h"
#include "base/limits.h"
#include "plan/judged_again.h"
#include "terms/side_by_side.h"

namespace armistice {
namespace {

using FindingKey = std::tuple<std::uint64_t, std::string, std::string>;

std::map<FindingKey, FoundThen> by_key(std::vector<FoundThen> all) {
  std::map<FindingKey, FoundThen> out;
  for (FoundThen& one : all) {
    const FindingKey key{one.index.value, one.term, one.occasion};
    out.emplace(key, std::move(one));
  }
  return out;
}

std::int64_t bad_of(const std::map<FindingKey, FoundThen>& all) {
  return std::count_if(all.begin(), all.end(), [](const auto& one) { return !one.second.good; });
}

Json row_of(const FindingKey& key, const FoundThen* before, const FoundThen* after) {
  const FoundThen& any = before != nullptr ? *before : *after;
  const auto said = [](const FoundThen* one, std::string FoundThen::* part) {
    return one == nullptr ? std::string() : one->*part;
  };
  return Json::Object{{"index", std::get<0>(key)},
                      {"term", std::get<1>(key)},
                      {"occasion", std::get<2>(key)},
                      {"paragraph", any.paragraph},
                      {"in_force", said(before, &FoundThen::verdict)},
                      {"in_force_because", said(before, &FoundThen::because)},
                      {"draft", said(after, &FoundThen::verdict)},
                      {"draft_because", said(after, &FoundThen::because)}};
}

const FoundThen* at(const std::map<FindingKey, FoundThen>& all, const FindingKey& key) {
  const auto found = all.find(key);
  return found == all.end() ? nullptr : &found->second;
}

// The agreement in force, or as one of its rival drafts has it.
struct NamedFolder {
  std::string name;
  std::string title;
  std::string by;
  std::string source;
  AgreementFolder folder;
};

Result<const RivalDraft*> draft_named(const AgreementFolder& folder, const std::string& name) {
  const RivalDraft* draft = folder.draft(name);
  if (draft != nullptr) return draft;
  std::string known;
  for (const RivalDraft& one : folder.drafts) known += (known.empty() ? "" : ", ") + one.name;
  return Error{Errc::not_found,
               fmt::format("the agreement on record has no draft {}; there are: {}", name,
                           known.empty() ? "none" : known)};
}

Result<NamedFolder> named(Node& node, const AgreementFolder& folder, const std::string& name) {
  const Agreement& agreement = folder.agreement;
  if (folder.draft(name) == nullptr) {
    if (const auto day = agreed_draft_day(name)) {
      const RivalDraft draft = TRY(agreed_draft_on(node, folder, *day));
      return NamedFolder{name, draft.title, draft.by, draft.source, under(folder, draft)};
    }
  }
  if (name == agreement.name) return NamedFolder{name, agreement.title, "", "", folder};
  const RivalDraft* draft = TRY(draft_named(folder, name));
  return NamedFolder{name, draft->title, draft->by, draft->source, under(folder, *draft)};
}

Json named_json(const std::string& name, const std::string& title, const std::string& by,
                const std::string& source) {
  return Json::Object{{"name", name}, {"title", title}, {"by", by}, {"source", source}};
}

Json named_json(const NamedFolder& one) {
  return named_json(one.name, one.title, one.by, one.source);
}

std::string_view word(Standing standing) {
  return standing_words[static_cast<std::size_t>(standing)];
}

Json pairs_json(const std::vector<SayingPair>& pairs) {
  Json::Array out;
  for (const SayingPair& one : pairs) {
    out.push_back(Json::Object{{"name", one.name}, {"a", one.a}, {"b", one.b}});
  }
  return out;
}

Json paragraph_json(const ParagraphPair& pair) {
  Json::Array terms;
  for (const TermPair& term : pair.terms) {
    terms.push_back(Json::Object{{"term", term.id},
                                 {"standing", word(term.standing)},
                                 {"kind_a", term.kind.a},
                                 {"kind_b", term.kind.b},
                                 {"phrase_a", term.phrase.a},
                                 {"phrase_b", term.phrase.b},
                                 {"parameters", pairs_json(term.parameters)}});
  }
  return Json::Object{{"number", pair.number},           {"article", pair.text.name},
                      {"standing", word(pair.standing)}, {"text_a", pair.text.a},
                      {"text_b", pair.text.b},           {"teams", pairs_json(pair.teams)},
                      {"terms", std::move(terms)}};
}

// What either finds of all that is on record.
struct FoundUnder {
  TreeSize size;
  std::map<FindingKey, FoundThen> a;
  std::map<FindingKey, FoundThen> b;
  std::vector<FindingKey> keys;  // of either, newest first
};

Result<FoundUnder> found_under(Node& node, AgreementFolder a, AgreementFolder b) {
  const RegisterLayout layout = node.layout().reg(Node::register_name);
  // Amendments are on record: either fold applies them by itself.
  AgreementInForce first = node.first_agreement();
  AgreementInForce second = node.first_agreement();
  first.folder = std::move(a);
  second.folder = std::move(b);
  FoundUnder found;
  found.size = node.engine().state().position;
  found.a = by_key(TRY(findings_under(node.env(), layout, found.size, std::move(first))));
  found.b = by_key(TRY(findings_under(node.env(), layout, found.size, std::move(second))));
  std::set<FindingKey> keys;
  for (const auto& [key, one] : found.a) keys.insert(key);
  for (const auto& [key, one] : found.b) keys.insert(key);
  found.keys.assign(keys.rbegin(), keys.rend());
  return found;
}

Standing standing_of(const FoundThen* a, const FoundThen* b) {
  if (b == nullptr) return Standing::only_a;
  if (a == nullptr) return Standing::only_b;
  return a->verdict == b->verdict ? Standing::same : Standing::differs;
}

bool is_good(const FoundThen* one) { return one == nullptr || one->good; }

Json pair_row(const FindingKey& key, const FoundThen* a, const FoundThen* b) {
  const Json row = row_of(key, a, b);
  Json out = Json::Object{};
  for (const char* name : {"index", "term", "occasion", "paragraph"})
    out.add(name, *row.find(name));
  out.add("standing", word(standing_of(a, b)));
  out.add("a", *row.find("in_force"));
  out.add("a_good", is_good(a));
  out.add("a_because", *row.find("in_force_because"));
  out.add("b", *row.find("draft"));
  out.add("b_good", is_good(b));
  out.add("b_because", *row.find("draft_because"));
  return out;
}

}  // namespace

Result<Json> agreement_drafts(Node& node, const Arguments&) {
  const AgreementFolder& folder = node.agreement().folder;
  Json::Array drafts;
  for (const RivalDraft& one : folder.drafts) {
    drafts.push_back(named_json(one.name, one.title, one.by, one.source));
  }
  // Of what is agreed, the newest: any other day's is known by its name.
  const auto agreed = TRY(newest_agreed_draft(node, folder));
  if (agreed && folder.draft(agreed->name) == nullptr && !agreed->paragraphs.empty()) {
    drafts.push_back(named_json(agreed->name, agreed->title, agreed->by, agreed->source));
  }
  const Agreement& agreement = folder.agreement;
  return Json::Object{{"agreement", named_json(agreement.name, agreement.title, "", "")},
                      {"drafts", std::move(drafts)}};
}

Result<Json> agreement_paragraphs(Node& node, const Arguments& arguments) {
  const NamedFolder a = TRY(named(node, node.agreement().folder, arguments.text("a")));
  const NamedFolder b = TRY(named(node, node.agreement().folder, arguments.text("b")));
  Json::Array paragraphs;
  for (const ParagraphPair& one : side_by_side(a.folder, b.folder)) {
    paragraphs.push_back(paragraph_json(one));
  }
  return Json::Object{
      {"a", named_json(a)}, {"b", named_json(b)}, {"paragraphs", std::move(paragraphs)}};
}

Result<Json> agreement_findings(Node& node, const Arguments& arguments) {
  const NamedFolder a = TRY(named(node, node.first_agreement().folder, arguments.text("a")));
  const NamedFolder b = TRY(named(node, node.first_agreement().folder, arguments.text("b")));
  const FoundUnder found = TRY(found_under(node, a.folder, b.folder));
  Json::Array rows;
  std::int64_t left_off = 0;
  for (const FindingKey& key : found.keys) {
    const FoundThen* one = at(found.a, key);
    const FoundThen* other = at(found.b, key);
    if (standing_of(one, other) == Standing::same && is_good(one)) continue;
    if (rows.size() < limits::page_rows_max) {
      rows.push_back(pair_row(key, one, other));
    } else {
      ++left_off;
    }
  }
  return Json::Object{{"a", named_json(a)},         {"b", named_json(b)},
                      {"size", found.size.value},   {"bad_a", bad_of(found.a)},
                      {"bad_b", bad_of(found.b)},   {"left_off", left_off},
                      {"findings", std::move(rows)}};
}

Result<Json> agreement_judge(Node& node, const Arguments& arguments) {
  const AgreementFolder& in_force = node.first_agreement().folder;
  const NamedFolder draft = TRY(named(node, in_force, arguments.text("draft")));
  const FoundUnder found = TRY(found_under(node, in_force, draft.folder));
  Json::Array rows;
  for (const FindingKey& key : found.keys) {
    const FoundThen* before = at(found.a, key);
    const FoundThen* after = at(found.b, key);
    if (rows.size() == limits::page_rows_max) break;
    if (standing_of(before, after) != Standing::same) rows.push_back(row_of(key, before, after));
  }
  return Json::Object{{"draft", draft.name},
                      {"title", draft.title},
                      {"by", draft.by},
                      {"source", draft.source},
                      {"size", found.size.value},
                      {"bad_in_force", bad_of(found.a)},
                      {"bad_under_draft", bad_of(found.b)},
                      {"findings", std::move(rows)}};
}

}  // namespace armistice
