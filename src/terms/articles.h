// SPDX-License-Identifier: Apache-2.0
// The articles of an agreement, paragraph by paragraph under its own numbers: restated in the words
// of whoever wrote the folder, so that they say what a paragraph is about and the terms quote what
// it rules; or as they were agreed, where nothing else holds the text. Spec: agreement.md §2.
#pragma once

#include <array>

#include "terms/toml_table.h"

namespace armistice {

struct Paragraph {
  FilePlace place;
  std::string number;  // `13a`
  std::string text;
};

/// Whose words an article's paragraphs are in.
enum class ArticleWords : std::uint8_t { restated, agreed };
inline constexpr std::array<std::string_view, 2> article_words_words = {"restated", "agreed"};

struct Article {
  std::string number;  // `II`
  std::string title;
  std::string language;  // ISO 639, one of the agreement's or not: a restatement binds nobody
  ArticleWords words = ArticleWords::restated;
  std::vector<Paragraph> paragraphs;
};

/// Reads one file of articles/. Errors, with line and column: `malformed` (a paragraph that is not
/// above the one before it, too), `too_large`.
Result<Article> read_article(std::string_view file, ByteView text);

}  // namespace armistice
