// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"

#include <fmt/format.h>

#include "base/limits.h"

namespace armistice {

Result<std::uint64_t> parse_decimal(std::string_view digits) {
  if (digits.empty()) return Error{Errc::malformed, "a number has at least one digit"};
  if (digits.size() > 1 && digits[0] == '0') {
    return Error{Errc::malformed, "a number has no leading zero"};
  }
  // The form before the range, so that every reader gives the same word for what breaks both.
  if (digits.find_first_not_of("0123456789") != std::string_view::npos) {
    return Error{Errc::malformed, "a number has only digits"};
  }
  constexpr std::uint64_t value_max = (1ULL << 63) - 1;
  std::uint64_t value = 0;
  for (const char c : digits) {
    const auto digit = static_cast<std::uint64_t>(c - '0');
    if (value > (value_max - digit) / 10) {
      return Error{Errc::out_of_range, "a number is at most 2^63 - 1"};
    }
    value = value * 10 + digit;
  }
  return value;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> pieces;
  while (true) {
    const auto at = text.find(separator);
    pieces.push_back(text.substr(0, at));
    if (at == std::string_view::npos) return pieces;
    text.remove_prefix(at + 1);
  }
}

std::optional<std::string_view> take_line(std::string_view& rest) {
  const auto end = rest.find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  const auto line = rest.substr(0, end);
  rest.remove_prefix(end + 1);
  return line;
}

bool is_name(std::string_view name) {
  if (name.empty() || name.size() > limits::name_bytes_max) return false;
  return std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '/' || c == '.' || c == '-';
  });
}

namespace {

struct Utf8Form {
  std::size_t bytes;
  std::uint8_t second_min;
  std::uint8_t second_max;
};

// Which second byte may follow a first one: the table of RFC 3629 §4. Zero bytes: not a first byte.
Utf8Form utf8_form(std::uint8_t first) {
  if (first < 0x80) return {1, 0, 0};
  if (first >= 0xc2 && first <= 0xdf) return {2, 0x80, 0xbf};
  if (first == 0xe0) return {3, 0xa0, 0xbf};
  if (first == 0xed) return {3, 0x80, 0x9f};
  if (first >= 0xe1 && first <= 0xef) return {3, 0x80, 0xbf};
  if (first == 0xf0) return {4, 0x90, 0xbf};
  if (first >= 0xf1 && first <= 0xf3) return {4, 0x80, 0xbf};
  if (first == 0xf4) return {4, 0x80, 0x8f};
  return {0, 0, 0};
}

}  // namespace

bool is_utf8(std::string_view bytes) {
  std::size_t i = 0;
  while (i < bytes.size()) {
    const Utf8Form form = utf8_form(static_cast<std::uint8_t>(bytes[i]));
    if (form.bytes == 0 || i + form.bytes > bytes.size()) return false;
    for (std::size_t k = 1; k < form.bytes; ++k) {
      const auto byte = static_cast<std::uint8_t>(bytes[i + k]);
      const auto low = k == 1 ? form.second_min : std::uint8_t{0x80};
      const auto high = k == 1 ? form.second_max : std::uint8_t{0xbf};
      if (byte < low || byte > high) return false;
    }
    i += form.bytes;
  }
  return true;
}

std::string_view party_of(std::string_view name) { return name.substr(0, name.find('/')); }

bool is_below(std::string_view name, std::string_view party) {
  return party_of(name) == party && name.size() > party.size() + 1;
}

bool is_language(std::string_view text) {
  return text.size() >= 2 && text.size() <= 3 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace armistice
