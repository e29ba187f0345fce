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

TEST(CapacityTest, LeavesFilesToTheRegister) {
  EXPECT_EQ(connections_max(1'000'000), 2'048);
  EXPECT_EQ(connections_max(1'024), 768);
  EXPECT_EQ(connections_max(128), 32);
  EXPECT_EQ(connections_max(64), 1);
}

}  // namespace
}  // namespace armistice
