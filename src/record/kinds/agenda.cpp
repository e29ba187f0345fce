// SPDX-License-Identifier: Apache-2.0
#include "record/kinds/agenda.h"

#include "base/limits.h"

namespace armistice {
namespace {

template <typename F, typename B>
Result<void> list_item(F& f, B& one) {
  TRY(f.integer("number", one.number, 1, limits::ledger_lines_max));
  TRY(f.name("issue", one.issue));
  return f.text("wording", one.wording, limits::reason_bytes_max);
}

template <typename F, typename B>
Result<void> list(F& f, B& one) {
  TRY(f.name("side", one.side));
  TRY(f.integer("version", one.version, 1, limits::sessions_max));
  TRY(f.day("day", one.day));
  TRY(f.objects("items", one.items, limits::ledger_lines_max,
                [](auto& inner, auto& item) { return list_item(inner, item); }));
  TRY(f.text("source", one.source, limits::label_bytes_max));
  return f.text("text", one.text, limits::statement_bytes_max);
}

}  // namespace

Result<Agenda> read_agenda(const Json& body) {
  Agenda one = TRY(read_listed<Agenda>(body, [](auto& f, auto& value) { return list(f, value); }));
  for (std::size_t i = 1; i < one.items.size(); ++i) {
    if (one.items[i].number <= one.items[i - 1].number) {
      return Error{Errc::malformed, "items: numbers ascend"};
    }
  }
  return one;
}

Json to_json(const Agenda& agenda) {
  return write_listed(agenda, [](auto& f, auto& value) { return list(f, value); });
}

}  // namespace armistice
