// SPDX-License-Identifier: Apache-2.0
#include "geo/decimal_json.h"

#include "base/text.h"

namespace armistice {
namespace {

constexpr char mark = '\x7f';

bool starts_number(char c) { return c == '-' || (c >= '0' && c <= '9'); }
bool continues_number(char c) {
  return starts_number(c) || c == '+' || c == '.' || c == 'e' || c == 'E';
}

// JSON's grammar of numbers; parse_scaled reads a larger one.
bool is_json_number(std::string_view text) {
  std::string_view rest = text;
  if (rest.starts_with('-')) rest.remove_prefix(1);
  const bool leading_zero = rest.size() > 1 && rest[0] == '0' && rest[1] >= '0' && rest[1] <= '9';
  return !rest.empty() && rest[0] >= '0' && rest[0] <= '9' && !leading_zero;
}

bool holds_mark(ByteView text) {
  return text.find(mark) != ByteView::npos || text.find("\\u007f") != ByteView::npos ||
         text.find("\\u007F") != ByteView::npos;
}

}  // namespace

Result<Json> parse_decimal_json(ByteView text, std::size_t bytes_max) {
  if (text.size() > bytes_max) return Error{Errc::too_large, "more JSON than is read at once"};
  if (holds_mark(text)) return Error{Errc::malformed, "U+007F in JSON"};
  Bytes marked;
  marked.reserve(text.size() + text.size() / 4);
  bool in_string = false;
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (in_string && c == '\\' && at + 1 < text.size()) {
      marked += text.substr(at, 2);
      at += 2;
      continue;
    }
    if (c == '"') in_string = !in_string;
    if (in_string || !starts_number(c)) {
      marked += c;
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && continues_number(text[end])) ++end;
    const std::string_view number = text.substr(at, end - at);
    if (!is_json_number(number)) return Error{Errc::malformed, "not JSON at a number"};
    marked += '"';
    marked += mark;
    marked += number;
    marked += '"';
    at = end;
  }
  return parse_json(marked, marked.size());
}

std::optional<std::string_view> number_text(const Json& value) {
  const std::string* text = value.as_text();
  if (text == nullptr || !text->starts_with(mark)) return std::nullopt;
  return std::string_view(*text).substr(1);
}

std::optional<std::string_view> plain_text(const Json& value) {
  const std::string* text = value.as_text();
  if (text == nullptr || text->starts_with(mark)) return std::nullopt;
  return *text;
}

}  // namespace armistice
