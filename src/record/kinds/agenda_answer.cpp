// SPDX-License-Identifier: Apache-2.0
#include "record/kinds/agenda_answer.h"

#include "base/limits.h"

namespace armistice {
namespace {

template <typename F, typename B>
Result<void> list(F& f, B& one) {
  TRY(f.digest("agenda", one.agenda));
  TRY(f.integer("number", one.number, 1, limits::ledger_lines_max));
  TRY(f.name("side", one.side));
  TRY(f.word("answer", one.answer, point_answer_words));
  TRY(f.day("day", one.day));
  TRY(f.text("referred_to", one.referred_to, limits::label_bytes_max));
  TRY(f.text("source", one.source, limits::label_bytes_max));
  return f.text("text", one.text, limits::statement_bytes_max);
}

}  // namespace

Result<AgendaAnswer> read_agenda_answer(const Json& body) {
  return read_listed<AgendaAnswer>(body, [](auto& f, auto& value) { return list(f, value); });
}

Json to_json(const AgendaAnswer& agenda_answer) {
  return write_listed(agenda_answer, [](auto& f, auto& value) { return list(f, value); });
}

}  // namespace armistice
