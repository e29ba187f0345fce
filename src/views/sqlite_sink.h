// SPDX-License-Identifier: Apache-2.0
// The rows of a fold in a SQLite file. For the engine alone.
#pragma once

#include <map>

#include "base/database.h"
#include "views/fold.h"

namespace armistice {

class SqliteSink final : public FoldSink {
 public:
  explicit SqliteSink(Database database) : database_(std::move(database)) {}

  Result<void> apply(const std::vector<Change>& changes) override;
  Result<void> locate(const Digest& digest, LeafIndex index) override;
  Result<std::vector<LeafIndex>> candidates(const Digest& digest) override;

  Database& database() { return database_; }
  /// While it holds, rows and places are there already: what is folded again changes nothing.
  void hold(bool holds) { holds_ = holds; }

 private:
  Result<Statement*> prepared(const Table& table, bool erases);

  Database database_;
  bool holds_ = false;
  std::map<std::pair<const Table*, bool>, Statement> statements_;
  std::optional<Statement> locate_;
  std::optional<Statement> candidates_;
};

/// The places that a `locator` table has for a digest, ascending; others may be among them.
Result<std::vector<LeafIndex>> located(Statement& select, const Digest& digest);

inline constexpr const char* located_sql =
    "SELECT leaf_index FROM locator WHERE prefix=? ORDER BY leaf_index";

}  // namespace armistice
