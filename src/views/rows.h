// SPDX-License-Identifier: Apache-2.0
// What a view emits: rows put and rows erased. Changes are plain values, so that their digest is
// the same on every node. Spec: views.md §2, §3.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/bytes.h"
#include "base/ids.h"
#include "base/time.h"

namespace armistice {

/// A table of a view, as its view.sql makes it: `key` names its first columns, the primary key.
struct Table {
  std::string_view name;  // a view, and no pointer: it is compared and hashed for every row
  int columns;
  int key_columns;
  const char* key;
};

/// Null, an integer, a text, or the bytes of a digest.
using Value = std::variant<std::monostate, std::int64_t, std::string, Digest>;

inline Value to_value(std::monostate) { return {}; }
inline Value to_value(const Value& value) { return value; }
inline Value to_value(std::int64_t value) { return value; }
inline Value to_value(std::uint64_t value) { return static_cast<std::int64_t>(value); }
inline Value to_value(LeafIndex index) { return static_cast<std::int64_t>(index.value); }
inline Value to_value(TreeSize size) { return static_cast<std::int64_t>(size.value); }
inline Value to_value(UtcSeconds time) { return time.value; }
inline Value to_value(bool value) { return std::int64_t{value}; }
inline Value to_value(std::string_view text) { return std::string(text); }
inline Value to_value(const std::string& text) { return text; }
inline Value to_value(const char* text) { return std::string(text); }
inline Value to_value(const Digest& digest) { return digest; }
template <typename T>
Value to_value(const std::optional<T>& value) {
  return value ? to_value(*value) : Value();
}

struct Change {
  const Table* table;
  bool erases;                // then `values` are the key alone
  std::vector<Value> values;  // in the order of the columns
};

/// The changes that one record makes in one view.
class Rows {
 public:
  template <typename... Values>
  void put(const Table& table, const Values&... values) {
    ASSERT(sizeof...(values) == static_cast<std::size_t>(table.columns));
    changes_.push_back({&table, false, row_of(values...)});
  }
  template <typename... Values>
  void erase(const Table& table, const Values&... key) {
    ASSERT(sizeof...(key) == static_cast<std::size_t>(table.key_columns));
    changes_.push_back({&table, true, row_of(key...)});
  }
  const std::vector<Change>& changes() const& { return changes_; }
  std::vector<Change> changes() && { return std::move(changes_); }

 private:
  // Not by a list in braces, which copies every text once more.
  template <typename... Values>
  static std::vector<Value> row_of(const Values&... values) {
    std::vector<Value> row;
    row.reserve(sizeof...(values));
    (row.push_back(to_value(values)), ...);
    return row;
  }

  std::vector<Change> changes_;
};

/// The changes in canonical bytes, for the rolling digest. Spec: views.md §3.
Bytes canonical_bytes(const std::vector<Change>& changes);
/// The same behind what `out` has: one buffer serves a whole fold.
void append_canonical(Bytes& out, const std::vector<Change>& changes);

/// Eight bytes, the most significant first.
void append_integer(Bytes& out, std::uint64_t value);
/// The same behind a tag.
void append_tagged(Bytes& out, char tag, std::uint64_t value);

}  // namespace armistice
