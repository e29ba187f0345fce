// SPDX-License-Identifier: Apache-2.0
#include "geo/coordinate.h"

#include <fmt/format.h>

namespace armistice {
namespace {

constexpr std::int64_t whole_max = 100'000'000'000'000'000;  // more digits than any place has
constexpr int exponent_max = 30;
constexpr std::int64_t metres_max = 10'000'000;  // from a pole to the equator

bool is_digit(char c) { return c >= '0' && c <= '9'; }

Error no_number(std::string_view text) {
  constexpr std::size_t shown_max = 40;
  return Error{Errc::malformed, fmt::format("\"{}\" is no decimal number such as 38.1234567",
                                            text.substr(0, shown_max))};
}

// The digits of a number without its point, and where the point stands.
struct Digits {
  bool negative = false;
  std::string digits;
  int after_point = 0;
};

Result<int> read_exponent(std::string_view all, std::string_view rest) {
  const bool negative = rest.starts_with('-');
  if (negative || rest.starts_with('+')) rest.remove_prefix(1);
  if (rest.empty() || rest.size() > 2) return no_number(all);
  int value = 0;
  for (const char c : rest) {
    if (!is_digit(c)) return no_number(all);
    value = value * 10 + (c - '0');
  }
  if (value > exponent_max) return no_number(all);
  return negative ? -value : value;
}

Result<Digits> read_digits(std::string_view text) {
  Digits out;
  std::size_t at = 0;
  if (text.starts_with('-')) out.negative = (++at, true);
  const std::size_t whole_from = at;
  while (at < text.size() && is_digit(text[at])) out.digits += text[at++];
  if (at == whole_from) return no_number(text);
  if (at < text.size() && text[at] == '.') {
    const std::size_t fraction_from = ++at;
    while (at < text.size() && is_digit(text[at])) out.digits += text[at++];
    if (at == fraction_from) return no_number(text);
    out.after_point = static_cast<int>(at - fraction_from);
  }
  if (at == text.size()) return out;
  if (text[at] != 'e' && text[at] != 'E') return no_number(text);
  const int exponent = TRY(read_exponent(text, text.substr(at + 1)));
  out.after_point -= exponent;
  return out;
}

}  // namespace

Result<std::int64_t> parse_scaled(std::string_view text, int decimals) {
  constexpr std::size_t text_max = 64;
  if (text.empty() || text.size() > text_max) return no_number(text);
  Digits number = TRY(read_digits(text));
  const int missing = decimals - number.after_point;
  if (missing > 0) number.digits.append(static_cast<std::size_t>(missing), '0');
  bool up = false;
  if (missing < 0) {
    const auto dropped = static_cast<std::size_t>(-missing);
    const bool all = dropped > number.digits.size();
    up = !all && number.digits[number.digits.size() - dropped] >= '5';
    number.digits.resize(all ? 0 : number.digits.size() - dropped);
  }
  std::int64_t value = 0;
  for (const char c : number.digits) {
    value = value * 10 + (c - '0');
    if (value > whole_max) {
      return Error{Errc::out_of_range, fmt::format("{} is larger than anything here", text)};
    }
  }
  value += up ? 1 : 0;
  return number.negative ? -value : value;
}

Result<std::int32_t> parse_latitude(std::string_view text) {
  const std::int64_t value = TRY(parse_scaled(text, 7));
  if (value < -90 * e7 || value > 90 * e7) {
    return Error{Errc::out_of_range,
                 fmt::format("{} is no latitude: decimal degrees from -90 to 90", text)};
  }
  return static_cast<std::int32_t>(value);
}

Result<std::int32_t> parse_longitude(std::string_view text) {
  const std::int64_t value = TRY(parse_scaled(text, 7));
  if (value < -180 * e7 || value > 180 * e7) {
    return Error{Errc::out_of_range,
                 fmt::format("{} is no longitude: decimal degrees from -180 to 180", text)};
  }
  return static_cast<std::int32_t>(value);
}

Result<std::int64_t> parse_metres(std::string_view text) {
  const std::int64_t value = TRY(parse_scaled(text, 3));
  if (value < 0 || value > metres_max * 1000) {
    return Error{Errc::out_of_range,
                 fmt::format("{} lies not within 0 and {} metres", text, metres_max)};
  }
  return value;
}

std::string degrees_text(std::int32_t degrees_e7) {
  const std::int64_t size = degrees_e7 < 0 ? -std::int64_t{degrees_e7} : degrees_e7;
  return fmt::format("{}{}.{:07}", degrees_e7 < 0 ? "-" : "", size / e7, size % e7);
}

}  // namespace armistice
