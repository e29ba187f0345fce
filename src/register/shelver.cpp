// SPDX-License-Identifier: Apache-2.0
#include "register/shelver.h"

namespace armistice {

Shelver::Shelver(SharedTree& tree, TileFiles& files, Database database)
    : tree_(tree), files_(files), database_(std::move(database)), thread_([this] { run(); }) {}

Shelver::~Shelver() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

void Shelver::wake() {
  {
    const std::lock_guard lock(mutex_);
    due_ = true;
  }
  changed_.notify_all();
}

Result<void> Shelver::flush() {
  wake();
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return failed_ || (!due_ && !working_); });
  if (failed_) return *failed_;
  return {};
}

void Shelver::run() {
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [&] { return due_ || stopping_; });
    if (stopping_) return;
    due_ = false;
    working_ = true;
    lock.unlock();
    auto stored = store_completed();
    // A log that cannot be emptied now will be emptied after the next commit.
    const auto emptied = database_.checkpoint();
    if (stored.ok() && !emptied.ok()) stored = emptied.error();
    lock.lock();
    working_ = false;
    failed_ = stored.ok() ? std::optional<Error>() : stored.error();
    changed_.notify_all();
  }
}

Result<void> Shelver::store_completed() {
  std::vector<FullTile> tiles;
  {
    const std::lock_guard lock(tree_.mutex);
    tiles = tree_.tree.take_completed();
  }
  for (const FullTile& tile : tiles) {
    if (tile.id.level == 0) {
      const TileId bundle{TileId::entries, tile.id.n, tile_width};
      TRY(files_.write(bundle, TRY(files_.make(bundle))));
    }
    TRY(files_.write(tile.id, tile.hashes));
    const std::lock_guard lock(tree_.mutex);
    tree_.tree.release(tile.id);
  }
  return {};
}

}  // namespace armistice
