// SPDX-License-Identifier: Apache-2.0
#include "terms/quotation.h"

#include <fmt/format.h>

#include "base/text.h"
#include "terms/folder.h"
#include "terms/has.h"
#include "terms/nearest_words.h"

namespace armistice {
namespace {

Error misquotes(const Term& term, std::string_view why) {
  return malformed_at(term.place, fmt::format("{}: {}", term.id, why));
}

// That `where` does not say what a term quotes of it, and what it says instead.
std::string not_there(const Term& term, std::string_view where, std::string_view text) {
  const std::string nearest = nearest_words(term.phrase, text);
  return fmt::format("{} does not say {:?}{}", where, term.phrase,
                     nearest.empty() ? nearest : fmt::format("; nearest is {:?}", nearest));
}

std::string not_there(const Term& term, std::string_view text) {
  return not_there(term, "§" + term.paragraph, text);
}

// The words that changes give a term's paragraph, or the whole of which that is a part.
const Paragraph* worded(const RivalDraft& changes, std::string_view number) {
  const Paragraph* whole = nullptr;
  for (const Paragraph& one : changes.paragraphs) {
    if (one.number == number) return &one;
    if (is_part_of(one.number, number)) whole = &one;
  }
  return whole;
}

// The article that holds a paragraph, if its words are the agreement's own.
const Paragraph* agreed_words(const AgreementFolder& folder, std::string_view number) {
  for (const Article& article : folder.articles) {
    if (article.words != ArticleWords::agreed) continue;
    for (const Paragraph& one : article.paragraphs) {
      if (one.number == number) return &one;
    }
  }
  return nullptr;
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

bool is_part_of(std::string_view whole, std::string_view number) {
  if (!number.starts_with(whole)) return false;
  const std::string_view rest = number.substr(whole.size());
  return rest.empty() || !(rest.front() >= '0' && rest.front() <= '9');
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
        wrong.push_back(misquotes(term, not_there(term, one.text)));
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
      wrong.push_back(misquotes(term, not_there(term, paragraph)));
    }
  }
  return wrong;
}

std::vector<Error> misquoted_in(const RivalDraft& draft, std::string_view text) {
  std::vector<Error> wrong;
  for (const Term& term : draft.terms) {
    if (is_quoted(term.phrase, text)) continue;
    wrong.push_back(misquotes(term, not_there(term, "the text", text)));
  }
  return wrong;
}

std::vector<Error> misquoted_by(const AgreementFolder& folder, const RivalDraft& changes) {
  std::vector<Error> wrong;
  for (const Term& term : changes.terms) {
    const Paragraph* words = worded(changes, term.paragraph);
    if (words == nullptr) words = agreed_words(folder, term.paragraph);
    if (words != nullptr) {
      if (is_quoted(term.phrase, words->text)) continue;
      wrong.push_back(misquotes(term, not_there(term, words->text)));
      continue;
    }
    // Of words that stand unchanged and are not in the folder, what another term already quotes.
    const bool quoted = std::any_of(folder.terms.begin(), folder.terms.end(), [&](const auto& one) {
      return one.paragraph == term.paragraph && is_quoted(term.phrase, one.phrase);
    });
    if (quoted) continue;
    wrong.push_back(misquotes(
        term, fmt::format("the changes do not word §{}, and no term in force quotes {:?} of it",
                          term.paragraph, term.phrase)));
  }
  for (const Term& term : folder.terms) {
    const auto is_it = [&](const Term& one) { return one.id == term.id; };
    const bool replaced = std::any_of(changes.terms.begin(), changes.terms.end(), is_it);
    const bool goes =
        has(changes.leaves_out, term.id) || (changes.keeps && !has(*changes.keeps, term.id));
    const Paragraph* words = worded(changes, term.paragraph);
    if (replaced || goes || words == nullptr || is_quoted(term.phrase, words->text)) continue;
    wrong.push_back(malformed_at(
        words->place, fmt::format("{} stays: {}", term.id, not_there(term, words->text))));
  }
  return wrong;
}

}  // namespace armistice
