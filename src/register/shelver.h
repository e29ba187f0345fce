// SPDX-License-Identifier: Apache-2.0
// The register's housekeeper: stores full tiles and bundles as files and empties the write-ahead
// log, on a thread of its own so that no receipt waits for either. What it makes can be made again,
// so a crash in the middle loses nothing.
#pragma once

#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

#include "base/database.h"
#include "register/batch_writer.h"
#include "register/tile_files.h"

namespace armistice {

class Shelver {
 public:
  Shelver(SharedTree& tree, TileFiles& files, Database database);
  ~Shelver();

  /// Something may have been committed.
  void wake();

  /// Waits until every tile that was full at the call is a file. Errors: `io`.
  Result<void> flush();

 private:
  void run();
  Result<void> store_completed();

  SharedTree& tree_;
  TileFiles& files_;
  Database database_;

  std::mutex mutex_;
  std::condition_variable changed_;
  bool due_ = false;
  bool working_ = false;
  bool stopping_ = false;
  std::optional<Error> failed_;
  std::thread thread_;
};

}  // namespace armistice
