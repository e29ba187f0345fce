// SPDX-License-Identifier: Apache-2.0
#include "record/kinds/field_list.h"

namespace armistice {
namespace {

constexpr std::int64_t day_s = 86'400;

}  // namespace

Result<StatedDay> parse_day(std::string_view text) {
  constexpr std::size_t bytes = 10;
  if (text.size() != bytes) {
    return Error{Errc::malformed, fmt::format("{:?} is no day such as 1953-08-05", text)};
  }
  const CivilTime begins = TRY(parse_civil_time(std::string(text) + "T00:00:00+00:00"));
  return StatedDay{std::string(text), begins.utc.value / day_s - (begins.utc.value % day_s < 0)};
}

StatedDay day_of(std::int64_t number) {
  return {to_text(CivilTime{{number * day_s}, 0}).substr(0, 10), number};
}

Result<void> FieldReader::name_or_none(std::string_view key, std::string& out) {
  out = TRY(fields_.text(key, 64));
  if (out.empty() || is_name(out)) return {};
  return Error{Errc::malformed, fmt::format("{} is [a-z0-9/.-]{{1,64}}, or empty", key)};
}

Result<void> FieldReader::names(std::string_view key, std::vector<std::string>& out,
                                std::size_t count_max) {
  for (const Json& item : *TRY(items(key, count_max))) {
    const std::string* name = item.as_text();
    if (name == nullptr || !is_name(*name)) {
      return Error{Errc::malformed, fmt::format("{}: each is [a-z0-9/.-]{{1,64}}", key)};
    }
    if (std::find(out.begin(), out.end(), *name) != out.end()) {
      return Error{Errc::malformed, fmt::format("{}: {} stands twice", key, *name)};
    }
    out.push_back(*name);
  }
  return {};
}

Result<void> FieldReader::digest_or_none(std::string_view key, std::optional<Digest>& out) {
  const std::string text = TRY(fields_.text(key, 71));
  if (text.empty()) return {};
  out = TRY(parse_digest(text).within(key));
  return {};
}

Result<void> FieldReader::integer(std::string_view key, std::int64_t& out, std::int64_t min,
                                  std::int64_t max) {
  out = TRY(fields_.integer(key));
  if (min <= out && out <= max) return {};
  return Error{Errc::out_of_range, fmt::format("{} is {}, from {} to {}", key, out, min, max)};
}

Result<void> FieldReader::time(std::string_view key, StatedTime& out) {
  out.text = TRY(fields_.text(key, 32));
  out.utc = TRY(parse_civil_time(out.text).within(key)).utc;
  return {};
}

Result<void> FieldReader::day(std::string_view key, StatedDay& out) {
  out = TRY(parse_day(TRY(fields_.text(key, 10))).within(key));
  return {};
}

Result<std::size_t> FieldReader::word_at(std::string_view key,
                                         std::span<const std::string_view> words) {
  const std::string text = TRY(fields_.text(key, 64));
  const auto found = std::find(words.begin(), words.end(), text);
  if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
  return Error{Errc::malformed, fmt::format("{}: one of {}", key, fmt::join(words, ", "))};
}

Result<const Json::Array*> FieldReader::items(std::string_view key, std::size_t count_max) {
  const Json::Array* list = TRY(fields_.array(key));
  if (list->empty()) return Error{Errc::malformed, fmt::format("{}: one at least", key)};
  if (list->size() <= count_max) return list;
  return Error{Errc::too_large, fmt::format("{}: at most {}", key, count_max)};
}

}  // namespace armistice
