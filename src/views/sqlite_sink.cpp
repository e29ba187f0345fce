// SPDX-License-Identifier: Apache-2.0
#include "views/sqlite_sink.h"

#include <fmt/format.h>

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace armistice {
namespace {

// Rows of some 2,000 entries: the more lie together, the more of them change again and are written
// once; but what is left of a block when a fold ends is waited for.
constexpr std::size_t block_bytes = 2U << 20;
constexpr std::size_t blocks_waiting_max = 2;  // bounds memory

// The first eight bytes of a digest; who searches by them compares the whole digest afterwards.
std::int64_t prefix_of(const Digest& digest) {
  std::uint64_t prefix = 0;
  for (std::size_t i = 0; i < 8; ++i) prefix = prefix << 8 | digest.bytes[i];
  return static_cast<std::int64_t>(prefix);
}

std::string sql_of(const Table& table, bool erases) {
  const int count = erases ? table.key_columns : table.columns;
  std::string marks = "?";
  for (int i = 1; i < count; ++i) marks += ",?";
  if (!erases) return fmt::format("INSERT OR REPLACE INTO {} VALUES ({})", table.name, marks);
  return fmt::format("DELETE FROM {} WHERE ({}) = ({})", table.name, table.key, marks);
}

void bind_value(Statement& statement, int position, const Value& value) {
  if (const auto* integer = std::get_if<std::int64_t>(&value)) {
    statement.bind(position, *integer);
  } else if (const auto* text = std::get_if<std::string>(&value)) {
    statement.bind_text(position, *text);
  } else if (const auto* digest = std::get_if<Digest>(&value)) {
    statement.bind(position, *digest);
  } else {
    statement.bind(position, nullptr);
  }
}

}  // namespace

// The thread that writes, and what is on its way there. A block is filled by the folding thread,
// handed over whole, and comes back empty.
class SqliteSink::Writer {
 public:
  explicit Writer(SqliteSink& sink) : sink_(sink), thread_([this] { run(); }) {}
  ~Writer() { close(); }

  RowBlock& block() { return block_; }

  /// Hands the block over if it is full, or `anyway`; waits while too many are on their way.
  Result<void> hand_over(bool anyway) {
    if (block_.bytes() < block_bytes && !anyway) return {};
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [&] { return failed_ || waiting_.size() < blocks_waiting_max; });
      if (failed_) return *failed_;
      waiting_.push_back(std::move(block_));
      block_ = RowBlock();
      if (!spare_.empty()) {
        block_ = std::move(spare_.back());
        spare_.pop_back();
      }
    }
    changed_.notify_all();
    return {};
  }

  /// Returns once all that was handed over is written, or failed.
  Result<void> finish() {
    TRY(hand_over(true));
    close();
    return failed_ ? Result<void>(*failed_) : Result<void>();
  }

 private:
  void close() {
    {
      const std::lock_guard lock(mutex_);
      closed_ = true;
    }
    changed_.notify_all();
    if (thread_.joinable()) thread_.join();
  }

  void run() {
    while (true) {
      RowBlock block;
      {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return closed_ || !waiting_.empty(); });
        if (waiting_.empty()) return;
        block = std::move(waiting_.front());
        waiting_.pop_front();
      }
      changed_.notify_all();
      const auto written = sink_.write(block);
      block.clear();
      const std::lock_guard lock(mutex_);
      spare_.push_back(std::move(block));
      if (written.ok()) continue;
      failed_ = written.error();
      waiting_.clear();
      changed_.notify_all();
      return;
    }
  }

  SqliteSink& sink_;
  RowBlock block_;  // the folding thread's

  std::mutex mutex_;  // for all below
  std::condition_variable changed_;
  std::deque<RowBlock> waiting_;
  std::vector<RowBlock> spare_;
  std::optional<Error> failed_;
  bool closed_ = false;

  std::jthread thread_;  // last: it uses all of the above
};

