// SPDX-License-Identifier: Apache-2.0
// The world of a test: a simulated disk, a clock that stands until it is moved, randomness from a
// seed. One SimEnv is one process on the disk.
#pragma once

#include <atomic>
#include <memory>

#include "support/sim_disk.h"
#include "support/sim_vfs.h"

namespace armistice::testing {

class SimEnv final : public Env {
 public:
  explicit SimEnv(SimDisk& disk, std::uint64_t seed = 1);

  Result<std::unique_ptr<File>> open(const Path& path, OpenMode mode) override;
  bool exists(const Path& path) override { return disk_.exists(path); }
  bool is_directory(const Path& path) override { return disk_.is_directory(path); }
  Result<void> rename(const Path& from, const Path& to) override { return disk_.rename(from, to); }
  Result<void> remove(const Path& path) override { return disk_.remove(path); }
  Result<void> make_directory(const Path& path) override { return disk_.make_directory(path); }
  Result<std::vector<std::string>> list(const Path& directory) override {
    return disk_.list(directory);
  }
  Result<void> sync_directory(const Path& directory) override {
    return disk_.sync_directory(directory);
  }
  Result<std::unique_ptr<FileLock>> lock(const Path& path) override;
  Result<void> make_private(const Path&) override { return {}; }

  UtcSeconds now() override { return {now_s_}; }
  std::int64_t monotonic_us() override { return ++monotonic_us_; }
  void fill_random(std::span<std::uint8_t> bytes) override;
  std::string sqlite_vfs() const override { return vfs_.name(); }

  void set_now(UtcSeconds now) { now_s_ = now.value; }
  /// All locks are granted, also those that are held: two writers past the lock.
  void ignore_locks() { ignores_locks_ = true; }
  SimDisk& disk() { return disk_; }

 private:
  SimDisk& disk_;
  SimVfs vfs_;
  std::atomic<std::int64_t> now_s_ = 1'700'000'000;
  std::atomic<std::int64_t> monotonic_us_ = 0;
  std::mutex random_mutex_;
  std::uint64_t random_;
  bool ignores_locks_ = false;
};

}  // namespace armistice::testing
