// SPDX-License-Identifier: Apache-2.0
// One list of fields a kind, walked twice: to read a body into its struct and to write it out, so
// that neither can forget what the other does. A kind's list is a function template in its .cpp:
//
//   template <typename F, typename B>
//   Result<void> list(F& f, B& ballot) {
//     TRY(f.digest("case", ballot.case_id));
//     return f.text("dissent", ballot.dissent, limits::statement_bytes_max);
//   }
//
// Spec: record.md §6.
#pragma once

#include <fmt/format.h>

#include <optional>
#include <span>
#include <vector>

#include "base/text.h"
#include "base/time.h"
#include "record/kinds/fields.h"

namespace armistice {

/// A moment as its author wrote it, and the same moment read.
struct StatedTime {
  std::string text;
  UtcSeconds utc;
  friend bool operator==(const StatedTime&, const StatedTime&) = default;
};

/// A civil day as its author wrote it, and its number: days since 1 January 1970.
struct StatedDay {
  std::string text;
  std::int64_t number = 0;
  friend bool operator==(const StatedDay&, const StatedDay&) = default;
};

/// Reads `1953-08-05`, a date that exists, of the years 1900 to 2199. Errors: `malformed`,
/// `out_of_range`.
Result<StatedDay> parse_day(std::string_view text);
/// The day of a number, spelled. REQUIRES: its year lies in 1900 to 2199.
StatedDay day_of(std::int64_t number);

/// Reads fields into a struct. Errors: those of Fields, each naming its field.
class FieldReader {
 public:
  explicit FieldReader(Fields fields) : fields_(std::move(fields)) {}

  Result<void> text(std::string_view key, std::string& out, std::size_t bytes_max) {
    out = TRY(fields_.text(key, bytes_max));
    return {};
  }
  Result<void> name(std::string_view key, std::string& out) {
    out = TRY(fields_.name(key));
    return {};
  }
  /// A name, or empty: nobody.
  Result<void> name_or_none(std::string_view key, std::string& out);
  Result<void> names(std::string_view key, std::vector<std::string>& out, std::size_t count_max);
  Result<void> digest(std::string_view key, Digest& out) {
    out = TRY(fields_.digest(key));
    return {};
  }
  /// A digest, or an empty text: none.
  Result<void> digest_or_none(std::string_view key, std::optional<Digest>& out);
  Result<void> integer(std::string_view key, std::int64_t& out, std::int64_t min, std::int64_t max);
  Result<void> time(std::string_view key, StatedTime& out);
  Result<void> day(std::string_view key, StatedDay& out);
  template <typename Enum>
  Result<void> word(std::string_view key, Enum& out, std::span<const std::string_view> words) {
    out = static_cast<Enum>(TRY(word_at(key, words)));
    return {};
  }
  /// A list of objects, each read by `list_of`, at least one.
  template <typename T, typename List>
  Result<void> objects(std::string_view key, std::vector<T>& out, std::size_t count_max,
                       List list_of) {
    for (const Json& item : *TRY(items(key, count_max))) {
      FieldReader reader(TRY(Fields::of_object(item, key)));
      T one;
      TRY(list_of(reader, one));
      TRY(reader.closed());
      out.push_back(std::move(one));
    }
    return {};
  }
  Result<void> closed() const { return fields_.closed(); }

 private:
  Result<std::size_t> word_at(std::string_view key, std::span<const std::string_view> words);
  Result<const Json::Array*> items(std::string_view key, std::size_t count_max);

  Fields fields_;
};

/// Writes the fields of a struct, in the order of its list. Never fails.
class FieldWriter {
 public:
  Result<void> text(std::string_view key, const std::string& value, std::size_t) {
    return put(key, value);
  }
  Result<void> name(std::string_view key, const std::string& value) { return put(key, value); }
  Result<void> name_or_none(std::string_view key, const std::string& value) {
    return put(key, value);
  }
  Result<void> names(std::string_view key, const std::vector<std::string>& values, std::size_t) {
    Json::Array list;
    for (const std::string& value : values) list.push_back(value);
    return put(key, std::move(list));
  }
  Result<void> digest(std::string_view key, const Digest& value) {
    return put(key, to_text(value));
  }
  Result<void> digest_or_none(std::string_view key, const std::optional<Digest>& value) {
    return put(key, value ? to_text(*value) : std::string());
  }
  Result<void> integer(std::string_view key, std::int64_t value, std::int64_t, std::int64_t) {
    return put(key, value);
  }
  Result<void> time(std::string_view key, const StatedTime& value) { return put(key, value.text); }
  Result<void> day(std::string_view key, const StatedDay& value) { return put(key, value.text); }
  template <typename Enum>
  Result<void> word(std::string_view key, Enum value, std::span<const std::string_view> words) {
    return put(key, words[static_cast<std::size_t>(value)]);
  }
  template <typename T, typename List>
  Result<void> objects(std::string_view key, const std::vector<T>& values, std::size_t,
                       List list_of) {
    Json::Array list;
    for (const T& value : values) {
      FieldWriter writer;
      TRY(list_of(writer, value));
      list.push_back(std::move(writer.object_));
    }
    return put(key, std::move(list));
  }
  Json json() && { return std::move(object_); }

  Result<void> put(std::string_view key, Json value) {
    object_.emplace_back(std::string(key), std::move(value));
    return {};
  }

 private:
  Json::Object object_;
};

/// Reads a body by the list of its kind. Errors: those of the list, `malformed` (a field too many).
template <typename T, typename List>
Result<T> read_listed(const Json& body, List list_of) {
  Fields fields = TRY(Fields::of_body(body));
  T value;
  value.salt = fields.salt();
  FieldReader reader(std::move(fields));
  TRY(list_of(reader, value));
  TRY(reader.closed());
  return value;
}

/// Writes a body by the list of its kind, salt first.
template <typename T, typename List>
Json write_listed(const T& value, List list_of) {
  FieldWriter writer;
  ASSERT(writer.put("salt", value.salt.text()).ok());
  ASSERT(list_of(writer, value).ok());
  return std::move(writer).json();
}

}  // namespace armistice
