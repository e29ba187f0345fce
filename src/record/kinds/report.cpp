// SPDX-License-Identifier: Apache-2.0
#include "record/kinds/report.h"

#include "base/limits.h"

namespace armistice {
namespace {

template <typename F, typename B>
Result<void> list(F& f, B& one) {
  TRY(f.digest("case", one.case_id));
  TRY(f.name("team", one.team));
  TRY(f.text("language", one.language, 3));
  TRY(f.word("outcome", one.outcome, outcome_words));
  return f.text("text", one.text, limits::statement_bytes_max);
}

}  // namespace

Result<Report> read_report(const Json& body) {
  Report one = TRY(read_listed<Report>(body, [](auto& f, auto& value) { return list(f, value); }));
  if (!is_language(one.language)) return Error{Errc::malformed, "language: [a-z]{2,3}"};
  return one;
}

Json to_json(const Report& report) {
  return write_listed(report, [](auto& f, auto& value) { return list(f, value); });
}

}  // namespace armistice
