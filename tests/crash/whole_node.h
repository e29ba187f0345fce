// SPDX-License-Identifier: Apache-2.0
// A node at rest with one of everything in it, for tests that harm it.
#pragma once

#include "support/sim_env.h"
#include "support/world.h"

namespace armistice::testing {

struct WholeNode {
  static inline const Path views_path = "/node/views.db";

  SimDisk disk;
  World world;
  Submission large;  // whose body is a file
  Submission joint;  // at index 36

  /// So many records a desk, at least 12; with 90 a tile and a bundle are full.
  explicit WholeNode(int records_each);
};

}  // namespace armistice::testing
