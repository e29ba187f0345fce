// SPDX-License-Identifier: Apache-2.0
// evaluation/1: what the neutral commission makes of a report.
// Spec: kinds/evaluation.md.
#pragma once

#include "record/kinds/report.h"

namespace armistice {

struct Evaluation {
  static constexpr std::string_view kind = "evaluation/1";
  Salt salt;
  Digest case_id;
  Digest report;
  Outcome outcome = Outcome::undetermined;
  std::string text;
  friend bool operator==(const Evaluation&, const Evaluation&) = default;
};

/// Errors: `malformed`, `too_large`, `out_of_range`.
Result<Evaluation> read_evaluation(const Json& body);
Json to_json(const Evaluation& evaluation);

}  // namespace armistice
