// SPDX-License-Identifier: Apache-2.0
// ballot/1: one member's vote on a report, with what it says when it does not agree.
// Spec: kinds/ballot.md.
#pragma once

#include "record/kinds/field_list.h"

namespace armistice {

enum class Vote : std::uint8_t { in_favour, against, abstaining };
inline constexpr std::array<std::string_view, 3> vote_words = {"in_favour", "against",
                                                               "abstaining"};

struct Ballot {
  static constexpr std::string_view kind = "ballot/1";
  Salt salt;
  Digest case_id;
  Digest report;
  Vote vote = Vote::in_favour;
  std::string dissent;  // empty when in favour
  friend bool operator==(const Ballot&, const Ballot&) = default;
};

/// Errors: `malformed`, `too_large`, `out_of_range`.
Result<Ballot> read_ballot(const Json& body);
Json to_json(const Ballot& ballot);

}  // namespace armistice
