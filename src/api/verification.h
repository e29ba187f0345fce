// SPDX-License-Identifier: Apache-2.0
// Verifies a node's folder as a stranger would: with the circle's id, without keys, without a
// network, and without writing. Everything is recomputed from the bytes on disk; the first thing
// that is wrong is named. Spec: register.md §9.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "api/node.h"

namespace armistice {

struct Verified {
  TreeSize size;
  std::optional<Error> wrong;  // nothing: all is as it should be
  TreeSize counted;
  std::optional<Mode> mode;  // of the newest counted head
  std::uint64_t voids = 0;
  std::uint64_t withheld = 0;  // sealed bodies that are not here
  std::uint64_t irregular = 0;
  std::vector<std::string> digest_lines;
  std::vector<std::string> notices;
};

/// Called with the number of entries checked, and of all.
using VerifyProgress = std::function<void(std::uint64_t, std::uint64_t)>;

/// An Error is returned only when there is nothing to verify: `not_found`. What is wrong with what
/// is there stands in Verified::wrong. Cost: about 1.5 times the bare signature checks, on two
/// cores.
Result<Verified> verify_node(Env& env, const Path& data, const Digest& circle,
                             const VerifyProgress& progress = {});

}  // namespace armistice
