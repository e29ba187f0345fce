// SPDX-License-Identifier: Apache-2.0
// What opening a register to write holds against each other: all that a start reads anyway, which
// is everything after the last saved state. The rest is for `verify`. Spec: register.md §8, §9.
#pragma once

#include <string>
#include <vector>

#include "register/replay.h"
#include "register/tile_files.h"
#include "register/tree.h"

namespace armistice {

/// A tree under which the last head's root stands. Tiles are made from the database: where a file
/// is not what it should be, it is written anew; only if the entries themselves do not lead to the
/// root is the register damaged. Errors: `damaged`, `io`.
Result<Tree> load_checked_tree(Store& store, TileFiles& files, const Checkpoint& last,
                               std::vector<std::string>& notices);

class TailCheck {
 public:
  TailCheck(Store& store, Tree& tree, std::vector<std::string>& notices)
      : store_(store), tree_(tree), notices_(notices) {}

  /// Each returns `damaged` for what receipts rest on, and mends or notices what they do not.
  Result<void> check_genesis();
  /// An entry, its place in its chain, its body.
  Result<void> look(const Replayed& item, const Admission& admission);
  /// Accepted heads: their lines and their roots.
  Result<void> check_heads(const Genesis& genesis);
  /// Full tiles and bundles on disk; those that are missing are written.
  Result<void> check_files(TileFiles& files);

 private:
  Result<void> check_chain(const Replayed& item, const Admission& admission);
  std::uint64_t first_checked() const;

  Store& store_;
  Tree& tree_;
  std::vector<std::string>& notices_;
};

}  // namespace armistice
