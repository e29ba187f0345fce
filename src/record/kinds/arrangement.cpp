// SPDX-License-Identifier: Apache-2.0
#include "record/kinds/arrangement.h"

#include "base/limits.h"

namespace armistice {
namespace {

template <typename F, typename B>
Result<void> list(F& f, B& one) {
  TRY(f.name("sort", one.sort));
  TRY(f.text("number", one.number, limits::label_bytes_max));
  TRY(f.name("by", one.by));
  TRY(f.names("to", one.to, limits::team_members_max));
  TRY(f.digest_or_none("about", one.about));
  TRY(f.text("place", one.place, limits::label_bytes_max));
  TRY(f.time("from", one.from));
  TRY(f.time("until", one.until));
  TRY(f.integer("quantity", one.quantity, 0, limits::counted_max));
  TRY(f.text("unit", one.unit, limits::label_bytes_max));
  TRY(f.text("language", one.language, limits::label_bytes_max));
  return f.text("text", one.text, limits::statement_bytes_max);
}

}  // namespace

Result<Arrangement> read_arrangement(const Json& body) {
  Arrangement one =
      TRY(read_listed<Arrangement>(body, [](auto& f, auto& value) { return list(f, value); }));
  if (one.until.utc < one.from.utc) return Error{Errc::malformed, "until: not before from"};
  return one;
}

Json to_json(const Arrangement& arrangement) {
  return write_listed(arrangement, [](auto& f, auto& value) { return list(f, value); });
}

}  // namespace armistice
