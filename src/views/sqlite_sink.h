// SPDX-License-Identifier: Apache-2.0
// The rows of a fold in a SQLite file. For the engine alone. One thread at a time; while many
// entries are folded, the sink has a second one that writes.
#pragma once

#include <functional>
#include <map>
#include <unordered_map>

#include "base/database.h"
#include "views/fold.h"
#include "views/sqlite_sink_block.h"

namespace armistice {

class SqliteSink final : public FoldSink {
 public:
  /// Errors: those of Database::open.
  static Result<std::unique_ptr<SqliteSink>> open(Env& env, const Path& path);
  ~SqliteSink() override;

  Result<void> apply(const std::vector<Change>& changes) override;
  Result<void> locate(const Digest& digest, LeafIndex index) override;
  Result<std::vector<LeafIndex>> candidates(const Digest& digest) override;

  /// Runs `fold`, whose rows another thread writes meanwhile, and returns once all of them are
  /// written: for many entries within one transaction. In the file stand the rows that apply()
  /// would have left there, whatever it was that stopped `fold`.
  /// REQUIRES: `fold` does not use database(), nor anybody else meanwhile.
  /// Errors: of `fold`, or of the writer. Once that failed nothing more is written, and one of the
  /// next calls returns its error: the transaction must be rolled back.
  Result<void> write_beside(const std::function<Result<void>()>& fold);

  Database& database() { return database_; }
  /// While it holds, rows and places are there already: what is folded again changes nothing.
  void hold(bool holds) { holds_ = holds; }

 private:
  class Writer;
  SqliteSink(Env& env, Path path, Database database);
  Result<Statement*> prepared(const Table& table, bool erases);
  Result<void> write_place(std::int64_t prefix, LeafIndex index);
  Result<void> write(RowBlock& block);
  Result<std::vector<LeafIndex>> committed_candidates(const Digest& digest);

  Env& env_;
  const Path path_;
  Database database_;  // the writer's while there is one, with the statements that write
  bool holds_ = false;
  std::map<std::pair<const Table*, bool>, Statement> statements_;
  std::optional<Statement> locate_;
  std::optional<Statement> candidates_;

  std::unique_ptr<Writer> writer_;
  std::optional<Database> committed_;  // what the writer has not come to is not in it
  std::optional<Statement> committed_candidates_;
  std::unordered_multimap<std::int64_t, LeafIndex> places_;  // since the writer began
};

/// The places that a `locator` table has for a digest, ascending; others may be among them.
Result<std::vector<LeafIndex>> located(Statement& select, const Digest& digest);

inline constexpr const char* located_sql =
    "SELECT leaf_index FROM locator WHERE prefix=? ORDER BY leaf_index";

}  // namespace armistice
