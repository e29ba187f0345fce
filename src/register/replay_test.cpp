// SPDX-License-Identifier: Apache-2.0
#include "register/replay.h"

#include <gtest/gtest.h>

#include "register/bodies.h"
#include "register/merkle.h"
#include "register/register.h"
#include "support/sim_env.h"
#include "support/world.h"

namespace armistice {
namespace {

using testing::Desks;
using testing::SimDisk;
using testing::SimEnv;
using testing::World;

class ReplayTest : public ::testing::Test {
 protected:
  ReplayTest() {
    const auto reg = world_.start(env_).value();
    EXPECT_TRUE(world_.hand_in(*reg, desks_.enrolments).ok());
    EXPECT_TRUE(world_.hand_in(*reg, desks_.records).ok());
    size_ = reg->state().size;
  }
  Store store() { return Store::open(env_, world_.layout.database(), DatabaseMode::write).value(); }
  void change(const std::string& sql) { ASSERT_TRUE(store().database().execute(sql).ok()); }
  // Replays [first, last) and gives what it was handed, in order.
  std::vector<Replayed> run(std::uint64_t first, std::uint64_t last, ReplayOptions options = {}) {
    Store from = store();
    const auto roster = std::make_shared<const Roster>(world_.genesis);
    std::vector<Replayed> items;
    const auto done = replay(
        env_, world_.layout, from, {first}, {last}, options, [&] { return roster; },
        [&](Replayed item) -> Result<void> {
          items.push_back(std::move(item));
          return {};
        });
    EXPECT_TRUE(done.ok()) << done.error().text();
    return items;
  }
  Result<Admission> load(TreeSize size) {
    Store from = store();
    return load_admission(env_, world_.layout, from, size);
  }

  SimDisk disk_;
  SimEnv env_{disk_};
  World world_;
  Desks desks_{world_.circle, 200};
  TreeSize size_;
};

TEST_F(ReplayTest, HandsOnEveryEntryInOrder) {
  for (const unsigned workers : {0U, 1U, 3U}) {
    ReplayOptions options;
    options.workers = workers;
    for (const auto& [first, last] :
         {std::pair{0ULL, 604ULL}, {5ULL, 6ULL}, {7ULL, 7ULL}, {1ULL, 300ULL}}) {
      const auto items = run(first, last, options);
      ASSERT_EQ(items.size(), last - first);
      for (std::size_t i = 0; i < items.size(); ++i) {
        EXPECT_EQ(items[i].index.value, first + i);
        ASSERT_TRUE(items[i].entry.record.ok());
        EXPECT_EQ(items[i].leaf, leaf_hash(items[i].entry.record->entry));
        EXPECT_EQ(items[i].body_state, BodyState::held);
        EXPECT_FALSE(items[i].parsed.has_value()) << "not asked for";
      }
    }
  }
}

TEST_F(ReplayTest, ParsesAndVerifiesOnlyIfAsked) {
  ReplayOptions options;
  options.parse_bodies = true;
  options.verify_lines = false;
  for (const Replayed& item : run(1, 30, options)) {
    ASSERT_TRUE(item.parsed.has_value());
    EXPECT_TRUE(item.parsed->ok());
    EXPECT_TRUE(item.entry.verified.empty());
  }
  const auto items = run(1, 30);
  EXPECT_EQ(items[0].entry.verified[0], true) << "a root of genesis";
  EXPECT_EQ(items[10].entry.verified[0], std::nullopt) << "a key that this roster does not know";
}

TEST_F(ReplayTest, StopsWhereItIsTold) {
  Store from = store();
  std::uint64_t taken = 0;
  const auto roster = std::make_shared<const Roster>(world_.genesis);
  const auto done = replay(
      env_, world_.layout, from, {0}, {size_.value}, {}, [&] { return roster; },
      [&](Replayed) -> Result<void> {
        if (++taken == 300) return Error{Errc::expired, "enough"};
        return {};
      });
  EXPECT_EQ(done.error().code, Errc::expired);
  EXPECT_EQ(taken, 300U);
}

TEST_F(ReplayTest, NamesAnEntryThatIsMissing) {
  change("DELETE FROM entry WHERE leaf_index = 250");
  const auto loaded = load(size_);
  ASSERT_FALSE(loaded.ok());
  EXPECT_EQ(loaded.error().code, Errc::damaged);
  EXPECT_NE(loaded.error().what.find("entry 250"), std::string::npos);
  EXPECT_TRUE(load(TreeSize{250}).ok());
}

TEST_F(ReplayTest, SaysHowABodyStands) {
  change("UPDATE entry SET body = NULL WHERE leaf_index = 7");
  change("UPDATE entry SET body = 'another' WHERE leaf_index = 8");
  EXPECT_EQ(run(7, 8)[0].body_state, BodyState::missing);
  EXPECT_EQ(run(8, 9)[0].body_state, BodyState::other);
  for (const std::size_t record : {3U, 4U}) {
    ASSERT_TRUE(put_body_file(env_, world_.layout, *desks_.records[record].body).ok());
  }
  for (const Replayed& item : run(7, 9)) EXPECT_EQ(item.body_state, BodyState::held);
}

TEST_F(ReplayTest, ABodyOfTheRegistersOwnMustBeThere) {
  change("UPDATE entry SET body = NULL WHERE leaf_index = 2");
  EXPECT_EQ(load(size_).error().code, Errc::incomplete);
  change("UPDATE entry SET body = NULL WHERE leaf_index = 0");
  EXPECT_EQ(load(size_).error().code, Errc::incomplete);
}

TEST_F(ReplayTest, StartsFromTheNewestStateThatCanBeRead) {
  const auto save = [&](std::uint64_t position) {
    const Admission admission = load(TreeSize{position}).value();
    Store to = store();
    ASSERT_TRUE(to.put_state({position}, to_text(admission.state_json())).ok());
  };
  const Json whole = load(size_).value().state_json();
  save(100);
  save(200);
  // An entry before the state is not read any more, one after it is.
  change("UPDATE entry SET void = 'expired' WHERE leaf_index IN (50, 150)");
  EXPECT_EQ(load(size_)->state_json(), whole);
  change(
      "UPDATE state SET json = cast(replace(cast(json AS TEXT), '1', '2') AS BLOB) WHERE position "
      "= 200");
  EXPECT_EQ(load(size_).error().code, Errc::damaged) << "150, after the older state";
  change("UPDATE entry SET void = NULL WHERE leaf_index = 150");
  EXPECT_EQ(load(size_)->state_json(), whole);
  change("UPDATE state SET json = 'x'");
  EXPECT_EQ(load(size_).error().code, Errc::damaged) << "50, from the beginning";
  change("UPDATE entry SET void = NULL WHERE leaf_index = 50");
  EXPECT_EQ(load(size_)->state_json(), whole);
  EXPECT_EQ(load(TreeSize{150})->next().value, 150U) << "a state past the size is no use";
}

TEST_F(ReplayTest, KeepsTheNewestTwoStates) {
  Store to = store();
  for (std::uint64_t position : {10U, 20U, 30U}) ASSERT_TRUE(to.put_state({position}, "{}").ok());
  EXPECT_EQ(to.state_at({25})->position.value, 20U);
  EXPECT_EQ(to.state_at({15}).error().code, Errc::not_found);
}

}  // namespace
}  // namespace armistice
