// SPDX-License-Identifier: Apache-2.0
#include "record/kinds/commitment.h"

#include "base/limits.h"

namespace armistice {
namespace {

template <typename F, typename B>
Result<void> list(F& f, B& one) {
  TRY(f.text("subject", one.subject, limits::label_bytes_max));
  TRY(f.name_or_none("term", one.term));
  TRY(f.day("as_of", one.as_of));
  TRY(f.integer("slot", one.slot, 1, limits::slots_max));
  TRY(f.integer("slots", one.slots, 1, limits::slots_max));
  TRY(f.digest("list", one.list));
  TRY(f.integer("bytes", one.bytes, 1, limits::opened_list_bytes_max));
  return f.text("text", one.text, limits::statement_bytes_max);
}

}  // namespace

Result<Commitment> read_commitment(const Json& body) {
  Commitment one =
      TRY(read_listed<Commitment>(body, [](auto& f, auto& value) { return list(f, value); }));
  if (one.subject.empty()) return Error{Errc::malformed, "subject: what the list is about"};
  if (one.slot > one.slots) return Error{Errc::malformed, "slot: not above slots"};
  return one;
}

Json to_json(const Commitment& commitment) {
  return write_listed(commitment, [](auto& f, auto& value) { return list(f, value); });
}

}  // namespace armistice
