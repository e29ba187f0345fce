// SPDX-License-Identifier: Apache-2.0
#include "record/kinds/pass.h"

#include "base/limits.h"

namespace armistice {
namespace {

template <typename F, typename B>
Result<void> list_holder(F& f, B& one) {
  TRY(f.text("number", one.number, limits::label_bytes_max));
  TRY(f.text("person", one.person, limits::label_bytes_max));
  TRY(f.text("sort", one.sort, limits::label_bytes_max));
  return f.word("arms", one.arms, arms_words);
}

template <typename F, typename B>
Result<void> list(F& f, B& one) {
  TRY(f.name("zone", one.zone));
  TRY(f.name("side", one.side));
  TRY(f.time("from", one.from));
  TRY(f.time("to", one.to));
  TRY(f.objects("holders", one.holders, limits::ledger_lines_max,
                [](auto& inner, auto& holder) { return list_holder(inner, holder); }));
  return f.text("text", one.text, limits::statement_bytes_max);
}

}  // namespace

Result<Pass> read_pass(const Json& body) {
  Pass one = TRY(read_listed<Pass>(body, [](auto& f, auto& value) { return list(f, value); }));
  if (one.to.utc < one.from.utc) return Error{Errc::malformed, "to: not before from"};
  for (const PassHolder& holder : one.holders) {
    if (holder.number.empty()) return Error{Errc::malformed, "number: what the pass bears"};
  }
  return one;
}

Json to_json(const Pass& pass) {
  return write_listed(pass, [](auto& f, auto& value) { return list(f, value); });
}

}  // namespace armistice
