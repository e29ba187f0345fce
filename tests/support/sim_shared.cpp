// SPDX-License-Identifier: Apache-2.0
#include "support/sim_shared.h"

#include <sqlite3.h>

#include <atomic>
#include <cstring>

namespace armistice::testing {

bool SharedFile::lock(FileLocks& mine, int level) {
  const std::lock_guard guard(mutex_);
  if (mine.level >= level) return true;
  if (level == SQLITE_LOCK_SHARED) {
    if (pending_ != nullptr || exclusive_ != nullptr) return false;
    ++shared_;
  } else if (level == SQLITE_LOCK_RESERVED) {
    if (reserved_ != nullptr || pending_ != nullptr || exclusive_ != nullptr) return false;
    reserved_ = &mine;
  } else {
    const bool taken = (reserved_ != nullptr && reserved_ != &mine) ||
                       (pending_ != nullptr && pending_ != &mine) || exclusive_ != nullptr;
    if (taken) return false;
    pending_ = &mine;
    mine.level = SQLITE_LOCK_PENDING;
    if (shared_ > 1) return false;
    exclusive_ = &mine;
  }
  mine.level = level;
  return true;
}

void SharedFile::unlock(FileLocks& mine, int level) {
  const std::lock_guard guard(mutex_);
  if (level < SQLITE_LOCK_RESERVED) {
    for (FileLocks** holder : {&reserved_, &pending_, &exclusive_}) {
      if (*holder == &mine) *holder = nullptr;
    }
  }
  if (level < SQLITE_LOCK_SHARED && mine.level >= SQLITE_LOCK_SHARED) --shared_;
  mine.level = std::min(mine.level, level);
}

bool SharedFile::is_reserved() {
  const std::lock_guard guard(mutex_);
  return reserved_ != nullptr || pending_ != nullptr || exclusive_ != nullptr;
}

void* SharedFile::region(std::size_t number, std::size_t bytes, bool extend) {
  const std::lock_guard guard(mutex_);
  while (extend && regions_.size() <= number) {
    regions_.push_back(std::make_unique<char[]>(bytes));
    std::memset(regions_.back().get(), 0, bytes);
  }
  return number < regions_.size() ? regions_[number].get() : nullptr;
}

bool SharedFile::lock_index(FileLocks& mine, int offset, int count, bool exclusive) {
  const std::lock_guard guard(mutex_);
  for (int i = offset; i < offset + count; ++i) {
    const unsigned bit = 1U << i;
    if (!exclusive && (mine.shared & bit) != 0) continue;
    const bool other_exclusive = index_exclusive_[i] && (mine.exclusive & bit) == 0;
    const bool other_shared = index_shared_[i] > ((mine.shared & bit) != 0 ? 1 : 0);
    if (other_exclusive || (exclusive && other_shared)) return false;
  }
  for (int i = offset; i < offset + count; ++i) {
    const unsigned bit = 1U << i;
    if (exclusive) {
      index_exclusive_[i] = true;
      mine.exclusive |= bit;
    } else if ((mine.shared & bit) == 0) {
      ++index_shared_[i];
      mine.shared |= bit;
    }
  }
  return true;
}

void SharedFile::unlock_index(FileLocks& mine, int offset, int count, bool exclusive) {
  const std::lock_guard guard(mutex_);
  for (int i = offset; i < offset + count; ++i) {
    const unsigned bit = 1U << i;
    if (exclusive && (mine.exclusive & bit) != 0) {
      index_exclusive_[i] = false;
      mine.exclusive &= ~bit;
    } else if (!exclusive && (mine.shared & bit) != 0) {
      --index_shared_[i];
      mine.shared &= ~bit;
    }
  }
}

void SharedFile::fence() {
  // What the lock orders, too, as the unix VFS does.
  std::atomic_thread_fence(std::memory_order_seq_cst);
  const std::lock_guard guard(mutex_);
}

void SharedFile::unmap(FileLocks& mine) {
  unlock_index(mine, 0, slots, true);
  unlock_index(mine, 0, slots, false);
}

void SharedFile::forget(FileLocks& mine) {
  unmap(mine);
  unlock(mine, SQLITE_LOCK_NONE);
}

std::shared_ptr<SharedFile> SharedTable::file(const std::string& name, std::uint64_t life) {
  const std::lock_guard guard(mutex_);
  auto& known = files_[{name, life}];
  auto file = known.lock();
  if (!file) known = file = std::make_shared<SharedFile>();
  return file;
}

}  // namespace armistice::testing
