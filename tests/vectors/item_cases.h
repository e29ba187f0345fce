// SPDX-License-Identifier: Apache-2.0
// The cases of a field of an object in a list, and of fields that many kinds have.
#pragma once

#include <fmt/format.h>

#include "vectors/kind_table.h"

namespace armistice::vectors {

/// Cases of one field of an item, each in a body that holds this item alone.
class ItemCases {
 public:
  ItemCases(Table& table, FieldTexts base, std::string key, FieldTexts item)
      : table_(table), base_(std::move(base)), key_(std::move(key)), item_(std::move(item)) {}

  void words(const std::string& field, std::span<const char* const> words) {
    for (const char* word : words) ok(field, word, in_quotes(word));
    bad(field, "other", in_quotes("another"));
    bad(field, "empty", in_quotes(""));
  }
  void integer(const std::string& field, const std::string& most, const std::string& above,
               const std::string& least = "0") {
    ok(field, "least", least);
    ok(field, "most", most);
    bad(field, "below", std::to_string(std::stoll(least) - 1), range);
    bad(field, "above", above, range);
    bad(field, "fraction", "0.5", range);
  }
  void label(const std::string& field) {
    ok(field, "128-bytes", in_quotes(std::string(128, 'x')));
    bad(field, "129-bytes", in_quotes(std::string(129, 'x')), large);
  }
  void ok(const std::string& field, const std::string& what, const std::string& value) {
    table_.ok(name(field, what), field + " of an item", with(field, value));
  }
  void bad(const std::string& field, const std::string& what, const std::string& value,
           Errc error = form) {
    table_.bad(name(field, what), field + " of an item", with(field, value), error);
  }

 private:
  std::string name(const std::string& field, const std::string& what) const {
    return key_ + "-" + field + "-" + what;
  }
  FieldTexts with(const std::string& field, const std::string& value) const {
    return base_.with(key_, list_of({item_.with(field, value).text()}));
  }

  Table& table_;
  FieldTexts base_;
  std::string key_;
  FieldTexts item_;
};

/// A text that is not empty.
inline void some_text(Table& table, const FieldTexts& base, const std::string& key,
                      std::size_t bytes_max, const std::string& why) {
  table.ok(fmt::format("{}-{}-bytes", key, bytes_max), fmt::format("1 to {} bytes", bytes_max),
           base.with(key, in_quotes(std::string(bytes_max, 'x'))));
  table.long_text(base, key, bytes_max);
  table.bad(key + "-empty", why, base.with(key, in_quotes("")));
}

/// A name that may be empty, with the limit that is its own.
inline void name_or_none(Table& table, const FieldTexts& base, const std::string& key) {
  table.name_or_none(base, key);
  table.bad(key + "-65-bytes", "64 characters at most",
            base.with(key, in_quotes(std::string(65, 'x'))), large);
}

}  // namespace armistice::vectors
