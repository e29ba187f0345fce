// SPDX-License-Identifier: Apache-2.0
// register.db as typed calls. A Store belongs to one thread at a time; the register has one to
// write and opens others to read, each on its own snapshot. Schema: schema.sql.
#pragma once

#include <optional>
#include <vector>

#include "base/database.h"
#include "base/ids.h"
#include "record/record.h"
#include "register/quorum.h"

namespace armistice {

struct StoredEntry {
  LeafIndex index;
  Bytes entry;
  std::optional<Bytes> body;  // nothing: withheld, or in bodies/
  std::optional<Errc> voided;
};

struct StoredHead {
  TreeSize size;
  Bytes note;
};

struct Evidence {
  LeafIndex stands;
  Digest id;
  Bytes entry;
  UtcSeconds received;
};

/// Admission as it stood before `position`.
struct SavedState {
  LeafIndex position;
  Bytes json;
  bool intact = true;  // the bytes are those that were saved
};

class Store {
 public:
  /// Errors: `not_found` (reading), `io`, `damaged`, `unsupported` (written by a later version).
  static Result<Store> open(Env& env, const Path& path, DatabaseMode mode);

  // Writing, within a Transaction on database().
  Result<void> put_entry(const StoredEntry& row);
  Result<void> put_number(std::size_t slot, std::uint64_t number, LeafIndex index);
  Result<void> put_joint(const Digest& id, LeafIndex index);
  Result<void> put_head(const StoredHead& head);
  Result<void> put_cosignature(TreeSize size, std::string_view party, ByteView line);
  Result<void> put_counted(const StoredHead& head, Mode mode);
  /// For lines and counted heads that are damaged; what they said can be said again.
  Result<void> erase_cosignature(TreeSize size, ByteView line);
  Result<void> erase_counted(TreeSize size);
  Result<void> put_evidence(const Evidence& evidence);
  /// Keeps this state and the one before it.
  Result<void> put_state(LeafIndex position, ByteView json);

  // Reading. Each `not_found` if there is no such row.
  Result<StoredEntry> entry(LeafIndex index);
  /// Calls `take` for the entries [first, last) in order, until it fails.
  Result<void> entries(LeafIndex first, LeafIndex last,
                       const std::function<Result<void>(StoredEntry)>& take);
  Result<TreeSize> size();
  Result<LeafIndex> number(std::size_t slot, std::uint64_t number);
  Result<LeafIndex> joint(const Digest& id);
  /// The smallest stored head that covers the leaf.
  Result<StoredHead> head_covering(LeafIndex index);
  Result<StoredHead> head(TreeSize size);
  Result<StoredHead> last_head();
  /// All heads with a size from `first` on, ascending.
  Result<std::vector<StoredHead>> heads_from(TreeSize first, std::size_t count);
  Result<StoredHead> last_counted();
  /// The smallest counted head that covers the leaf.
  Result<StoredHead> counted_covering(LeafIndex index);
  Result<std::vector<StoredHead>> counted_from(TreeSize first, std::size_t count);
  /// The `count` largest counted heads below `end`, descending.
  Result<std::vector<StoredHead>> counted_below(TreeSize end, std::size_t count);
  /// The mode written down for a counted head.
  Result<Mode> counted_mode(TreeSize size);
  /// The size of the largest counted head of a mode; 0 if there is none.
  Result<TreeSize> largest_counted(Mode mode);
  /// The cosignature lines of a head, by party in byte order.
  Result<std::vector<Bytes>> cosignatures(TreeSize size);
  Result<std::vector<Evidence>> evidence(std::size_t count);
  /// The newest saved state at or below `position`.
  Result<SavedState> state_at(LeafIndex position);
  Result<Bytes> state_exactly_at(LeafIndex position);

  Database& database() { return database_; }

 private:
  explicit Store(Database database) : database_(std::move(database)) {}
  /// A statement prepared once; `sql` must be a literal, whose address is the key.
  Result<Statement*> prepared(const char* sql);
  Result<StoredHead> one_head(const char* sql, std::uint64_t bound);
  Result<std::vector<StoredHead>> many_heads(const char* sql, TreeSize first, std::size_t count);

  Database database_;
  std::map<const char*, Statement> statements_;
};

}  // namespace armistice
