// SPDX-License-Identifier: Apache-2.0
#include "views/engine.h"

#include <gtest/gtest.h>

#include "register/bodies.h"
#include "register/register.h"
#include "support/sim_env.h"
#include "support/world.h"

namespace armistice {
namespace {

using testing::Desks;
using testing::SimDisk;
using testing::SimEnv;
using testing::World;

const Path views = "/node/views.db";

class EngineTest : public ::testing::Test {
 protected:
  EngineTest() {
    reg_ = world_.start(env_).value();
    EXPECT_TRUE(world_.hand_in(*reg_, desks_.enrolments).ok());
    hand_in(0, 30);
  }
  void hand_in(std::size_t first, std::size_t last) {
    ASSERT_TRUE(world_.hand_in(*reg_, desks_.some(first, last)).ok());
  }
  std::unique_ptr<Engine> open() {
    auto opened = Engine::open(env_, world_.layout, views);
    EXPECT_TRUE(opened.ok()) << opened.error().text();
    return std::move(opened).value();
  }
  TreeSize size() { return reg_->state().size; }
  std::int64_t rows(Engine& engine) {
    return engine
        .with_rows([](Database& database) -> Result<std::int64_t> {
          Statement count = TRY(database.prepare("SELECT count(*) FROM record"));
          TRY(count.next());
          return count.integer(0);
        })
        .value();
  }
  void change(const std::string& sql, const Path& path) {
    Database database = Database::open(env_, path, DatabaseMode::write).value();
    const auto done = database.execute(sql);
    ASSERT_TRUE(done.ok()) << done.error().text();
  }
  // What folding everything afresh gives.
  std::vector<std::string> truth() {
    const auto engine = Engine::open(env_, world_.layout, "/node/other.db").value();
    EXPECT_TRUE(engine->rebuild(size()).ok());
    return engine->state().digest_lines;
  }

