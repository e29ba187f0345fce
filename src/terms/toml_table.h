// SPDX-License-Identifier: Apache-2.0
// TOML as an agreement's files use it: texts, integers, times, lists and tables that know their
// file, line and column. A reader asks for the fields it knows and then calls closed(): a field
// that nobody asked for is an error, since a misspelt field would otherwise be a rule left out.
// The parser underneath is toml++; nothing of it leaves toml_table.cpp.
#pragma once

#include <memory>
#include <set>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"
#include "base/time.h"

namespace armistice {

/// Where something stands in an agreement's folder. Lines and columns count from 1.
struct FilePlace {
  std::string file;  // relative to the folder
  std::uint32_t line = 0;
  std::uint32_t column = 0;

  /// `terms/article-1.toml line 12 column 3`.
  std::string text() const;
};

/// An error at a place: `malformed`, its sentence headed by the place.
Error malformed_at(const FilePlace& place, std::string_view what);

struct TomlValue;

struct TomlField {
  std::string key;
  std::unique_ptr<TomlValue> value;
};

/// A time as it stands in the file; one that no record could state is refused when it is asked for.
struct TomlTime {
  std::string text;  // empty: no offset, or parts of a second
};

struct TomlValue {
  FilePlace place;
  // Nothing: a value that no agreement uses (a float, a truth value).
  std::variant<std::monostate, std::string, std::int64_t, TomlTime, std::vector<TomlValue>,
               std::vector<TomlField>>
      held;
};

/// One table of a file, read field by field. REQUIRES: `value` is a table, and outlives this.
class TomlTable {
 public:
  TomlTable(const TomlValue& value, std::string where) : value_(&value), where_(std::move(where)) {}

  const FilePlace& place() const { return value_->place; }
  /// Whether there is such a field; a field asked for is one that the reader knows.
  bool has(std::string_view key);
  /// Where a field stands; the table's own place if it has no such field.
  const FilePlace& place_of(std::string_view key) const;

  /// Errors of all of these: `malformed`, naming place, field and what would be right.
  Result<std::string> text(std::string_view key);
  Result<std::string> text_or(std::string_view key, std::string_view otherwise);
  /// `[a-z0-9/.-]{1,64}`.
  Result<std::string> name(std::string_view key);
  Result<std::int64_t> integer(std::string_view key);
  /// An integer within 0 and limits::agreement_count_max.
  Result<std::int64_t> count(std::string_view key);
  Result<std::int64_t> count_or(std::string_view key, std::int64_t otherwise);
  Result<CivilTime> time(std::string_view key);
  Result<std::vector<std::string>> texts(std::string_view key);
  Result<std::vector<std::string>> names(std::string_view key);
  Result<std::vector<std::string>> names_or_none(std::string_view key);
  Result<TomlTable> table(std::string_view key);
  /// `[[key]]`; at least one.
  Result<std::vector<TomlTable>> tables(std::string_view key);
  Result<std::vector<TomlTable>> tables_or_none(std::string_view key);
  /// A table of texts, in the order of the file.
  Result<std::vector<std::pair<std::string, std::string>>> pairs_or_none(std::string_view key);

  /// One of a closed list of words: its place in the list.
  Result<std::size_t> one_of(std::string_view key, std::span<const std::string_view> words);

  /// The error of a field that was read but is not right.
  Error wrong(std::string_view key, std::string_view what) const;
  /// No field is left that was not asked for.
  Result<void> closed() const;

 private:
  Result<const TomlValue*> find(std::string_view key);

  const TomlValue* value_;
  std::string where_;
  std::set<std::string, std::less<>> asked_;
};

/// Reads a whole file. Errors, with line and column: `malformed`; `too_large`.
Result<TomlValue> parse_toml(std::string_view file, ByteView text);

}  // namespace armistice
