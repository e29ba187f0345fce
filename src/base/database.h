// SPDX-License-Identifier: Apache-2.0
// SQLite behind values and Results. A Database and its Statements belong to one thread at a time.
// Databases are opened through Env's VFS, so that crash tests see every write.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

#include "base/bytes.h"
#include "base/env.h"
#include "base/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace armistice {

/// A prepared statement. `run` for writes; `query` then `next` for rows:
///
///   TRY(statement.query(index));
///   while (TRY(statement.next())) use(statement.integer(0), statement.bytes(1));
///
/// Texts and bytes that were bound must live until the statement is run or reset.
class Statement {
 public:
  explicit Statement(sqlite3_stmt* raw) : raw_(raw) {}
  ~Statement();
  Statement(Statement&& other) noexcept : raw_(std::exchange(other.raw_, nullptr)) {}
  Statement& operator=(Statement&&) = delete;

  /// Binds, runs to the end, resets. Errors: `io`, `damaged`, `busy`, `exists` (a uniqueness
  /// broken).
  template <typename... Values>
  Result<void> run(const Values&... values) {
    bind_all(values...);
    return finish();
  }

  /// Binds and stands before the first row.
  template <typename... Values>
  Result<void> query(const Values&... values) {
    bind_all(values...);
    return {};
  }

  /// Moves to the next row; false (and reset) after the last. Errors as run().
  Result<bool> next();
  void reset();

  std::int64_t integer(int column) const;
  /// Valid until the next call of next() or reset().
  ByteView bytes(int column) const;
  bool is_null(int column) const;

  // The numbered form, for values known only at run time. Positions count from 1.
  void bind(int position, std::int64_t value);
  void bind(int position, std::uint64_t value) { bind(position, static_cast<std::int64_t>(value)); }
  void bind(int position, int value) { bind(position, std::int64_t{value}); }
  void bind_text(int position, std::string_view text);
  void bind(int position, std::string_view bytes);  // as a blob
  void bind(int position, const Digest& digest) { bind(position, digest.view()); }
  void bind(int position, std::nullptr_t);
  template <typename T>
  void bind(int position, const std::optional<T>& value) {
    if (value) {
      bind(position, *value);
    } else {
      bind(position, nullptr);
    }
  }
  Result<void> finish();

 private:
  template <typename... Values>
  void bind_all(const Values&... values) {
    reset();
    int position = 0;
    (bind(++position, values), ...);
  }

  sqlite3_stmt* raw_;
};

enum class DatabaseMode : std::uint8_t { read, write };

/// How far a commit goes before it returns.
enum class Durability : std::uint8_t {
  full,     // on disk (WAL, synchronous=FULL)
  rebuilt,  // may be lost at a power cut, never torn: for views.db, which can be folded again
};

class Database {
 public:
  /// Opens, or in `write` mode makes, a database in WAL mode. Errors: `not_found`, `io`, `damaged`.
  static Result<Database> open(Env& env, const Path& path, DatabaseMode mode,
                               Durability durability = Durability::full);

  Database(Database&&) noexcept;
  Database& operator=(Database&&) noexcept;
  ~Database();

  /// Runs statements that return nothing. Errors: `io`, `damaged`, `busy`.
  Result<void> execute(std::string_view sql);

  /// REQUIRES: valid SQL for the schema (a mistake there is ours). Errors: `io`, `damaged`.
  Result<Statement> prepare(std::string_view sql);

  /// Bytes in the write-ahead log's file, by its page count; 0 when not in WAL mode.
  std::int64_t wal_pages() const;

  /// Moves committed pages from the write-ahead log into the database, as far as readers allow.
  Result<void> checkpoint();

  /// Moves all of them and starts the log afresh; waits for readers. Errors: `busy`, `io`.
  Result<void> checkpoint_and_restart();

 private:
  struct Raw;
  explicit Database(std::unique_ptr<Raw> raw);
  std::unique_ptr<Raw> raw_;
};

/// One transaction; rolls back when destroyed uncommitted.
class Transaction {
 public:
  static Result<Transaction> begin(Database& database);
  /// One snapshot for many reads: none of them then takes a lock of its own.
  static Result<Transaction> begin_reading(Database& database);
  Transaction(Transaction&& other) noexcept : database_(std::exchange(other.database_, nullptr)) {}
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();
  Result<void> commit();

 private:
  explicit Transaction(Database& database) : database_(&database) {}
  Database* database_;
};

}  // namespace armistice
