// SPDX-License-Identifier: Apache-2.0
// The register's housekeeper: stores full tiles and bundles as files and empties the write-ahead
// log, on a thread of its own so that no receipt waits for either. What it makes can be made again,
// so a crash in the middle loses nothing. It stores only what was committed. A write that fails
// ends its work and is told to the register: to go on would leave holes among the tiles.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

#include "base/database.h"
#include "register/batch_writer.h"
#include "register/tile_files.h"

namespace armistice {

class Shelver {
 public:
  /// Called once, from the shelver's thread, when a write failed.
  using Failed = std::function<void(const Error&)>;

  Shelver(SharedTree& tree, TileFiles& files, Database database, Failed failed);
  ~Shelver();

  /// Something may have been committed; the log has so many pages now. It is emptied when it has
  /// grown by some thousand, since every emptying makes the next commit sync once more.
  void wake(std::int64_t log_pages);

  /// Waits until every tile that was full at the call is a file, and empties the log. Errors: `io`.
  Result<void> flush();

 private:
  void run();
  Result<void> store_completed();
  bool takes_log();

  SharedTree& tree_;
  TileFiles& files_;
  Database database_;

  const Failed on_failure_;

  std::mutex mutex_;  // for all below
  std::condition_variable changed_;
  bool due_ = false;
  bool log_due_ = false;
  std::int64_t log_pages_ = 0;
  std::int64_t log_pages_taken_ = 0;  // when it was emptied last
  bool working_ = false;
  bool stopping_ = false;
  std::optional<Error> failed_;
  std::thread thread_;
};

}  // namespace armistice
