// SPDX-License-Identifier: Apache-2.0
// Makes the node of an exercise: random keys for everybody named in an agreement, a genesis record
// signed by all roots, the desks enrolled, the first heads cosigned, the clock started.
#pragma once

#include "api/node.h"
#include "terms/agreement.h"

namespace armistice {

struct NodeMade {
  Digest circle;
  std::string origin;
  VerifierKey log;
  TreeSize size;
  std::vector<std::string> desks;
};

/// Makes a node in `data`, which is not there yet or empty: all of it, or after a crash nothing.
/// Errors: `exists` (something is there), `not_found` (no agreement), those of read_bundle and
/// agreement_of, `io`.
Result<NodeMade> make_exercise(Env& env, const Path& data, const Path& agreement_folder);

/// The same for one side of the agreement alone, with keys of its own: its own register, in which
/// only agreement.toml is on record, since nothing is judged there. Errors: as make_exercise,
/// `not_found` (the agreement has no such side).
Result<NodeMade> make_own(Env& env, const Path& data, const Path& agreement_folder,
                          const std::string& side);

}  // namespace armistice
