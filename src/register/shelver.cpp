// SPDX-License-Identifier: Apache-2.0
#include "register/shelver.h"

namespace armistice {

namespace {

constexpr std::int64_t log_pages_between = 2'048;  // 8 MiB

}  // namespace

Shelver::Shelver(SharedTree& tree, TileFiles& files, Database database, Failed failed)
    : tree_(tree),
      files_(files),
      database_(std::move(database)),
      on_failure_(std::move(failed)),
      thread_([this] { run(); }) {}

Shelver::~Shelver() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

void Shelver::wake(std::int64_t log_pages) {
  {
    const std::lock_guard lock(mutex_);
    due_ = true;
    log_pages_ = log_pages;
  }
  changed_.notify_all();
}

Result<void> Shelver::flush() {
  std::unique_lock lock(mutex_);
  due_ = log_due_ = true;
  changed_.notify_all();
  changed_.wait(lock, [&] { return failed_ || (!due_ && !working_); });
  if (failed_) return *failed_;
  return {};
}

// Whether the log is to be emptied now. It starts afresh by itself once all of it was taken.
bool Shelver::takes_log() {
  if (log_pages_ < log_pages_taken_) log_pages_taken_ = 0;
  const bool takes = log_due_ || log_pages_ - log_pages_taken_ >= log_pages_between;
  if (takes) log_pages_taken_ = log_pages_;
  log_due_ = false;
  return takes;
}

void Shelver::run() {
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [&] { return due_ || stopping_; });
    if (stopping_) return;
    due_ = false;
    working_ = true;
    const bool empties_log = takes_log();
    lock.unlock();
    auto done = store_completed();
    if (done.ok() && empties_log) done = database_.checkpoint();
    if (!done.ok()) on_failure_(done.error());
    lock.lock();
    working_ = false;
    if (!done.ok()) failed_ = done.error();
    changed_.notify_all();
    if (failed_) return;
  }
}

Result<void> Shelver::store_completed() {
  std::vector<FullTile> tiles;
  {
    const std::lock_guard lock(tree_.mutex);
    tiles = tree_.tree.take_completed(tree_.committed);
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
