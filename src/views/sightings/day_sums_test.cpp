// SPDX-License-Identifier: Apache-2.0
// Sums in parts against a plain map that keeps all of them.
#include "views/sightings/day_sums.h"

#include <gtest/gtest.h>

namespace armistice {
namespace {

Sighting of(std::int64_t number, Certainty certainty = Certainty::observed) {
  Sighting said;
  said.number = number;
  said.certainty = certainty;
  return said;
}

TEST(DaySums, PartsAddUpToAllThatWasCountedHoweverManyAreOpen) {
  DaySums sums;
  std::map<DayKey, std::int64_t> plain;
  // The rows that a reader adds up: of a key and part, the last one put.
  std::map<std::pair<DayKey, std::uint64_t>, std::int64_t> rows;
  std::uint64_t state = 1;
  for (std::uint64_t i = 0; i < 20'000; ++i) {
    state = state * 6'364'136'223'846'793'005U + 1'442'695'040'888'963'407U;
    const std::int64_t day = static_cast<std::int64_t>(state >> 33) % 1'500;
    const std::int64_t sign = (state >> 20) % 8 == 0 ? -1 : 1;
    const DayKey key{"place", "sort", "", day};
    plain[key] += sign * 3;
    const DaySum& sum = sums.add(key, {i}, of(3), sign);
    rows[{key, sum.part.value}] = sum.number;
    if (i % 5'000 == 0) {
      const Json saved = sums.save();
      DaySums again;
      ASSERT_TRUE(again.load(saved).ok());
      ASSERT_EQ(again.save(), saved);
      ASSERT_LE(saved.as_array()->size(), DaySums::open_max);
      sums = std::move(again);
    }
  }
  std::map<DayKey, std::int64_t> added;
  for (const auto& [row, number] : rows) added[row.first] += number;
  EXPECT_EQ(added, plain);
  EXPECT_GT(rows.size(), plain.size());
}

TEST(DaySums, CountEachCertaintyApart) {
  DaySums sums;
  const DayKey key{"all", "", "", 7};
  sums.add(key, {1}, of(40, Certainty::assessed), 1);
  sums.add(key, {2}, of(2, Certainty::unconfirmed), 1);
  const DaySum& sum = sums.add(key, {3}, of(40, Certainty::assessed), -1);
  EXPECT_EQ(sum.part.value, 1U);
  EXPECT_EQ(sum.sightings, 1);
  EXPECT_EQ(sum.number, 2);
  EXPECT_EQ(sum.by_certainty, (std::array<std::int64_t, 4>{0, 0, 0, 1}));
}

TEST(DaySums, RefuseADamagedState) {
  DaySums sums;
  EXPECT_FALSE(sums.load(Json::Object{}).ok());
  EXPECT_FALSE(sums.load(Json::Array{Json::Array{"a", "b", "c", 1, 2, 3, 4}}).ok());
  EXPECT_FALSE(
      sums.load(Json::Array{Json::Array{"a", "b", "c", 1, 2, 3, 4, Json::Array{1, 2}}}).ok());
}

}  // namespace
}  // namespace armistice
