// SPDX-License-Identifier: Apache-2.0
#include "register/numbers.h"

#include <gtest/gtest.h>

namespace armistice {
namespace {

using Ranges = std::vector<NumberSet::Range>;

TEST(Numbers, JoinRangesThatTouch) {
  NumberSet numbers;
  EXPECT_EQ(numbers.largest(), 0U);
  for (const std::uint64_t number : {1, 2, 3, 7, 5}) numbers.add(number);
  EXPECT_EQ(numbers.ranges(), (Ranges{{1, 3}, {5, 5}, {7, 7}}));
  numbers.add(6);  // joins both neighbours
  EXPECT_EQ(numbers.ranges(), (Ranges{{1, 3}, {5, 7}}));
  numbers.add(4);
  EXPECT_EQ(numbers.ranges(), (Ranges{{1, 7}}));
  numbers.add(9);
  numbers.add(8);
  EXPECT_EQ(numbers.ranges(), (Ranges{{1, 9}}));
}

TEST(Numbers, ReachToTheLastNumberThereIs) {
  constexpr std::uint64_t last = (1ULL << 63) - 1;
  NumberSet numbers;
  numbers.add(last);
  numbers.add(1);
  EXPECT_TRUE(numbers.contains(last));
  EXPECT_FALSE(numbers.contains(last - 1));
  numbers.add(last - 1);
  EXPECT_EQ(numbers.ranges(), (Ranges{{1, 1}, {last - 1, last}}));
  EXPECT_EQ(numbers.largest(), last);
}

}  // namespace
}  // namespace armistice
