// SPDX-License-Identifier: Apache-2.0
// motion-ballot/1: a member's vote on a motion.
// Spec: kinds/motion-ballot.md.
#pragma once

#include "record/kinds/ballot.h"
#include "record/kinds/field_list.h"

namespace armistice {

struct MotionBallot {
  static constexpr std::string_view kind = "motion-ballot/1";
  Salt salt;
  Digest motion;
  Vote vote = Vote::in_favour;
  std::string dissent;
  friend bool operator==(const MotionBallot&, const MotionBallot&) = default;
};

/// Errors: `malformed`, `too_large`, `out_of_range`.
Result<MotionBallot> read_motion_ballot(const Json& body);
Json to_json(const MotionBallot& motion_ballot);

}  // namespace armistice
