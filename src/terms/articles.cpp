// SPDX-License-Identifier: Apache-2.0
#include "terms/articles.h"

#include <fmt/format.h>

#include "base/text.h"
#include "terms/term.h"

namespace armistice {
namespace {

// `13` < `13a` < `13b` < `14`.
std::pair<std::uint64_t, char> order_of(std::string_view number) {
  char letter = 0;
  if (number.back() >= 'a' && number.back() <= 'z') {
    letter = number.back();
    number.remove_suffix(1);
  }
  const auto value = parse_decimal(number);
  ASSERT(value.ok());
  return {*value, letter};
}

Result<Paragraph> read_paragraph(TomlTable table, const Article& before) {
  Paragraph paragraph;
  paragraph.place = table.place();
  paragraph.number = TRY(table.text("number"));
  if (!is_paragraph(paragraph.number)) return table.wrong("number", "is such as 13 or 13a");
  if (!before.paragraphs.empty() &&
      order_of(before.paragraphs.back().number) >= order_of(paragraph.number)) {
    return table.wrong("number", fmt::format("comes after {}", before.paragraphs.back().number));
  }
  paragraph.text = TRY(table.text("text"));
  TRY(table.closed());
  return paragraph;
}

}  // namespace

Result<Article> read_article(std::string_view file, ByteView text) {
  const TomlValue document = TRY(parse_toml(file, text));
  TomlTable table(document, "file");
  Article article;
  article.number = TRY(table.text("article"));
  article.title = TRY(table.text("title"));
  article.language = TRY(table.name("language"));
  if (table.has("words")) {
    article.words = static_cast<ArticleWords>(TRY(table.one_of("words", article_words_words)));
  }
  for (TomlTable& one : TRY(table.tables("paragraph"))) {
    article.paragraphs.push_back(TRY(read_paragraph(std::move(one), article)));
  }
  TRY(table.closed());
  return article;
}

}  // namespace armistice
