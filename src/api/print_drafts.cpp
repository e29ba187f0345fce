// SPDX-License-Identifier: Apache-2.0
#include "api/print_drafts.h"

#include <fmt/format.h>

#include "api/print.h"

namespace armistice {
namespace {

std::string name_of(const Json& answer, std::string_view side) {
  return text_in(*answer.find(side), "name");
}

// Both sides of what differs, under its heading.
std::string pair_lines(const Json& answer, std::string_view heading, const std::string& a,
                       const std::string& b) {
  if (a == b) return {};
  return fmt::format("  {}\n    {}: {}\n    {}: {}\n", heading, name_of(answer, "a"), or_dash(a),
                     name_of(answer, "b"), or_dash(b));
}

std::string term_lines(const Json& answer, const Json& term) {
  const std::string id = text_in(term, "term");
  std::string out =
      pair_lines(answer, id + ", kind", text_in(term, "kind_a"), text_in(term, "kind_b"));
  for (const Json& one : list_in(term, "parameters")) {
    out += pair_lines(answer, fmt::format("{}, {}", id, text_in(one, "name")), text_in(one, "a"),
                      text_in(one, "b"));
  }
  return out +
         pair_lines(answer, id + ", phrase", text_in(term, "phrase_a"), text_in(term, "phrase_b"));
}

}  // namespace

std::string print_agreement_drafts(const Json& answer) {
  const Json& agreement = *answer.find("agreement");
  std::string out =
      fmt::format("{}  {}, in force\n", text_in(agreement, "name"), text_in(agreement, "title"));
  for (const Json& one : list_in(answer, "drafts")) {
    out += fmt::format("{}  {}, by {} ({})\n", text_in(one, "name"), text_in(one, "title"),
                       text_in(one, "by"), text_in(one, "source"));
  }
  return out;
}

std::string print_paragraphs(const Json& answer) {
  std::string out;
  std::string same;
  for (const Json& row : list_in(answer, "paragraphs")) {
    const std::string& number = text_in(row, "number");
    if (text_in(row, "standing") == "same") {
      same += fmt::format("{}§{}", same.empty() ? "" : ", ", number);
      continue;
    }
    out += fmt::format("§{} {}\n", number, text_in(row, "standing"));
    out += pair_lines(answer, "text", text_in(row, "text_a"), text_in(row, "text_b"));
    for (const Json& one : list_in(row, "teams")) {
      out += pair_lines(answer, text_in(one, "name"), text_in(one, "a"), text_in(one, "b"));
    }
    for (const Json& term : list_in(row, "terms")) out += term_lines(answer, term);
    out += "\n";
  }
  return out + fmt::format("The same in both: {}\n", or_dash(same));
}

std::string print_under_both(const Json& answer) {
  const auto integer = [&](std::string_view key) { return *answer.find(key)->as_integer(); };
  std::string out = fmt::format(
      "{} entries judged: {} findings that are not good under {}, {} under {}\n", integer("size"),
      integer("bad_a"), name_of(answer, "a"), integer("bad_b"), name_of(answer, "b"));
  for (const Json& row : list_in(answer, "findings")) {
    out += fmt::format("record {} §{} {}: {}, {}\n", *row.find("index")->as_integer(),
                       text_in(row, "paragraph"), text_in(row, "term"), or_dash(text_in(row, "a")),
                       or_dash(text_in(row, "b")));
  }
  return out;
}

}  // namespace armistice
