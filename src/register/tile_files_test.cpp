// SPDX-License-Identifier: Apache-2.0
#include "register/tile_files.h"

#include <gtest/gtest.h>

#include "register/merkle.h"
#include "register/register.h"
#include "register/replay.h"
#include "support/sim_env.h"
#include "support/world.h"

namespace armistice {
namespace {

using testing::SimDisk;
using testing::SimEnv;
using testing::World;

// A register of any size in little time: its entries are rubbish, which its secretary put into the
// tree as void, with a good head over them.
class TileFilesTest : public ::testing::Test {
 protected:
  void make(std::uint64_t size) {
    const NamedKey log = testing::key_of(world_.genesis.origin);
    ASSERT_TRUE(Register::create(env_, world_.layout, world_.genesis_record, log).ok());
    Store store = Store::open(env_, world_.layout.database(), DatabaseMode::write).value();
    tree_.append(leaf_hash(world_.genesis_record.entry));
    Admission admission = start_admission(env_, world_.layout, store).value();
    auto transaction = Transaction::begin(store.database()).value();
    for (std::uint64_t i = 1; i < size; ++i) {
      const Bytes entry = fmt::format("rubbish {}", i);
      ASSERT_TRUE(store.put_entry({LeafIndex{i}, entry, std::nullopt, Errc::malformed}).ok());
      tree_.append(leaf_hash(entry));
      admission.pass();
    }
    // With the state at the end, a start replays nothing.
    ASSERT_TRUE(store.put_state(admission.next(), to_text(admission.state_json())).ok());
    const Checkpoint head{log.name, tree_.size(), tree_.root_at(tree_.size()).value()};
    ASSERT_TRUE(store.put_head({head.size, sign_checkpoint(log, head)}).ok());
    ASSERT_TRUE(transaction.commit().ok());
  }
  std::unique_ptr<Register> open() {
    auto opened = Register::open(env_, world_.layout, testing::key_of(world_.genesis.origin));
    EXPECT_TRUE(opened.ok()) << opened.error().text();
    return std::move(opened).value();
  }
  TileFiles files() {
    return TileFiles(env_, world_.layout,
                     Store::open(env_, world_.layout.database(), DatabaseMode::read).value());
  }
  void flip(const TileId& id) {
    Bytes bytes = disk_.bytes(world_.layout.tile(id));
    ASSERT_FALSE(bytes.empty()) << to_path(id);
    bytes[100] = static_cast<char>(bytes[100] ^ 8);
    disk_.put_bytes(world_.layout.tile(id), bytes);
  }

  SimDisk disk_;
  SimEnv env_{disk_};
  World world_;
  Tree tree_{[](const TileId&) { return Error{Errc::io, "it was never released"}; }};
};

TEST_F(TileFilesTest, MakesWhatTheTreeHolds) {
  make(600);
  TileFiles files = this->files();
  for (const TileId& id : {TileId{0, 0}, TileId{0, 1}, TileId{0, 1, 77}}) {
    EXPECT_EQ(files.make(id).value(), tree_.tile(id).value()) << to_path(id);
    EXPECT_EQ(files.make_from_entries(id).value(), tree_.tile(id).value()) << to_path(id);
    const Bytes bundle = files.make({TileId::entries, id.n, id.width}).value();
    EXPECT_TRUE(is_bundle_of(bundle, tree_.tile(id).value()));
    EXPECT_FALSE(is_bundle_of(bundle, tree_.tile({0, 2, 3}).value()));
  }
  EXPECT_EQ(files.make({0, 2, 256}).error().code, Errc::damaged) << "there are not so many entries";
}

TEST_F(TileFilesTest, StoresEveryFullTileOnOpening) {
  make(600);
  open();
  TileFiles files = this->files();
  for (const TileId& id : full_tiles(TreeSize{600})) {
    EXPECT_TRUE(files.has_file(id)) << to_path(id);
    EXPECT_EQ(files.read(id).value(), files.make_from_entries(id).value());
  }
  EXPECT_EQ(full_tiles(TreeSize{600}).size(), 4U);
  EXPECT_TRUE(full_tiles(TreeSize{255}).empty());
}

TEST_F(TileFilesTest, ReadsWhatIsNotAFileFromTheDatabase) {
  make(600);
  EXPECT_EQ(files().read({0, 1}).value(), tree_.tile({0, 1}).value());
}

// Over 65,536 entries, a tile of level 1 is full: what lies below it no start reads.
TEST_F(TileFilesTest, ProvesNothingFromADamagedTileOfAnyLevel) {
  constexpr std::uint64_t size = tile_width * tile_width + 300;
  make(size);
  open();
  for (const TileId& id :
       {TileId{0, 3}, TileId{1, 0}, TileId{0, 256}, TileId{TileId::entries, 3}}) {
    flip(id);
    const auto reg = open();
    const TileId shown{id.level, id.n, tile_width};
    const TileId below{std::max(id.level, 0), id.n, tile_width};
    EXPECT_EQ(reg->tile(below).value(), tree_.tile(below).value()) << to_path(id);
    if (id.level == TileId::entries) {
      EXPECT_TRUE(is_bundle_of(reg->tile(shown).value(), tree_.tile(below).value()));
    }
    EXPECT_EQ(reg->consistency(TreeSize{800}, TreeSize{size}).value(),
              tree_.consistency(TreeSize{800}, TreeSize{size}).value());
    const StoredHead head = reg->with_store([](Store& s) { return s.last_head(); }).value();
    EXPECT_EQ(reg->prove(LeafIndex{800}, head)->hashes,
              tree_.inclusion(LeafIndex{800}, TreeSize{size}).value());
    disk_.remove_file(world_.layout.tile(id));
  }
}

// The tree alone, when the entries do not help either.
TEST(TreeDamage, IsNamedIfNothingMendsIt) {
  std::map<TileId, Bytes> stored;
  Tree tree([&](const TileId& id) -> Result<Bytes> { return stored.at(id); });
  for (int i = 0; i < 600; ++i) tree.append(leaf_hash(std::to_string(i)));
  for (const FullTile& tile : tree.take_completed(TreeSize{511})) {
    stored[tile.id] = tile.hashes;
    tree.release(tile.id);
  }
  EXPECT_EQ(stored.size(), 1U) << "the second tile is not committed yet";
  stored[{0, 0}][40] ^= 1;
  const auto proof = tree.inclusion(LeafIndex{3}, TreeSize{600});
  ASSERT_FALSE(proof.ok());
  EXPECT_EQ(proof.error().code, Errc::damaged);
  EXPECT_NE(proof.error().what.find("tile/0/000"), std::string::npos);
  stored[{0, 0}][40] ^= 1;
  EXPECT_TRUE(tree.inclusion(LeafIndex{3}, TreeSize{600}).ok());
  ASSERT_EQ(tree.take_completed().size(), 1U) << "now it is";
}

}  // namespace
}  // namespace armistice
