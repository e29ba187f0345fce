// SPDX-License-Identifier: Apache-2.0
#include "record/kinds/permit.h"

#include "base/limits.h"

namespace armistice {
namespace {

template <typename F, typename B>
Result<void> list(F& f, B& one) {
  TRY(f.word("act", one.act, permit_act_words));
  TRY(f.text("holder", one.holder, limits::label_bytes_max));
  TRY(f.name_or_none("territory", one.territory));
  TRY(f.time("from", one.from));
  TRY(f.time("to", one.to));
  return f.text("text", one.text, limits::statement_bytes_max);
}

}  // namespace

Result<Permit> read_permit(const Json& body) {
  Permit one = TRY(read_listed<Permit>(body, [](auto& f, auto& value) { return list(f, value); }));
  if (one.holder.empty()) return Error{Errc::malformed, "holder: who is permitted"};
  if (one.to.utc < one.from.utc) return Error{Errc::malformed, "to: not before from"};
  if (one.territory.empty() == (one.act == PermitAct::entering_territory)) {
    return Error{Errc::malformed, "territory: the side entered, and only when one is"};
  }
  return one;
}

Json to_json(const Permit& permit) {
  return write_listed(permit, [](auto& f, auto& value) { return list(f, value); });
}

}  // namespace armistice
