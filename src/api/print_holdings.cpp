// SPDX-License-Identifier: Apache-2.0
#include "api/print_holdings.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "api/print.h"

namespace armistice {
namespace {

const std::string& text_in(const Json& object, std::string_view key) {
  return *object.find(key)->as_text();
}

std::int64_t number_in(const Json& object, std::string_view key) {
  return *object.find(key)->as_integer();
}

const Json::Array& rows_in(const Json& object, std::string_view key) {
  return *object.find(key)->as_array();
}

// `8,918`
std::string grouped(std::int64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return digits;
}

std::string print_series(const Json& series) {
  std::string out = fmt::format(
      "{}: {} of {}: {} of {} lodged, {} opened, {} still closed\n", text_in(series, "party"),
      text_in(series, "subject"), text_in(series, "as_of"), number_in(series, "lodged"),
      number_in(series, "slots"), number_in(series, "opened"), number_in(series, "closed"));
  for (const Json& list : rows_in(series, "lists")) {
    const Json* opened = list.find("opened");
    out +=
        fmt::format("  slot {}: record {}, {}\n", number_in(list, "slot"), number_in(list, "index"),
                    opened->is_null() ? std::string("closed")
                                      : fmt::format("opened by record {}", *opened->as_integer()));
  }
  return out;
}

// `8,918`, or `8,918 against 7,948 + 978 = 8,926` where the parts make another sum.
std::string total_text(const Json& record) {
  const std::int64_t stated = number_in(record, "stated");
  const std::int64_t sum = number_in(record, "sum");
  if (stated == sum) return grouped(stated);
  std::vector<std::string> parts;
  for (const Json& part : rows_in(record, "parts")) {
    parts.push_back(grouped(number_in(part, "number")));
  }
  return fmt::format("{} against {} = {}", grouped(stated), fmt::join(parts, " + "), grouped(sum));
}

std::string items_text(const Json& check) {
  std::vector<std::string> items;
  for (const Json& item : rows_in(check, "items")) {
    const std::string& reason = text_in(item, "reason");
    items.push_back(fmt::format("{} of {} {} ({}{}{})", number_in(item, "seen"),
                                number_in(item, "recorded"), text_in(item, "what"),
                                text_in(item, "serials"), reason.empty() ? "" : ": ", reason));
  }
  return fmt::format("{}", fmt::join(items, ", "));
}

std::string table_of(std::string_view title, const Json::Array& rows,
                     std::span<const std::string_view> keys) {
  if (rows.empty()) return {};
  Json::Array shown;
  for (const Json& row : rows) {
    Json out = Json::Object{};
    for (const std::string_view key : keys) {
      const Json* value = row.find(key);
      const bool none = value->as_text() != nullptr && value->as_text()->empty();
      out.add(key, none ? Json("-") : *value);
    }
    shown.push_back(std::move(out));
  }
  return fmt::format("\n{}\n{}", title, print_rows(shown));
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
  for (const Json& series : rows_in(answer, "series")) out += print_series(series);
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
  out += table_of("Units on opened lists", rows_in(answer, "units"), units);
  out += table_of("Newest counts", rows_in(answer, "counts"), counts);
  out += table_of("Counts as they were said", with(rows_in(answer, "records"), "total", total_text),
                  records);
  out += table_of("Checks of sites", with(rows_in(answer, "checks"), "items_seen", items_text),
                  checks);
  out += table_of("Noticed", rows_in(answer, "notices"), notices);
  out += table_of("Findings", rows_in(answer, "findings"), findings);
  if (out.empty()) return "No list, no count and no check of a site is on record.\n";
  return out.front() == '\n' ? out.substr(1) : out;
}

}  // namespace armistice
