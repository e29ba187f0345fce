// SPDX-License-Identifier: Apache-2.0
#include "views/sqlite_sink.h"

#include <gtest/gtest.h>

#include "crypto/hash.h"
#include "support/temp.h"

namespace armistice {
namespace {

constexpr Table thing{"thing", 4, 2, "number, name"};
constexpr Table other{"other", 2, 1, "number"};
constexpr const char* schema =
    "CREATE TABLE thing (number, name, said, digest, PRIMARY KEY (number, name)) WITHOUT ROWID;"
    "CREATE TABLE other (number INTEGER PRIMARY KEY, value NOT NULL);"
    "CREATE TABLE locator (prefix INTEGER, leaf_index INTEGER, PRIMARY KEY (prefix, leaf_index)) "
    "WITHOUT ROWID;";

class SqliteSinkTest : public ::testing::Test {
 protected:
  std::unique_ptr<SqliteSink> open(const char* name) {
    auto sink = SqliteSink::open(real_env(), folder.path() / name).value();
    sink->database().execute(schema).value();
    return sink;
  }
  testing::TempFolder folder;
};

// Puts and erases of few keys, so that most rows change many times, and texts of every length.
Result<void> put_many(SqliteSink& sink, int entries) {
  std::uint64_t state = 7;
  const auto random = [&](std::uint64_t below) {
    state = state * 6'364'136'223'846'793'005ULL + 1'442'695'040'888'963'407ULL;
    return (state >> 33) % below;
  };
  for (int i = 0; i < entries; ++i) {
    Rows rows;
    const auto number = static_cast<std::int64_t>(random(9)) - 4;
    const std::string name(random(3), 'a');
    if (random(4) == 0) {
      rows.erase(thing, number, name);
    } else {
      const auto said =
          random(2) == 0 ? std::optional<std::string>() : std::string(random(999), 'b');
      rows.put(thing, number, name, said, sha256(name));
    }
    rows.put(other, number * 1'000'000'007, std::string(i % 2 == 0 ? "" : "text"));
    rows.put(other, static_cast<std::int64_t>(i), number);
    TRY(sink.apply(rows.changes()));
    TRY(sink.locate(sha256(std::to_string(i)), LeafIndex{static_cast<std::uint64_t>(i)}));
  }
  return {};
}

std::string rows_of(SqliteSink& sink) {
  std::string out;
  for (const char* sql :
       {"SELECT quote(number) || quote(name) || quote(said) || quote(digest) "
        "FROM thing ORDER BY number, name",
        "SELECT quote(number) || quote(value) FROM other ORDER BY number",
        "SELECT quote(prefix) || quote(leaf_index) FROM locator ORDER BY prefix"}) {
    Statement select = sink.database().prepare(sql).value();
    while (select.next().value()) out.append(select.bytes(0)).append("\n");
  }
  return out;
}

TEST_F(SqliteSinkTest, ASecondThreadLeavesTheSameRows) {
  const auto one = open("one");
  ASSERT_TRUE(put_many(*one, 20'000).ok());
  const auto two = open("two");
  auto transaction = Transaction::begin(two->database()).value();
  ASSERT_TRUE(two->write_beside([&] { return put_many(*two, 20'000); }).ok());
  ASSERT_TRUE(transaction.commit().ok());
  EXPECT_EQ(rows_of(*two), rows_of(*one));
}

TEST_F(SqliteSinkTest, FindsWhatIsNotWrittenYet) {
  const auto sink = open("one");
  const Digest digest = sha256("twice");
  ASSERT_TRUE(sink->locate(digest, LeafIndex{3}).ok());
  auto transaction = Transaction::begin(sink->database()).value();
  const auto written = sink->write_beside([&]() -> Result<void> {
    TRY(sink->locate(digest, LeafIndex{9}));
    TRY(sink->locate(digest, LeafIndex{8}));
    const std::vector<LeafIndex> expected = {{3}, {8}, {9}};
    EXPECT_EQ(TRY(sink->candidates(digest)), expected);
    EXPECT_TRUE(TRY(sink->candidates(sha256("never"))).empty());
    return {};
  });
  ASSERT_TRUE(written.ok());
  ASSERT_TRUE(transaction.commit().ok());
  const std::vector<LeafIndex> expected = {{3}, {8}, {9}};
  EXPECT_EQ(sink->candidates(digest).value(), expected);
}

// What the fold had emitted before it stopped stands: the engine commits it if a body was missing.
TEST_F(SqliteSinkTest, WritesWhatCameBeforeAnErrorOfTheFold) {
  const auto sink = open("one");
  const auto stopped = sink->write_beside([&]() -> Result<void> {
    TRY(put_many(*sink, 10));
    return Error{Errc::incomplete, "a body"};
  });
  ASSERT_FALSE(stopped.ok());
  EXPECT_EQ(stopped.error().code, Errc::incomplete);
  const auto expected = open("two");
  ASSERT_TRUE(put_many(*expected, 10).ok());
  EXPECT_EQ(rows_of(*sink), rows_of(*expected));
}

// However long the fold goes on: it is told, and after it the sink writes as before.
TEST_F(SqliteSinkTest, TheWritersErrorStopsTheFold) {
  const auto sink = open("one");
  std::size_t applied = 0;
  {
    const auto transaction = Transaction::begin(sink->database()).value();
    const auto stopped = sink->write_beside([&]() -> Result<void> {
      Rows bad;
      bad.put(other, std::int64_t{1}, std::monostate());
      TRY(sink->apply(bad.changes()));
      for (; applied < 10'000'000; ++applied) {
        Rows good;
        good.put(other, std::int64_t{2}, std::string(10'000, 'x'));
        TRY(sink->apply(good.changes()));
      }
      return {};
    });
    ASSERT_FALSE(stopped.ok());
    EXPECT_EQ(stopped.error().code, Errc::damaged);
    EXPECT_LT(applied, 10'000'000U);
  }
  EXPECT_EQ(rows_of(*sink), "");
  ASSERT_TRUE(put_many(*sink, 10).ok());
}

}  // namespace
}  // namespace armistice
