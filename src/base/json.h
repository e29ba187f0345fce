// SPDX-License-Identifier: Apache-2.0
// Strict JSON: what two readers could understand differently is refused at the door. Integers only
// (±(2^53 - 1)), no duplicate key, no lone surrogate, no U+0000, no BOM, depth at most 16.
// The parser underneath is nlohmann's; its exceptions are off and never leave json.cpp.
// Spec: record.md §6.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/bytes.h"
#include "base/limits.h"
#include "base/result.h"

namespace armistice {

class Json {
 public:
  using Array = std::vector<Json>;
  using Field = std::pair<std::string, Json>;
  using Object = std::vector<Field>;  // in the order of the text

  Json() = default;                                                       // null
  Json(bool value) : held_(value) {}                                      // NOLINT: implicit
  Json(std::int64_t value) : held_(value) {}                              // NOLINT: implicit
  Json(int value) : held_(std::int64_t{value}) {}                         // NOLINT: implicit
  Json(std::uint64_t value) : held_(static_cast<std::int64_t>(value)) {}  // NOLINT: implicit
  Json(std::string value) : held_(std::move(value)) {}                    // NOLINT: implicit
  Json(std::string_view value) : held_(std::string(value)) {}             // NOLINT: implicit
  Json(const char* value) : held_(std::string(value)) {}                  // NOLINT: implicit
  Json(Array value) : held_(std::move(value)) {}                          // NOLINT: implicit
  Json(Object value) : held_(std::move(value)) {}                         // NOLINT: implicit

  bool is_null() const { return std::holds_alternative<std::monostate>(held_); }
  const bool* as_bool() const { return std::get_if<bool>(&held_); }
  const std::int64_t* as_integer() const { return std::get_if<std::int64_t>(&held_); }
  const std::string* as_text() const { return std::get_if<std::string>(&held_); }
  const Array* as_array() const { return std::get_if<Array>(&held_); }
  Array* as_array() { return std::get_if<Array>(&held_); }
  const Object* as_object() const { return std::get_if<Object>(&held_); }
  Object* as_object() { return std::get_if<Object>(&held_); }

  /// The field `key` of an object; nothing if this is no object or has no such field.
  const Json* find(std::string_view key) const;

  /// Adds a field. REQUIRES: this is an object.
  void add(std::string_view key, Json value);

  friend bool operator==(const Json&, const Json&) = default;

 private:
  std::variant<std::monostate, bool, std::int64_t, std::string, Array, Object> held_;
};

/// Reads one JSON value that fills the whole text. Errors: `malformed`, `too_large` (depth, fields,
/// or over `bytes_max`), `out_of_range` (a number that is no integer within ±(2^53 - 1)).
Result<Json> parse_json(ByteView text, std::size_t bytes_max = limits::json_body_bytes_max);

/// Compact JSON text. Fields stand in the order in which they were added.
std::string to_text(const Json& json);

/// JSON text indented by two spaces, for people.
std::string to_indented_text(const Json& json);

}  // namespace armistice