SqliteSink::SqliteSink(Env& env, Path path, Database database)
    : env_(env), path_(std::move(path)), database_(std::move(database)) {}

SqliteSink::~SqliteSink() = default;

Result<std::unique_ptr<SqliteSink>> SqliteSink::open(Env& env, const Path& path) {
  Database database = TRY(Database::open(env, path, DatabaseMode::write, Durability::rebuilt));
  return std::unique_ptr<SqliteSink>(new SqliteSink(env, path, std::move(database)));
}

Result<Statement*> SqliteSink::prepared(const Table& table, bool erases) {
  const std::pair key{&table, erases};
  auto found = statements_.find(key);
  if (found == statements_.end()) {
    found = statements_.emplace(key, TRY(database_.prepare(sql_of(table, erases)))).first;
  }
  return &found->second;
}

Result<void> SqliteSink::apply(const std::vector<Change>& changes) {
  if (holds_) return {};
  if (writer_) {
    for (const Change& change : changes) writer_->block().put(change);
    return writer_->hand_over(false);
  }
  for (const Change& change : changes) {
    Statement* statement = TRY(prepared(*change.table, change.erases));
    int position = 0;
    for (const Value& value : change.values) bind_value(*statement, ++position, value);
    TRY(statement->finish());
  }
  return {};
}

Result<void> SqliteSink::locate(const Digest& digest, LeafIndex index) {
  if (holds_) return {};
  if (!writer_) return write_place(prefix_of(digest), index);
  writer_->block().locate(prefix_of(digest), index);
  places_.emplace(prefix_of(digest), index);
  return {};
}

Result<void> SqliteSink::write_place(std::int64_t prefix, LeafIndex index) {
  if (!locate_) {
    locate_.emplace(TRY(database_.prepare("INSERT OR IGNORE INTO locator VALUES (?,?)")));
  }
  return locate_->run(prefix, index.value);
}

// On the writer's thread.
Result<void> SqliteSink::write(RowBlock& block) {
  for (const RowBlock::Row& row : block.last_rows()) {
    Statement* statement = TRY(prepared(*row.table, row.erases));
    block.bind(row, *statement);
    TRY(statement->finish());
  }
  for (const auto& [prefix, index] : block.sorted_places()) TRY(write_place(prefix, index));
  return {};
}

Result<void> SqliteSink::write_beside(const std::function<Result<void>()>& fold) {
  ASSERT(!writer_ && !holds_);
  writer_ = std::make_unique<Writer>(*this);
  const auto folded = fold();
  const auto written = writer_->finish();
  writer_.reset();
  places_.clear();
  return written.ok() ? folded : written;
}

Result<std::vector<LeafIndex>> SqliteSink::candidates(const Digest& digest) {
  if (writer_) return committed_candidates(digest);
  if (!candidates_) candidates_.emplace(TRY(database_.prepare(located_sql)));
  return located(*candidates_, digest);
}

// What was committed before, and what came since: those stand further on.
Result<std::vector<LeafIndex>> SqliteSink::committed_candidates(const Digest& digest) {
  if (!committed_) committed_.emplace(TRY(Database::open(env_, path_, DatabaseMode::read)));
  if (!committed_candidates_) committed_candidates_.emplace(TRY(committed_->prepare(located_sql)));
  std::vector<LeafIndex> found = TRY(located(*committed_candidates_, digest));
  const std::size_t before = found.size();
  const auto [first, last] = places_.equal_range(prefix_of(digest));
  for (auto it = first; it != last; ++it) found.push_back(it->second);
  std::sort(found.begin() + static_cast<std::ptrdiff_t>(before), found.end());
  return found;
}

Result<std::vector<LeafIndex>> located(Statement& select, const Digest& digest) {
  TRY(select.query(prefix_of(digest)));
  std::vector<LeafIndex> places;
  while (TRY(select.next())) places.push_back({static_cast<std::uint64_t>(select.integer(0))});
  return places;
}

}  // namespace armistice
