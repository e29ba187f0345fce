// SPDX-License-Identifier: Apache-2.0
#include "api/shape.h"

#include <fmt/format.h>

#include "base/bytes.h"
#include "base/text.h"
#include "base/time.h"
#include "terms/has.h"

namespace armistice {
namespace {

// What is left of a type without `?`, and whether it had one.
std::pair<std::string_view, bool> split_null(std::string_view type) {
  if (type.ends_with('?')) return {type.substr(0, type.size() - 1), true};
  return {type, false};
}

std::optional<std::string_view> list_item(std::string_view type) {
  if (type.starts_with('[') && type.ends_with(']')) return type.substr(1, type.size() - 2);
  return std::nullopt;
}

// The words of `=one|other`; none for another type.
std::vector<std::string_view> words_of(std::string_view type) {
  return type.starts_with('=') ? split(type.substr(1), '|') : std::vector<std::string_view>();
}

const Shape* find_shape(std::string_view name) {
  for (const Shape& shape : all_shapes()) {
    if (name == shape.name) return &shape;
  }
  return nullptr;
}

Error wrong(std::string_view what) { return Error{Errc::malformed, std::string(what)}; }

Result<void> conforms_plain(const Json& value, std::string_view type) {
  if (type == "integer") return value.as_integer() ? Result<void>() : wrong("not an integer");
  if (type == "boolean") return value.as_bool() ? Result<void>() : wrong("not a boolean");
  const std::string* text = value.as_text();
  if (text == nullptr) return wrong("not a text");
  const auto words = words_of(type);
  if (!words.empty() && !has(words, *text)) {
    return wrong(fmt::format("{} is none of {}", *text, type.substr(1)));
  }
  if (type == "digest" && !parse_digest(*text).ok()) return wrong("not a digest");
  if (type == "time" && !parse_civil_time(*text).ok()) return wrong("not a time");
  return {};
}

Result<void> conforms_shape(const Json& value, const Shape& shape) {
  const Json::Object* object = value.as_object();
  if (object == nullptr) return wrong("not an object");
  for (const Field& field : shape.fields) {
    const Json* found = value.find(field.name);
    if (found == nullptr) return wrong(fmt::format("{} is missing", field.name));
    TRY(conforms(*found, field.type).within(field.name));
  }
  if (object->size() != shape.fields.size()) {
    return wrong(fmt::format("{} has a field that its shape does not name", shape.name));
  }
  return {};
}

}  // namespace

Result<void> conforms(const Json& value, std::string_view type) {
  const auto [plain, nullable] = split_null(type);
  if (value.is_null()) return nullable ? Result<void>() : wrong("null");
  if (const auto item = list_item(plain)) {
    if (value.as_array() == nullptr) return wrong("not a list");
    for (const Json& one : *value.as_array()) TRY(conforms(one, *item));
    return {};
  }
  if (const Shape* shape = find_shape(plain)) return conforms_shape(value, *shape);
  return conforms_plain(value, plain);
}

std::string typescript_type(std::string_view type) {
  const auto [plain, nullable] = split_null(type);
  std::string out;
  if (const auto item = list_item(plain)) {
    out = fmt::format("readonly {}[]", typescript_type(*item));
  } else if (find_shape(plain) != nullptr) {
    out = std::string(plain);
  } else if (const auto words = words_of(plain); !words.empty()) {
    for (const auto one : words) out += fmt::format("{}'{}'", out.empty() ? "" : " | ", one);
  } else {
    out = plain == "integer" ? "number" : plain == "boolean" ? "boolean" : "string";
  }
  return nullable ? out + " | null" : out;
}

Json schema_of_type(std::string_view type) {
  const auto [plain, nullable] = split_null(type);
  Json schema = Json::Object{};
  if (const auto item = list_item(plain)) {
    schema.add("type", "array");
    schema.add("items", schema_of_type(*item));
  } else if (find_shape(plain) != nullptr) {
    schema.add("$ref", fmt::format("#/$defs/{}", plain));
  } else if (plain == "integer" || plain == "boolean") {
    schema.add("type", plain);
  } else if (const auto words = words_of(plain); !words.empty()) {
    schema.add("enum", Json::Array(words.begin(), words.end()));
  } else {
    schema.add("type", "string");
    if (plain == "digest") schema.add("pattern", "^sha256:[0-9a-f]{64}$");
    if (plain == "time") schema.add("format", "date-time");
  }
  if (!nullable) return schema;
  return Json::Object{{"anyOf", Json::Array{std::move(schema), Json::Object{{"type", "null"}}}}};
}

}  // namespace armistice
