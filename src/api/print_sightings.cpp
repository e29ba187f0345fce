// SPDX-License-Identifier: Apache-2.0
#include "api/print_sightings.h"

#include <fmt/format.h>

#include "api/print.h"

namespace armistice {
namespace {

std::string print_quiet(const Json& row) {
  const bool done = !row.find("done")->is_null();
  return fmt::format(
      "{}: {} of {} quiet days as of {} ({}), last act {}{}\n", text_in(row, "place"),
      integer_in(row, "quiet_days"), integer_in(row, "days"), or_dash(row.find("as_of")),
      text_in(row, "paragraph"), or_dash(row.find("last")),
      done ? fmt::format(", said to be done in record {}", integer_in(row, "done")) : "");
}

}  // namespace

std::string print_sightings(const Json& answer) {
  std::string out;
  const auto section = [&](std::string_view title, std::string_view key,
                           std::span<const std::string_view> keys) {
    const std::string table = print_titled(title, list_in(answer, key), keys);
    out += out.empty() && !table.empty() ? table.substr(1) : table;
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
  const Json::Array& quiet = list_in(answer, "quiet");
  if (!quiet.empty()) out += "\nQuiet\n";
  for (const Json& row : quiet) out += print_quiet(row);
  section("Noticed", "notices", notices);
  section("Findings", "findings", findings);
  return out.empty() ? "no sighting is on record\n" : out;
}

}  // namespace armistice
