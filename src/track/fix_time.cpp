// SPDX-License-Identifier: Apache-2.0
#include "track/fix_time.h"

#include <fmt/format.h>

namespace armistice {
namespace {

constexpr std::size_t date_size = 10;       // 1953-08-01
constexpr std::size_t date_time_size = 19;  // 1953-08-01T10:00:00

Error wrong(std::string_view text, std::string_view why) {
  constexpr std::size_t shown_max = 40;
  return Error{Errc::malformed, fmt::format("\"{}\" {}; a time is written "
                                            "1953-08-01T10:00:00+09:00",
                                            text.substr(0, shown_max), why)};
}

// The fraction behind the seconds, taken off `rest`; rounded down to milliseconds.
Result<std::int64_t> take_fraction(std::string_view all, std::string_view& rest) {
  if (!rest.starts_with('.')) return std::int64_t{0};
  rest.remove_prefix(1);
  std::int64_t value_ms = 0;
  std::int64_t weight = 100;
  std::size_t digits = 0;
  while (!rest.empty() && rest[0] >= '0' && rest[0] <= '9') {
    value_ms += (rest[0] - '0') * weight;
    weight /= 10;
    ++digits;
    rest.remove_prefix(1);
  }
  if (digits == 0 || digits > 9) return wrong(all, "has no fraction of 1 to 9 digits");
  return value_ms;
}

Result<std::int32_t> read_offset(std::string_view all, std::string_view rest,
                                 std::optional<std::int32_t> otherwise_s) {
  if (rest == "Z" || rest == "z") return std::int32_t{0};
  if (rest.empty()) {
    if (otherwise_s) return *otherwise_s;
    return wrong(all, "has no offset; give the file's by --offset");
  }
  const auto offset = parse_offset(rest);
  if (!offset.ok()) return wrong(all, "has an offset that is none: " + offset.error().what);
  return *offset;
}

std::int64_t floor_seconds(std::int64_t time_ms) {
  return time_ms >= 0 ? time_ms / 1000 : -((-time_ms + 999) / 1000);
}

}  // namespace

Result<FixTime> parse_fix_time(std::string_view text, std::optional<std::int32_t> otherwise_s) {
  std::string date_time(text.substr(0, date_time_size));
  std::string_view rest = text.substr(date_time.size());
  if (text.size() == date_size && otherwise_s) date_time += "T00:00:00";
  if (date_time.size() != date_time_size) return wrong(text, "is no date and time");
  if (date_time[date_size] == ' ' || date_time[date_size] == 't') date_time[date_size] = 'T';
  const std::int64_t fraction_ms = TRY(take_fraction(text, rest));
  const std::int32_t offset_s = TRY(read_offset(text, rest, otherwise_s));
  // The strict reader knows which dates exist; in offset zero, so that it sees them as written.
  const auto civil = parse_civil_time(date_time + "+00:00");
  if (!civil.ok()) return wrong(text, "is no time: " + civil.error().what);
  const FixTime time{(civil->utc.value - offset_s) * 1000 + fraction_ms, offset_s};
  // A day to either side must have a spelling, too, so that every offset can show the moment.
  constexpr std::int64_t day_ms = 86'400'000;
  for (const std::int64_t aside_ms : {-day_ms, day_ms}) {
    if (!has_text(to_civil(time.time_ms + aside_ms, 0))) return wrong(text, "is out of range");
  }
  return time;
}

CivilTime to_civil(std::int64_t time_ms, std::int32_t offset_s) {
  return {UtcSeconds{floor_seconds(time_ms)}, offset_s};
}

}  // namespace armistice
