// SPDX-License-Identifier: Apache-2.0
#include "terms/quotation.h"

#include <fmt/format.h>

#include "base/text.h"
#include "terms/folder.h"

namespace armistice {
namespace {

// A transcription has them where its printer had spaces.
std::string without_no_break_spaces(std::string_view text) {
  constexpr std::string_view no_break = "\u00a0";
  std::string out;
  std::size_t from = 0;
  for (auto at = text.find(no_break); at != text.npos; at = text.find(no_break, from)) {
    out += text.substr(from, at - from);
    out += ' ';
    from = at + no_break.size();
  }
  out += text.substr(from);
  return out;
}

// Words with one space between them: lines end where they end.
std::string one_line(std::string_view text) {
  std::string out;
  for (const char c : without_no_break_spaces(text)) {
    const bool space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (space && (out.empty() || out.back() == ' ')) continue;
    out += space ? ' ' : c;
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

Error misquotes(const Term& term, std::string_view why) {
  return malformed_at(term.place, fmt::format("{}: {}", term.id, why));
}

std::string not_there(const Term& term) {
  return fmt::format("§{} does not say {:?}", term.paragraph, term.phrase);
}

// The text from `from` on, up to `next`.
std::string_view part_of(std::string_view text, std::size_t from, std::string_view next) {
  if (from == text.npos) return {};
  const auto end = text.find(next, from + 1);
  return text.substr(from, end == text.npos ? end : end - from);
}

}  // namespace

std::string paragraph_in(std::string_view whole_text, std::string_view number) {
  // The first paragraph may begin the text.
  const std::string text = "\n" + without_no_break_spaces(whole_text);
  const char letter = !number.empty() && number.back() >= 'a' ? number.back() : '\0';
  if (letter != '\0') number.remove_suffix(1);
  const auto value = parse_decimal(number);
  if (!value.ok()) return {};
  const auto begin = text.find(fmt::format("\n{}. ", number));
  const std::string_view whole = part_of(text, begin, fmt::format("\n{}. ", *value + 1));
  if (letter == '\0') return std::string(whole);
  auto from = whole.find(fmt::format("\n  {}. ", letter));
  // A paragraph may begin with its first letter on the same line: `40. a. `.
  if (from == whole.npos) from = whole.find(fmt::format(". {}. ", letter));
  return std::string(part_of(whole, from, fmt::format("\n  {}. ", static_cast<char>(letter + 1))));
}

bool is_quoted(std::string_view phrase, std::string_view text) {
  // The first and the last word are whole ones: 100 is not quoted from 1100.
  const std::string words = one_line(phrase);
  const std::string all = one_line(text);
  const auto in_word = [&](std::size_t at) {
    const auto c = at < all.size() ? static_cast<unsigned char>(all[at]) : ' ';
    return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  };
  if (words.empty()) return false;
  for (auto at = all.find(words); at != all.npos; at = all.find(words, at + 1)) {
    const bool begins = at == 0 || !in_word(at - 1) || !in_word(at);
    const bool ends = !in_word(at + words.size()) || !in_word(at + words.size() - 1);
    if (begins && ends) return true;
  }
  return false;
}

std::vector<Error> misquoted(const AgreementFolder& folder) {
  std::vector<Error> wrong;
  for (const Term& term : folder.terms) {
    for (const Article& article : folder.articles) {
      if (article.words != ArticleWords::agreed) continue;
      for (const Paragraph& one : article.paragraphs) {
        if (one.number != term.paragraph || is_quoted(term.phrase, one.text)) continue;
        wrong.push_back(misquotes(term, not_there(term)));
      }
    }
  }
  return wrong;
}

std::vector<Error> misquoted_in(const AgreementFolder& folder, std::string_view text) {
  std::vector<Error> wrong;
  for (const Term& term : folder.terms) {
    const std::string paragraph = paragraph_in(text, term.paragraph);
    if (paragraph.empty()) {
      wrong.push_back(misquotes(term, fmt::format("the text has no §{}", term.paragraph)));
    } else if (!is_quoted(term.phrase, paragraph)) {
      wrong.push_back(misquotes(term, not_there(term)));
    }
  }
  return wrong;
}

}  // namespace armistice
