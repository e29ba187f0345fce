// SPDX-License-Identifier: Apache-2.0
#include "api/print_ledgers.h"

#include <fmt/format.h>

#include "api/print.h"

namespace armistice {

std::string print_due(const Json& answer) {
  constexpr std::array<std::string_view, 8> keys = {"due",  "state",    "by",   "paragraph",
                                                    "term", "occasion", "what", "reading"};
  const Json::Array& duties = list_in(answer, "duties");
  const Json* clock = answer.find("clock");
  std::string out =
      fmt::format("The register's clock: {}\n", clock->is_null() ? "none yet" : *clock->as_text());
  constexpr std::array<std::string_view, 8> asked_keys = {"due", "overdue",  "index", "sort",
                                                          "by",  "asked_by", "place", "paragraph"};
  const Json::Array& asked = list_in(answer, "asked");
  constexpr std::array<std::string_view, 9> owed_keys = {
      "due", "overdue", "by", "what", "case", "shipment", "index", "paragraph", "reading"};
  const Json::Array& owed = list_in(answer, "owed");
  if (duties.empty() && asked.empty() && owed.empty())
    return out + "Nothing is due, and nothing overdue.\n";
  if (!duties.empty()) out += print_some(duties, keys);
  out += print_titled("Asked for", asked, asked_keys);
  return out + print_titled("Begun, and to follow", owed, owed_keys);
}

std::string print_ledger(const Json& answer) {
  std::string out;
  for (const Json& side : list_in(answer, "sides")) {
    const Json* most = side.find("arrivals_max");
    out += fmt::format(
        "{}: {} persons arrived and {} departed since the effective hour\n  {}: {} arrived{}, {} "
        "departed\n",
        text_in(side, "side"), integer_in(side, "arrived"), integer_in(side, "departed"),
        text_in(answer, "month"), integer_in(side, "month_arrived"),
        most->is_null() ? "" : fmt::format(" of at most {}", *most->as_integer()),
        integer_in(side, "month_departed"));
  }
  const auto section = [&](std::string_view title, std::string_view key,
                           std::span<const std::string_view> keys) {
    out += print_titled(title, list_in(answer, key), keys);
  };
  constexpr std::array<std::string_view, 4> days = {"day", "side", "arrived", "departed"};
  constexpr std::array<std::string_view, 9> counts = {
      "index", "day", "side", "basis", "point", "direction", "persons", "sort", "nationality"};
  constexpr std::array<std::string_view, 10> items = {
      "index", "at",       "side",        "basis",    "shipment",
      "point", "quantity", "designation", "replaces", "disposition"};
  constexpr std::array<std::string_view, 3> notices = {"index", "word", "detail"};
  constexpr std::array<std::string_view, 4> findings = {"index", "paragraph", "term", "because"};
  section("Days", "days", days);
  section("Counts", "counts", counts);
  section("Shipments", "items", items);
  section("Noticed", "notices", notices);
  section("Findings", "findings", findings);
  return out;
}

std::string print_under_draft(const Json& answer) {
  std::string out = fmt::format(
      "{}, by {} ({})\n{} entries judged: {} findings that are not good under the agreement in "
      "force, {} under the draft\n",
      text_in(answer, "title"), text_in(answer, "by"), text_in(answer, "source"),
      integer_in(answer, "size"), integer_in(answer, "bad_in_force"),
      integer_in(answer, "bad_under_draft"));
  constexpr std::array<std::string_view, 6> keys = {"index",    "paragraph", "term",
                                                    "in_force", "draft",     "draft_because"};
  const Json::Array& findings = list_in(answer, "findings");
  if (findings.empty()) return out + "Both find the same.\n";
  return out + "\n" + print_some(findings, keys);
}

}  // namespace armistice
