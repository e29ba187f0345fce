// SPDX-License-Identifier: Apache-2.0
#include "api/print_passes.h"

#include <fmt/format.h>

#include "api/print.h"

namespace armistice {
namespace {

const std::string& text_in(const Json& object, std::string_view key) {
  return *object.find(key)->as_text();
}

// `12`, or `-` where there is none.
std::string or_dash(const Json& object, std::string_view key) {
  const Json* value = object.find(key);
  if (value->is_null()) return "-";
  return value->as_text() != nullptr ? *value->as_text() : std::to_string(*value->as_integer());
}

Json columns_of(const Json& row, std::span<const std::string_view> keys) {
  Json out = Json::Object{};
  for (const std::string_view key : keys) {
    const Json* value = row.find(key);
    const bool none =
        value->is_null() || (value->as_text() != nullptr && value->as_text()->empty());
    out.add(key, none ? Json("-") : *value);
  }
  return out;
}

std::string print_side(const Json& side) {
  const bool limited = !side.find("persons_max")->is_null();
  std::string out =
      fmt::format("{} in {}: {} authorized{}, ", text_in(side, "side"), text_in(side, "zone"),
                  or_dash(side, "authorized"),
                  limited ? fmt::format(" of at most {} ({})", or_dash(side, "persons_max"),
                                        text_in(side, "paragraph"))
                          : "");
  if (side.find("inside")->is_null()) return out + "no gate log\n";
  return out + fmt::format("{} inside as of {} (record {})\n", or_dash(side, "inside"),
                           or_dash(side, "inside_at"), or_dash(side, "log"));
}

}  // namespace

std::string print_passes(const Json& answer) {
  std::string out = fmt::format("At {}\n", text_in(answer, "at"));
  for (const Json& side : *answer.find("sides")->as_array()) out += print_side(side);
  const auto section = [&](std::string_view title, std::string_view key,
                           std::span<const std::string_view> keys) {
    const Json::Array& rows = *answer.find(key)->as_array();
    if (rows.empty()) return;
    Json::Array shown;
    for (const Json& row : rows) shown.push_back(columns_of(row, keys));
    out += fmt::format("\n{}\n{}", title, print_rows(shown));
  };
  constexpr std::array<std::string_view, 8> passes = {"index", "side", "number", "person",
                                                      "sort",  "arms", "from",   "to"};
  constexpr std::array<std::string_view, 10> logs = {
      "index", "gate", "side", "from", "to", "went_in", "went_out", "stated", "inside", "most"};
  constexpr std::array<std::string_view, 3> notices = {"index", "word", "detail"};
  constexpr std::array<std::string_view, 4> findings = {"index", "paragraph", "term", "because"};
  section("Passes in force", "passes", passes);
  section("Gate logs", "logs", logs);
  section("Noticed", "notices", notices);
  section("Findings", "findings", findings);
  return out;
}

}  // namespace armistice
