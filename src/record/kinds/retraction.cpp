// SPDX-License-Identifier: Apache-2.0
#include "record/kinds/retraction.h"

#include "base/limits.h"

namespace armistice {

std::string_view word(RetractionScope scope) {
  return scope == RetractionScope::whole ? "whole" : "passage";
}

Result<Retraction> read_retraction(const Json& body) {
  Fields fields = TRY(Fields::of_body(body));
  Retraction retraction;
  retraction.salt = fields.salt();
  const std::string scope = TRY(fields.text("scope", 16));
  if (scope != "whole" && scope != "passage") {
    return Error{Errc::malformed, "scope: whole or passage"};
  }
  retraction.scope = scope == "whole" ? RetractionScope::whole : RetractionScope::passage;
  retraction.passage = TRY(fields.text("passage", limits::reason_bytes_max));
  retraction.reason = TRY(fields.text("reason", limits::reason_bytes_max));
  TRY(fields.closed());
  if (retraction.passage.empty() != (retraction.scope == RetractionScope::whole)) {
    return Error{Errc::malformed, "passage: the words taken back, unless the scope is whole"};
  }
  return retraction;
}

Json to_json(const Retraction& retraction) {
  return Json::Object{{"salt", retraction.salt.text()},
                      {"scope", word(retraction.scope)},
                      {"passage", retraction.passage},
                      {"reason", retraction.reason}};
}

}  // namespace armistice
