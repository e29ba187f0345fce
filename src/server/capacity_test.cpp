// SPDX-License-Identifier: Apache-2.0
#include "server/capacity.h"

#include <gtest/gtest.h>

namespace armistice {
namespace {

TEST(CapacityTest, GivesNoMoreThanThereIs) {
  Room room(10);
  {
    const auto first = room.take(6);
    EXPECT_TRUE(first);
    EXPECT_FALSE(room.take(5));
    auto second = room.take(4);
    EXPECT_TRUE(second);
    EXPECT_FALSE(room.take(1));
    const auto moved = std::move(second);
    EXPECT_FALSE(room.take(1));
    EXPECT_TRUE(room.take(0));
  }
  EXPECT_TRUE(room.take(10));
  EXPECT_FALSE(room.take(11));
  EXPECT_FALSE(room.take(~0ULL));
}

}  // namespace
}  // namespace armistice
