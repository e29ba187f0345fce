// SPDX-License-Identifier: Apache-2.0
#include "record/kinds/arrangement_step.h"

#include "base/limits.h"

namespace armistice {
namespace {

template <typename F, typename B>
Result<void> list(F& f, B& one) {
  TRY(f.digest("arrangement", one.arrangement));
  TRY(f.word("step", one.step, arranged_words));
  TRY(f.time("at", one.at));
  TRY(f.integer("quantity", one.quantity, 0, limits::counted_max));
  TRY(f.digest_or_none("about", one.about));
  return f.text("text", one.text, limits::statement_bytes_max);
}

}  // namespace

Result<ArrangementStep> read_arrangement_step(const Json& body) {
  return read_listed<ArrangementStep>(body, [](auto& f, auto& value) { return list(f, value); });
}

Json to_json(const ArrangementStep& arrangement_step) {
  return write_listed(arrangement_step, [](auto& f, auto& value) { return list(f, value); });
}

}  // namespace armistice
