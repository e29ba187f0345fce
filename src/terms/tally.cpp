// SPDX-License-Identifier: Apache-2.0
#include "terms/tally.h"

#include <map>

#include "terms/has.h"

namespace armistice {

Tally tally_of(const Ballots& given) {
  const auto& members = given.members;
  std::map<std::string, const CastBallot*> last;
  for (const CastBallot& ballot : given.ballots) {
    if (has(members, ballot.by)) {
      last[ballot.by] = &ballot;
    }
  }
  Tally tally;
  tally.members = members.size();
  for (const CastBallot& ballot : given.ballots) {
    const auto one = last.find(ballot.by);
    if (one == last.end() || one->second != &ballot) continue;
    tally.in_favour += ballot.vote == Vote::in_favour;
    tally.against += ballot.vote == Vote::against;
    tally.abstaining += ballot.vote == Vote::abstaining;
    if (ballot.vote != Vote::in_favour) tally.dissent.push_back(ballot);
  }
  return tally;
}

}  // namespace armistice
