// SPDX-License-Identifier: Apache-2.0
#include "support/sim_env.h"

namespace armistice::testing {
namespace {

class SimFile final : public File {
 public:
  SimFile(SimDisk& disk, SimDisk::Handle handle) : disk_(disk), handle_(std::move(handle)) {}

  Result<Bytes> read(std::uint64_t offset, std::size_t bytes) override {
    return disk_.read(handle_, offset, bytes);
  }
  Result<void> write(std::uint64_t offset, ByteView bytes) override {
    return disk_.write(handle_, offset, bytes);
  }
  Result<void> truncate(std::uint64_t bytes) override { return disk_.truncate(handle_, bytes); }
  Result<std::uint64_t> size() override { return disk_.size(handle_); }
  Result<void> sync() override { return disk_.sync(handle_); }

 private:
  SimDisk& disk_;
  SimDisk::Handle handle_;
};

class SimLock final : public FileLock {
 public:
  SimLock(SimDisk& disk, Path path) : disk_(disk), path_(std::move(path)), life_(disk.life()) {}
  ~SimLock() override { disk_.unlock(path_, life_); }

 private:
  SimDisk& disk_;
  const Path path_;
  const std::uint64_t life_;
};

class NoLock final : public FileLock {};

}  // namespace

SimEnv::SimEnv(SimDisk& disk, std::uint64_t seed) : disk_(disk), vfs_(disk), random_(seed) {}

Result<std::unique_ptr<File>> SimEnv::open(const Path& path, OpenMode mode) {
  return std::unique_ptr<File>(std::make_unique<SimFile>(disk_, TRY(disk_.open(path, mode))));
}

Result<std::unique_ptr<FileLock>> SimEnv::lock(const Path& path) {
  if (ignores_locks_) return std::unique_ptr<FileLock>(std::make_unique<NoLock>());
  TRY(disk_.lock(path));
  return std::unique_ptr<FileLock>(std::make_unique<SimLock>(disk_, path));
}

void SimEnv::fill_random(std::span<std::uint8_t> bytes) {
  const std::lock_guard lock(random_mutex_);
  for (std::uint8_t& byte : bytes) byte = static_cast<std::uint8_t>(next_random(random_));
}

}  // namespace armistice::testing
