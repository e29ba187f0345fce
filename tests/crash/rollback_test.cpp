// SPDX-License-Identifier: Apache-2.0
// An older copy put back, a second history, a second writer, a clock that jumps: each is refused by
// whoever can know, and none leads to two heads of one size with receipts under them.
#include <gtest/gtest.h>

#include <thread>

#include "register/merkle.h"
#include "support/sim_env.h"
#include "support/world.h"

namespace armistice::testing {
namespace {

class Rollback : public ::testing::Test {
 protected:
  std::vector<Submission> some(std::size_t first, std::size_t last) {
    static const Desks desks(World().circle, 20);
    return desks.some(first, last);
  }
  const std::vector<Submission>& enrolments() {
    static const Desks desks(World().circle, 0);
    return desks.enrolments;
  }
  std::unique_ptr<Register> start() { return world_.start(env_).value(); }
  Error start_error() {
    auto opened = world_.start(env_);
    EXPECT_FALSE(opened.ok());
    return opened.ok() ? Error{Errc::usage, ""} : opened.error();
  }
  // All files of the register, as a backup keeps them.
  std::map<Path, Bytes> backup() {
    std::map<Path, Bytes> files;
    for (const Path& file : disk_.files()) files.emplace(file, disk_.bytes(file));
    return files;
  }

