// SPDX-License-Identifier: Apache-2.0
#include "record/kinds/appointment.h"

#include "base/limits.h"

namespace armistice {
namespace {

template <typename F, typename B>
Result<void> list(F& f, B& one) {
  TRY(f.name("body", one.body));
  TRY(f.name("seat", one.seat));
  TRY(f.word("part", one.part, part_words));
  TRY(f.text("person", one.person, limits::label_bytes_max));
  TRY(f.text("nationality", one.nationality, limits::label_bytes_max));
  TRY(f.word("grade", one.grade, grade_words));
  TRY(f.text("rank", one.rank, limits::label_bytes_max));
  TRY(f.time("from", one.from));
  TRY(f.text("replaces", one.replaces, limits::label_bytes_max));
  return f.text("text", one.text, limits::statement_bytes_max);
}

}  // namespace

Result<Appointment> read_appointment(const Json& body) {
  Appointment one =
      TRY(read_listed<Appointment>(body, [](auto& f, auto& value) { return list(f, value); }));
  if (one.person.empty()) return Error{Errc::malformed, "person: who is appointed"};
  return one;
}

Json to_json(const Appointment& appointment) {
  return write_listed(appointment, [](auto& f, auto& value) { return list(f, value); });
}

}  // namespace armistice
