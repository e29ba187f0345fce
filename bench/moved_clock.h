// SPDX-License-Identifier: Apache-2.0
// The machine itself, but for the time of day: a bench of ten years moves it on.
#pragma once

#include <atomic>

#include "base/env.h"

namespace armistice::bench {

class MovedClock final : public Env {
 public:
  MovedClock() : env_(real_env()) {}

  /// REQUIRES: never less than before.
  void move_to(std::int64_t seconds_on) { seconds_on_ = seconds_on; }

  Result<std::unique_ptr<File>> open(const Path& path, OpenMode mode) override {
    return env_.open(path, mode);
  }
  bool exists(const Path& path) override { return env_.exists(path); }
  bool is_directory(const Path& path) override { return env_.is_directory(path); }
  Result<void> rename(const Path& from, const Path& to) override { return env_.rename(from, to); }
  Result<void> remove(const Path& path) override { return env_.remove(path); }
  Result<void> make_directory(const Path& path) override { return env_.make_directory(path); }
  Result<std::vector<std::string>> list(const Path& directory) override {
    return env_.list(directory);
  }
  Result<void> sync_directory(const Path& directory) override {
    return env_.sync_directory(directory);
  }
  Result<std::unique_ptr<FileLock>> lock(const Path& path) override { return env_.lock(path); }
  Result<void> make_private(const Path& path) override { return env_.make_private(path); }
  UtcSeconds now() override { return {env_.now().value + seconds_on_}; }
  std::int64_t monotonic_us() override { return env_.monotonic_us(); }
  void fill_random(std::span<std::uint8_t> bytes) override { env_.fill_random(bytes); }
  std::string sqlite_vfs() const override { return env_.sqlite_vfs(); }

 private:
  Env& env_;
  std::atomic<std::int64_t> seconds_on_ = 0;
};

}  // namespace armistice::bench
