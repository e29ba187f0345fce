// SPDX-License-Identifier: Apache-2.0
#include "api/print_sightings.h"

#include <fmt/format.h>

#include "api/print.h"

namespace armistice {
namespace {

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

std::string text_in(const Json& row, std::string_view key) {
  const Json* value = row.find(key);
  if (value->as_text() != nullptr) return *value->as_text();
  return value->as_integer() != nullptr ? std::to_string(*value->as_integer()) : "-";
}

std::string print_quiet(const Json& row) {
  const bool done = !row.find("done")->is_null();
  return fmt::format("{}: {} of {} quiet days as of {} ({}), last act {}{}\n",
                     text_in(row, "place"), text_in(row, "quiet_days"), text_in(row, "days"),
                     text_in(row, "as_of"), text_in(row, "paragraph"), text_in(row, "last"),
                     done ? ", said to be done in record " + text_in(row, "done") : "");
}

}  // namespace

std::string print_sightings(const Json& answer) {
  std::string out;
  const auto section = [&](std::string_view title, std::string_view key,
                           std::span<const std::string_view> keys) {
    const Json::Array& rows = *answer.find(key)->as_array();
    if (rows.empty()) return;
    Json::Array shown;
    for (const Json& row : rows) shown.push_back(columns_of(row, keys));
    out += fmt::format("{}{}\n{}", out.empty() ? "" : "\n", title, print_rows(shown));
  };
  constexpr std::array<std::string_view, 7> days = {
      "day", "sightings", "number", "observed", "assessed", "undetermined", "unconfirmed"};
  constexpr std::array<std::string_view, 11> rows = {"index",  "from",      "place",     "what",
                                                     "number", "perceived", "certainty", "bearing",
                                                     "side",   "standing",  "author"};
  constexpr std::array<std::string_view, 3> notices = {"index", "word", "detail"};
  constexpr std::array<std::string_view, 4> findings = {"index", "paragraph", "term", "because"};
  section("Days", "days", days);
  section("Sightings", "rows", rows);
  const Json* more = answer.find("more_before");
  if (!more->is_null()) {
    out += fmt::format("older ones: --before {}\n", *more->as_integer());
  }
  const Json::Array& quiet = *answer.find("quiet")->as_array();
  if (!quiet.empty()) out += "\nQuiet\n";
  for (const Json& row : quiet) out += print_quiet(row);
  section("Noticed", "notices", notices);
  section("Findings", "findings", findings);
  return out.empty() ? "no sighting is on record\n" : out;
}

}  // namespace armistice
