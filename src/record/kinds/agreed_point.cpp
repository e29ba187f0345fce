// SPDX-License-Identifier: Apache-2.0
#include "record/kinds/agreed_point.h"

#include "base/limits.h"

namespace armistice {
namespace {

template <typename F, typename B>
Result<void> list(F& f, B& one) {
  TRY(f.name("issue", one.issue));
  TRY(f.integer("number", one.number, 1, limits::ledger_lines_max));
  TRY(f.integer("points", one.points, 1, limits::ledger_lines_max));
  TRY(f.day("day", one.day));
  TRY(f.text("title", one.title, limits::label_bytes_max));
  TRY(f.text("wording", one.wording, limits::statement_bytes_max));
  TRY(f.text("paragraph", one.paragraph, limits::label_bytes_max));
  TRY(f.text("source", one.source, limits::label_bytes_max));
  return f.text("text", one.text, limits::statement_bytes_max);
}

}  // namespace

Result<AgreedPoint> read_agreed_point(const Json& body) {
  AgreedPoint one =
      TRY(read_listed<AgreedPoint>(body, [](auto& f, auto& value) { return list(f, value); }));
  if (one.number > one.points) return Error{Errc::malformed, "number: at most `points`"};
  if (one.title.empty()) return Error{Errc::malformed, "title: what was agreed"};
  return one;
}

Json to_json(const AgreedPoint& agreed_point) {
  return write_listed(agreed_point, [](auto& f, auto& value) { return list(f, value); });
}

}  // namespace armistice
