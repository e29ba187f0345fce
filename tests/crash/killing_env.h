// SPDX-License-Identifier: Apache-2.0
// The machine itself, but for one thing: the process kills itself, with no chance to say so, at an
// operation that was chosen before. Counted is what changes a file or a name, by Env or by SQLite.
#pragma once

#include <atomic>
#include <memory>

#include "base/env.h"

namespace armistice::testing {

/// Dies when its count reaches the number; 0: never.
class Fuse {
 public:
  explicit Fuse(std::uint64_t at) : at_(at) {}
  void burn();

 private:
  const std::uint64_t at_;
  std::atomic<std::uint64_t> count_ = 0;
};

/// An Env over real_env() that burns the fuse. `fuse` must outlive it.
std::unique_ptr<Env> make_killing_env(Fuse& fuse);

}  // namespace armistice::testing
