// SPDX-License-Identifier: Apache-2.0
#include "views/sqlite_sink.h"

#include <fmt/format.h>

namespace armistice {
namespace {

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
  if (!locate_) {
    locate_.emplace(TRY(database_.prepare("INSERT OR IGNORE INTO locator VALUES (?,?)")));
  }
  return locate_->run(prefix_of(digest), index.value);
}

Result<std::vector<LeafIndex>> SqliteSink::candidates(const Digest& digest) {
  if (!candidates_) candidates_.emplace(TRY(database_.prepare(located_sql)));
  return located(*candidates_, digest);
}

Result<std::vector<LeafIndex>> located(Statement& select, const Digest& digest) {
  TRY(select.query(prefix_of(digest)));
  std::vector<LeafIndex> places;
  while (TRY(select.next())) places.push_back({static_cast<std::uint64_t>(select.integer(0))});
  return places;
}

}  // namespace armistice
