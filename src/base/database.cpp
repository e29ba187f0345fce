// SPDX-License-Identifier: Apache-2.0
#include "base/database.h"

#include <fmt/format.h>
#include <sqlite3.h>

namespace armistice {
namespace {

Error database_error(sqlite3* raw, int code, std::string_view what) {
  const int kind = code & 0xff;
  Errc errc = Errc::io;
  // A row that must be unique stands already, where nobody put it.
  const bool damaged = kind == SQLITE_CORRUPT || kind == SQLITE_NOTADB || kind == SQLITE_CONSTRAINT;
  if (damaged) errc = Errc::damaged;
  if (kind == SQLITE_BUSY || kind == SQLITE_LOCKED) errc = Errc::busy;
  const char* message = raw != nullptr ? sqlite3_errmsg(raw) : sqlite3_errstr(code);
  return Error{errc, fmt::format("{}: {}", what, message)};
}

}  // namespace

Statement::~Statement() { sqlite3_finalize(raw_); }

void Statement::reset() {
  sqlite3_reset(raw_);  // its code repeats the error of the last step, which was handled there
}

Result<bool> Statement::next() {
  const int code = sqlite3_step(raw_);
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) {
    reset();
    return false;
  }
  auto error = database_error(sqlite3_db_handle(raw_), code, "database");
  reset();
  return error;
}

Result<void> Statement::finish() {
  while (TRY(next())) {
  }
  return {};
}

std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(raw_, column); }

ByteView Statement::bytes(int column) const {
  const auto* data = static_cast<const char*>(sqlite3_column_blob(raw_, column));
  const int size = sqlite3_column_bytes(raw_, column);
  return data == nullptr ? ByteView() : ByteView(data, static_cast<std::size_t>(size));
}

bool Statement::is_null(int column) const {
  return sqlite3_column_type(raw_, column) == SQLITE_NULL;
}

void Statement::bind(int position, std::int64_t value) {
  ASSERT(sqlite3_bind_int64(raw_, position, value) == SQLITE_OK);
}

void Statement::bind(int position, std::string_view bytes) {
  // A null pointer would bind NULL; an empty blob is not NULL.
  const char* data = bytes.empty() ? "" : bytes.data();
  ASSERT(sqlite3_bind_blob64(raw_, position, data, bytes.size(), SQLITE_STATIC) == SQLITE_OK);
}

void Statement::bind_text(int position, std::string_view text) {
  const char* data = text.empty() ? "" : text.data();
  ASSERT(sqlite3_bind_text64(raw_, position, data, text.size(), SQLITE_STATIC, SQLITE_UTF8) ==
         SQLITE_OK);
}

void Statement::bind(int position, std::nullptr_t) {
  ASSERT(sqlite3_bind_null(raw_, position) == SQLITE_OK);
}

struct Database::Raw {
  sqlite3* handle = nullptr;
  std::int64_t wal_pages = 0;
  ~Raw() { sqlite3_close_v2(handle); }
};

Database::Database(std::unique_ptr<Raw> raw) : raw_(std::move(raw)) {}
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;
Database::~Database() = default;

Result<Database> Database::open(Env& env, const Path& path, DatabaseMode mode,
                                Durability durability) {
  // Nobody asks SQLite what memory it holds, and counting it locks a mutex at every allocation.
  // Once some database is open it is too late to say so, and no harm.
  [[maybe_unused]] static const int uncounted = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  auto raw = std::make_unique<Raw>();
  const std::string vfs = env.sqlite_vfs();
  const int flags = SQLITE_OPEN_NOMUTEX |
                    (mode == DatabaseMode::read ? SQLITE_OPEN_READWRITE
                                                : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  // A reader opens read-write too: SQLite needs to write the shared-memory index of a WAL that
  // nobody else has open. query_only below keeps it from writing anything else.
  const int code =
      sqlite3_open_v2(path.c_str(), &raw->handle, flags, vfs.empty() ? nullptr : vfs.c_str());
  if (code != SQLITE_OK) {
    auto error = database_error(raw->handle, code, "open " + path.string());
    const bool missing = mode == DatabaseMode::read && !env.exists(path);
    if ((code & 0xff) == SQLITE_CANTOPEN && missing) error.code = Errc::not_found;
    return error;
  }
  sqlite3_extended_result_codes(raw->handle, 1);
  sqlite3_busy_timeout(raw->handle, 5'000);
  sqlite3_wal_hook(
      raw->handle,
      [](void* context, sqlite3*, const char*, int pages) {
        static_cast<Raw*>(context)->wal_pages = pages;
        return SQLITE_OK;
      },
      raw.get());
  Database database(std::move(raw));
  // A page whose cells overlap or run out of it is refused when it is read, not followed.
  TRY(database.execute("PRAGMA cell_size_check=ON;"));
  if (mode == DatabaseMode::read) {
    TRY(database.execute("PRAGMA query_only=ON; PRAGMA mmap_size=0; PRAGMA cache_size=-16384;"));
    return database;
  }
  // The hook above replaces SQLite's automatic checkpoints: they would stall the writer for tens of
  // milliseconds at a moment of its choosing. The owner calls checkpoint() from another thread.
  TRY(database.execute("PRAGMA journal_mode=WAL; PRAGMA cache_size=-65536; PRAGMA mmap_size=0;"));
  TRY(database.execute(durability == Durability::full ? "PRAGMA synchronous=FULL;"
                                                      : "PRAGMA synchronous=NORMAL;"
                                                        "PRAGMA cache_size=-262144;"));
  return database;
}

Result<void> Database::execute(std::string_view sql) {
  const std::string text(sql);
  const int code = sqlite3_exec(raw_->handle, text.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) return database_error(raw_->handle, code, "database");
  return {};
}

Result<Statement> Database::prepare(std::string_view sql) {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v3(raw_->handle, sql.data(), static_cast<int>(sql.size()),
                                      SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  if (code == SQLITE_OK) return Statement(statement);
  auto error = database_error(raw_->handle, code, fmt::format("prepare \"{}\"", sql));
  // The SQL is ours and good: it is the schema on disk that is not.
  if (code == SQLITE_ERROR) error.code = Errc::damaged;
  return error;
}

std::int64_t Database::wal_pages() const { return raw_->wal_pages; }

Result<void> Database::checkpoint() {
  const int code =
      sqlite3_wal_checkpoint_v2(raw_->handle, nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
  if (code == SQLITE_OK || code == SQLITE_BUSY || code == SQLITE_LOCKED) return {};
  return database_error(raw_->handle, code, "checkpoint");
}

Result<void> Database::checkpoint_and_restart() {
  const int code =
      sqlite3_wal_checkpoint_v2(raw_->handle, nullptr, SQLITE_CHECKPOINT_RESTART, nullptr, nullptr);
  if (code != SQLITE_OK) return database_error(raw_->handle, code, "checkpoint");
  return {};
}

Result<Transaction> Transaction::begin(Database& database) {
  TRY(database.execute("BEGIN IMMEDIATE"));
  return Transaction(database);
}

Result<Transaction> Transaction::begin_reading(Database& database) {
  TRY(database.execute("BEGIN"));
  return Transaction(database);
}

Transaction::~Transaction() {
  if (database_ == nullptr) return;
  const auto rolled_back = database_->execute("ROLLBACK");
  static_cast<void>(rolled_back);  // nothing was promised; the database rolls back by itself anyway
}

Result<void> Transaction::commit() {
  TRY(database_->execute("COMMIT"));
  database_ = nullptr;
  return {};
}

}  // namespace armistice
