// SPDX-License-Identifier: Apache-2.0
#include "record/kinds/motion_ballot.h"

#include "base/limits.h"

namespace armistice {
namespace {

template <typename F, typename B>
Result<void> list(F& f, B& one) {
  TRY(f.digest("motion", one.motion));
  TRY(f.word("vote", one.vote, vote_words));
  return f.text("dissent", one.dissent, limits::statement_bytes_max);
}

}  // namespace

Result<MotionBallot> read_motion_ballot(const Json& body) {
  return read_listed<MotionBallot>(body, [](auto& f, auto& value) { return list(f, value); });
}

Json to_json(const MotionBallot& motion_ballot) {
  return write_listed(motion_ballot, [](auto& f, auto& value) { return list(f, value); });
}

}  // namespace armistice
