// SPDX-License-Identifier: Apache-2.0
// A part of verification.h: the tree grown again from the entries, and the files under tiles/ held
// against it as they come due.
#pragma once

#include "register/layout.h"
#include "register/tree.h"

namespace armistice {

class TileChecks {
 public:
  TileChecks(Env& env, const RegisterLayout& layout);

  /// Takes the next leaf. Errors: `damaged` (a tile or bundle file that is not what it should be),
  /// `io`.
  Result<void> take(const Digest& leaf);

  Tree& tree() { return tree_; }
  /// Full tiles and bundles that are no files (yet): they are made from register.db.
  std::uint64_t not_stored() const { return not_stored_; }

 private:
  Result<void> check_tile(const FullTile& tile);
  Result<void> check_bundle(const FullTile& leaves);

  Env& env_;
  const RegisterLayout& layout_;
  Tree tree_;
  std::uint64_t not_stored_ = 0;
};

}  // namespace armistice
