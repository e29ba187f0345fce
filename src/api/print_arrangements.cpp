// SPDX-License-Identifier: Apache-2.0
#include "api/print_arrangements.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "api/print.h"
#include "terms/has.h"

namespace armistice {
namespace {

std::string joined(const Json& row, std::string_view key) {
  std::vector<std::string> names;
  for (const Json& name : *row.find(key)->as_array()) names.push_back(*name.as_text());
  return fmt::format("{}", fmt::join(names, ", "));
}

// `40 of 100 blankets given`; nothing where nothing was counted.
std::string amount(const Json& row) {
  const std::int64_t asked = integer_in(row, "quantity");
  if (asked == 0) return {};
  const std::string unit = for_terminal(text_in(row, "unit"));
  const bool done = !row.find("done")->is_null();
  if (!done) return fmt::format(", {} {}", asked, unit);
  return fmt::format(", {} of {} {} given", integer_in(row, "given"), asked, unit);
}

std::string due(const Json& row) {
  if (row.find("due")->is_null()) return {};
  return fmt::format(", {} {}", *row.find("overdue")->as_bool() ? "overdue since" : "due by",
                     text_in(row, "due"));
}

// `21  nnit/mobile-1 asks unc: granted, due by …`, its place, its words, then a line a step.
std::string print_row(const Json& row) {
  std::string out =
      fmt::format("  {}  {} asks {}: {}{}{}\n", integer_in(row, "index"), text_in(row, "by"),
                  joined(row, "to"), text_in(row, "state"), amount(row), due(row));
  for (const char* key : {"place", "language", "text"}) {
    if (!text_in(row, key).empty()) {
      out += fmt::format("      {}: {}\n", key, for_terminal(text_in(row, key)));
    }
  }
  for (const Json& step : list_in(row, "steps")) {
    const std::string& text = text_in(step, "text");
    out += fmt::format("      {} by {} (record {}{}){}\n", text_in(step, "step"),
                       text_in(step, "author"), integer_in(step, "index"),
                       *step.find("stands")->as_bool() ? "" : ", taken back",
                       text.empty() ? "" : ": " + for_terminal(text));
  }
  return out;
}

}  // namespace

std::string print_arrangements(const Json& answer) {
  std::string out = fmt::format("At {}\n", text_in(answer, "at"));
  const Json::Array& rows = list_in(answer, "rows");
  if (rows.empty()) out += "nothing was asked\n";
  std::vector<std::string> sorts;
  for (const Json& row : rows) {
    const std::string& sort = text_in(row, "sort");
    if (!has(sorts, sort)) sorts.push_back(sort);
  }
  for (const std::string& sort : sorts) {
    out += fmt::format("\n{}\n", sort);
    for (const Json& row : rows) {
      if (text_in(row, "sort") == sort) out += print_row(row);
    }
  }
  if (integer_in(answer, "more") > 0) out += fmt::format("\n{} more\n", integer_in(answer, "more"));
  for (const Json& one : list_in(answer, "notices")) {
    out += fmt::format("noticed on record {}: {} {}\n", integer_in(one, "index"),
                       text_in(one, "word"), for_terminal(text_in(one, "detail")));
  }
  for (const Json& one : list_in(answer, "findings")) {
    out += fmt::format("§{} {}, record {}: {}\n", text_in(one, "paragraph"), text_in(one, "term"),
                       integer_in(one, "index"), text_in(one, "because"));
  }
  return out;
}

}  // namespace armistice
