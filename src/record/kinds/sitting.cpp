// SPDX-License-Identifier: Apache-2.0
#include "record/kinds/sitting.h"

#include "base/limits.h"

namespace armistice {
namespace {

template <typename F, typename B>
Result<void> list_present(F& f, B& one) {
  TRY(f.name("side", one.side));
  TRY(f.text("person", one.person, limits::label_bytes_max));
  TRY(f.text("role", one.role, limits::label_bytes_max));
  TRY(f.integer("number", one.number, 0, limits::counted_max));
  return f.word("standing", one.standing, admitted_words);
}

template <typename F, typename B>
Result<void> list(F& f, B& one) {
  TRY(f.name("forum", one.forum));
  TRY(f.integer("number", one.number, 1, limits::sessions_max));
  TRY(f.text("place", one.place, limits::label_bytes_max));
  TRY(f.time("opened", one.opened));
  TRY(f.time("closed", one.closed));
  TRY(f.word("end", one.end, sitting_end_words));
  TRY(f.objects("present", one.present, limits::ledger_lines_max,
                [](auto& inner, auto& present) { return list_present(inner, present); }));
  TRY(f.text("resumes", one.resumes, limits::label_bytes_max));
  TRY(f.text("conditions", one.conditions, limits::reason_bytes_max));
  TRY(f.text("source", one.source, limits::label_bytes_max));
  return f.text("text", one.text, limits::statement_bytes_max);
}

}  // namespace

Result<Sitting> read_sitting(const Json& body) {
  Sitting one =
      TRY(read_listed<Sitting>(body, [](auto& f, auto& value) { return list(f, value); }));
  if (one.closed.utc < one.opened.utc) return Error{Errc::malformed, "closed: not before opened"};
  for (const PersonsPresent& present : one.present) {
    if (present.person.empty() && present.role.empty()) {
      return Error{Errc::malformed, "person: who is there, or in which role"};
    }
  }
  return one;
}

Json to_json(const Sitting& sitting) {
  return write_listed(sitting, [](auto& f, auto& value) { return list(f, value); });
}

}  // namespace armistice
