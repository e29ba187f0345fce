// SPDX-License-Identifier: Apache-2.0
#include "record/kinds/disposition_list.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/limits.h"
#include "base/text.h"

namespace armistice {
namespace {

constexpr std::size_t salt_digits = 32;

bool is_salt(std::string_view line) {
  return line.size() == salt_digits && std::all_of(line.begin(), line.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
         });
}

// A label without control characters, and no space at either end: what looks alike is alike.
bool is_label(std::string_view text) {
  if (text.empty() || text.size() > limits::label_bytes_max) return false;
  if (text.front() == ' ' || text.back() == ' ') return false;
  return std::none_of(text.begin(), text.end(), [](char c) { return c >= 0 && c < ' '; });
}

Result<ListedUnit> read_unit(std::string_view line) {
  const auto parts = split(line, ';');
  if (parts.size() != 3) return Error{Errc::malformed, "a line is: unit;place;strength"};
  if (!is_label(parts[0])) return Error{Errc::malformed, "unit: 1 to 128 bytes"};
  if (!is_label(parts[1])) return Error{Errc::malformed, "place: 1 to 128 bytes"};
  const auto strength = parse_decimal(parts[2]);
  if (!strength.ok()) return Error{strength.error().code, "strength: a number of persons"};
  if (*strength > static_cast<std::uint64_t>(limits::counted_max)) {
    return Error{Errc::out_of_range, fmt::format("strength: at most {}", limits::counted_max)};
  }
  return ListedUnit{std::string(parts[0]), std::string(parts[1]),
                    static_cast<std::int64_t>(*strength)};
}

Result<std::vector<ListedUnit>> read_from(std::string_view rest, std::size_t number) {
  std::vector<ListedUnit> units;
  std::set<std::pair<std::string, std::string>> named;
  for (; !rest.empty(); ++number) {
    const std::string where = fmt::format("line {}", number);
    const auto line = take_line(rest);
    if (!line) return Error{Errc::malformed, where + ": does not end"};
    ListedUnit unit = TRY(read_unit(*line).within(where));
    if (!named.insert({unit.unit, unit.place}).second) {
      return Error{Errc::malformed, where + ": stands twice"};
    }
    if (units.size() == limits::listed_units_max) {
      return Error{Errc::too_large,
                   fmt::format("{}: at most {} units", where, limits::listed_units_max)};
    }
    units.push_back(std::move(unit));
  }
  if (units.empty()) return Error{Errc::malformed, "names one unit at least"};
  return units;
}

}  // namespace

Result<std::vector<ListedUnit>> read_units(std::string_view lines) { return read_from(lines, 1); }

Result<std::vector<ListedUnit>> read_disposition_list(std::string_view list) {
  const auto salt = take_line(list);
  if (!salt || !is_salt(*salt)) {
    return Error{Errc::malformed, "line 1: the salt, 32 hexadecimal digits in lower case"};
  }
  return read_from(list, 2);
}

}  // namespace armistice
