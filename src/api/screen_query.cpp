// SPDX-License-Identifier: Apache-2.0
// What no inspector's report must hold, found before it is signed: the text comes in the call and
// is forgotten with the answer.
#include "api/queries.h"
#include "terms/has.h"
#include "views/entitled.h"

namespace armistice {

Result<Json> report_screen(Node& node, const Arguments& arguments) {
  const AgreementInForce& agreement = node.agreement();
  const TeamGroup* group = agreement.group_of(arguments.text("team"));
  Json::Array found;
  for (const Term* term : agreement.terms<NoStudy>()) {
    const auto& kind = std::get<NoStudy>(term->kind);
    const bool of_it = (group != nullptr && has(kind.of, group->name)) ||
                       inspects(agreement, kind, arguments.text("as"));
    const std::string word = of_it ? studied_in(kind, arguments.text("text")) : std::string();
    if (word.empty()) continue;
    found.push_back(Json::Object{{"term", term->id},
                                 {"paragraph", term->paragraph},
                                 {"phrase", term->phrase},
                                 {"word", word}});
  }
  return Json(std::move(found));
}

}  // namespace armistice
