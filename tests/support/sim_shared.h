// SPDX-License-Identifier: Apache-2.0
// What the connections to one database share: locks, and the index of the write-ahead log.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace armistice::testing {

/// What one connection holds.
struct FileLocks {
  int level = 0;           // SQLITE_LOCK_…
  unsigned shared = 0;     // bit i: a shared lock on slot i of the index
  unsigned exclusive = 0;  // bit i: an exclusive one
};

class SharedFile {
 public:
  /// Raises the lock of a connection; false if another is in the way.
  bool lock(FileLocks& mine, int level);
  void unlock(FileLocks& mine, int level);
  bool is_reserved();

  /// A region of the index; null if it is not there and is not to be made.
  void* region(std::size_t number, std::size_t bytes, bool extend);
  bool lock_index(FileLocks& mine, int offset, int count, bool exclusive);
  void unlock_index(FileLocks& mine, int offset, int count, bool exclusive);
  void fence();
  void unmap(FileLocks& mine);

  /// The connection closes.
  void forget(FileLocks& mine);

 private:
  static constexpr std::size_t slots = 8;  // SQLITE_SHM_NLOCK

  std::mutex mutex_;
  int shared_ = 0;  // connections with SHARED or more
  FileLocks* reserved_ = nullptr;
  FileLocks* pending_ = nullptr;
  FileLocks* exclusive_ = nullptr;
  std::vector<std::unique_ptr<char[]>> regions_;
  std::array<int, slots> index_shared_{};
  std::array<bool, slots> index_exclusive_{};
};

class SharedTable {
 public:
  /// What belongs to the file of this name in this life of the process; nothing outlives a life.
  std::shared_ptr<SharedFile> file(const std::string& name, std::uint64_t life);

 private:
  std::mutex mutex_;
  std::map<std::pair<std::string, std::uint64_t>, std::weak_ptr<SharedFile>> files_;
};

}  // namespace armistice::testing
