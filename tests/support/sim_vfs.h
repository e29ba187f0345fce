// SPDX-License-Identifier: Apache-2.0
// SQLite on a simulated disk. What SQLite's own unix VFS promises is promised here and no more: the
// first sync of a journal or write-ahead log syncs its directory too; deletion is durable when
// SQLite asks for that; a sector that was synced is not harmed by writes beside it. The
// shared-memory index of the write-ahead log and all locks live in this process and die with
// SimDisk's life.
#pragma once

#include <memory>
#include <string>

#include "support/sim_disk.h"

namespace armistice::testing {

class SimVfs {
 public:
  /// Registers a VFS under a name of its own. The disk must outlive it, and it all its databases.
  explicit SimVfs(SimDisk& disk);
  ~SimVfs();
  const std::string& name() const;

  struct Raw;

 private:
  std::unique_ptr<Raw> raw_;
};

}  // namespace armistice::testing
