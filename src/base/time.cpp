// SPDX-License-Identifier: Apache-2.0
#include "base/time.h"

#include <fmt/format.h>

#include <chrono>

namespace armistice {
namespace {

constexpr std::int32_t offset_s_max = 14 * 3600;
constexpr int year_min = 1900;
constexpr int year_max = 2199;

// The number written by exactly these digits, or -1.
int digits_value(std::string_view digits) {
  int value = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::chrono::year_month_day civil_date(const CivilTime& time) {
  using namespace std::chrono;
  return floor<days>(sys_seconds{seconds{time.utc.value + time.offset_s}});
}

}  // namespace

Result<std::int32_t> parse_offset(std::string_view text) {
  if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':') {
    return Error{Errc::malformed, "an offset is written +hh:mm or -hh:mm"};
  }
  const int hours = digits_value(text.substr(1, 2));
  const int minutes = digits_value(text.substr(4, 2));
  if (hours < 0 || minutes < 0) return Error{Errc::malformed, "an offset has only digits"};
  const std::int32_t offset_s = hours * 3600 + minutes * 60;
  if (minutes > 59 || offset_s > offset_s_max) {
    return Error{Errc::out_of_range, "an offset lies within ±14:00"};
  }
  if (text[0] == '-' && offset_s == 0) {
    return Error{Errc::malformed, "offset zero is written +00:00"};
  }
  return text[0] == '-' ? -offset_s : offset_s;
}

Result<CivilTime> parse_civil_time(std::string_view text) {
  using namespace std::chrono;
  constexpr std::string_view form = "0000-00-00T00:00:00+00:00";
  if (text.size() != form.size()) {
    return Error{Errc::malformed, "a time is written 1951-07-12T01:30:00+09:00"};
  }
  for (const std::size_t at : {4, 7, 10, 13, 16}) {
    if (text[at] != form[at]) {
      return Error{Errc::malformed, "a time is written 1951-07-12T01:30:00+09:00"};
    }
  }
  const int numbers[] = {digits_value(text.substr(0, 4)),  digits_value(text.substr(5, 2)),
                         digits_value(text.substr(8, 2)),  digits_value(text.substr(11, 2)),
                         digits_value(text.substr(14, 2)), digits_value(text.substr(17, 2))};
  for (const int number : numbers) {
    if (number < 0) return Error{Errc::malformed, "a time has digits where numbers stand"};
  }
  const auto [y, m, d, hour, minute, second] = numbers;
  const auto offset_s = TRY(parse_offset(text.substr(19)));
  const year_month_day date{year{y}, month{static_cast<unsigned>(m)},
                            day{static_cast<unsigned>(d)}};
  if (y < year_min || y > year_max || !date.ok()) {
    return Error{Errc::out_of_range, "no such date between 1900 and 2199"};
  }
  if (hour > 23 || minute > 59 || second > 59) {
    return Error{Errc::out_of_range, "an hour ends at 23:59:59"};
  }
  const std::int64_t civil_s = sys_days{date}.time_since_epoch().count() * std::int64_t{86'400} +
                               std::int64_t{hour} * 3'600 + std::int64_t{minute} * 60 + second;
  return CivilTime{UtcSeconds{civil_s - offset_s}, offset_s};
}

namespace {

// What is told may lie a day or an offset past what may be stated.
bool has_four_digits(const CivilTime& time) {
  const int y = static_cast<int>(civil_date(time).year());
  return y >= 1 && y <= 9'999;
}

}  // namespace

bool has_text(const CivilTime& time) {
  const int y = static_cast<int>(civil_date(time).year());
  return y >= year_min && y <= year_max;
}

std::string to_text(const CivilTime& time) {
  ASSERT(has_four_digits(time));
  const auto date = civil_date(time);
  const std::int64_t civil_s = time.utc.value + time.offset_s;
  const std::int64_t second = ((civil_s % 86'400) + 86'400) % 86'400;
  const std::int32_t offset_m = (time.offset_s < 0 ? -time.offset_s : time.offset_s) / 60;
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}{}{:02}:{:02}",
                     static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()), second / 3600, second / 60 % 60,
                     second % 60, time.offset_s < 0 ? '-' : '+', offset_m / 60, offset_m % 60);
}

}  // namespace armistice
