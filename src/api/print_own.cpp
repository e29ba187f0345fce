// SPDX-License-Identifier: Apache-2.0
#include "api/print_own.h"

#include <fmt/format.h>

#include "api/may_be_signed.h"
#include "api/print.h"

namespace armistice {
namespace {

std::string shown(const Json& row, std::string_view key) { return for_terminal(text_in(row, key)); }

bool flagged(const Json& row, std::string_view key) { return *row.find(key)->as_bool(); }

std::string gone(const Json& row) { return flagged(row, "retracted") ? ", taken back" : ""; }

std::string source_line(const Json& row) {
  const std::string source = shown(row, "source");
  return fmt::format("    record {}{}\n", integer_in(row, "index"),
                     source.empty() ? "" : ", " + source);
}

std::string on_line(std::string_view head, const std::string& text) {
  return text.empty() ? "" : fmt::format("    {}{}\n", head, text);
}

std::string print_requests(const Json::Array& rows) {
  std::string out;
  for (const Json& row : rows) {
    out += fmt::format("{}: {} ({}, due {}{}{})\n", shown(row, "issue"), shown(row, "question"),
                       shown(row, "state"), shown(row, "due"),
                       flagged(row, "overdue") ? ", overdue" : "", gone(row));
    for (const Json& option : list_in(row, "options")) {
      const std::string arguments = shown(option, "arguments");
      out += fmt::format("    {}. {}{}\n", integer_in(option, "number"), shown(option, "option"),
                         arguments.empty() ? "" : ": " + arguments);
    }
    out += source_line(row);
  }
  return out;
}

std::string print_instructions(const Json::Array& rows) {
  std::string out;
  for (const Json& row : rows) {
    const Json* request = row.find("request");
    const std::int64_t option = integer_in(row, "option");
    out += fmt::format(
        "{}  {}, by {}{}{}{}\n    {}\n", shown(row, "day"), shown(row, "issue"), shown(row, "by"),
        request->is_null() ? "" : fmt::format(", to record {}", *request->as_integer()),
        option == 0 ? "" : fmt::format(", option {}", option), gone(row), shown(row, "text"));
    out += source_line(row);
  }
  return out;
}

std::string print_ladders(const Json::Array& rows) {
  std::string out;
  for (const Json& row : rows) {
    out += fmt::format("{}: “{}” may be offered\n", shown(row, "issue"), shown(row, "offer"));
    for (const Json& rung : list_in(row, "rungs")) {
      const std::string by = shown(rung, "released_by");
      const char* state = flagged(rung, "offered")    ? "may be offered"
                          : flagged(rung, "released") ? "released, and one above it is not"
                                                      : "not released";
      out += fmt::format("    {}. {} [{}{}]\n", integer_in(rung, "number"), shown(rung, "position"),
                         state, by.empty() ? "" : ", by " + by);
      const std::string condition = shown(rung, "condition");
      if (!condition.empty()) out += fmt::format("       on condition: {}\n", condition);
    }
    out += source_line(row);
  }
  return out;
}

std::string print_guidance(const Json::Array& rows) {
  std::string out;
  for (const Json& row : rows) {
    const std::string issue = shown(row, "issue");
    out += fmt::format("{}  by {}{}{}\n", shown(row, "day"), shown(row, "by"),
                       issue.empty() ? "" : ", on " + issue, gone(row));
    for (const Json& unsaid : list_in(row, "unsaid")) {
      const std::string instead = shown(unsaid, "instead");
      out += fmt::format("    not “{}”{}\n", shown(unsaid, "words"),
                         instead.empty() ? "" : fmt::format(", but “{}”", instead));
    }
    out += on_line("", shown(row, "text"));
    out += source_line(row);
  }
  return out;
}

std::string print_press(const Json::Array& rows) {
  std::string out;
  for (const Json& row : rows) {
    const std::string issue = shown(row, "issue");
    out += fmt::format("{}  {}, of {}{}{}\n    “{}”\n", shown(row, "day"), shown(row, "outlet"),
                       shown(row, "side"), issue.empty() ? "" : ", on " + issue, gone(row),
                       shown(row, "quoted"));
    out += source_line(row);
  }
  return out;
}

std::string print_linkages(const Json::Array& rows) {
  std::string out;
  for (const Json& row : rows) {
    out += fmt::format("{} against {}{}: {}\n", shown(row, "issue"), shown(row, "against"),
                       gone(row), shown(row, "terms"));
    out += source_line(row);
  }
  return out;
}

std::string print_deadlines(const Json::Array& rows) {
  std::string out;
  for (const Json& row : rows) {
    const std::string issue = shown(row, "issue");
    out += fmt::format("{}  {}{}{}{}\n", shown(row, "due"), shown(row, "what"),
                       issue.empty() ? "" : ", on " + issue,
                       flagged(row, "overdue") ? ", past" : "", gone(row));
    out += source_line(row);
  }
  return out;
}

class Sections {
 public:
  void add(std::string_view title, const std::string& body) {
    if (body.empty()) return;
    out_ += fmt::format("{}{}\n{}", out_.empty() ? "" : "\n", title, body);
  }
  std::string text(std::string_view nothing) const {
    return out_.empty() ? std::string(nothing) : out_;
  }

 private:
  std::string out_;
};

}  // namespace

std::string print_own(const Json& answer) {
  Sections all;
  all.add("Positions", print_ladders(list_in(answer, "ladders")));
  all.add("Instructions asked", print_requests(list_in(answer, "requests")));
  all.add("Instructions given", print_instructions(list_in(answer, "instructions")));
  all.add("Not said in public", print_guidance(list_in(answer, "guidance")));
  all.add("Linkages", print_linkages(list_in(answer, "linkages")));
  all.add("Deadlines", print_deadlines(list_in(answer, "deadlines")));
  all.add("Press", print_press(list_in(answer, "press")));
  const Json* notices = answer.find("notices");
  if (!notices->as_array()->empty()) all.add("Noticed", print_rows(*notices));
  return all.text("nothing is kept here yet\n");
}

std::string print_own_due(const Json& answer) {
  Sections all;
  all.add("Instructions asked and not given", print_requests(list_in(answer, "requests")));
  all.add("Deadlines", print_deadlines(list_in(answer, "deadlines")));
  return all.text("nothing is open\n");
}

std::string print_own_checked(const Json& answer) {
  std::string out;
  for (const Json& stop : list_in(answer, "stopped")) {
    out +=
        fmt::format("stopped: {}: {}\n", shown(stop, "draft"), for_terminal(stop_sentence(stop)));
  }
  for (const Json& remark : list_in(answer, "remarks")) {
    out += fmt::format("{}: {}\n", shown(remark, "sort"), shown(remark, "text"));
  }
  if (list_in(answer, "stopped").empty()) out += "nothing stops it\n";
  return out;
}

}  // namespace armistice
