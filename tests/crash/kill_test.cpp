// SPDX-License-Identifier: Apache-2.0
// A node of its own process on the real file system is killed, at chosen operations and under load,
// and stopped while another tries to write. Its receipts are held against what it left.
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <thread>

#include "base/text.h"
#include "support/sim_disk.h"
#include "support/temp.h"
#include "support/world.h"

namespace armistice::testing {
namespace {

bool is_long() { return std::getenv("ARMISTICE_LONG") != nullptr; }

/// A crash_writer, and what it says.
class Writer {
 public:
  Writer(const Path& folder, int records_each, std::uint64_t operation) {
    int ends[2];
    EXPECT_EQ(::pipe(ends), 0);
    const Path program =
        std::filesystem::read_symlink("/proc/self/exe").parent_path() / "crash_writer";
    const std::string each = fmt::format("{}", records_each);
    const std::string at = fmt::format("{}", operation);
    id_ = ::fork();
    if (id_ == 0) {
      ::dup2(ends[1], STDOUT_FILENO);
      ::close(ends[0]);
      ::execl(program.c_str(), program.c_str(), folder.c_str(), each.c_str(), at.c_str(), nullptr);
      ::_exit(127);
    }
    ::close(ends[1]);
    said_ = ends[0];
  }
  Writer(const Writer&) = delete;
  ~Writer() {
    if (id_ > 0) end(SIGKILL);
    ::close(said_);
  }

  void send(int signal) { ::kill(id_, signal); }

  /// Waits for one more line, or the end.
  std::optional<std::string> line() {
    while (heard_.find('\n') == std::string::npos) {
      char bytes[4'096];
      const auto got = ::read(said_, bytes, sizeof bytes);
      if (got <= 0) return std::nullopt;
      heard_.append(bytes, static_cast<std::size_t>(got));
    }
    const auto end = heard_.find('\n');
    std::string line = heard_.substr(0, end);
    heard_.erase(0, end + 1);
    return line;
  }

  /// Waits for its end, however it comes, first sending a signal if that is not 0. True if it was
  /// done.
  bool end(int signal = 0) {
    if (signal != 0) send(signal);
    int status = 0;
    ::waitpid(id_, &status, 0);
    id_ = 0;
    if (WIFEXITED(status)) {
      EXPECT_EQ(WEXITSTATUS(status), 0);
    }
    return WIFEXITED(status);
  }

 private:
  pid_t id_ = 0;
  int said_ = -1;
  std::string heard_;
};

std::vector<Submission> records_of(const World& world, int each) {
  const Desks desks(world.circle, each);
  std::vector<Submission> records = desks.enrolments;
  records.insert(records.end(), desks.records.begin(), desks.records.end());
  return records;
}

// Takes what the writer said for what was promised.
void hear(World& world, const std::vector<Submission>& records, const std::string& line) {
  const auto words = split(line, ' ');
  ASSERT_EQ(words.size(), 2U);
  const Bytes proof = from_base64(words[1]).value();
  world.was_promised(records.at(parse_decimal(words[0]).value()),
                     {parse_proof(proof).value().index, proof, false});
}

void expect_kept(World& world) {
  const auto reg = world.start(real_env());
  ASSERT_TRUE(reg.ok()) << reg.error().text();
  world.check(**reg);
}

TEST(Kill, AtChosenOperations) {
  constexpr int each = 12;
  std::uint64_t random = 1;
  const int rounds = is_long() ? 60 : 2;
  for (int round = 0; round < rounds; ++round) {
    const TempFolder folder;
    World world(folder.path() / "node");
    const auto records = records_of(world, each);
    bool done = false;
    for (int life = 0; !done && life < 6; ++life) {
      const std::uint64_t operation = next_random(random) % 150 + 1;
      SCOPED_TRACE(fmt::format("round {}, life {}, operation {}", round, life, operation));
      Writer writer(world.layout.node, each, operation);
      while (const auto line = writer.line()) hear(world, records, *line);
      done = writer.end();
      expect_kept(world);
      if (HasFailure()) return;
    }
  }
}

TEST(Kill, UnderLoad) {
  constexpr int each = 150;
  std::uint64_t random = 2;
  const TempFolder folder;
  World world(folder.path() / "node");
  const auto records = records_of(world, each);
  for (int life = 0; life < (is_long() ? 40 : 5); ++life) {
    SCOPED_TRACE(life);
    Writer writer(world.layout.node, each, 0);
    const auto first = writer.line();
    ASSERT_TRUE(first.has_value());
    hear(world, records, *first);
    std::this_thread::sleep_for(std::chrono::milliseconds(next_random(random) % 120));
    writer.send(SIGKILL);
    while (const auto line = writer.line()) hear(world, records, *line);
    writer.end();
    expect_kept(world);
    if (HasFailure()) return;
  }
}

// A process that stands still holds the register all the same, and goes on where it stood.
TEST(Kill, AStoppedWriterKeepsOthersOut) {
  constexpr int each = 60;
  const TempFolder folder;
  World world(folder.path() / "node");
  const auto records = records_of(world, each);
  {
    Writer writer(world.layout.node, each, 0);
    hear(world, records, writer.line().value());
    writer.send(SIGSTOP);
    const auto second = Register::open(real_env(), world.layout, key_of(world.genesis.origin));
    ASSERT_FALSE(second.ok());
    EXPECT_EQ(second.error().code, Errc::busy);
    writer.send(SIGCONT);
    while (const auto line = writer.line()) hear(world, records, *line);
    EXPECT_TRUE(writer.end());
  }
  EXPECT_EQ(world.receipts(), records.size());
  expect_kept(world);
}

}  // namespace
}  // namespace armistice::testing
