// SPDX-License-Identifier: Apache-2.0
// Each write, sync and name change fails once, as on a broken or a full disk. The register closes,
// tries nothing again, gives no false receipt, and is whole after a restart, with or without a
// power cut.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdlib>

#include "support/sim_env.h"
#include "support/world.h"

namespace armistice::testing {
namespace {

bool is_long() { return std::getenv("ARMISTICE_LONG") != nullptr; }

const Desks& desks() {
  static const Desks desks(World().circle, 30);
  return desks;
}

// A node that goes on handing in whatever happens, as clients do.
void live_on(SimEnv& env, World& world, Register& reg) {
  const auto hand_in = [&](const std::vector<Submission>& records) {
    const auto got = world.hand_in(reg, records);
    if (got.ok()) return;
    const Errc code = got.error().code;
    EXPECT_TRUE(code == Errc::io || code == Errc::closed || code == Errc::unknown_key)
        << got.error().text();
  };
  hand_in(desks().enrolments);
  hand_in(desks().some(0, 8));
  static_cast<void>(reg.flush_tiles());
  hand_in({Author("unc/root", world.circle)
               .write_as(2, id_of(desks().enrolments[0]), note(std::string(70'000, 'x')))});
  static_cast<void>(world.cosign(env, reg));
  hand_in(desks().some(8, 12));
  static_cast<void>(reg.flush_tiles());
}

// Closed is closed: whatever comes is refused, and nothing is written.
void expect_shut(SimDisk& disk, SimEnv& env, World& world, Register& reg) {
  const std::uint64_t before = disk.operations();
  EXPECT_EQ(world.hand_in(reg, desks().records.back()).error().code, Errc::closed);
  EXPECT_EQ(world.cosign(env, reg).ok(), false);
  for (std::uint64_t i = before + 1; i <= disk.operations(); ++i) {
    EXPECT_EQ(disk.operation(i).find("register.db"), std::string::npos) << disk.operation(i);
    EXPECT_EQ(disk.operation(i).find("joint/head"), std::string::npos) << disk.operation(i);
  }
}

void expect_whole(SimDisk& disk, World& world, const char* when) {
  SCOPED_TRACE(when);
  SimEnv env(disk, 9);
  const auto reg = world.start(env);
  ASSERT_TRUE(reg.ok()) << reg.error().text();
  EXPECT_FALSE((*reg)->failure().has_value());
  world.check(**reg);
}

enum class Restart : std::uint8_t { closed, killed };

void fail_at(const SimDisk& start, const World& world_before, std::uint64_t operation, Fault fault,
             Restart restart) {
  SimDisk disk(start);
  World world(world_before);
  disk.plan({.stop_at = {}, .fail_at = operation, .fault = fault});
  std::string what;
  {
    SimEnv env(disk, operation);
    const auto reg = world.start(env);
    what = disk.operation(operation);
    SCOPED_TRACE(fmt::format("operation {} ({}) fails", operation, what));
    if (reg.ok()) {
      live_on(env, world, **reg);
      what = disk.operation(operation);
      if ((*reg)->failure()) expect_shut(disk, env, world, **reg);
    } else {
      EXPECT_EQ(reg.error().code, Errc::io) << reg.error().text();
    }
    if (restart == Restart::killed) disk.plan({.stop_at = 1, .fail_at = {}});
  }
  SCOPED_TRACE(fmt::format("operation {} ({}) failed", operation, what));
  disk.kill();
  expect_whole(disk, world, "after the restart");
  disk.power_cut(Unsynced::lost, 0);
  expect_whole(disk, world, "after the power cut that followed");
}

TEST(FailedWrite, ClosesTheRegisterAndLosesNoPromise) {
  const SimDisk empty;
  const World world;
  std::uint64_t operations = 0;
  {
    SimDisk disk(empty);
    World first(world);
    disk.plan({});
    SimEnv env(disk);
    live_on(env, first, *first.start(env).value());
    EXPECT_EQ(first.receipts(), first.handed().size());
    operations = disk.operations();
  }
  const std::uint64_t stride = is_long() ? 1 : std::max<std::uint64_t>(operations / 60, 1);
  std::uint64_t turn = 0;
  for (std::uint64_t at = 1; at <= operations; at += stride, ++turn) {
    std::uint64_t way = 0;
    for (const Fault fault : {Fault::eio, Fault::enospc}) {
      for (const Restart restart : {Restart::closed, Restart::killed}) {
        if (is_long() || turn % 4 == way++) fail_at(empty, world, at, fault, restart);
        if (HasFailure()) return;
      }
    }
  }
}

// What the failure of a write does, where it can be seen from outside.
TEST(FailedWrite, OfTheHeadClosesAndIsMadeGoodByARestart) {
  SimDisk disk;
  World world;
  SimEnv env(disk);
  {
    const auto reg = world.start(env).value();
    ASSERT_TRUE(world.hand_in(*reg, desks().enrolments).ok());
    disk.plan({});
    ASSERT_TRUE(world.hand_in(*reg, desks().some(0, 1)).ok());
    std::uint64_t to_head = 0;
    while (disk.operation(++to_head).find("sync /node/registers/joint/head") == std::string::npos) {
    }
    disk.plan({.stop_at = {}, .fail_at = to_head});
    EXPECT_EQ(world.hand_in(*reg, desks().some(1, 2)).error().code, Errc::io);
    ASSERT_TRUE(reg->failure().has_value());
    EXPECT_EQ(reg->state().size.value, 5U) << "an uncertain record is not shown";
    expect_shut(disk, env, world, *reg);
  }
  const auto reg = world.start(env).value();
  EXPECT_EQ(reg->state().size.value, 6U) << "it was on disk, without a receipt";
  world.check(*reg);
}

}  // namespace
}  // namespace armistice::testing
