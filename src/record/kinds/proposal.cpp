// SPDX-License-Identifier: Apache-2.0
#include "record/kinds/proposal.h"

#include "base/limits.h"

namespace armistice {
namespace {

template <typename F, typename B>
Result<void> list(F& f, B& one) {
  TRY(f.name("issue", one.issue));
  TRY(f.name("side", one.side));
  TRY(f.word("act", one.act, proposal_act_words));
  TRY(f.day("day", one.day));
  TRY(f.digest_or_none("of", one.of));
  TRY(f.integer("alternative", one.alternative, 0, limits::ledger_lines_max));
  TRY(f.text("value", one.value, limits::label_bytes_max));
  TRY(f.text("condition", one.condition, limits::reason_bytes_max));
  TRY(f.name_or_none("linked", one.linked));
  TRY(f.text("source", one.source, limits::label_bytes_max));
  return f.text("text", one.text, limits::statement_bytes_max);
}

}  // namespace

Result<Proposal> read_proposal(const Json& body) {
  Proposal one =
      TRY(read_listed<Proposal>(body, [](auto& f, auto& value) { return list(f, value); }));
  if (one.value.empty()) return Error{Errc::malformed, "value: where it stands, in a few words"};
  return one;
}

Json to_json(const Proposal& proposal) {
  return write_listed(proposal, [](auto& f, auto& value) { return list(f, value); });
}

}  // namespace armistice
