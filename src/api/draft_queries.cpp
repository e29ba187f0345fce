// SPDX-License-Identifier: Apache-2.0
// The register judged again under a rival draft of the agreement on record.
#include <fmt/format.h>

#include <map>

#include "api/queries.h"
#include "base/limits.h"
#include "plan/judged_again.h"

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

}  // namespace

Result<Json> agreement_judge(Node& node, const Arguments& arguments) {
  const std::string name = arguments.text("draft");
  const RivalDraft* draft = node.agreement().folder.draft(name);
  if (draft == nullptr) {
    std::string known;
    for (const RivalDraft& one : node.agreement().folder.drafts) {
      known += (known.empty() ? "" : ", ") + one.name;
    }
    return Error{Errc::not_found, fmt::format("the agreement on record has no draft {}; there are: "
                                              "{}",
                                              name, known.empty() ? "none" : known)};
  }
  const RegisterLayout layout = node.layout().reg(Node::register_name);
  const TreeSize size = node.engine().state().position;
  AgreementInForce rival = node.first_agreement();
  rival.folder = under(std::move(rival.folder), *draft);
  const auto before = by_key(TRY(findings_under(node.env(), layout, size, node.first_agreement())));
  const auto after = by_key(TRY(findings_under(node.env(), layout, size, std::move(rival))));
  std::map<FindingKey, bool> keys;
  for (const auto& [key, one] : before) keys[key] = true;
  for (const auto& [key, one] : after) keys[key] = true;
  Json::Array rows;
  for (auto key = keys.rbegin(); key != keys.rend() && rows.size() < limits::page_rows_max; ++key) {
    const FoundThen* a = at(before, key->first);
    const FoundThen* b = at(after, key->first);
    const bool same = a != nullptr && b != nullptr && a->verdict == b->verdict;
    if (!same) rows.push_back(row_of(key->first, a, b));
  }
  return Json::Object{{"draft", draft->name},
                      {"title", draft->title},
                      {"by", draft->by},
                      {"source", draft->source},
                      {"size", size.value},
                      {"bad_in_force", bad_of(before)},
                      {"bad_under_draft", bad_of(after)},
                      {"findings", std::move(rows)}};
}

}  // namespace armistice
