// SPDX-License-Identifier: Apache-2.0
#include "register/store.h"

#include <fmt/format.h>

#include "crypto/hash.h"
#include "register/schema.sql.h"

namespace armistice {
namespace {

constexpr int schema_version = 1;

Error no_row(std::string_view what) { return Error{Errc::not_found, std::string(what)}; }

Result<void> prepare_schema(Database& database, DatabaseMode mode) {
  int version = 0;
  {
    Statement statement = TRY(database.prepare("PRAGMA user_version"));
    if (TRY(statement.next())) version = static_cast<int>(statement.integer(0));
  }
  if (version > schema_version) {
    return Error{Errc::unsupported, fmt::format("register.db has version {}", version)};
  }
  if (mode == DatabaseMode::read || version == schema_version) return {};
  // In one transaction: a crash leaves no tables, or all of them under their version.
  auto transaction = TRY(Transaction::begin(database));
  TRY(database.execute(schema_sql));
  TRY(database.execute(fmt::format("PRAGMA user_version={}", schema_version)));
  return transaction.commit();
}

StoredHead head_of(const Statement& row) {
  return {TreeSize{static_cast<std::uint64_t>(row.integer(0))}, Bytes(row.bytes(1))};
}

LeafIndex index_of(const Statement& row, int column) {
  return LeafIndex{static_cast<std::uint64_t>(row.integer(column))};
}

Result<StoredEntry> entry_of(const Statement& row) {
  StoredEntry entry{index_of(row, 0), Bytes(row.bytes(1)), std::nullopt, std::nullopt};
  if (!row.is_null(2)) entry.body = Bytes(row.bytes(2));
  if (row.is_null(3)) return entry;
  entry.voided = errc_from_word(row.bytes(3));
  // An unknown word must not pass for "admitted".
  if (!entry.voided) {
    return Error{Errc::damaged,
                 fmt::format("register.db: entry {} has no verdict of ours", entry.index.value)};
  }
  return entry;
}

}  // namespace

Result<Store> Store::open(Env& env, const Path& path, DatabaseMode mode) {
  Database database = TRY(Database::open(env, path, mode));
  TRY(prepare_schema(database, mode).within("register.db"));
  return Store(std::move(database));
}

Result<Statement*> Store::prepared(const char* sql) {
  auto found = statements_.find(sql);
  if (found == statements_.end()) {
    found = statements_.emplace(sql, TRY(database_.prepare(sql))).first;
  }
  found->second.reset();
  return &found->second;
}

Result<void> Store::put_entry(const StoredEntry& row) {
  Statement* insert = TRY(prepared("INSERT INTO entry VALUES (?,?,?,?)"));
  insert->bind(1, row.index.value);
  insert->bind(2, ByteView(row.entry));
  if (row.body) {
    insert->bind(3, ByteView(*row.body));
  } else {
    insert->bind(3, nullptr);
  }
  if (row.voided) {
    insert->bind_text(4, errc_word(*row.voided));
  } else {
    insert->bind(4, nullptr);
  }
  return insert->finish();
}

Result<void> Store::put_number(std::size_t slot, std::uint64_t number, LeafIndex index) {
  return TRY(prepared("INSERT INTO chain VALUES (?,?,?)"))->run(slot, number, index.value);
}

Result<void> Store::put_joint(const Digest& id, LeafIndex index) {
  return TRY(prepared("INSERT INTO joint VALUES (?,?)"))->run(id, index.value);
}

Result<void> Store::put_head(const StoredHead& head) {
  return TRY(prepared("INSERT INTO head VALUES (?,?)"))->run(head.size.value, ByteView(head.note));
}

Result<void> Store::put_cosignature(TreeSize size, std::string_view party, ByteView line) {
  Statement* insert = TRY(prepared("INSERT OR REPLACE INTO cosignature VALUES (?,?,?)"));
  insert->bind(1, size.value);
  insert->bind_text(2, party);
  insert->bind(3, line);
  return insert->finish();
}

Result<void> Store::put_counted(const StoredHead& head, Mode mode) {
  Statement* insert = TRY(prepared("INSERT OR REPLACE INTO counted VALUES (?,?,?)"));
  insert->bind(1, head.size.value);
  insert->bind(2, ByteView(head.note));
  insert->bind_text(3, word(mode));
  return insert->finish();
}

Result<void> Store::erase_cosignature(TreeSize size, ByteView line) {
  return TRY(prepared("DELETE FROM cosignature WHERE size=? AND line=?"))->run(size.value, line);
}

Result<void> Store::erase_counted(TreeSize size) {
  return TRY(prepared("DELETE FROM counted WHERE size=?"))->run(size.value);
}

Result<void> Store::put_evidence(const Evidence& evidence) {
  return TRY(prepared("INSERT OR IGNORE INTO evidence VALUES (?,?,?,?)"))
      ->run(evidence.stands.value, evidence.id, ByteView(evidence.entry), evidence.received.value);
}

Result<void> Store::put_state(LeafIndex position, ByteView json) {
  TRY(TRY(prepared("INSERT OR REPLACE INTO state VALUES (?,?,?)"))
          ->run(position.value, json, sha256(json)));
  return TRY(prepared("DELETE FROM state WHERE position NOT IN "
                      "(SELECT position FROM state ORDER BY position DESC LIMIT 2)"))
      ->run();
}

Result<StoredEntry> Store::entry(LeafIndex index) {
  Statement* select =
      TRY(prepared("SELECT leaf_index, entry, body, void FROM entry WHERE leaf_index=?"));
  TRY(select->query(index.value));
  if (!TRY(select->next())) return no_row(fmt::format("no entry {}", index.value));
  auto entry = entry_of(*select);
  select->reset();
  return entry;
}

Result<void> Store::entries(LeafIndex first, LeafIndex last,
                            const std::function<Result<void>(StoredEntry)>& take) {
  Statement select = TRY(database_.prepare(
      "SELECT leaf_index, entry, body, void FROM entry WHERE leaf_index>=? AND leaf_index<? "
      "ORDER BY leaf_index"));
  TRY(select.query(first.value, last.value));
  for (std::uint64_t due = first.value; due < last.value; ++due) {
    if (!TRY(select.next()) || index_of(select, 0).value != due) {
      return Error{Errc::damaged, fmt::format("register.db: entry {} is missing", due)};
    }
    TRY(take(TRY(entry_of(select))));
  }
  return {};
}

Result<TreeSize> Store::size() {
  Statement* select = TRY(prepared("SELECT coalesce(max(leaf_index)+1, 0) FROM entry"));
  TRY(select->query());
  if (!TRY(select->next())) return no_row("no size");
  const TreeSize size{static_cast<std::uint64_t>(select->integer(0))};
  select->reset();
  return size;
}

Result<LeafIndex> Store::number(std::size_t slot, std::uint64_t number) {
  Statement* select = TRY(prepared("SELECT leaf_index FROM chain WHERE slot=? AND number=?"));
  TRY(select->query(slot, number));
  if (!TRY(select->next())) return no_row("no record of that number");
  const LeafIndex index = index_of(*select, 0);
  select->reset();
  return index;
}

Result<LeafIndex> Store::joint(const Digest& id) {
  Statement* select = TRY(prepared("SELECT leaf_index FROM joint WHERE id=?"));
  TRY(select->query(id));
  if (!TRY(select->next())) return no_row("no joint record of that id");
  const LeafIndex index = index_of(*select, 0);
  select->reset();
  return index;
}

Result<StoredHead> Store::one_head(const char* sql, std::uint64_t bound) {
  Statement* select = TRY(prepared(sql));
  TRY(select->query(bound));
  if (!TRY(select->next())) return no_row("no such head");
  StoredHead head = head_of(*select);
  select->reset();
  return head;
}

Result<StoredHead> Store::head_covering(LeafIndex index) {
  return one_head("SELECT size, note FROM head WHERE size>? ORDER BY size LIMIT 1", index.value);
}

Result<StoredHead> Store::head(TreeSize size) {
  return one_head("SELECT size, note FROM head WHERE size=?", size.value);
}

Result<StoredHead> Store::last_head() {
  return one_head("SELECT size, note FROM head WHERE size>=? ORDER BY size DESC LIMIT 1", 0);
}

Result<StoredHead> Store::last_counted() {
  return one_head("SELECT size, note FROM counted WHERE size>=? ORDER BY size DESC LIMIT 1", 0);
}

Result<StoredHead> Store::counted_covering(LeafIndex index) {
  return one_head("SELECT size, note FROM counted WHERE size>? ORDER BY size LIMIT 1", index.value);
}

Result<std::vector<StoredHead>> Store::many_heads(const char* sql, TreeSize first,
                                                  std::size_t count) {
  Statement* select = TRY(prepared(sql));
  TRY(select->query(first.value, count));
  std::vector<StoredHead> heads;
  while (TRY(select->next())) heads.push_back(head_of(*select));
  return heads;
}

Result<std::vector<StoredHead>> Store::heads_from(TreeSize first, std::size_t count) {
  return many_heads("SELECT size, note FROM head WHERE size>=? ORDER BY size LIMIT ?", first,
                    count);
}

Result<std::vector<StoredHead>> Store::counted_from(TreeSize first, std::size_t count) {
  return many_heads("SELECT size, note FROM counted WHERE size>=? ORDER BY size LIMIT ?", first,
                    count);
}

Result<std::vector<StoredHead>> Store::counted_below(TreeSize end, std::size_t count) {
  return many_heads("SELECT size, note FROM counted WHERE size<? ORDER BY size DESC LIMIT ?", end,
                    count);
}

Result<Mode> Store::counted_mode(TreeSize size) {
  Statement* select = TRY(prepared("SELECT mode FROM counted WHERE size=?"));
  TRY(select->query(size.value));
  if (!TRY(select->next())) return no_row("no such head");
  const auto mode = mode_from_word(select->bytes(0));
  select->reset();
  if (!mode) return Error{Errc::damaged, "register.db: a counted head without a mode"};
  return *mode;
}

Result<TreeSize> Store::largest_counted(Mode mode) {
  Statement* select = TRY(prepared("SELECT coalesce(max(size), 0) FROM counted WHERE mode=?"));
  select->bind_text(1, word(mode));
  if (!TRY(select->next())) return no_row("no size");
  const TreeSize size{static_cast<std::uint64_t>(select->integer(0))};
  select->reset();
  return size;
}

Result<std::vector<Bytes>> Store::cosignatures(TreeSize size) {
  Statement* select = TRY(prepared("SELECT line FROM cosignature WHERE size=? ORDER BY party"));
  TRY(select->query(size.value));
  std::vector<Bytes> lines;
  while (TRY(select->next())) lines.emplace_back(select->bytes(0));
  return lines;
}

Result<std::vector<Evidence>> Store::evidence(std::size_t count) {
  Statement* select = TRY(prepared(
      "SELECT leaf_index, id, entry, received FROM evidence ORDER BY received DESC, leaf_index "
      "LIMIT ?"));
  TRY(select->query(count));
  std::vector<Evidence> rows;
  while (TRY(select->next())) {
    rows.push_back({index_of(*select, 0), TRY(read_digest(select->bytes(1))),
                    Bytes(select->bytes(2)), UtcSeconds{select->integer(3)}});
  }
  return rows;
}

Result<SavedState> Store::state_at(LeafIndex position) {
  Statement* select =
      TRY(prepared("SELECT position, json, digest FROM state WHERE position<=? "
                   "ORDER BY position DESC LIMIT 1"));
  TRY(select->query(position.value));
  if (!TRY(select->next())) return no_row("no saved state");
  SavedState state{index_of(*select, 0), Bytes(select->bytes(1)), false};
  state.intact = sha256(state.json).view() == select->bytes(2);
  select->reset();
  return state;
}

Result<Bytes> Store::state_exactly_at(LeafIndex position) {
  Statement* select = TRY(prepared("SELECT json FROM state WHERE position=?"));
  TRY(select->query(position.value));
  if (!TRY(select->next())) return no_row("no saved state");
  Bytes json(select->bytes(0));
  select->reset();
  return json;
}

}  // namespace armistice
