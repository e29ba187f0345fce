// SPDX-License-Identifier: Apache-2.0
#include "record/kinds/draft.h"

#include "base/limits.h"

namespace armistice {
namespace {

template <typename F, typename B>
Result<void> list(F& f, B& one) {
  TRY(f.digest("case", one.case_id));
  TRY(f.text("draft", one.draft, limits::text_bytes_max));
  TRY(f.text("lines", one.lines, limits::draft_lines_bytes_max));
  return f.text("body", one.body, limits::draft_body_bytes_max);
}

}  // namespace

Result<Draft> read_draft(const Json& body) {
  Draft one = TRY(read_listed<Draft>(body, [](auto& f, auto& value) { return list(f, value); }));
  return one;
}

Json to_json(const Draft& draft) {
  return write_listed(draft, [](auto& f, auto& value) { return list(f, value); });
}

}  // namespace armistice
