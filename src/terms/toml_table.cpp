// SPDX-License-Identifier: Apache-2.0
#include "terms/toml_table.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#define TOML_EXCEPTIONS 0
// The parser asserts what a file can break, `1953-07-27Tg` for one, and refuses it right behind.
#define TOML_ASSERT(expr) static_assert(true)
#include <toml++/toml.h>

#include "base/text.h"
#include "terms/limits.h"

namespace armistice {
namespace {

std::string time_text(const toml::date_time& value) {
  if (!value.offset || value.time.nanosecond != 0) return "";
  const int minutes = value.offset->minutes;
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}{}{:02}:{:02}", value.date.year,
                     value.date.month, value.date.day, value.time.hour, value.time.minute,
                     value.time.second, minutes < 0 ? '-' : '+', std::abs(minutes) / 60,
                     std::abs(minutes) % 60);
}

TomlValue value_of(std::string_view file, const toml::node& node) {
  const auto at = node.source().begin;
  TomlValue out;
  out.place = {std::string(file), static_cast<std::uint32_t>(at.line),
               static_cast<std::uint32_t>(at.column)};
  if (const auto text = node.value_exact<std::string>()) {
    out.held = *text;
  } else if (const auto integer = node.value_exact<std::int64_t>()) {
    out.held = *integer;
  } else if (const auto time = node.value_exact<toml::date_time>()) {
    out.held = TomlTime{time_text(*time)};
  } else if (const toml::array* array = node.as_array()) {
    std::vector<TomlValue> list;
    for (const toml::node& item : *array) list.push_back(value_of(file, item));
    out.held = std::move(list);
  } else if (const toml::table* table = node.as_table()) {
    std::vector<TomlField> fields;
    for (const auto& [key, item] : *table) {
      fields.push_back({std::string(key.str()), std::make_unique<TomlValue>(value_of(file, item))});
    }
    // toml++ keeps keys in byte order; the file's own order is what a reader expects.
    std::stable_sort(fields.begin(), fields.end(), [](const TomlField& a, const TomlField& b) {
      return std::pair(a.value->place.line, a.value->place.column) <
             std::pair(b.value->place.line, b.value->place.column);
    });
    out.held = std::move(fields);
  }
  return out;
}

const std::vector<TomlField>& fields_of(const TomlValue& value) {
  const auto* fields = std::get_if<std::vector<TomlField>>(&value.held);
  ASSERT(fields != nullptr);
  return *fields;
}

const TomlValue* field_of(const TomlValue& value, std::string_view key) {
  for (const TomlField& field : fields_of(value)) {
    if (field.key == key) return field.value.get();
  }
  return nullptr;
}

}  // namespace

std::string FilePlace::text() const {
  return line == 0 ? file : fmt::format("{} line {} column {}", file, line, column);
}

Error malformed_at(const FilePlace& place, std::string_view what) {
  return Error{Errc::malformed, fmt::format("{}: {}", place.text(), what)};
}

bool TomlTable::has(std::string_view key) {
  asked_.insert(std::string(key));
  return field_of(*value_, key) != nullptr;
}

const FilePlace& TomlTable::place_of(std::string_view key) const {
  const TomlValue* value = field_of(*value_, key);
  return value == nullptr ? value_->place : value->place;
}

Error TomlTable::wrong(std::string_view key, std::string_view what) const {
  return malformed_at(place_of(key), fmt::format("{}: {} {}", where_, key, what));
}

Result<const TomlValue*> TomlTable::find(std::string_view key) {
  asked_.insert(std::string(key));
  const TomlValue* value = field_of(*value_, key);
  if (value == nullptr) {
    return malformed_at(value_->place, fmt::format("{}: {} is missing", where_, key));
  }
  return value;
}

Result<std::string> TomlTable::text(std::string_view key) {
  const TomlValue* value = TRY(find(key));
  const auto* text = std::get_if<std::string>(&value->held);
  if (text == nullptr || text->empty()) return wrong(key, "is a text");
  if (text->size() > limits::agreement_text_bytes_max) {
    return wrong(key, fmt::format("is at most {} bytes", limits::agreement_text_bytes_max));
  }
  return *text;
}

Result<std::string> TomlTable::text_or(std::string_view key, std::string_view otherwise) {
  if (!has(key)) return std::string(otherwise);
  return text(key);
}

Result<std::string> TomlTable::name(std::string_view key) {
  std::string value = TRY(text(key));
  if (!is_name(value)) return wrong(key, "is [a-z0-9/.-]{1,64}");
  return value;
}

Result<std::int64_t> TomlTable::integer(std::string_view key) {
  const TomlValue* value = TRY(find(key));
  const auto* integer = std::get_if<std::int64_t>(&value->held);
  if (integer == nullptr) return wrong(key, "is an integer");
  return *integer;
}

Result<std::int64_t> TomlTable::count(std::string_view key) {
  const std::int64_t value = TRY(integer(key));
  if (value < 0 || value > limits::agreement_count_max) {
    return wrong(key, fmt::format("lies within 0 and {}", limits::agreement_count_max));
  }
  return value;
}

