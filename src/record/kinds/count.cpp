// SPDX-License-Identifier: Apache-2.0
#include "record/kinds/count.h"

#include "base/limits.h"

namespace armistice {
namespace {

template <typename F, typename B>
Result<void> list_line(F& f, B& one) {
  TRY(f.text("what", one.what, limits::label_bytes_max));
  TRY(f.text("nationality", one.nationality, limits::label_bytes_max));
  return f.integer("number", one.number, 0, limits::counted_max);
}

template <typename F, typename B>
Result<void> list(F& f, B& one) {
  TRY(f.name("of", one.of));
  TRY(f.name("side", one.side));
  TRY(f.text("place", one.place, limits::label_bytes_max));
  TRY(f.word("basis", one.basis, count_basis_words));
  TRY(f.time("at", one.at));
  TRY(f.objects("lines", one.lines, limits::ledger_lines_max,
                [](auto& inner, auto& line) { return list_line(inner, line); }));
  TRY(f.integer("total", one.total, 0, limits::counted_sum_max));
  return f.text("text", one.text, limits::statement_bytes_max);
}

}  // namespace

Result<StatedCount> read_count(const Json& body) {
  StatedCount one =
      TRY(read_listed<StatedCount>(body, [](auto& f, auto& value) { return list(f, value); }));
  for (const CountLine& line : one.lines) {
    if (line.what.empty()) return Error{Errc::malformed, "what: what is counted"};
  }
  return one;
}

Json to_json(const StatedCount& stated_count) {
  return write_listed(stated_count, [](auto& f, auto& value) { return list(f, value); });
}

}  // namespace armistice
