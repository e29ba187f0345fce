// SPDX-License-Identifier: Apache-2.0
// Changes on their way to the thread that writes them: copied into one stretch of memory, so that
// nothing is allocated on one thread and freed on the other. Of a row that changes many times in
// one block only the last change is written: within a transaction nobody sees the others.
#pragma once

#include "base/database.h"
#include "views/rows.h"

namespace armistice {

class RowBlock {
 public:
  struct Row {
    const Table* table;
    bool erases;
    std::size_t at;   // of its values in the block
    std::size_t key;  // bytes of those that are its key
  };

  void put(const Change& change);
  /// Where a digest's record or body stands.
  void locate(std::int64_t prefix, LeafIndex index) { places_.emplace_back(prefix, index); }

  std::size_t bytes() const { return values_.size(); }
  bool empty() const { return rows_.empty() && places_.empty(); }
  /// Forgets all, and keeps the memory.
  void clear();

  /// The last change of each row, table by table in the order in which tables came first, and rows
  /// of a table by their keys' bytes: neighbours in the file are written one after the other.
  std::vector<Row> last_rows() const;
  /// The places by prefix.
  const std::vector<std::pair<std::int64_t, LeafIndex>>& sorted_places();

  /// Binds a row's values. They must stay until the statement is run.
  void bind(const Row& row, Statement& statement) const;

 private:
  ByteView key_of(const Row& row) const { return ByteView(values_).substr(row.at, row.key); }

  Bytes values_;
  std::vector<Row> rows_;
  std::vector<std::pair<std::int64_t, LeafIndex>> places_;
};

}  // namespace armistice