  SimDisk disk_;
  SimEnv env_{disk_};
  World world_;
  Desks desks_{world_.circle, 30};
  std::unique_ptr<Register> reg_;
};

TEST_F(EngineTest, CatchingUpIsTheSameAsRebuilding) {
  auto engine = open();
  EXPECT_EQ(engine->state().position.value, 1U) << "genesis";
  for (std::size_t i = 30; i < 90; i += 20) {
    ASSERT_TRUE(engine->catch_up(size()).ok());
    EXPECT_EQ(engine->state().position, size());
    EXPECT_EQ(engine->state().digest_lines, truth());
    EXPECT_EQ(rows(*engine), static_cast<std::int64_t>(size().value));
    hand_in(i, i + 20);
    if (i == 50) engine = open();
  }
  ASSERT_TRUE(engine->rebuild(size()).ok());
  EXPECT_EQ(engine->state().digest_lines, truth());
  const auto found = engine->find_record(testing::id_of(desks_.records[0]));
  EXPECT_EQ(found.value(), LeafIndex{4});
}

TEST_F(EngineTest, StopsAtAMissingBodyAndGoesOn) {
  change("UPDATE entry SET body = NULL WHERE leaf_index = 20", world_.layout.database());
  auto engine = open();
  ASSERT_TRUE(engine->catch_up(size()).ok());
  EXPECT_EQ(engine->state().position.value, 20U);
  ASSERT_TRUE(engine->state().incomplete.has_value());
  EXPECT_EQ(engine->state().incomplete->code, Errc::incomplete);
  EXPECT_EQ(rows(*engine), 20);
  engine = open();
  ASSERT_TRUE(engine->rebuild(size()).ok());
  EXPECT_TRUE(engine->state().incomplete.has_value()) << "a rebuild says so, too";
  ASSERT_TRUE(put_body_file(env_, world_.layout, *desks_.records[16].body).ok());
  ASSERT_TRUE(engine->catch_up(size()).ok());
  EXPECT_EQ(engine->state().position, size());
  EXPECT_FALSE(engine->state().incomplete.has_value());
  EXPECT_EQ(engine->state().digest_lines, truth());
}

TEST_F(EngineTest, ADamagedViewsFileIsFoldedAgain) {
  ASSERT_TRUE(open()->catch_up(size()).ok());
  const Bytes good = disk_.bytes(views);
  const std::vector<std::string> lines = truth();
  for (std::size_t at = 20; at < good.size(); at += good.size() / 40) {
    Bytes bad = good;
    bad.replace(at, 16, Bytes(16, '\xff'));
    disk_.put_bytes(views, bad);
    const auto engine = Engine::open(env_, world_.layout, views);
    ASSERT_TRUE(engine.ok()) << at << ": " << engine.error().text();
    ASSERT_TRUE((*engine)->catch_up(size()).ok()) << at;
    EXPECT_EQ((*engine)->state().digest_lines, lines) << at;
  }
}

// The state is written now and then: what came after it is folded again, and its rows stay.
TEST_F(EngineTest, AStartFoldsAgainWhatCameAfterTheSavedState) {
  const std::vector<std::string> lines = truth();
  ASSERT_TRUE(open()->catch_up(size()).ok());
  const auto forged = [&](Engine& engine) {
    return engine
        .with_rows([](Database& database) -> Result<std::int64_t> {
          Statement count = TRY(database.prepare("SELECT count(*) FROM record WHERE author='x'"));
          TRY(count.next());
          return count.integer(0);
        })
        .value();
  };
  change("UPDATE record SET author='x' WHERE leaf_index=20", views);
  {
    const auto engine = open();
    EXPECT_EQ(engine->state().position, size());
    EXPECT_EQ(engine->state().digest_lines, lines);
    EXPECT_EQ(forged(*engine), 1) << "rows are not written again";
  }
  for (const char* lie : {"UPDATE standing SET digests=replace(digests, 'sha256:', 'sha256:x')",
                          "UPDATE standing SET root='sha256:0'", "DELETE FROM standing",
                          "UPDATE standing SET position=0"}) {
    SCOPED_TRACE(lie);
    change("UPDATE record SET author='x' WHERE leaf_index=20", views);
    change(lie, views);
    const auto engine = open();
    ASSERT_TRUE(engine->catch_up(size()).ok());
    EXPECT_EQ(engine->state().digest_lines, lines);
    EXPECT_EQ(forged(*engine), 0) << "and everything is, if it contradicts itself";
  }
}

// Of many entries it is written on the way.
TEST_F(EngineTest, TheStateGoesOnWithManyEntries) {
  hand_in(30, 90);
  const auto engine = open();
  ASSERT_TRUE(engine->follow(size()).ok());
  const auto saved = [&] {
    return engine
        ->with_rows([](Database& database) -> Result<std::string> {
          Statement select = TRY(database.prepare("SELECT digest FROM fold WHERE part='traffic'"));
          TRY(select.next());
          return std::string(select.bytes(0));
        })
        .value();
  };
  const std::string before = saved();
  ASSERT_TRUE(engine->tidy().ok());
  EXPECT_NE(saved(), before);
  EXPECT_EQ(open()->state().digest_lines, truth());
}

// After a failure the rows were rolled back: the fold must not go on from where it stood in memory.
TEST_F(EngineTest, AFailedWriteLosesNoRows) {
  const auto engine = open();
  ASSERT_TRUE(engine->catch_up(size()).ok());
  hand_in(30, 60);
  disk_.plan({});
  std::uint64_t at = 0;
  // Each write of the fold fails once; what fails is folded at the next call.
  while (true) {
    disk_.plan({.stop_at = {}, .fail_at = ++at});
    const auto failed = engine->catch_up(size());
    disk_.plan({});
    if (failed.ok()) break;
    ASSERT_LT(at, 200U);
    EXPECT_EQ(failed.error().code, Errc::io) << failed.error().text();
    if (at % 3 == 0) {
      EXPECT_TRUE(engine->catch_up(size()).ok());
    }
    EXPECT_LE(rows(*engine), static_cast<std::int64_t>(size().value));
  }
  EXPECT_GT(at, 1U);
  EXPECT_EQ(engine->state().position, size());
  EXPECT_EQ(rows(*engine), static_cast<std::int64_t>(size().value));
  EXPECT_EQ(engine->state().digest_lines, truth());
}

TEST_F(EngineTest, ADamagedVerdictIsNamedAndEndsNothing) {
  change("UPDATE entry SET entry = 'rubbish' WHERE leaf_index = 20", world_.layout.database());
  const auto engine = open();
  const auto folded = engine->catch_up(size());
  ASSERT_FALSE(folded.ok());
  EXPECT_EQ(folded.error().code, Errc::damaged);
  EXPECT_NE(folded.error().what.find("entry 20"), std::string::npos) << folded.error().text();
  change(fmt::format("UPDATE entry SET entry = (SELECT entry FROM entry WHERE leaf_index = 5) "
                     "WHERE leaf_index = 20"),
         world_.layout.database());
  EXPECT_EQ(engine->catch_up(size()).error().code, Errc::damaged) << "a number twice";
}

TEST_F(EngineTest, APowerCutLeavesWhatCanBeLoadedOrFoldedAgain) {
  const std::vector<std::string> lines = truth();
  for (std::uint64_t operation = 1; operation < 160; operation += 6) {
    SCOPED_TRACE(operation);
    SimDisk disk(disk_);
    {
      SimEnv env(disk);
      const auto engine = Engine::open(env, world_.layout, views).value();
      ASSERT_TRUE(engine->catch_up(TreeSize{10}).ok());
      disk.plan({.stop_at = operation, .fail_at = {}});
      static_cast<void>(engine->catch_up(size()));
      static_cast<void>(engine->rebuild(size()));
    }
    disk.power_cut(testing::Unsynced::torn, operation);
    SimEnv env(disk);
    const auto engine = Engine::open(env, world_.layout, views);
    ASSERT_TRUE(engine.ok()) << engine.error().text();
    ASSERT_TRUE((*engine)->catch_up(size()).ok());
    EXPECT_EQ((*engine)->state().digest_lines, lines);
    EXPECT_EQ(rows(**engine), static_cast<std::int64_t>(size().value));
  }
}

}  // namespace
}  // namespace armistice
