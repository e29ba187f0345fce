// SPDX-License-Identifier: Apache-2.0
#include "record/kinds/determination.h"

#include "base/limits.h"

namespace armistice {
namespace {

template <typename F, typename B>
Result<void> list(F& f, B& one) {
  TRY(f.digest("case", one.case_id));
  TRY(f.digest_or_none("evaluation", one.evaluation));
  TRY(f.word("outcome", one.outcome, determined_words));
  TRY(f.text("paragraph", one.paragraph, 8));
  TRY(f.name_or_none("responsible", one.responsible));
  return f.text("text", one.text, limits::statement_bytes_max);
}

}  // namespace

Result<Determination> read_determination(const Json& body) {
  Determination one =
      TRY(read_listed<Determination>(body, [](auto& f, auto& value) { return list(f, value); }));
  return one;
}

Json to_json(const Determination& determination) {
  return write_listed(determination, [](auto& f, auto& value) { return list(f, value); });
}

}  // namespace armistice
