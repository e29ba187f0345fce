// SPDX-License-Identifier: Apache-2.0
#include "record/kinds/ballot.h"

#include "base/limits.h"

namespace armistice {
namespace {

template <typename F, typename B>
Result<void> list(F& f, B& one) {
  TRY(f.digest("case", one.case_id));
  TRY(f.digest("report", one.report));
  TRY(f.word("vote", one.vote, vote_words));
  return f.text("dissent", one.dissent, limits::statement_bytes_max);
}

}  // namespace

Result<Ballot> read_ballot(const Json& body) {
  Ballot one = TRY(read_listed<Ballot>(body, [](auto& f, auto& value) { return list(f, value); }));
  if (one.vote == Vote::in_favour && !one.dissent.empty()) {
    return Error{Errc::malformed, "dissent: empty when in favour"};
  }
  return one;
}

Json to_json(const Ballot& ballot) {
  return write_listed(ballot, [](auto& f, auto& value) { return list(f, value); });
}

}  // namespace armistice
