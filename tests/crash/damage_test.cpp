// SPDX-License-Identifier: Apache-2.0
// One bit flips in a node that is at rest. Opening to write names it, or mends what can be made
// again and says so; nothing false leaves the house, and no flipped bit ends the process.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "crash/verify_hook.h"
#include "crash/whole_node.h"
#include "crypto/hash.h"
#include "register/bodies.h"
#include "views/engine.h"

namespace armistice::testing {
namespace {

const WholeNode& whole_node() {
  static const WholeNode node(90);
  return node;
}

/// A copy of the node, to be harmed.
class Damage : public ::testing::Test {
 protected:
  Damage() : disk_(whole_node().disk), world_(whole_node().world) {}

  // Flips a bit in the middle of these bytes, wherever the file holds them.
  void flip(const Path& file, ByteView bytes) {
    Bytes content = disk_.bytes(file);
    std::size_t found = 0;
    for (auto at = content.find(bytes); at != Bytes::npos; at = content.find(bytes, at + 1)) {
      content[at + bytes.size() / 2] = static_cast<char>(content[at + bytes.size() / 2] ^ 4);
      ++found;
    }
    ASSERT_GT(found, 0U) << "the bytes are not in " << file;
    disk_.put_bytes(file, content);
  }
  void change(const std::string& sql) {
    SimEnv env(disk_);
    Database database = Database::open(env, world_.layout.database(), DatabaseMode::write).value();
    const auto done = database.execute(sql);
    ASSERT_TRUE(done.ok()) << done.error().text();
  }
  StoredEntry entry(std::uint64_t index) { return store().entry(LeafIndex{index}).value(); }
  Store store() { return Store::open(env_, world_.layout.database(), DatabaseMode::read).value(); }

  // `verified` is how verify names it, where its words are others.
  void expect_refused(std::string_view named, std::string_view verified = "") {
    const auto opened = world_.start(env_);
    ASSERT_FALSE(opened.ok()) << "the damage was not noticed";
    EXPECT_EQ(opened.error().code, Errc::damaged) << opened.error().text();
    EXPECT_NE(opened.error().what.find(named), std::string::npos) << opened.error().text();
    expect_named_by_verify(env_, world_.layout.node, world_.circle,
                           verified.empty() ? named : verified);
  }
  // The register opens, says what it found, and keeps every promise.
  void expect_noticed(std::string_view named, std::string_view verified = "") {
    expect_named_by_verify(env_, world_.layout.node, world_.circle,
                           verified.empty() ? named : verified);
    const auto opened = world_.start(env_);
    ASSERT_TRUE(opened.ok()) << opened.error().text();
    const auto& notices = (*opened)->notices();
    EXPECT_TRUE(std::any_of(
        notices.begin(), notices.end(),
        [&](const std::string& notice) { return notice.find(named) != std::string::npos; }))
        << "nothing was said of " << named;
    world_.check(**opened);
  }
  void expect_mended() {
    const auto opened = world_.start(env_);
    ASSERT_TRUE(opened.ok()) << opened.error().text();
    EXPECT_TRUE((*opened)->notices().empty()) << (*opened)->notices().front();
  }

