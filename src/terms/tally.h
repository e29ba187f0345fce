// SPDX-License-Identifier: Apache-2.0
// Ballots counted: one rule for what a member's vote is, whatever is voted on. Pure.
// Spec: agreement.md §6.
#pragma once

#include "terms/judgement.h"

namespace armistice {

/// A member's last ballot counts; those of others do not. Who casts none is in no count.
struct Tally {
  std::size_t members = 0;
  std::size_t in_favour = 0;
  std::size_t against = 0;
  std::size_t abstaining = 0;
  std::vector<CastBallot> dissent;  // every ballot that counts and is not in favour, as cast

  bool all_voted() const { return in_favour + against + abstaining == members; }
  /// Neither those in favour nor those against are more than half.
  bool is_split() const { return in_favour * 2 <= members && against * 2 <= members; }
};

Tally tally_of(const Ballots& given);

}  // namespace armistice
