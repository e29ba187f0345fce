// SPDX-License-Identifier: Apache-2.0
#include "api/print_conference.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "api/print.h"

namespace armistice {
namespace {

// A field as it is printed: a number or a text, for a terminal; nothing where it is null.
std::string shown(const Json& row, std::string_view key) {
  const Json* value = row.find(key);
  if (value->as_text() != nullptr) return for_terminal(*value->as_text());
  return value->as_integer() != nullptr ? std::to_string(*value->as_integer()) : "";
}

std::string listed(const Json& row, std::string_view key) {
  std::vector<std::string> parts;
  for (const Json& one : list_in(row, key)) parts.push_back(for_terminal(*one.as_text()));
  return fmt::format("{}", fmt::join(parts, "; "));
}

std::string in_brackets(const std::string& text) {
  return text.empty() ? "" : fmt::format(" ({})", text);
}

std::string on_line(std::string_view head, const std::string& text) {
  return text.empty() ? "" : fmt::format("    {}{}\n", head, text);
}

std::string print_sittings(const Json& answer) {
  std::string out;
  for (const Json& row : *answer.as_array()) {
    out += fmt::format("{}  {} {}, {} to {}, {}: {} statements{}\n", shown(row, "index"),
                       shown(row, "forum"), shown(row, "number"), shown(row, "opened"),
                       shown(row, "closed"), shown(row, "ended"), shown(row, "statements"),
                       *row.find("retracted")->as_bool() ? ", taken back" : "");
    for (const Json& hours : *row.find("elsewhere")->as_array()) {
      out += on_line("that is ", *hours.as_text());
    }
    const std::string from = shown(row, "moved_from");
    out += on_line("at ", shown(row, "place") + (from.empty() ? "" : ", moved from " + from));
    for (const Json& there : *row.find("present")->as_array()) {
      const std::string who = shown(there, "person");
      const std::string role = shown(there, "role");
      const std::string number = who.empty() ? shown(there, "number") + " " : "";
      out += fmt::format("    {}: {}{}{}, {}\n", shown(there, "side"), number, who,
                         who.empty() ? role : in_brackets(role), shown(there, "standing"));
    }
    out += on_line("on condition: ", shown(row, "conditions"));
    out += on_line("resumes ", shown(row, "resumes"));
  }
  return out;
}

}  // namespace

std::string print_talk(const Json& answer) {
  std::string out;
  std::string author;
  for (const Json& row : *answer.as_array()) {
    const std::string reply = shown(row, "reply_to");
    if (shown(row, "author") != author) {
      author = shown(row, "author");
      out += fmt::format("{}As {} tells it:\n", out.empty() ? "" : "\n", author);
    }
    const std::string language = shown(row, "language");
    out += fmt::format("{:>3}  {} {}{}, {}, {}{}{}{}\n", shown(row, "number"), shown(row, "at"),
                       shown(row, "speaker"), in_brackets(shown(row, "side")), shown(row, "sort"),
                       shown(row, "wording"), language.empty() ? "" : ", " + language,
                       reply.empty() ? "" : ", to record " + reply,
                       *row.find("retracted")->as_bool() ? ", taken back" : "");
    const std::string received = listed(row, "received_by");
    const std::string& withdrawn = text_in(row, "withdrawn");
    if (withdrawn == "whole") out += "     WITHDRAWN by its side:\n";
    for (const Json& words : *row.find("withdrawn_words")->as_array()) {
      out += fmt::format("     WITHDRAWN by its side in part: \"{}\"\n", *words.as_text());
    }
    out += fmt::format("     {}\n     record {}, {}{}\n", shown(row, "text"), shown(row, "index"),
                       shown(row, "source"), received.empty() ? "" : ", received by " + received);
  }
  return out.empty() ? "nothing is on record of it\n" : out;
}

std::string print_questions(const Json& answer) {
  std::string out;
  for (const Json& row : *answer.as_array()) {
    out += fmt::format("{}  {}{}: {}\n    {}\n", shown(row, "day"), shown(row, "speaker"),
                       in_brackets(shown(row, "side")), shown(row, "state"), shown(row, "text"));
    const std::string by = shown(row, "answer");
    if (!by.empty()) {
      out += fmt::format("    record {}, {}: {}\n", by, shown(row, "answered_by"),
                         shown(row, "answer_text"));
    }
    out += on_line("source: ", shown(row, "source"));
  }
  return out.empty() ? "no question is on record\n" : out;
}

std::string print_points(const Json& answer) {
  std::string out;
  for (const Json& row : *answer.as_array()) {
    const std::string theirs = listed(row, "theirs");
    out += fmt::format("{}: {} {}{}{}\n    {}\n", shown(row, "issue"), shown(row, "side"),
                       shown(row, "number"), theirs.empty() ? "" : " = " + theirs,
                       *row.find("told")->as_bool() ? ", told by " + shown(row, "author") : "",
                       shown(row, "wording"));
    out += on_line("", listed(row, "answers"));
  }
  return out.empty() ? "no agenda is on record\n" : out;
}

std::string print_positions(const Json& answer) {
  std::string out;
  for (const Json& row : *answer.as_array()) {
    const std::string notices = listed(row, "notices");
    const std::string linked = shown(row, "linked");
    out += fmt::format(
        "{}  {}: {} {}: {}{}{}{}{}\n", shown(row, "day"), shown(row, "issue"), shown(row, "side"),
        shown(row, "act"), shown(row, "value"), linked.empty() ? "" : ", hangs on " + linked,
        notices.empty() ? "" : " [" + notices + "]", *row.find("told")->as_bool() ? ", told" : "",
        *row.find("retracted")->as_bool() ? ", taken back" : "");
    out += on_line("on condition: ", shown(row, "condition"));
    out += on_line("stands in the words of ", listed(row, "terms"));
    out += fmt::format("    record {}, {}\n", shown(row, "index"), shown(row, "source"));
  }
  return out.empty() ? "no position is on record\n" : out;
}

std::string print_agreed(const Json& answer) {
  std::string out;
  for (const Json& row : *answer.as_array()) {
    const bool absent = *row.find("absent")->as_bool();
    const std::string paragraph = shown(row, "paragraph");
    out += fmt::format("{}  {} {} of {}: {}\n    {}\n    record {}, signed by {}{}, {}\n",
                       shown(row, "day"), shown(row, "issue"), shown(row, "number"),
                       shown(row, "points"), shown(row, "title"),
                       absent ? "agreed; its words are not on record" : shown(row, "wording"),
                       shown(row, "index"), listed(row, "signers"),
                       paragraph.empty() ? "" : ", now §" + paragraph, shown(row, "source"));
  }
  return out.empty() ? "nothing is agreed\n" : out;
}

std::string print_agreed_draft(const Json& answer) {
  std::string out = text_in(answer, "file");
  const Json::Array& left_out = *answer.find("left_out")->as_array();
  if (!left_out.empty()) out += "\n# Agreed, and not in it:\n";
  for (const Json& row : left_out) {
    const bool no_words = text_in(row, "because") == "no_words";
    out += fmt::format(
        "# record {}, {}: {}\n", shown(row, "index"), text_in(row, "title"),
        no_words ? "its words are not on record" : "it does not say which paragraph it became");
  }
  return out;
}

std::string print_conference(const Json& answer) {
  std::string out;
  const auto section = [&](std::string_view title, const std::string& body) {
    out += fmt::format("{}{}\n{}", out.empty() ? "" : "\n", title, body);
  };
  section("Sittings", print_sittings(*answer.find("sittings")));
  section("Agendas", print_points(*answer.find("points")));
  section("Questions", print_questions(*answer.find("questions")));
  section("Where each stands", print_rows(*answer.find("moved")));
  section("Agreed", print_agreed(*answer.find("agreed")));
  if (!answer.find("notices")->as_array()->empty()) {
    section("Noticed", print_rows(*answer.find("notices")));
  }
  return out;
}

}  // namespace armistice
