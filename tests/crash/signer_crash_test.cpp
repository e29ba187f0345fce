// SPDX-License-Identifier: Apache-2.0
// A signer never uses a number for two texts, wherever it dies: a fork that it made itself would
// stand against its party for ever.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "crypto/hash.h"
#include "record/signer.h"
#include "support/sim_env.h"
#include "support/world.h"

namespace armistice::testing {
namespace {

const Path key_file = "/keys/desk";

Header header_of(const Digest& circle, const Bytes& body) {
  Header header;
  header.circle = circle;
  header.kind = "note/1";
  header.written = parse_civil_time("1951-07-12T01:30:00+09:00").value();
  header.body = {sha256(body), body.size(), BodyForm::open};
  return header;
}

/// What left the signer's house, by number: one text each, for ever.
class Said {
 public:
  void let_out(const Bytes& entry) {
    const Record record = parse_record(entry).value();
    const auto [known, first] = texts_.emplace(record.header.number, record.id);
    EXPECT_EQ(known->second, record.id) << "two texts of number " << record.header.number;
    if (record.header.number > 1) {
      const auto before = texts_.find(record.header.number - 1);
      if (before != texts_.end()) {
        EXPECT_EQ(record.header.previous, before->second);
      }
    }
  }
  std::size_t count() const { return texts_.size(); }

 private:
  std::map<std::uint64_t, Digest> texts_;
};

// Hands in what waits, then signs so many more; `run` makes the texts of each life differ.
Result<void> live(SimEnv& env, Said& said, int run, int more = 3) {
  const Digest circle = sha256("circle");
  Signer signer = TRY(Signer::open(env, key_file));
  if (signer.unreceipted()) {
    said.let_out(signer.unreceipted()->entry);
    TRY(signer.receipted());
  }
  for (int i = 0; i < more; ++i) {
    const Bytes body = to_bytes(Body(note(fmt::format("{} of life {}", i, run))));
    said.let_out(TRY(signer.sign(header_of(circle, body), body)));
    TRY(signer.receipted());
  }
  return {};
}

void make_key(SimDisk& disk) {
  SimEnv env(disk);
  ASSERT_TRUE(env.make_directories("/keys").ok());
  ASSERT_TRUE(env.write_file(key_file, to_key_file(key_of("unc/delegation"))).ok());
}

enum class End : std::uint8_t { lost, torn, kept, killed };

// Whether the first life came to its end before it was stopped.
bool stop_at(std::uint64_t operation, End how, std::uint64_t seed) {
  SCOPED_TRACE(
      fmt::format("operation {}, end {}, seed {}", operation, static_cast<int>(how), seed));
  const int more = seed % 2 == 0 ? 0 : 3;  // in the second life
  SimDisk disk;
  make_key(disk);
  Said said;
  disk.plan({.stop_at = operation, .fail_at = {}});
  bool done = false;
  {
    SimEnv env(disk);
    done = live(env, said, 0).ok();
  }
  if (how == End::killed) {
    disk.kill();
  } else {
    disk.power_cut(static_cast<Unsynced>(how), seed);
  }
  // Whatever the first life left unsynced and the second could read, the third must not miss.
  for (int run = 1; run <= 2; ++run) {
    SimEnv env(disk);
    const auto lived = live(env, said, run, run == 1 ? more : 3);
    EXPECT_TRUE(lived.ok()) << lived.error().text();
    disk.power_cut(Unsynced::lost, 0);
  }
  return done;
}

TEST(SignerCrash, NeverUsesANumberTwice) {
  bool done = false;
  for (std::uint64_t operation = 1; !done && !HasFailure(); ++operation) {
    for (std::uint64_t seed = 0; seed < 2; ++seed) {
      for (const End how : {End::lost, End::kept, End::killed})
        done = stop_at(operation, how, seed);
    }
    for (std::uint64_t seed = 0; seed < 6; ++seed) stop_at(operation, End::torn, seed);
  }
}

TEST(SignerCrash, AFailedWriteStopsItUntilItIsOpenedAgain) {
  for (std::uint64_t operation = 1; operation <= 16; ++operation) {
    SCOPED_TRACE(operation);
    SimDisk disk;
    make_key(disk);
    Said said;
    disk.plan({.stop_at = {}, .fail_at = operation});
    {
      SimEnv env(disk);
      EXPECT_FALSE(live(env, said, 0).ok());
    }
    disk.kill();
    for (int run = 1; run <= 2; ++run) {
      SimEnv env(disk);
      const auto lived = live(env, said, run, run == 1 ? 0 : 3);
      EXPECT_TRUE(lived.ok()) << lived.error().text();
      disk.power_cut(Unsynced::lost, 0);
    }
  }
}

TEST(SignerCrash, RefusesAnOlderChainUnderANewerOutbox) {
  SimDisk disk;
  make_key(disk);
  SimEnv env(disk);
  const Path chain = "/keys/desk.chain";
  Bytes older;
  {
    Said said;
    ASSERT_TRUE(live(env, said, 0).ok());
    older = disk.bytes(chain);
    ASSERT_TRUE(live(env, said, 1).ok());
    Signer signer = Signer::open(env, key_file).value();
    const Bytes body = to_bytes(Body(note("the last")));
    ASSERT_TRUE(signer.sign(header_of(sha256("circle"), body), body).ok());
  }
  disk.put_bytes(chain, older);
  EXPECT_EQ(Signer::open(env, key_file).error().code, Errc::damaged);
}

TEST(SignerCrash, NamesAFlippedBit) {
  SimDisk disk;
  make_key(disk);
  SimEnv env(disk);
  {
    Signer signer = Signer::open(env, key_file).value();
    const Bytes body = to_bytes(Body(note("first")));
    ASSERT_TRUE(signer.sign(header_of(sha256("circle"), body), body).ok());
  }
  for (const Path& file : {Path("/keys/desk.chain"), Path("/keys/desk.outbox")}) {
    const Bytes good = disk.bytes(file);
    for (std::size_t at = 0; at < good.size(); at += 7) {
      Bytes bad = good;
      bad[at] = static_cast<char>(bad[at] ^ 1 << at % 8);
      disk.put_bytes(file, bad);
      const auto opened = Signer::open(env, key_file);
      // A chain is mended from its outbox; a body in the outbox is judged by the register.
      if (!opened.ok()) {
        EXPECT_EQ(opened.error().code, Errc::damaged) << opened.error().text();
      }
      if (opened.ok()) {
        EXPECT_EQ(opened->end().number, 1U) << file << " at " << at;
      }
    }
    disk.put_bytes(file, good);
  }
}

}  // namespace
}  // namespace armistice::testing
