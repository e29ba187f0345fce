// SPDX-License-Identifier: Apache-2.0
// A part of verification.h: every stored head, accepted and counted, held against the tree as it
// grows past its size.
#pragma once

#include <vector>

#include "register/quorum.h"
#include "register/store.h"
#include "register/tree.h"

namespace armistice {

class HeadChecks {
 public:
  HeadChecks(Store& store, const Genesis& genesis) : store_(store), genesis_(genesis) {}

  /// Checks the heads of the size that the tree has now. Call at every size, from 1 on.
  /// Errors: `damaged` (a note that does not verify, a mode other than its lines reach),
  /// `inconsistent` (another root).
  Result<void> at_size(Tree& tree);

  /// Checks that no head is left that at_size() has not seen, and that the last accepted one has
  /// the size of the whole. Errors: `damaged`.
  Result<void> at_end(TreeSize size);

  TreeSize counted() const { return counted_; }
  std::optional<Mode> mode() const { return mode_; }

 private:
  struct Pages {
    std::vector<StoredHead> heads;
    std::size_t next = 0;
    TreeSize from{0};
  };
  using Reader = Result<std::vector<StoredHead>> (Store::*)(TreeSize, std::size_t);
  Result<const StoredHead*> next(Pages& pages, Reader reader);
  Result<void> check_accepted(const StoredHead& head, Tree& tree);
  Result<void> check_counted(const StoredHead& head, Tree& tree);
  Result<void> check_cosignatures(const StoredHead& head);

  Store& store_;
  const Genesis& genesis_;
  Pages accepted_pages_;
  Pages counted_pages_;
  TreeSize accepted_;
  TreeSize counted_;
  std::optional<Mode> mode_;
};

}  // namespace armistice
