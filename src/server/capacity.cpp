// SPDX-License-Identifier: Apache-2.0
#include "server/capacity.h"

namespace armistice {

std::optional<Room::Share> Room::take(std::uint64_t wanted) {
  std::uint64_t left = left_;
  do {
    if (left < wanted) return std::nullopt;
  } while (!left_.compare_exchange_weak(left, left - wanted));
  return Share(this, wanted);
}

}  // namespace armistice
