// SPDX-License-Identifier: Apache-2.0
#include "record/kinds/amendment.h"

#include "base/limits.h"

namespace armistice {
namespace {

template <typename F, typename B>
Result<void> list(F& f, B& one) {
  TRY(f.integer("number", one.number, 1, limits::amendments_max));
  TRY(f.digest("agreement", one.agreement));
  TRY(f.time("takes_effect", one.takes_effect));
  TRY(f.text("title", one.title, limits::label_bytes_max));
  TRY(f.text("changes", one.changes, limits::statement_bytes_max));
  return f.text("text", one.text, limits::statement_bytes_max);
}

}  // namespace

Result<Amendment> read_amendment(const Json& body) {
  Amendment one =
      TRY(read_listed<Amendment>(body, [](auto& f, auto& value) { return list(f, value); }));
  if (one.title.empty()) return Error{Errc::malformed, "title: what it is called"};
  if (one.changes.empty()) return Error{Errc::malformed, "changes: what is changed"};
  return one;
}

Json to_json(const Amendment& amendment) {
  return write_listed(amendment, [](auto& f, auto& value) { return list(f, value); });
}

}  // namespace armistice
