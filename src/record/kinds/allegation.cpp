// SPDX-License-Identifier: Apache-2.0
#include "record/kinds/allegation.h"

#include "base/limits.h"

namespace armistice {
namespace {

template <typename F, typename B>
Result<void> list(F& f, B& one) {
  TRY(f.name("term", one.term));
  TRY(f.text("paragraph", one.paragraph, 8));
  TRY(f.digest_or_none("finding", one.finding));
  TRY(f.name_or_none("against", one.against));
  return f.text("text", one.text, limits::statement_bytes_max);
}

}  // namespace

Result<Allegation> read_allegation(const Json& body) {
  Allegation one =
      TRY(read_listed<Allegation>(body, [](auto& f, auto& value) { return list(f, value); }));
  return one;
}

Json to_json(const Allegation& allegation) {
  return write_listed(allegation, [](auto& f, auto& value) { return list(f, value); });
}

}  // namespace armistice
