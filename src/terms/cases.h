// SPDX-License-Identifier: Apache-2.0
// Cases: facts, and the verdict with its paragraph that a term must give on them. They are the
// agreement's own tests, written by those who wrote its terms, for parties to read and to argue
// over before anything happens. Spec: agreement.md §7.
#pragma once

#include "terms/bodies.h"
#include "terms/judgement.h"

namespace armistice {

struct Case {
  FilePlace place;
  std::string id;
  std::string term;
  Readings readings;  // options in another reading than the default
  Verdict expect = Verdict::kept;
  std::string paragraph;
  std::vector<std::string> dissent;  // whose dissent must be kept with the verdict
  Facts given;
};

/// What came of a case.
struct CaseRun {
  const Case* of = nullptr;
  Finding finding;
  bool good = false;  // verdict, paragraph and dissent are those expected
};

/// Reads one file of cases/. The facts that a case must give are those of its term's kind; a
/// member's side is looked up in `bodies`. Errors, with line and column: `malformed` (a term that
/// is not there, too), `too_large`.
Result<std::vector<Case>> read_cases(std::string_view file, ByteView text,
                                     std::span<const Term> terms, const Bodies& bodies);

/// REQUIRES: the case was read with `term` among the terms, and names it.
CaseRun run_case(const Case& one, const Term& term);

}  // namespace armistice
