// SPDX-License-Identifier: Apache-2.0
// case-status/1: where a case stands besides what is found and determined.
// Spec: kinds/case-status.md.
#pragma once

#include "record/kinds/field_list.h"

namespace armistice {

enum class CaseStatusWord : std::uint8_t {
  registered,
  screened,
  attributed,
  not_attributable,
  disputed,
  recurring,
  closed_without_agreement
};
inline constexpr std::array<std::string_view, 7> case_status_words = {"registered",
                                                                      "screened",
                                                                      "attributed",
                                                                      "not_attributable",
                                                                      "disputed",
                                                                      "recurring",
                                                                      "closed_without_agreement"};

struct CaseStatus {
  static constexpr std::string_view kind = "case-status/1";
  Salt salt;
  Digest case_id;
  CaseStatusWord status = CaseStatusWord::registered;
  std::string party;            // to which it is attributed
  std::optional<Digest> about;  // the earlier case, or the record disputed
  std::string number;           // of the registry
  std::string text;
  friend bool operator==(const CaseStatus&, const CaseStatus&) = default;
};

/// Errors: `malformed`, `too_large`, `out_of_range`.
Result<CaseStatus> read_case_status(const Json& body);
Json to_json(const CaseStatus& case_status);

}  // namespace armistice
