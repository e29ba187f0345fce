// SPDX-License-Identifier: Apache-2.0
#include "register/writer_queue.h"

#include "base/limits.h"

namespace armistice {

std::size_t WriterQueue::bytes_of(const Pending& pending) {
  const std::size_t entry = pending.checked.record.ok() ? pending.checked.record->entry.size() : 0;
  return entry + (pending.body ? pending.body->size() : 0);
}

std::optional<Pending> WriterQueue::push(Pending pending) {
  {
    const std::lock_guard lock(mutex_);
    if (stopped_ || waiting_.size() >= limits::queue_records_max ||
        bytes_ >= limits::queue_bytes_max) {
      return pending;
    }
    bytes_ += bytes_of(pending);
    waiting_.push_back(std::move(pending));
  }
  changed_.notify_one();
  return std::nullopt;
}

std::vector<Pending> WriterQueue::take() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return stopped_ || !waiting_.empty(); });
  std::vector<Pending> batch;
  std::size_t bytes = 0;
  while (!waiting_.empty() && batch.size() < limits::batch_records_max &&
         bytes < limits::batch_bytes_max) {
    bytes += bytes_of(waiting_.front());
    batch.push_back(std::move(waiting_.front()));
    waiting_.pop_front();
  }
  bytes_ -= bytes;
  return batch;
}

void WriterQueue::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
  }
  changed_.notify_all();
}

}  // namespace armistice
