// SPDX-License-Identifier: Apache-2.0
#include "api/print_holdings.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "api/print.h"

namespace armistice {
namespace {

// `8,918`
std::string grouped(std::int64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return digits;
}

std::string print_series(const Json& series) {
  std::string out = fmt::format(
      "{}: {} of {}: {} of {} lodged, {} opened, {} still closed\n", text_in(series, "party"),
      text_in(series, "subject"), text_in(series, "as_of"), integer_in(series, "lodged"),
      integer_in(series, "slots"), integer_in(series, "opened"), integer_in(series, "closed"));
  for (const Json& list : list_in(series, "lists")) {
    const Json* opened = list.find("opened");
    out += fmt::format(
        "  slot {}: record {}, {}\n", integer_in(list, "slot"), integer_in(list, "index"),
        opened->is_null() ? std::string("closed")
                          : fmt::format("opened by record {}", *opened->as_integer()));
  }
  return out;
}

// `8,918`, or `8,918 against 7,948 + 978 = 8,926` where the parts make another sum.
std::string total_text(const Json& record) {
  const std::int64_t stated = integer_in(record, "stated");
  const std::int64_t sum = integer_in(record, "sum");
  if (stated == sum) return grouped(stated);
  std::vector<std::string> parts;
  for (const Json& part : list_in(record, "parts")) {
    parts.push_back(grouped(integer_in(part, "number")));
  }
  return fmt::format("{} against {} = {}", grouped(stated), fmt::join(parts, " + "), grouped(sum));
}

std::string items_text(const Json& check) {
  std::vector<std::string> items;
  for (const Json& item : list_in(check, "items")) {
    const std::string& reason = text_in(item, "reason");
    items.push_back(fmt::format("{} of {} {} ({}{}{})", integer_in(item, "seen"),
                                integer_in(item, "recorded"), text_in(item, "what"),
                                text_in(item, "serials"), reason.empty() ? "" : ": ", reason));
  }
  return fmt::format("{}", fmt::join(items, ", "));
}

// Rows with one more column, made from the others.
Json::Array with(const Json::Array& rows, std::string_view key, std::string (*make)(const Json&)) {
  Json::Array out;
  for (const Json& row : rows) {
    Json more = row;
    more.add(key, make(row));
    out.push_back(std::move(more));
  }
  return out;
}

}  // namespace

std::string print_holdings(const Json& answer) {
  std::string out;
  for (const Json& series : list_in(answer, "series")) out += print_series(series);
  constexpr std::array<std::string_view, 7> units = {"index", "party", "as_of",   "slot",
                                                     "unit",  "place", "strength"};
  constexpr std::array<std::string_view, 9> counts = {
      "index", "of", "side", "place", "what", "nationality", "number", "basis", "at"};
  constexpr std::array<std::string_view, 7> records = {"index", "author", "of",   "side",
                                                       "place", "basis",  "total"};
  constexpr std::array<std::string_view, 6> checks = {"index", "site",   "side",
                                                      "at",    "status", "items_seen"};
  constexpr std::array<std::string_view, 3> notices = {"index", "word", "detail"};
  constexpr std::array<std::string_view, 4> findings = {"index", "paragraph", "term", "because"};
  out += print_titled("Units on opened lists", list_in(answer, "units"), units);
  out += print_titled("Newest counts", list_in(answer, "counts"), counts);
  out += print_titled("Counts as they were said",
                      with(list_in(answer, "records"), "total", total_text), records);
  out += print_titled("Checks of sites", with(list_in(answer, "checks"), "items_seen", items_text),
                      checks);
  out += print_titled("Noticed", list_in(answer, "notices"), notices);
  out += print_titled("Findings", list_in(answer, "findings"), findings);
  if (out.empty()) return "No list, no count and no check of a site is on record.\n";
  return out.front() == '\n' ? out.substr(1) : out;
}

}  // namespace armistice
