// SPDX-License-Identifier: Apache-2.0
#include "server/capacity.h"

#include <sys/resource.h>

#include <algorithm>

namespace armistice {
namespace {

// A node at rest has about 50 files open; every thread that answers opens a few more.
constexpr std::uint64_t files_reserved_min = 96;
constexpr std::uint64_t files_reserved_max = 256;
constexpr std::uint64_t connections_most = 2'048;
constexpr std::uint64_t files_assumed = 1'024;  // what Linux gives when it does not say

}  // namespace

std::optional<Room::Share> Room::take(std::uint64_t wanted) {
  std::uint64_t left = left_;
  do {
    if (left < wanted) return std::nullopt;
  } while (!left_.compare_exchange_weak(left, left - wanted));
  return Share(this, wanted);
}

std::uint64_t raise_files_max() {
  rlimit files{};
  if (::getrlimit(RLIMIT_NOFILE, &files) != 0) return files_assumed;
  rlimit raised = files;
  raised.rlim_cur = raised.rlim_max;
  return ::setrlimit(RLIMIT_NOFILE, &raised) == 0 ? raised.rlim_cur : files.rlim_cur;
}

std::uint64_t connections_max(std::uint64_t files_max) {
  const std::uint64_t reserved = std::clamp(files_max / 4, files_reserved_min, files_reserved_max);
  if (files_max <= reserved) return 1;
  return std::min(connections_most, files_max - reserved);
}

}  // namespace armistice
