// SPDX-License-Identifier: Apache-2.0
// Files of facts, which are put on record one by one: tables of TOML, each with a key by which
// others of the file name it. Read whole before anything is signed. Spec: api.md §13, §14.
#pragma once

#include <fmt/format.h>

#include <map>

#include "record/kinds/body.h"
#include "terms/term_readers.h"

namespace armistice {

inline constexpr std::size_t facts_max = 4'096;

/// A fact that waits to be written: what it says, and the keys of the facts that it names.
template <typename T>
struct Fact {
  FilePlace place;
  std::string key;    // empty: no other names it
  std::string of;     // the sitting, agenda, proposal, request or ladder; empty: none
  std::string reply;  // the statement that it replies to; empty: none
  T body;
};

inline Result<StatedTime> time_at(TomlTable& table, std::string_view key) {
  const CivilTime time = TRY(table.time(key));
  return StatedTime{to_text(time), time.utc};
}

inline Result<StatedDay> day_at(TomlTable& table, std::string_view key) {
  const std::string text = TRY(table.text(key));
  return parse_day(text).within(table.place_of(key).text());
}

/// The fields that every fact has.
template <typename T>
Result<Fact<T>> begin(TomlTable& table) {
  Fact<T> fact;
  fact.place = table.place();
  fact.key = TRY(table.text_or("key", ""));
  fact.body.source = TRY(table.text_or("source", ""));
  fact.body.text = TRY(table.text_or("text", ""));
  return fact;
}

/// Every table `[[key]]` of a file. What no reader of its kind would take is refused before
/// anything is written.
template <typename T, typename Reader>
Result<void> read_all(TomlTable& file, std::string_view key, std::vector<Fact<T>>& all,
                      Reader reader) {
  for (TomlTable& table : TRY(file.tables_or_none(key))) {
    all.push_back(TRY(reader(table)));
    TRY(table.closed());
    TRY(parse_body(T::kind, to_bytes(all.back().body)).within(table.place().text()));
  }
  return {};
}

/// The keys of a file: each that a fact names is one of a fact of the right sort before it.
class Keys {
 public:
  Result<void> add(const FilePlace& place, const std::string& key, std::string_view sort) {
    if (key.empty() || held_.try_emplace(key, std::string(sort), Digest{}).second) return {};
    return malformed_at(place, fmt::format("key {:?} stands twice", key));
  }
  Result<void> needs(const FilePlace& place, const std::string& key, std::string_view sort) const {
    if (key.empty()) return {};
    const auto found = held_.find(key);
    if (found != held_.end() && found->second.first == sort) return {};
    return malformed_at(place, fmt::format("no {} before it has the key {:?}", sort, key));
  }
  /// Remembered if others of the file may name it.
  void written(const std::string& key, const Digest& id) {
    const auto found = held_.find(key);
    if (found != held_.end()) found->second.second = id;
  }
  const Digest& of(const std::string& key) const { return held_.at(key).second; }

 private:
  std::map<std::string, std::pair<std::string, Digest>> held_;
};

}  // namespace armistice
