// SPDX-License-Identifier: Apache-2.0
#include "api/print_arrangements.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "api/print.h"
#include "terms/has.h"

namespace armistice {
namespace {

const std::string& text_of(const Json& row, std::string_view key) {
  return *row.find(key)->as_text();
}

std::int64_t number_of(const Json& row, std::string_view key) {
  return *row.find(key)->as_integer();
}

std::string joined(const Json& row, std::string_view key) {
  std::vector<std::string> names;
  for (const Json& name : *row.find(key)->as_array()) names.push_back(*name.as_text());
  return fmt::format("{}", fmt::join(names, ", "));
}

// `40 of 100 blankets given`; nothing where nothing was counted.
std::string amount(const Json& row) {
  const std::int64_t asked = number_of(row, "quantity");
  if (asked == 0) return {};
  const std::string unit = for_terminal(text_of(row, "unit"));
  const bool done = !row.find("done")->is_null();
  if (!done) return fmt::format(", {} {}", asked, unit);
  return fmt::format(", {} of {} {} given", number_of(row, "given"), asked, unit);
}

std::string due(const Json& row) {
  if (row.find("due")->is_null()) return {};
  return fmt::format(", {} {}", *row.find("overdue")->as_bool() ? "overdue since" : "due by",
                     text_of(row, "due"));
}

// `21  nnit/mobile-1 asks unc: granted, due by …`, its place, its words, then a line a step.
std::string print_row(const Json& row) {
  std::string out =
      fmt::format("  {}  {} asks {}: {}{}{}\n", number_of(row, "index"), text_of(row, "by"),
                  joined(row, "to"), text_of(row, "state"), amount(row), due(row));
  for (const char* key : {"place", "language", "text"}) {
    if (!text_of(row, key).empty()) {
      out += fmt::format("      {}: {}\n", key, for_terminal(text_of(row, key)));
    }
  }
  for (const Json& step : *row.find("steps")->as_array()) {
    const std::string& text = text_of(step, "text");
    out += fmt::format("      {} by {} (record {}{}){}\n", text_of(step, "step"),
                       text_of(step, "author"), number_of(step, "index"),
                       *step.find("stands")->as_bool() ? "" : ", taken back",
                       text.empty() ? "" : ": " + for_terminal(text));
  }
  return out;
}

}  // namespace

std::string print_arrangements(const Json& answer) {
  std::string out = fmt::format("At {}\n", text_of(answer, "at"));
  const Json::Array& rows = *answer.find("rows")->as_array();
  if (rows.empty()) out += "nothing was asked\n";
  std::vector<std::string> sorts;
  for (const Json& row : rows) {
    const std::string& sort = text_of(row, "sort");
    if (!has(sorts, sort)) sorts.push_back(sort);
  }
  for (const std::string& sort : sorts) {
    out += fmt::format("\n{}\n", sort);
    for (const Json& row : rows) {
      if (text_of(row, "sort") == sort) out += print_row(row);
    }
  }
  if (number_of(answer, "more") > 0) out += fmt::format("\n{} more\n", number_of(answer, "more"));
  for (const Json& one : *answer.find("notices")->as_array()) {
    out += fmt::format("noticed on record {}: {} {}\n", number_of(one, "index"),
                       text_of(one, "word"), for_terminal(text_of(one, "detail")));
  }
  for (const Json& one : *answer.find("findings")->as_array()) {
    out += fmt::format("§{} {}, record {}: {}\n", text_of(one, "paragraph"), text_of(one, "term"),
                       number_of(one, "index"), text_of(one, "because"));
  }
  return out;
}

}  // namespace armistice
