// SPDX-License-Identifier: Apache-2.0
// What waits for the writer. Bounded, so that a flood is refused at the door and not swapped to
// disk; cut into batches by what is there, never by a timer.
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <vector>

#include "register/batch_writer.h"

namespace armistice {

class WriterQueue {
 public:
  /// Gives the pending record back if the queue is full or stopped. Limits: limits::queue_*_max.
  std::optional<Pending> push(Pending pending);

  /// Waits for records and takes at most one batch of them; nothing once stopped and empty.
  std::vector<Pending> take();

  /// No more records are taken in; what waits is still handed out.
  void stop();

 private:
  static std::size_t bytes_of(const Pending& pending);

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Pending> waiting_;
  std::size_t bytes_ = 0;
  bool stopped_ = false;
};

}  // namespace armistice
