// SPDX-License-Identifier: Apache-2.0
#include "record/kinds/forwarding.h"

#include "base/limits.h"

namespace armistice {
namespace {

template <typename F, typename B>
Result<void> list(F& f, B& one) {
  TRY(f.digest("case", one.case_id));
  TRY(f.digest("passed", one.passed));
  TRY(f.word("step", one.step, forwarding_step_words));
  TRY(f.names("to", one.to, limits::addressees_max));
  TRY(f.text("language", one.language, 3));
  return f.text("text", one.text, limits::statement_bytes_max);
}

}  // namespace

Result<Forwarding> read_forwarding(const Json& body) {
  Forwarding one =
      TRY(read_listed<Forwarding>(body, [](auto& f, auto& value) { return list(f, value); }));
  if (!is_language(one.language)) return Error{Errc::malformed, "language: [a-z]{2,3}"};
  return one;
}

Json to_json(const Forwarding& forwarding) {
  return write_listed(forwarding, [](auto& f, auto& value) { return list(f, value); });
}

}  // namespace armistice