  SimDisk disk_;
  World world_;
  SimEnv env_{disk_};
};

TEST_F(Damage, NoneIsSaidToBeNone) { expect_mended(); }

TEST_F(Damage, InAnEntry) {
  flip(world_.layout.database(), entry(200).entry);
  expect_refused("entry 200");
}

TEST_F(Damage, InGenesis) {
  flip(world_.layout.database(), ByteView(whole_node().world.genesis_record.entry).substr(0, 200));
  expect_refused("genesis");
}

TEST_F(Damage, InABodyInItsRow) {
  flip(world_.layout.database(), *entry(200).body);
  expect_noticed("entry 200: its body is damaged");
}

TEST_F(Damage, InABodyInItsRowIsMendedByAFile) {
  const Bytes body = *entry(200).body;
  flip(world_.layout.database(), body);
  ASSERT_TRUE(put_body_file(env_, world_.layout, body).ok());
  expect_mended();
}

TEST_F(Damage, InABodysFile) {
  const auto& body = *whole_node().large.body;
  const Path file = world_.layout.body(sha256(body));
  flip(file, ByteView(body).substr(0, 4'000));
  expect_noticed("entry 4: its body is damaged");
  // The author still has it: handed in again, the file is whole.
  const auto reg = world_.start(env_).value();
  EXPECT_TRUE(world_.hand_in(*reg, whole_node().large).ok());
  EXPECT_TRUE(disk_.bytes(file) == body);
}

TEST_F(Damage, ABodysFileIsGone) {
  disk_.remove_file(world_.layout.body(sha256(*whole_node().large.body)));
  expect_noticed("entry 4: its open body is missing");
}

TEST_F(Damage, InAChain) {
  change("UPDATE chain SET leaf_index = leaf_index + 1 WHERE leaf_index = 200");
  expect_refused("entry 200");
}

TEST_F(Damage, AChainsRowIsGone) {
  change("DELETE FROM chain WHERE leaf_index = 200");
  expect_refused("entry 200");
}

TEST_F(Damage, InTheIdOfAJointRecord) {
  change("UPDATE joint SET id = zeroblob(32)");
  expect_refused("entry 36");
}

TEST_F(Damage, InAVerdict) {
  change("UPDATE entry SET void = 'expired' WHERE leaf_index = 200");
  expect_refused("entry 200");
  change("UPDATE entry SET void = 'expirec' WHERE leaf_index = 200");
  expect_refused("entry 200");
}

TEST_F(Damage, InAHead) {
  const Bytes note = store().head(TreeSize{15}).value().note;
  flip(world_.layout.database(), note);
  expect_refused("the head of size 15", "accepted head of size 15");
}

TEST_F(Damage, InTheLastHead) {
  const StoredHead last = store().last_head().value();
  flip(world_.layout.database(), last.note);
  expect_refused(fmt::format("its last head, of size {}", last.size.value),
                 fmt::format("differ at size {}", last.size.value));
}

TEST_F(Damage, InACountedHead) {
  const StoredHead counted = store().last_counted().value();
  const auto lines = counted.note.find("czechoslovakia");
  flip(world_.layout.database(), ByteView(counted.note).substr(lines));
  expect_noticed(fmt::format("counted head of size {}", counted.size.value));
  EXPECT_EQ(store().last_counted().value().note, counted.note) << "made again from its lines";
}

TEST_F(Damage, InTheModeOfACountedHead) {
  const StoredHead counted = store().last_counted().value();
  change("UPDATE counted SET mode = 'contested'");
  expect_noticed(fmt::format("counted head of size {}", counted.size.value), "not contested");
  EXPECT_EQ(store().counted_mode(counted.size).value(), Mode::settled);
}

TEST_F(Damage, InACosignature) {
  const StoredHead counted = store().last_counted().value();
  change(fmt::format(
      "UPDATE cosignature SET line = cast(replace(cast(line AS TEXT), '=', 'A') AS BLOB) "
      "WHERE size = {} AND party = 'unc'",
      counted.size.value));
  expect_noticed(fmt::format("counted head of size {}", counted.size.value),
                 fmt::format("cosigned head of size {}", counted.size.value));
  EXPECT_EQ(store().last_counted().value().note, counted.note)
      << "the line stands in the head, too";
}

TEST_F(Damage, InATile) {
  const Path file = world_.layout.tile({0, 0, tile_width});
  const Bytes good = disk_.bytes(file);
  flip(file, good);
  expect_noticed("tile/0/000");
  EXPECT_EQ(disk_.bytes(file), good);
}

TEST_F(Damage, InABundle) {
  const Path file = world_.layout.tile({TileId::entries, 0, tile_width});
  const Bytes good = disk_.bytes(file);
  flip(file, good);
  expect_noticed("tile/entries/000");
  EXPECT_EQ(disk_.bytes(file), good);
}

TEST_F(Damage, InATileOrBundleWhileTheRegisterRuns) {
  const auto reg = world_.start(env_).value();
  for (const TileId& id : {TileId{0, 0, tile_width}, TileId{TileId::entries, 0, tile_width}}) {
    const Path file = world_.layout.tile(id);
    const Bytes good = disk_.bytes(file);
    flip(file, good);
    EXPECT_EQ(reg->tile(id).value(), good) << to_path(id);
  }
  world_.check(*reg);
}

TEST_F(Damage, ATileIsGone) {
  const Path file = world_.layout.tile({0, 0, tile_width});
  const Bytes good = disk_.bytes(file);
  disk_.remove_file(file);
  expect_mended();
  EXPECT_EQ(disk_.bytes(file), good);
}

TEST_F(Damage, InEitherSlotOfHead) {
  const Bytes good = disk_.bytes(world_.layout.head());
  for (std::size_t slot = 0; slot < 2; ++slot) {
    flip(world_.layout.head(), ByteView(good).substr(slot * HeadFile::slot_bytes, 100));
    expect_noticed(fmt::format("head: slot {}", slot + 1));
    disk_.put_bytes(world_.layout.head(), good);
    flip(world_.layout.head(), ByteView(good).substr(slot * HeadFile::slot_bytes, 8'000));
    expect_noticed(fmt::format("head: slot {}", slot + 1));
    disk_.put_bytes(world_.layout.head(), good);
  }
}

TEST_F(Damage, InBothSlotsOfHead) {
  Bytes bad = disk_.bytes(world_.layout.head());
  bad[40] = static_cast<char>(bad[40] ^ 1);
  bad[HeadFile::slot_bytes + 40] = static_cast<char>(bad[HeadFile::slot_bytes + 40] ^ 1);
  disk_.put_bytes(world_.layout.head(), bad);
  expect_refused("head: neither slot", "head: slot 1");
}

TEST_F(Damage, HeadHasAnotherSizeOrIsGone) {
  disk_.put_bytes(world_.layout.head(), disk_.bytes(world_.layout.head()) + "\n");
  expect_refused("head: 8193 bytes");
  disk_.remove_file(world_.layout.head());
  const auto opened = world_.start(env_);
  ASSERT_FALSE(opened.ok());
  EXPECT_EQ(opened.error().code, Errc::damaged) << opened.error().text();
}

// What the log's own key signs is still not so: the secretary cannot make `verify` look elsewhere.
TEST_F(Damage, AFalseHeadIsNotHiddenByAnother) {
  const StoredHead last = store().last_head().value();
  const NamedKey log = key_of(world_.genesis.origin);
  const auto head = [&](std::uint64_t size) {
    return sign_checkpoint(log, {world_.genesis.origin, TreeSize{size}, sha256("false")});
  };
  {
    Store writer = Store::open(env_, world_.layout.database(), DatabaseMode::write).value();
    ASSERT_TRUE(writer.put_head({TreeSize{0}, head(0)}).ok());
    Statement put = writer.database().prepare("UPDATE head SET note = ? WHERE size = ?").value();
    ASSERT_TRUE(put.run(ByteView(head(last.size.value)), last.size.value).ok());
  }
  const auto slots = HeadFile::read(env_, world_.layout.head(), world_.genesis).value();
  Bytes bytes = disk_.bytes(world_.layout.head());
  Bytes slot = head(last.size.value);
  slot.resize(HeadFile::slot_bytes, '\n');
  bytes.replace(*slots.last() * HeadFile::slot_bytes, HeadFile::slot_bytes, slot);
  disk_.put_bytes(world_.layout.head(), bytes);
  const auto named = [&](std::string_view what) {
    expect_named_by_verify(env_, world_.layout.node, world_.circle, what);
  };
  named("the accepted head of size 0");
  change("DELETE FROM head WHERE size = 0");
  named(fmt::format("a head of {} has another root", last.size.value));
}

TEST_F(Damage, RowsThatNothingCallsForAreFound) {
  const auto named = [&](std::string_view sql, std::string_view undo, std::string_view what) {
    SCOPED_TRACE(sql);
    change(std::string(sql));
    expect_named_by_verify(env_, world_.layout.node, world_.circle, what);
    change(std::string(undo));
  };
  named("INSERT INTO entry SELECT 900, entry, body, void FROM entry WHERE leaf_index = 3",
        "DELETE FROM entry WHERE leaf_index = 900", "entries");
  named("INSERT INTO chain VALUES (3, 900, 1)", "DELETE FROM chain WHERE number = 900",
        "numbers taken");
  named("INSERT INTO joint VALUES (zeroblob(32), 3)", "DELETE FROM joint WHERE leaf_index = 3",
        "joint records");
  named("INSERT INTO counted SELECT 900, note, mode FROM counted LIMIT 1",
        "DELETE FROM counted WHERE size = 900", "counted head of size 900");
  named("INSERT INTO head SELECT 900, note FROM head LIMIT 1", "DELETE FROM head WHERE size = 900",
        "entry 277 is missing");
  named("INSERT INTO cosignature VALUES (7000, 'unc', 'x')",
        "DELETE FROM cosignature WHERE size = 7000", "cosignatures of no head");
  named("INSERT INTO evidence VALUES (3, zeroblob(32), 'x', 0)", "DELETE FROM evidence",
        "evidence beside entry 3");
  named("INSERT INTO state VALUES (9000, 'x', 'x')", "DELETE FROM state WHERE position = 9000",
        "states saved past the last head");
  named("CREATE TRIGGER later AFTER INSERT ON entry BEGIN DELETE FROM evidence; END",
        "DROP TRIGGER later", "a trigger that is none of a register: later");
  const auto verified = verify_node(env_, world_.layout.node, world_.circle).value();
  EXPECT_FALSE(verified.wrong.has_value()) << verified.wrong->text();
}

TEST_F(Damage, InASavedStateCostsOnlyTime) {
  {
    const auto reg = world_.start(env_).value();
    Store writer = Store::open(env_, world_.layout.database(), DatabaseMode::write).value();
    const Admission admission = load_admission(env_, world_.layout, writer, TreeSize{100}).value();
    ASSERT_TRUE(writer.put_state(LeafIndex{100}, to_text(admission.state_json())).ok());
  }
  expect_mended();
  flip(world_.layout.database(), "\"enrolled_at\":");
  expect_mended();
  const auto reg = world_.start(env_).value();
  world_.check(*reg);
}

TEST_F(Damage, InTheLogOfTheDatabase) {
  {
    const auto reg = world_.start(env_).value();
    const Desks desks(world_.circle, 92);
    ASSERT_TRUE(world_.hand_in(*reg, desks.some(270, 276)).ok());
    disk_.plan({.stop_at = 1, .fail_at = {}});
  }
  disk_.kill();
  Path log = world_.layout.database();
  log += "-wal";
  const Bytes bytes = disk_.bytes(log);
  ASSERT_GT(bytes.size(), 4'200U);
  flip(log, ByteView(bytes).substr(1'000, 64));
  // SQLite takes a log that it cannot read for one that was never finished; `head` knows better.
  const auto opened = world_.start(env_);
  ASSERT_FALSE(opened.ok());
  EXPECT_EQ(opened.error().code, Errc::rolled_back) << opened.error().text();
}

TEST_F(Damage, InViewsIsFoldedAgain) {
  const auto lines = [&] {
    const auto reg = world_.start(env_).value();
    const auto engine = Engine::open(env_, world_.layout, WholeNode::views_path);
    EXPECT_TRUE(engine.ok());
    const auto caught_up = (*engine)->catch_up(reg->state().size);
    EXPECT_TRUE(caught_up.ok()) << caught_up.error().text();
    return (*engine)->state().digest_lines;
  };
  const auto good = lines();
  flip(WholeNode::views_path, "\"enrolled_at\":");
  EXPECT_EQ(lines(), good);
  flip(WholeNode::views_path, "SQLite format 3");
  EXPECT_EQ(lines(), good);
  disk_.remove_file(WholeNode::views_path);
  EXPECT_EQ(lines(), good);
}

}  // namespace
}  // namespace armistice::testing
