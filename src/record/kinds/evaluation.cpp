// SPDX-License-Identifier: Apache-2.0
#include "record/kinds/evaluation.h"

#include "base/limits.h"

namespace armistice {
namespace {

template <typename F, typename B>
Result<void> list(F& f, B& one) {
  TRY(f.digest("case", one.case_id));
  TRY(f.digest("report", one.report));
  TRY(f.word("outcome", one.outcome, outcome_words));
  return f.text("text", one.text, limits::statement_bytes_max);
}

}  // namespace

Result<Evaluation> read_evaluation(const Json& body) {
  Evaluation one =
      TRY(read_listed<Evaluation>(body, [](auto& f, auto& value) { return list(f, value); }));
  return one;
}

Json to_json(const Evaluation& evaluation) {
  return write_listed(evaluation, [](auto& f, auto& value) { return list(f, value); });
}

}  // namespace armistice