Result<std::int64_t> TomlTable::count_or(std::string_view key, std::int64_t otherwise) {
  if (!has(key)) return otherwise;
  return count(key);
}

Result<CivilTime> TomlTable::time(std::string_view key) {
  const TomlValue* value = TRY(find(key));
  const auto* time = std::get_if<TomlTime>(&value->held);
  if (time == nullptr || time->text.empty()) {
    return wrong(key, "is a time in whole seconds with an offset");
  }
  return parse_civil_time(time->text).within(value->place.text());
}

Result<std::vector<std::string>> TomlTable::texts(std::string_view key) {
  const TomlValue* value = TRY(find(key));
  const auto* list = std::get_if<std::vector<TomlValue>>(&value->held);
  if (list == nullptr) return wrong(key, "is a list of texts");
  if (list->size() > limits::agreement_list_max) {
    return wrong(key, fmt::format("has at most {} entries", limits::agreement_list_max));
  }
  std::vector<std::string> out;
  for (const TomlValue& item : *list) {
    const auto* text = std::get_if<std::string>(&item.held);
    if (text == nullptr || text->size() > limits::agreement_text_bytes_max) {
      return malformed_at(item.place, fmt::format("{}: {} is a list of texts", where_, key));
    }
    out.push_back(*text);
  }
  return out;
}

Result<std::vector<std::string>> TomlTable::names(std::string_view key) {
  std::vector<std::string> out = TRY(texts(key));
  std::set<std::string> seen;
  for (const std::string& one : out) {
    if (!is_name(one)) return wrong(key, fmt::format("holds {:?}, no [a-z0-9/.-]{{1,64}}", one));
    if (!seen.insert(one).second) return wrong(key, "names " + one + " twice");
  }
  return out;
}

Result<std::vector<std::string>> TomlTable::names_or_none(std::string_view key) {
  if (!has(key)) return std::vector<std::string>();
  return names(key);
}

Result<TomlTable> TomlTable::table(std::string_view key) {
  const TomlValue* value = TRY(find(key));
  if (!std::holds_alternative<std::vector<TomlField>>(value->held)) {
    return wrong(key, "is a table");
  }
  return TomlTable(*value, where_ + "." + std::string(key));
}

Result<std::vector<TomlTable>> TomlTable::tables(std::string_view key) {
  const TomlValue* value = TRY(find(key));
  const auto* list = std::get_if<std::vector<TomlValue>>(&value->held);
  if (list == nullptr || list->empty()) return wrong(key, "is a list of tables, one at least");
  if (list->size() > limits::agreement_list_max) {
    return wrong(key, fmt::format("has at most {} entries", limits::agreement_list_max));
  }
  std::vector<TomlTable> out;
  for (const TomlValue& item : *list) {
    if (!std::holds_alternative<std::vector<TomlField>>(item.held)) {
      return malformed_at(item.place, fmt::format("{}: {} is a list of tables", where_, key));
    }
    out.emplace_back(item, fmt::format("{} {}", key, out.size() + 1));
  }
  return out;
}

Result<std::vector<TomlTable>> TomlTable::tables_or_none(std::string_view key) {
  if (!has(key)) return std::vector<TomlTable>();
  return tables(key);
}

Result<std::vector<std::pair<std::string, std::string>>> TomlTable::pairs_or_none(
    std::string_view key) {
  std::vector<std::pair<std::string, std::string>> out;
  if (!has(key)) return out;
  TomlTable inner = TRY(table(key));
  for (const TomlField& field : fields_of(*inner.value_)) {
    std::string text = TRY(inner.text(field.key));
    out.emplace_back(field.key, std::move(text));
  }
  return out;
}

Result<std::size_t> TomlTable::one_of(std::string_view key,
                                      std::span<const std::string_view> words) {
  const std::string word = TRY(text(key));
  const auto found = std::find(words.begin(), words.end(), word);
  if (found == words.end()) {
    return wrong(key, fmt::format("is one of {}", fmt::join(words, ", ")));
  }
  return static_cast<std::size_t>(found - words.begin());
}

Result<void> TomlTable::closed() const {
  for (const TomlField& field : fields_of(*value_)) {
    if (!asked_.contains(field.key)) {
      return malformed_at(field.value->place,
                          fmt::format("{}: no such field, {}; there are: {}", where_, field.key,
                                      fmt::join(asked_, ", ")));
    }
  }
  return {};
}

Result<TomlValue> parse_toml(std::string_view file, ByteView text) {
  if (text.size() > limits::agreement_file_bytes_max) {
    return Error{Errc::too_large,
                 fmt::format("{}: at most {} bytes", file, limits::agreement_file_bytes_max)};
  }
  if (!is_utf8(text)) return Error{Errc::malformed, fmt::format("{}: not UTF-8", file)};
  const toml::parse_result parsed = toml::parse(text);
  if (!parsed) {
    const auto at = parsed.error().source().begin;
    return malformed_at({std::string(file), static_cast<std::uint32_t>(at.line),
                         static_cast<std::uint32_t>(at.column)},
                        parsed.error().description());
  }
  return value_of(file, parsed.table());
}

}  // namespace armistice