  SimDisk disk_;
  SimEnv env_{disk_};
  World world_;
};

TEST_F(Rollback, AnOlderDatabaseUnderANewerHead) {
  ASSERT_TRUE(world_.hand_in(*start(), enrolments()).ok());
  const Bytes older = disk_.bytes(world_.layout.database());
  ASSERT_TRUE(world_.hand_in(*start(), some(0, 5)).ok());
  disk_.put_bytes(world_.layout.database(), older);
  EXPECT_EQ(start_error().code, Errc::rolled_back);
}

TEST_F(Rollback, AnotherHistoryOfTheSameSize) {
  ASSERT_TRUE(world_.hand_in(*start(), enrolments()).ok());
  SimDisk other_disk(disk_);
  {
    SimEnv other(other_disk);
    World world(world_);
    ASSERT_TRUE(world.hand_in(*world.start(other).value(), some(1, 2)).ok());
  }
  ASSERT_TRUE(world_.hand_in(*start(), some(0, 1)).ok());
  disk_.put_bytes(world_.layout.database(), other_disk.bytes(world_.layout.database()));
  EXPECT_EQ(start_error().code, Errc::inconsistent);
}

// One batch behind is what a crash between the two copies leaves, and no more than that.
TEST_F(Rollback, AnOlderHeadUnderANewerDatabaseIsBroughtUpToDate) {
  ASSERT_TRUE(world_.hand_in(*start(), enrolments()).ok());
  const Bytes older = disk_.bytes(world_.layout.head());
  ASSERT_TRUE(world_.hand_in(*start(), some(0, 5)).ok());
  disk_.put_bytes(world_.layout.head(), older);
  world_.check(*start());
  EXPECT_NE(disk_.bytes(world_.layout.head()), older);
}

// A whole backup agrees with itself. Those who signed what came after it do not.
TEST_F(Rollback, AWholeBackupIsRefusedByItsCosigners) {
  {
    const auto reg = start();
    ASSERT_TRUE(world_.hand_in(*reg, enrolments()).ok());
    ASSERT_TRUE(world_.cosign(env_, *reg).ok());
  }
  const auto older = backup();
  {
    const auto reg = start();
    ASSERT_TRUE(world_.hand_in(*reg, some(0, 6)).ok());
    ASSERT_TRUE(world_.cosign(env_, *reg).ok());
  }
  for (const auto& [file, bytes] : older) {
    if (file.string().find("/keys/") == std::string::npos) disk_.put_bytes(file, bytes);
  }
  // Another history from there on: smaller at first, then of the size that was signed.
  const auto reg = start();
  World forgetful(world_);
  ASSERT_TRUE(reg->append(some(6, 7)[0]).ok());
  EXPECT_EQ(forgetful.cosign(env_, *reg).error().code, Errc::rolled_back);
  for (const Submission& record : some(7, 12)) ASSERT_TRUE(reg->append(record).ok());
  EXPECT_EQ(forgetful.cosign(env_, *reg).error().code, Errc::inconsistent);
}

TEST_F(Rollback, ACosignersKeyRemembersOverARestart) {
  const NamedKey log = key_of(world_.genesis.origin);
  const Checkpoint nine{world_.genesis.origin, TreeSize{9}, leaf_hash("nine")};
  Checkpoint eight = nine;
  eight.size = TreeSize{8};
  Checkpoint other = nine;
  other.root = leaf_hash("other");
  ASSERT_TRUE(env_.make_directories("/keys").ok());
  const auto open = [&] {
    return CosignerKey::open(env_, key_of("unc/cosigner", KeyType::cosignature), "/keys/unc");
  };
  ASSERT_TRUE(open().value().sign(nine).ok());
  {
    auto key = open().value();
    EXPECT_EQ(key.sign(eight).error().code, Errc::rolled_back);
    EXPECT_EQ(key.sign(other).error().code, Errc::inconsistent);
    EXPECT_TRUE(key.sign(nine).ok()) << "the same head may be signed again";
    EXPECT_EQ(open().error().code, Errc::busy) << "one process a key";
  }
  disk_.power_cut(Unsynced::lost, 0);
  EXPECT_EQ(open().value().sign(other).error().code, Errc::inconsistent);
}

TEST_F(Rollback, ASecondWriterIsKeptOut) {
  const auto first = start();
  SimEnv second(disk_);
  const auto refused = Register::open(second, world_.layout, key_of(world_.genesis.origin));
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().code, Errc::busy);
}

// With the lock out of the way, the rows' keys stand between two writers: of one size there is one
// head, and who comes second is closed.
TEST_F(Rollback, TwoWritersOnTheSameFiles) {
  ASSERT_TRUE(world_.hand_in(*start(), enrolments()).ok());
  SimEnv second_env(disk_);
  env_.ignore_locks();
  second_env.ignore_locks();
  World second_world(world_);
  {
    const auto first = world_.start(env_).value();
    const auto second = second_world.start(second_env).value();
    std::thread other([&] {
      for (std::size_t i = 0; i < 20; ++i) {
        if (!second_world.hand_in(*second, some(30 + i, 31 + i)).ok()) return;
      }
    });
    for (std::size_t i = 0; i < 20; ++i) {
      if (!world_.hand_in(*first, some(i, i + 1)).ok()) break;
    }
    other.join();
    EXPECT_TRUE(first->failure() || second->failure()) << "both wrote, and nobody noticed";
    EXPECT_FALSE(first->failure() && second->failure()) << "nobody wrote";
  }
  for (World* world : {&world_, &second_world}) {
    const auto reg = world->start(env_);
    ASSERT_TRUE(reg.ok()) << reg.error().text();
    world->check(**reg);
    const auto heads =
        (*reg)->with_store([](Store& store) { return store.heads_from(TreeSize{0}, 100); });
    for (const StoredHead& head : *heads) world_.saw_head(head.note);
  }
}

TEST_F(Rollback, ACopyOfTheFolderGoesItsOwnWayAndIsFoundOut) {
  ASSERT_TRUE(world_.hand_in(*start(), enrolments()).ok());
  SimDisk copy(disk_);
  SimEnv copy_env(copy);
  World copy_world(world_);
  ASSERT_TRUE(copy_world.hand_in(*copy_world.start(copy_env).value(), some(0, 2)).ok());
  const auto reg = start();
  ASSERT_TRUE(world_.hand_in(*reg, some(2, 4)).ok());
  ASSERT_TRUE(world_.cosign(env_, *reg).ok());
  // The parties' keys signed here: brought to the copy, they refuse its head of that size.
  for (const Path& file : disk_.files()) {
    if (file.string().find("/keys/") != std::string::npos) {
      ASSERT_TRUE(copy_env.make_directories(file.parent_path()).ok());
      copy.put_bytes(file, disk_.bytes(file));
    }
  }
  const auto there = copy_world.start(copy_env).value();
  World forgetful(world_);
  EXPECT_EQ(forgetful.cosign(copy_env, *there).error().code, Errc::inconsistent);
  const auto counted = reg->with_store([](Store& store) { return store.last_counted(); });
  EXPECT_EQ(there->add_cosignatures(counted->note).error().code, Errc::inconsistent);
}

class ClockJumps : public Rollback {
 protected:
  Submission joint(const std::string& text) {
    return write_joint("joint/mac", {"unc/delegation", "kpa-cpv/delegation"},
                       parse_civil_time("2100-01-01T00:00:00+00:00").value(), world_.circle,
                       note(text));
  }
  void renew_clock(Register& reg, const std::string& which) {
    ASSERT_TRUE(world_.cosign(env_, reg).ok());
    ASSERT_TRUE(world_.put_clock(reg, which).ok());
  }
};

TEST_F(ClockJumps, AJointRecordNeedsAYoungClock) {
  const auto reg = start();
  ASSERT_TRUE(world_.hand_in(*reg, enrolments()).ok());
  EXPECT_EQ(reg->append(joint("a")).error().code, Errc::busy) << "no clock yet";
  renew_clock(*reg, "first");
  EXPECT_TRUE(reg->append(joint("a")).ok());
  env_.set_now({1'700'000'000 + 61});
  EXPECT_EQ(reg->append(joint("b")).error().code, Errc::busy);
  renew_clock(*reg, "second");
  EXPECT_TRUE(reg->append(joint("b")).ok());
}

TEST_F(ClockJumps, BackwardLeavesTheRegistersClockWhereItWas) {
  const auto reg = start();
  ASSERT_TRUE(world_.hand_in(*reg, enrolments()).ok());
  renew_clock(*reg, "first");
  const auto before = reg->state().clock;
  env_.set_now({1'600'000'000});
  ASSERT_TRUE(world_.hand_in(*reg, some(0, 1)).ok());
  renew_clock(*reg, "second");
  EXPECT_EQ(reg->state().clock, before);
  EXPECT_TRUE(reg->append(joint("a")).ok());
}

TEST_F(ClockJumps, ForwardIsKeptAndBeforeTheEpochRefused) {
  const auto reg = start();
  ASSERT_TRUE(world_.hand_in(*reg, enrolments()).ok());
  env_.set_now({4'200'000'000});
  renew_clock(*reg, "first");
  EXPECT_EQ(reg->state().clock->value, 4'200'000'000);
  EXPECT_EQ(reg->append(joint("a")).error().code, Errc::expired) << "2100 is past";
  env_.set_now({-5});
  ASSERT_TRUE(world_.hand_in(*reg, some(0, 1)).ok());
  EXPECT_EQ(world_.cosign(env_, *reg).error().code, Errc::out_of_range);
  world_.check(*reg);
}

}  // namespace
}  // namespace armistice::testing
