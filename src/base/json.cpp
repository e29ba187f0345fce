// SPDX-License-Identifier: Apache-2.0
#include "base/json.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "base/limits.h"

namespace armistice {

const Json* Json::find(std::string_view key) const {
  const Object* object = as_object();
  if (object == nullptr) return nullptr;
  for (const Field& field : *object) {
    if (field.first == key) return &field.second;
  }
  return nullptr;
}

void Json::add(std::string_view key, Json value) {
  Object* object = as_object();
  ASSERT(object != nullptr);
  object->emplace_back(std::string(key), std::move(value));
}

namespace {

// Receives nlohmann's events and builds our value; returns false at the first thing it refuses.
class Builder {
 public:
  Json root;
  std::optional<Error> refused;

  bool null() { return put(Json()); }
  bool boolean(bool value) { return put(Json(value)); }
  bool number_integer(std::int64_t value) {
    if (value < -limits::json_integer_max) return refuse_number();
    return put(Json(value));
  }
  bool number_unsigned(std::uint64_t value) {
    if (value > static_cast<std::uint64_t>(limits::json_integer_max)) return refuse_number();
    return put(Json(value));
  }
  bool number_float(double, const std::string&) { return refuse_number(); }
  bool string(std::string& value) {
    if (!no_nul(value)) return false;
    return put(Json(std::move(value)));
  }
  bool binary(nlohmann::json::binary_t&) { return refuse(Errc::malformed, "binary in JSON"); }
  bool start_object(std::size_t) { return open(Json(Json::Object{})); }
  bool start_array(std::size_t) { return open(Json(Json::Array{})); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }
  bool key(std::string& key) {
    if (!no_nul(key)) return false;
    if (open_.back()->as_object()->size() >= limits::json_fields_max) {
      return refuse(Errc::too_large, fmt::format("more than {} fields", limits::json_fields_max));
    }
    if (open_.back()->find(key) != nullptr) {
      return refuse(Errc::malformed, fmt::format("the key \"{}\" stands twice", key));
    }
    key_ = std::move(key);
    return true;
  }
  bool parse_error(std::size_t position, const std::string&, const nlohmann::json::exception&) {
    return refuse(Errc::malformed, fmt::format("not JSON at byte {}", position));
  }

 private:
  bool refuse(Errc code, std::string what) {
    if (!refused) refused = Error{code, std::move(what)};
    return false;
  }
  bool refuse_number() {
    return refuse(Errc::out_of_range, "numbers are integers within ±(2^53 - 1)");
  }
  bool no_nul(const std::string& text) {
    if (text.find('\0') == std::string::npos) return true;
    return refuse(Errc::malformed, "U+0000 in a string");
  }
  Json* place(Json value) {
    if (open_.empty()) {
      root = std::move(value);
      return &root;
    }
    if (Json::Array* array = open_.back()->as_array())
      return &array->emplace_back(std::move(value));
    Json::Object* object = open_.back()->as_object();
    return &object->emplace_back(std::move(key_), std::move(value)).second;
  }
  bool put(Json value) {
    place(std::move(value));
    return true;
  }
  bool open(Json value) {
    if (open_.size() >= static_cast<std::size_t>(limits::json_depth_max)) {
      return refuse(Errc::too_large, fmt::format("deeper than {}", limits::json_depth_max));
    }
    open_.push_back(place(std::move(value)));
    return true;
  }
  bool close() {
    open_.pop_back();
    return true;
  }

  // Pointers stay good: only the innermost open value ever grows.
  std::vector<Json*> open_;
  std::string key_;
};

}  // namespace

Result<Json> parse_json(ByteView text, std::size_t bytes_max) {
  if (text.size() > bytes_max) {
    return Error{Errc::too_large,
                 fmt::format("JSON of {} bytes, at most {}", text.size(), bytes_max)};
  }
  // nlohmann skips a BOM; a reader that does not would see other bytes.
  if (text.starts_with("\xef\xbb\xbf")) return Error{Errc::malformed, "JSON with a BOM"};
  Builder builder;
  nlohmann::json::sax_parse(text.begin(), text.end(), &builder,
                            nlohmann::json::input_format_t::json, true);
  if (builder.refused) return *builder.refused;
  return std::move(builder.root);
}

namespace {

void write_string(std::string& out, std::string_view text) {
  out += '"';
  for (const char c : text) {
    const auto byte = static_cast<std::uint8_t>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else if (byte < 0x20) {
      out += fmt::format("\\u{:04x}", byte);
    } else {
      out += c;
    }
  }
  out += '"';
}

// One writer for both forms, so that they cannot drift apart.
class Writer {
 public:
  explicit Writer(bool indented) : indented_(indented) {}

  void write(const Json& json) {
    if (const auto* value = json.as_bool()) {
      out += *value ? "true" : "false";
    } else if (const auto* integer = json.as_integer()) {
      out += fmt::format("{}", *integer);
    } else if (const auto* text = json.as_text()) {
      write_string(out, *text);
    } else if (const auto* array = json.as_array()) {
      list('[', ']', *array, [this](const Json& item) { write(item); });
    } else if (const auto* object = json.as_object()) {
      list('{', '}', *object, [this](const Json::Field& field) {
        write_string(out, field.first);
        out += indented_ ? ": " : ":";
        write(field.second);
      });
    } else {
      out += "null";
    }
  }

  std::string out;

 private:
  template <typename Items, typename WriteItem>
  void list(char first, char last, const Items& items, WriteItem write_item) {
    out += first;
    ++depth_;
    bool more = false;
    for (const auto& item : items) {
      if (more) out += ',';
      more = true;
      line();
      write_item(item);
    }
    --depth_;
    if (more) line();
    out += last;
  }
  void line() {
    if (!indented_) return;
    out += '\n';
    out.append(depth_ * 2, ' ');
  }

  bool indented_;
  std::size_t depth_ = 0;
};

std::string write_json(const Json& json, bool indented) {
  Writer writer(indented);
  writer.write(json);
  return std::move(writer.out);
}

}  // namespace

std::string to_text(const Json& json) { return write_json(json, false); }

std::string to_indented_text(const Json& json) { return write_json(json, true); }

}  // namespace armistice
