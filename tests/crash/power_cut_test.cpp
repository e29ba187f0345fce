// SPDX-License-Identifier: Apache-2.0
// The power fails, or the process is killed, at every operation on the disk that a node makes.
// After each, the node must start, keep every promise, take everything again and go on.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdlib>

#include "support/sim_env.h"
#include "support/world.h"

namespace armistice::testing {
namespace {

bool is_long() { return std::getenv("ARMISTICE_LONG") != nullptr; }

enum class End : std::uint8_t { lost, torn, kept, killed };

/// A stretch of a node's life, from what a disk and a world were before it.
struct Stretch {
  const SimDisk& disk;
  const World& world;
  std::function<Result<void>(SimEnv&, World&)> live;
};

const World& first_world() {
  static const World world;
  return world;
}

const Desks& desks() {
  static const Desks desks(first_world().circle, 100);
  return desks;
}

Submission large_record() {
  static const Submission record =
      Author("unc/root", first_world().circle)
          .write_as(2, id_of(desks().enrolments[0]), note(std::string(70'000, 'x')));
  return record;
}

// Another text under a number that is taken: refused, and kept as evidence.
Result<void> hand_in_fork(World& world, Register& reg) {
  static const Submission fork =
      Author("unc/delegation", first_world().circle).write_as(1, std::nullopt, note("never said"));
  const auto refused = reg.append(fork);
  if (refused.ok()) return Error{Errc::inconsistent, "a fork was admitted"};
  static_cast<void>(world);
  return refused.error().code == Errc::number_taken ? Result<void>() : refused.error();
}

// From nothing to a register with authors, large bodies, counted heads and a clock.
Result<void> live_first(SimEnv& env, World& world) {
  const auto reg = TRY(world.start(env));
  TRY(world.hand_in(*reg, desks().enrolments));
  TRY(world.hand_in(*reg, desks().some(0, 6)));
  TRY(world.hand_in(*reg, large_record()));
  TRY(world.cosign(env, *reg));
  TRY(world.put_clock(*reg, "first"));
  TRY(world.hand_in(*reg, desks().some(6, 12)));
  TRY(hand_in_fork(world, *reg));
  TRY(world.cosign(env, *reg));
  TRY(world.put_clock(*reg, "second"));
  return world.hand_in(*reg, desks().some(12, 14));
}

// Over the first full tile and bundle, and on.
Result<void> live_over_a_tile(SimEnv& env, World& world) {
  const auto reg = TRY(world.start(env));
  TRY(world.hand_in(*reg, desks().some(245, 250)));
  TRY(world.cosign(env, *reg));
  TRY(world.hand_in(*reg, desks().some(250, 258)));
  TRY(reg->flush_tiles());
  TRY(world.cosign(env, *reg));
  return world.hand_in(*reg, desks().some(258, 260));
}

void end(SimDisk& disk, End how, std::uint64_t seed) {
  switch (how) {
    case End::lost:
      return disk.power_cut(Unsynced::lost, seed);
    case End::torn:
      return disk.power_cut(Unsynced::torn, seed);
    case End::kept:
      return disk.power_cut(Unsynced::kept, seed);
    case End::killed:
      return disk.kill();
  }
}

// Starts again, takes everything again, goes on with life at once or at the next start. Each start
// ends in a power cut that takes all that was not synced: nothing may be promised on the strength
// of what only the start before could still read.
void start_again(SimDisk& disk, World& world, const Stretch& stretch, std::uint64_t seed) {
  for (std::uint64_t start = 0; start < 2; ++start) {
    SimEnv env(disk, 7);
    {
      const auto reg = world.start(env);
      ASSERT_TRUE(reg.ok()) << "start " << start << ": " << reg.error().text();
      world.check(**reg);
    }
    if (start == seed / 4 % 2) {
      const auto lived = stretch.live(env, world);
      ASSERT_TRUE(lived.ok()) << "start " << start << ": " << lived.error().text();
    }
    disk.power_cut(Unsynced::lost, 0);
  }
}

void stop_at(const Stretch& stretch, std::uint64_t operation, End how, std::uint64_t seed) {
  SimDisk disk(stretch.disk);
  World world(stretch.world);
  disk.plan({.stop_at = operation, .fail_at = {}});
  std::string what;
  {
    SimEnv env(disk, seed);
    const auto lived = stretch.live(env, world);
    what = disk.operation(operation);
  }
  SCOPED_TRACE(fmt::format("operation {} ({}), end {}, seed {}, {} receipts", operation, what,
                           static_cast<int>(how), seed, world.receipts()));
  end(disk, how, seed);
  start_again(disk, world, stretch, seed);
}

std::uint64_t operations_of(const Stretch& stretch) {
  SimDisk disk(stretch.disk);
  World world(stretch.world);
  disk.plan({});
  SimEnv env(disk);
  const auto lived = stretch.live(env, world);
  EXPECT_TRUE(lived.ok()) << lived.error().text();
  return disk.operations();
}

// In the long run every operation, or each of so many, with every end and several tears; else so
// many of them in all, with one end in turn.
void stop_everywhere(const Stretch& stretch, std::uint64_t points, std::uint64_t long_stride) {
  const std::uint64_t operations = operations_of(stretch);
  ASSERT_GT(operations, 50U);
  const std::uint64_t stride =
      is_long() ? long_stride : std::max<std::uint64_t>(operations / points, 1);
  for (std::uint64_t at = 1; at <= operations; at += stride) {
    if (!is_long()) {
      stop_at(stretch, at, static_cast<End>(at / stride % 4), at / stride);
    } else {
      for (const End how : {End::lost, End::kept, End::killed}) stop_at(stretch, at, how, 4 * at);
      stop_at(stretch, at, End::killed, 4 * at + 4);
      for (std::uint64_t tear = 0; tear < 8; tear += 2)
        stop_at(stretch, at, End::torn, 8 * at + tear);
    }
    if (::testing::Test::HasFailure()) return;
  }
}

TEST(PowerCut, FromTheFirstOperationOn) {
  const SimDisk empty;
  stop_everywhere({empty, first_world(), live_first}, 50, 1);
}

TEST(PowerCut, OverAFullTile) {
  SimDisk disk;
  World world;
  {
    SimEnv env(disk);
    const auto reg = world.start(env).value();
    ASSERT_TRUE(world.hand_in(*reg, desks().enrolments).ok());
    ASSERT_TRUE(world.hand_in(*reg, desks().some(0, 245)).ok());
    ASSERT_TRUE(world.cosign(env, *reg).ok());
  }
  stop_everywhere({disk, world, live_over_a_tile}, 16, 7);
}

// A commit that was written and not synced can be read after the process was killed. A receipt must
// not rest on it until it is on disk.
TEST(PowerCut, AfterAKillBeforeTheSync) {
  SimDisk disk;
  World world;
  {
    SimEnv env(disk);
    const auto reg = world.start(env).value();
    ASSERT_TRUE(world.hand_in(*reg, desks().enrolments).ok());
    disk.plan({});
    ASSERT_TRUE(world.hand_in(*reg, desks().some(0, 1)).ok());
    std::uint64_t last_sync = 0;
    for (std::uint64_t i = 1; i <= disk.operations(); ++i) {
      if (disk.operation(i).starts_with("sync /node/registers/joint/register.db-wal"))
        last_sync = i;
    }
    disk.plan({.stop_at = last_sync, .fail_at = {}});
    EXPECT_FALSE(world.hand_in(*reg, desks().some(1, 2)).ok());
  }
  disk.kill();
  for (int start = 0; start < 2; ++start) {
    SimEnv env(disk);
    const auto reg = world.start(env).value();
    EXPECT_EQ(reg->state().size.value, 6U) << "start " << start;
    world.check(*reg);
    disk.power_cut(Unsynced::lost, 0);
  }
}

}  // namespace
}  // namespace armistice::testing
