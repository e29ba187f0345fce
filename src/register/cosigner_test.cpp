// SPDX-License-Identifier: Apache-2.0
#include "register/cosigner.h"

#include <gtest/gtest.h>

#include "register/bodies.h"
#include "register/merkle.h"
#include "support/sim_env.h"
#include "support/world.h"

namespace armistice {
namespace {

using testing::Desks;
using testing::SimDisk;
using testing::SimEnv;
using testing::World;

class CosignerTest : public ::testing::Test {
 protected:
  CosignerTest() {
    reg_ = world_.start(env_).value();
    EXPECT_TRUE(world_.hand_in(*reg_, desks_.enrolments).ok());
  }
  Checkpoint head() { return read_head(world_.genesis, reg_->state().head).value().checkpoint; }
  std::unique_ptr<Cosigner> open(std::optional<Checkpoint> trusted = std::nullopt) {
    auto opened = Cosigner::open(env_, world_.layout, std::move(trusted));
    EXPECT_TRUE(opened.ok()) << opened.error().text();
    return std::move(opened).value();
  }
  void hand_in(std::size_t first, std::size_t last) {
    ASSERT_TRUE(world_.hand_in(*reg_, desks_.some(first, last)).ok());
  }

  SimDisk disk_;
  SimEnv env_{disk_};
  World world_;
  Desks desks_{world_.circle, 100};
  std::unique_ptr<Register> reg_;
};

TEST_F(CosignerTest, FollowsTheRegister) {
  const auto cosigner = open();
  for (std::size_t i = 0; i < 300; i += 50) {
    hand_in(i, i + 50);
    const auto checked = cosigner->check(head());
    ASSERT_TRUE(checked.ok()) << checked.error().text();
    EXPECT_EQ(cosigner->checked(), head().size);
  }
  EXPECT_EQ(cosigner->voids(), 0U);
}

TEST_F(CosignerTest, StartsFromAHeadThatCounts) {
  hand_in(0, 260);
  ASSERT_TRUE(reg_->flush_tiles().ok());
  const Checkpoint trusted = head();
  hand_in(260, 270);
  const auto cosigner = open(trusted);
  EXPECT_EQ(cosigner->checked(), trusted.size);
  EXPECT_TRUE(cosigner->check(head()).ok());
  Checkpoint lie = trusted;
  lie.root = leaf_hash("lie");
  EXPECT_EQ(Cosigner::open(env_, world_.layout, lie).error().code, Errc::inconsistent);
}

TEST_F(CosignerTest, RefusesAnotherRoot) {
  Checkpoint lie = head();
  lie.root = leaf_hash("lie");
  const auto cosigner = open();
  EXPECT_EQ(cosigner->check(lie).error().code, Errc::inconsistent);
  EXPECT_TRUE(cosigner->check(head()).ok()) << "the true one is signed all the same";
  hand_in(0, 4);
  const Checkpoint earlier = head();
  hand_in(4, 8);
  ASSERT_TRUE(cosigner->check(head()).ok());
  EXPECT_TRUE(cosigner->check(earlier).ok()) << "smaller, and of the same history";
  lie.size = earlier.size;
  EXPECT_EQ(cosigner->check(lie).error().code, Errc::rolled_back);
}

TEST_F(CosignerTest, NeedsEveryOpenBody) {
  hand_in(0, 3);
  const auto change = [&](const char* sql) {
    Database database = Database::open(env_, world_.layout.database(), DatabaseMode::write).value();
    ASSERT_TRUE(database.execute(sql).ok());
  };
  change("UPDATE entry SET body = NULL WHERE leaf_index = 5");
  const auto cosigner = open();
  EXPECT_EQ(cosigner->check(head()).error().code, Errc::incomplete);
  EXPECT_EQ(cosigner->checked().value, 5U) << "it stands before the record whose body is missing";
  change("UPDATE entry SET body = 'another' WHERE leaf_index = 5");
  EXPECT_EQ(cosigner->check(head()).error().code, Errc::digest_mismatch);
  const Bytes body = *desks_.records[1].body;
  ASSERT_TRUE(put_body_file(env_, world_.layout, body).ok());
  EXPECT_TRUE(cosigner->check(head()).ok()) << "the body came";
}

TEST_F(CosignerTest, SignsOnOverVoidEntries) {
  hand_in(0, 3);
  reg_.reset();
  Store store = Store::open(env_, world_.layout.database(), DatabaseMode::write).value();
  Tree tree([](const TileId&) { return Error{Errc::io, "none is full"}; });
  ASSERT_TRUE(store
                  .entries({0}, {7},
                           [&](StoredEntry row) -> Result<void> {
                             tree.append(leaf_hash(row.entry));
                             return {};
                           })
                  .ok());
  // A secretary puts rubbish into the tree, and signs the head that covers it.
  const Bytes rubbish = "rubbish";
  auto transaction = Transaction::begin(store.database()).value();
  ASSERT_TRUE(store.put_entry({LeafIndex{7}, rubbish, std::nullopt, Errc::malformed}).ok());
  ASSERT_TRUE(transaction.commit().ok());
  tree.append(leaf_hash(rubbish));
  const Checkpoint bad{world_.genesis.origin, tree.size(), tree.root_at(tree.size()).value()};
  const auto cosigner = open();
  EXPECT_TRUE(cosigner->check(bad).ok());
  EXPECT_EQ(cosigner->voids(), 1U);
}

TEST(CosignerKeyTest, NamesAFlippedBitInItsMemory) {
  SimDisk disk;
  SimEnv env(disk);
  const Path memory = "/unc.last";
  const auto open = [&] {
    return CosignerKey::open(env, testing::key_of("unc/cosigner", KeyType::cosignature), memory);
  };
  const Checkpoint head{"register.armistice.example/joint", TreeSize{9}, leaf_hash("nine")};
  ASSERT_TRUE(open().value().sign(head).ok());
  const Bytes good = disk.bytes(memory);
  for (std::size_t at = 0; at < good.size(); ++at) {
    Bytes bad = good;
    bad[at] = static_cast<char>(bad[at] ^ 1 << at % 8);
    disk.put_bytes(memory, bad);
    const auto opened = open();
    ASSERT_FALSE(opened.ok()) << "byte " << at;
    EXPECT_EQ(opened.error().code, Errc::damaged);
  }
  EXPECT_EQ(CosignerKey::open(env, testing::key_of("unc/root"), memory).error().code,
            Errc::unsupported);
}

}  // namespace
}  // namespace armistice
