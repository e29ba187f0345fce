// SPDX-License-Identifier: Apache-2.0
// What if: the records of a register judged again under a rival draft, so that two drafts are
// compared by what each would have found. Nothing of it is kept. Spec: agreement.md §9.
#pragma once

#include "views/fold.h"

namespace armistice {

/// A finding under the readings in use, as one agreement gives it.
struct FoundThen {
  LeafIndex index;
  std::string term;
  std::string occasion;
  std::string paragraph;
  std::string verdict;
  bool good = false;
  std::string because;
};

/// Folds the entries [0, size) under an agreement and gives its findings, by index, term and
/// occasion. Trusts the verdicts that the register wrote down. Cost: a whole fold. Errors: those of
/// Fold::start and Fold::take.
Result<std::vector<FoundThen>> findings_under(Env& env, const RegisterLayout& layout, TreeSize size,
                                              AgreementInForce agreement);

}  // namespace armistice
