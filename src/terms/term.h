// SPDX-License-Identifier: Apache-2.0
// A term: a rule of the agreement that a program can compute, under the number of the paragraph
// that makes it and with the shortest words of that paragraph that do. What those words leave open
// stands as a named option with its readings and the one in use; it is shown, never hidden.
// Spec: agreement.md §3, §5.
#pragma once

#include "terms/kinds.h"
#include "terms/toml_table.h"

namespace armistice {

/// What the text leaves open. REQUIRES: chosen < values.size(), after reading.
struct Option {
  std::string name;
  std::vector<std::string> values;
  std::size_t chosen = 0;  // the default, as an index into `values`
  std::string why;
};

struct Term {
  FilePlace place;
  std::string id;         // `line.crossing`
  std::string paragraph;  // `7`, `40b`
  std::string phrase;     // verbatim, at most limits::phrase_words_max words
  TermKind kind;
  std::vector<Option> options;  // in the order of option_rules(kind)

  const Option* option(std::string_view name) const;
  /// The reading in use of an option that has this enum's values; `otherwise` without that option.
  template <typename Enum>
  Enum chosen(std::string_view name, Enum otherwise) const {
    const Option* found = option(name);
    return found == nullptr ? otherwise : static_cast<Enum>(found->chosen);
  }
};

/// A reading for each option of a term, where a reading differs from the default.
using Readings = std::vector<std::pair<std::string, std::string>>;

/// The term with these readings in place of its defaults. Errors: `not_found` (no such option, or
/// no such reading), naming those that there are.
Result<Term> read_as(Term term, const Readings& readings);

/// A term as one of its readings has it.
struct TermReading {
  Term term;
  std::string reading;  // empty: the one in use; else `adoption=majority`
};

/// The term under the readings in use, then under each other reading of each option alone.
std::vector<TermReading> readings_of(const Term& term);

/// Whether a text is the number of a paragraph: `7`, `40b`.
bool is_paragraph(std::string_view number);

/// How many words a phrase has, as a reader counts them.
std::size_t words_of(std::string_view phrase);

/// Reads one [[term]]. Errors, with line and column: `malformed`.
Result<Term> read_term(TomlTable table);

/// Reads one file of terms/. Errors, with line and column: `malformed`, `too_large`.
Result<std::vector<Term>> read_terms(std::string_view file, ByteView text);

}  // namespace armistice
