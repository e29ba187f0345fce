// SPDX-License-Identifier: Apache-2.0
// The simulated disk must be as unkind as it says, or the tests on it show nothing.
#include <gtest/gtest.h>

#include "base/database.h"
#include "support/sim_env.h"

namespace armistice::testing {
namespace {

const Path file_path = "/a/file";

class SimDiskTest : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(env_.make_directories("/a").ok());
    ASSERT_TRUE(env_.write_file(file_path, Bytes(1'024, 'o')).ok());
  }
  Bytes after(Unsynced how, std::uint64_t seed = 1) {
    disk_.power_cut(how, seed);
    return disk_.bytes(file_path);
  }
  std::unique_ptr<File> file() { return env_.open(file_path, OpenMode::read_write).value(); }

  SimDisk disk_;
  SimEnv env_{disk_};
};

TEST_F(SimDiskTest, LosesWhatWasNotSynced) {
  ASSERT_TRUE(file()->write(0, Bytes(1'024, 'n')).ok());
  EXPECT_EQ(disk_.bytes(file_path), Bytes(1'024, 'n'));
  EXPECT_EQ(after(Unsynced::lost), Bytes(1'024, 'o'));
}

TEST_F(SimDiskTest, KeepsWhatWasSynced) {
  const auto open = file();
  ASSERT_TRUE(open->write(0, Bytes(1'024, 'n')).ok());
  ASSERT_TRUE(open->sync().ok());
  EXPECT_EQ(after(Unsynced::lost), Bytes(1'024, 'n'));
}

TEST_F(SimDiskTest, TearsBySectorsAndSize) {
  std::set<Bytes> seen;
  for (std::uint64_t seed = 0; seed < 64; ++seed) {
    SimDisk disk(disk_);
    SimEnv env(disk);
    ASSERT_TRUE(
        env.open(file_path, OpenMode::read_write).value()->write(0, Bytes(1'536, 'n')).ok());
    disk.power_cut(Unsynced::torn, seed);
    const Bytes left = disk.bytes(file_path);
    seen.insert(left);
    for (std::size_t at = 0; at < left.size(); at += 512) {
      EXPECT_EQ(left.substr(at, 512), Bytes(512, left[at])) << "half a sector";
    }
  }
  EXPECT_TRUE(seen.contains(Bytes(512, 'o') + Bytes(512, 'n'))) << "no tear in the middle";
  EXPECT_TRUE(seen.contains(Bytes(1'024, 'n') + Bytes(512, '\0'))) << "no size without its bytes";
}

TEST_F(SimDiskTest, LosesNamesUntilTheDirectoryIsSynced) {
  ASSERT_TRUE(env_.open("/a/new", OpenMode::read_write).value()->sync().ok());
  ASSERT_TRUE(env_.rename(file_path, "/a/renamed").ok());
  SimDisk synced(disk_);
  disk_.power_cut(Unsynced::lost, 1);
  EXPECT_EQ(disk_.files(), std::vector<Path>{file_path});
  ASSERT_TRUE(synced.sync_directory("/a").ok());
  synced.power_cut(Unsynced::lost, 1);
  EXPECT_EQ(synced.files(), (std::vector<Path>{"/a/new", "/a/renamed"}));
}

TEST_F(SimDiskTest, LosesWhatLiesInALostDirectory) {
  ASSERT_TRUE(disk_.make_directory("/b").ok());
  ASSERT_TRUE(env_.write_file("/b/file", "synced").ok());
  disk_.power_cut(Unsynced::lost, 1);
  EXPECT_FALSE(disk_.exists("/b/file"));
}

TEST_F(SimDiskTest, AFailedSyncIsNotMadeGoodByTheNext) {
  const auto open = file();
  ASSERT_TRUE(open->write(0, Bytes(512, 'n')).ok());
  disk_.plan({.stop_at = {}, .fail_at = 1});
  EXPECT_FALSE(open->sync().ok());
  EXPECT_TRUE(open->sync().ok());
  EXPECT_EQ(disk_.bytes(file_path).front(), 'n');
  EXPECT_EQ(after(Unsynced::kept).front(), 'o');
}

TEST_F(SimDiskTest, StopsAtTheOperationAndForgetsLocks) {
  const auto lock = env_.lock("/a/lock");
  ASSERT_TRUE(lock.ok());
  EXPECT_EQ(env_.lock("/a/lock").error().code, Errc::busy);
  const auto open = file();
  disk_.plan({.stop_at = 2, .fail_at = {}});
  EXPECT_TRUE(open->write(0, "1").ok());
  EXPECT_FALSE(open->write(0, "2").ok());
  EXPECT_FALSE(open->read(0, 1).ok());
  disk_.kill();
  EXPECT_FALSE(open->read(0, 1).ok()) << "a file of the life before";
  EXPECT_EQ(disk_.bytes(file_path).front(), '1');
  EXPECT_TRUE(env_.lock("/a/lock").ok());
}

// SQLite's promise through this VFS: what was committed is there after a power cut, what was not is
// not, whatever the cut left of the rest.
TEST(SimVfs, KeepsWhatSqliteCommitted) {
  for (std::uint64_t seed = 0; seed < 30; ++seed) {
    SimDisk disk;
    {
      SimEnv env(disk);
      ASSERT_TRUE(env.make_directories("/d").ok());
      Database one = Database::open(env, "/d/db", DatabaseMode::write).value();
      Database two = Database::open(env, "/d/db", DatabaseMode::write).value();
      ASSERT_TRUE(one.execute("CREATE TABLE t (i INTEGER PRIMARY KEY, b BLOB)").ok());
      for (int i = 0; i < 20; ++i) {
        Database& writer = i % 2 == 0 ? one : two;
        ASSERT_TRUE(writer.execute("INSERT INTO t (b) VALUES (randomblob(3000))").ok());
        if (i % 7 == 0) {
          EXPECT_TRUE(writer.checkpoint().ok());
        }
      }
      ASSERT_TRUE(one.execute("BEGIN; INSERT INTO t (b) VALUES (randomblob(300000))").ok());
      disk.power_cut(Unsynced::torn, seed);
    }
    SimEnv env(disk);
    Database again = Database::open(env, "/d/db", DatabaseMode::write).value();
    Statement count = again.prepare("SELECT count(*) FROM t").value();
    ASSERT_TRUE(count.next().value());
    EXPECT_EQ(count.integer(0), 20) << "seed " << seed;
    Statement check = again.prepare("PRAGMA integrity_check").value();
    ASSERT_TRUE(check.next().value());
    EXPECT_EQ(check.bytes(0), "ok") << "seed " << seed;
  }
}

// The other way round: a database that does not sync its commits is seen to lose some here.
TEST(SimVfs, LosesWhatSqliteDidNotSync) {
  int lost = 0;
  for (std::uint64_t seed = 0; seed < 10; ++seed) {
    SimDisk disk;
    {
      SimEnv env(disk);
      Database one = Database::open(env, "/db", DatabaseMode::write, Durability::rebuilt).value();
      ASSERT_TRUE(one.execute("CREATE TABLE t (i); PRAGMA wal_checkpoint(TRUNCATE)").ok());
      ASSERT_TRUE(one.execute("INSERT INTO t VALUES (1)").ok());
      disk.power_cut(Unsynced::torn, seed);
    }
    SimEnv env(disk);
    Database again = Database::open(env, "/db", DatabaseMode::write).value();
    Statement count = again.prepare("SELECT count(*) FROM t").value();
    ASSERT_TRUE(count.next().value());
    if (count.integer(0) == 0) ++lost;
  }
  EXPECT_GT(lost, 0);
}

}  // namespace
}  // namespace armistice::testing
