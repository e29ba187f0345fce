// SPDX-License-Identifier: Apache-2.0
// What the readers of terms and of their cases share. A family of kinds keeps its structs in
// <family>_kinds.h and reads them in <family>_terms.cpp, which defines for each kind what is
// declared here: `read` (its parameters), `described` (them in words), `names_of` (every name in
// them) and `read_facts` (of a case).
#pragma once

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <span>

#include "terms/bodies.h"
#include "terms/has.h"
#include "terms/judgement.h"
#include "terms/toml_table.h"

namespace armistice {

/// One of a list of words. Errors: `malformed`.
template <typename Enum>
Result<Enum> enum_of(TomlTable& table, std::string_view key,
                     std::span<const std::string_view> words) {
  return static_cast<Enum>(TRY(table.one_of(key, words)));
}

/// One word at least, none twice. Errors: `malformed`.
template <typename Enum>
Result<std::vector<Enum>> enums_of(TomlTable& table, std::string_view key,
                                   std::span<const std::string_view> words) {
  std::vector<Enum> out;
  for (const std::string& word : TRY(table.texts(key))) {
    const auto found = std::find(words.begin(), words.end(), word);
    if (found == words.end()) {
      return table.wrong(key,
                         fmt::format("holds {:?}; there are: {}", word, fmt::join(words, ", ")));
    }
    const auto value = static_cast<Enum>(found - words.begin());
    if (has(out, value)) {
      return table.wrong(key, fmt::format("names {} twice", word));
    }
    out.push_back(value);
  }
  if (out.empty()) return table.wrong(key, "names one at least");
  return out;
}

/// One name at least. Errors: `malformed`.
Result<std::vector<std::string>> some_names(TomlTable& table, std::string_view key);

/// The name of a zone. With underscores, as agreements wrote it that are on record from before
/// zones had names of their own, it is the same zone: they are judged by as they were.
Result<std::string> zone_name(TomlTable& table, std::string_view key);

}  // namespace armistice
