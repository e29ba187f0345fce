// SPDX-License-Identifier: Apache-2.0
#include "record/kinds/case_status.h"

#include "base/limits.h"

namespace armistice {
namespace {

template <typename F, typename B>
Result<void> list(F& f, B& one) {
  TRY(f.digest("case", one.case_id));
  TRY(f.word("status", one.status, case_status_words));
  TRY(f.name_or_none("party", one.party));
  TRY(f.digest_or_none("about", one.about));
  TRY(f.text("number", one.number, limits::label_bytes_max));
  return f.text("text", one.text, limits::statement_bytes_max);
}

}  // namespace

Result<CaseStatus> read_case_status(const Json& body) {
  CaseStatus one =
      TRY(read_listed<CaseStatus>(body, [](auto& f, auto& value) { return list(f, value); }));
  if ((one.status == CaseStatusWord::attributed) == one.party.empty()) {
    return Error{Errc::malformed, "party: given exactly if attributed"};
  }
  if ((one.status == CaseStatusWord::recurring || one.status == CaseStatusWord::disputed) &&
      !one.about) {
    return Error{Errc::malformed, "about: the earlier case, or what is disputed"};
  }
  return one;
}

Json to_json(const CaseStatus& case_status) {
  return write_listed(case_status, [](auto& f, auto& value) { return list(f, value); });
}

}  // namespace armistice
