// SPDX-License-Identifier: Apache-2.0
#include "api/keyed.h"

#include "api/author.h"
#include "api/studied.h"
#include "base/text.h"
#include "record/kinds/told.h"

namespace armistice {

std::vector<std::string> parts_of(std::string_view text) {
  std::vector<std::string> parts;
  while (true) {
    const std::size_t end = std::min(text.find(';'), text.size());
    std::string_view part = text.substr(0, end);
    while (!part.empty() && part.front() == ' ') part.remove_prefix(1);
    while (!part.empty() && part.back() == ' ') part.remove_suffix(1);
    parts.emplace_back(part);
    if (end == text.size()) return parts;
    text.remove_prefix(end + 1);
  }
}

Result<std::int64_t> number_of(std::string_view what, const std::string& text) {
  const auto value = parse_decimal(text);
  if (value.ok()) return static_cast<std::int64_t>(*value);
  return Error{Errc::usage, fmt::format("{}: {:?} is no number", what, text)};
}

Result<StatedTime> time_in(Client& client, const Arguments& arguments, std::string_view key) {
  if (!arguments.has(key)) {
    const CivilTime now = circle_now(client.env(), TRY(client.circle())->genesis());
    return StatedTime{to_text(now), now.utc};
  }
  const std::string text = arguments.text(key);
  return StatedTime{text, TRY(parse_civil_time(text).within(key)).utc};
}

Result<Digest> id_of(Client& client, const Arguments& arguments, std::string_view key) {
  const Json asked = Json::Object{{"register", "joint"}, {"record", arguments.text(key)}};
  const Json shown = TRY(client.ask("record show", asked).within(key));
  return parse_digest(*shown.find("id")->as_text());
}

Result<Json> write_checked(Client& client, const Arguments& arguments, const Body& body,
                           std::vector<Digest> refers) {
  TRY(parse_body(kind_of(body), to_bytes(body)));
  return write_record(client, arguments.text("as"), body, std::move(refers));
}

Result<Json> write_inspected(Client& client, const Arguments& arguments, const Body& body) {
  if (!arguments.flag("anyway")) {
    const std::string told = fmt::format("{}", fmt::join(told_in(body), "\n"));
    TRY(stop_studied(client, {"", arguments.text("as")}, told));
  }
  return write_checked(client, arguments, body);
}

}  // namespace armistice
