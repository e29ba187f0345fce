// SPDX-License-Identifier: Apache-2.0
#include "record/kinds/movement.h"

#include "base/limits.h"

namespace armistice {
namespace {

template <typename F, typename B>
Result<void> list_count(F& f, B& one) {
  TRY(f.name("point", one.point));
  TRY(f.word("direction", one.direction, direction_words));
  TRY(f.word("sort", one.sort, movement_sort_words));
  TRY(f.text("nationality", one.nationality, limits::label_bytes_max));
  return f.integer("persons", one.persons, 0, limits::counted_max);
}

template <typename F, typename B>
Result<void> list(F& f, B& one) {
  TRY(f.name("side", one.side));
  TRY(f.word("basis", one.basis, count_basis_words));
  TRY(f.day("day", one.day));
  TRY(f.objects("counts", one.counts, limits::ledger_lines_max,
                [](auto& inner, auto& count) { return list_count(inner, count); }));
  TRY(f.integer("arrived", one.arrived, 0, limits::counted_sum_max));
  TRY(f.integer("departed", one.departed, 0, limits::counted_sum_max));
  return f.text("text", one.text, limits::statement_bytes_max);
}

}  // namespace

Result<Movement> read_movement(const Json& body) {
  return read_listed<Movement>(body, [](auto& f, auto& value) { return list(f, value); });
}

Json to_json(const Movement& movement) {
  return write_listed(movement, [](auto& f, auto& value) { return list(f, value); });
}

}  // namespace armistice
