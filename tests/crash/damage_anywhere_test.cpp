// SPDX-License-Identifier: Apache-2.0
// Bits flip anywhere in any file of a node. What is read may be refused; it may not end the
// process, and what is given out all the same must be true.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdlib>

#include "crash/whole_node.h"
#include "register/merkle.h"
#include "views/engine.h"

namespace armistice::testing {
namespace {

bool is_long() { return std::getenv("ARMISTICE_LONG") != nullptr; }

/// What the node would give out if nothing were wrong with it.
struct Truth {
  std::map<std::string, Bytes> tiles;
  std::map<std::uint64_t, Digest> roots;
  std::vector<std::string> digest_lines;
  TreeSize size;

  explicit Truth(const WholeNode& node);
};

std::vector<TileId> all_tiles(TreeSize size) {
  std::vector<TileId> tiles = full_tiles(size);
  for (int level = TileId::entries; hashes_at(size, level) > 0; ++level) {
    const std::uint64_t hashes = hashes_at(size, level);
    if (hashes % tile_width > 0) {
      tiles.push_back({level, hashes / tile_width, hashes % tile_width});
    }
  }
  return tiles;
}

Truth::Truth(const WholeNode& node) {
  SimDisk disk(node.disk);
  World world(node.world);
  SimEnv env(disk);
  const auto reg = world.start(env).value();
  size = reg->state().size;
  for (const TileId& id : all_tiles(size)) tiles[to_path(id)] = reg->tile(id).value();
  for (std::uint64_t i = 0; i <= size.value; ++i) roots[i] = reg->root_at({i}).value();
  const auto engine = Engine::open(env, world.layout, WholeNode::views_path).value();
  EXPECT_TRUE(engine->catch_up(size).ok());
  digest_lines = engine->state().digest_lines;
}

// Receipts, proofs, tiles and heads: true, or not given.
void expect_true(World& world, Register& reg, const Truth& truth) {
  for (const World::Handed& one : world.handed()) {
    const auto again = reg.append(one.record);
    if (again.ok()) {
      EXPECT_EQ(again->proof, one.receipt->proof);
    }
  }
  for (const auto& [path, bytes] : truth.tiles) {
    const auto tile = reg.tile(parse_tile_path(path).value());
    if (tile.ok()) {
      EXPECT_TRUE(*tile == bytes) << path;
    }
  }
  const auto heads =
      reg.with_store([](Store& store) { return store.heads_from(TreeSize{0}, 1'000); });
  for (const StoredHead& head : heads.ok() ? *heads : std::vector<StoredHead>()) {
    const auto proof = reg.prove(LeafIndex{0}, head);
    if (!proof.ok()) continue;
    const auto checked = check_proof(*proof, world.genesis_record.entry);
    EXPECT_TRUE(checked.ok()) << checked.error().text();
    const Checkpoint checkpoint = read_head(world.genesis, proof->checkpoint)->checkpoint;
    EXPECT_EQ(truth.roots.at(checkpoint.size.value), checkpoint.root);
  }
}

void try_node(SimDisk& disk, World& world, const Truth& truth) {
  SimEnv env(disk);
  const auto opened = Register::open(env, world.layout, key_of(world.genesis.origin));
  if (opened.ok()) expect_true(world, **opened, truth);
  const auto cosigner = Cosigner::open(env, world.layout, std::nullopt);
  if (cosigner.ok()) {
    const Checkpoint last{world.genesis.origin, truth.size, truth.roots.at(truth.size.value)};
    static_cast<void>((*cosigner)->check(last));
    const Checkpoint lie{world.genesis.origin, truth.size, Digest()};
    EXPECT_FALSE((*cosigner)->check(lie).ok());
  }
  auto engine = Engine::open(env, world.layout, WholeNode::views_path);
  if (!engine.ok() || !(*engine)->catch_up(truth.size).ok()) return;
  // Rows of views.db are cache: a flipped bit there may be read until they are folded again.
  const auto rebuilt = (*engine)->rebuild(truth.size);
  if (rebuilt.ok() && (*engine)->state().position == truth.size) {
    EXPECT_EQ((*engine)->state().digest_lines, truth.digest_lines);
  }
}

void flip_anywhere(const WholeNode& node, int rounds, std::uint64_t seed) {
  const Truth truth(node);
  std::uint64_t random = seed;
  const auto files = node.disk.files();
  for (int round = 0; round < rounds; ++round) {
    const Path file = files[next_random(random) % files.size()];
    Bytes bytes = node.disk.bytes(file);
    if (bytes.empty()) continue;
    const std::size_t at = next_random(random) % bytes.size();
    const int bit = static_cast<int>(next_random(random) % 8);
    SCOPED_TRACE(fmt::format("bit {} of byte {} of {}", bit, at, file.string()));
    bytes[at] = static_cast<char>(bytes[at] ^ 1 << bit);
    SimDisk disk(node.disk);
    disk.put_bytes(file, bytes);
    World world(node.world);
    try_node(disk, world, truth);
    if (::testing::Test::HasFailure()) return;
  }
}

TEST(DamageAnywhere, InASmallNode) {
  const WholeNode node(12);
  flip_anywhere(node, is_long() ? 2'000 : 60, 1);
}

TEST(DamageAnywhere, InANodeWithTiles) {
  const WholeNode node(90);
  flip_anywhere(node, is_long() ? 200 : 6, 2);
}

// register.db alone, where most of a node is.
TEST(DamageAnywhere, InTheDatabase) {
  WholeNode node(12);
  for (const Path& file : node.disk.files()) {
    if (file != node.world.layout.database()) continue;
    const Truth truth(node);
    const Bytes good = node.disk.bytes(file);
    std::uint64_t random = 3;
    for (int round = 0; round < (is_long() ? 2'000 : 40); ++round) {
      Bytes bad = good;
      const std::size_t at = next_random(random) % bad.size();
      SCOPED_TRACE(at);
      bad[at] = static_cast<char>(next_random(random));
      SimDisk disk(node.disk);
      disk.put_bytes(file, bad);
      World world(node.world);
      try_node(disk, world, truth);
      if (HasFailure()) return;
    }
  }
}

}  // namespace
}  // namespace armistice::testing
