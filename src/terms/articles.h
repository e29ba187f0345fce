// SPDX-License-Identifier: Apache-2.0
// The articles of an agreement, restated paragraph by paragraph in the words of whoever wrote the
// folder, under the agreement's own numbers. They say what a paragraph is about; what it rules is
// quoted by the terms. Spec: agreement.md §2.
#pragma once

#include "terms/toml_table.h"

namespace armistice {

struct Paragraph {
  FilePlace place;
  std::string number;  // `13a`
  std::string text;
};

struct Article {
  std::string number;  // `II`
  std::string title;
  std::string language;  // ISO 639, one of the agreement's or not: a restatement binds nobody
  std::vector<Paragraph> paragraphs;
};

/// Reads one file of articles/. Errors, with line and column: `malformed` (a paragraph that is not
/// above the one before it, too), `too_large`.
Result<Article> read_article(std::string_view file, ByteView text);

}  // namespace armistice
