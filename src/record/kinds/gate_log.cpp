// SPDX-License-Identifier: Apache-2.0
#include "record/kinds/gate_log.h"

#include "base/limits.h"

namespace armistice {
namespace {

template <typename F, typename B>
Result<void> list_entry(F& f, B& one) {
  TRY(f.time("time", one.time));
  TRY(f.word("passing", one.passing, passing_words));
  TRY(f.text("number", one.number, limits::label_bytes_max));
  return f.integer("persons", one.persons, 1, limits::counted_max);
}

template <typename F, typename B>
Result<void> list(F& f, B& one) {
  TRY(f.name("gate", one.gate));
  TRY(f.name("zone", one.zone));
  TRY(f.name("side", one.side));
  TRY(f.time("from", one.from));
  TRY(f.time("to", one.to));
  TRY(f.objects("entries", one.entries, limits::ledger_lines_max,
                [](auto& inner, auto& entry) { return list_entry(inner, entry); }));
  TRY(f.integer("inside", one.inside, 0, limits::counted_max));
  return f.text("text", one.text, limits::statement_bytes_max);
}

}  // namespace

Result<GateLog> read_gate_log(const Json& body) {
  GateLog one =
      TRY(read_listed<GateLog>(body, [](auto& f, auto& value) { return list(f, value); }));
  if (one.to.utc < one.from.utc) return Error{Errc::malformed, "to: not before from"};
  UtcSeconds before = one.from.utc;
  for (const GateEntry& entry : one.entries) {
    if (entry.time.utc < before || one.to.utc < entry.time.utc) {
      return Error{Errc::malformed, "entries: in the order of time, from `from` to `to`"};
    }
    before = entry.time.utc;
  }
  return one;
}

Json to_json(const GateLog& gate_log) {
  return write_listed(gate_log, [](auto& f, auto& value) { return list(f, value); });
}

}  // namespace armistice
