// SPDX-License-Identifier: Apache-2.0
// statement/1: somebody said this at a sitting, or did it.
// Spec: kinds/statement.md.
#pragma once

#include "record/kinds/field_list.h"

namespace armistice {

/// What was said or done, as its author takes it.
enum class UtteranceSort : std::uint8_t {
  statement,
  question,
  answer,
  postponement,  // an answer that is to come later
  interruption,
  direction,           // what was done, in brackets
  document,            // handed over at the table
  withdrawal,          // its side takes back all that `reply_to` says
  partial_withdrawal,  // or these words of it
};
inline constexpr std::array<std::string_view, 9> utterance_sort_words = {
    "statement", "question", "answer",     "postponement",      "interruption",
    "direction", "document", "withdrawal", "partial_withdrawal"};

enum class Wording : std::uint8_t { verbatim, abridged };
inline constexpr std::array<std::string_view, 2> wording_words = {"verbatim", "abridged"};

struct Utterance {
  static constexpr std::string_view kind = "statement/1";
  Salt salt;
  Digest sitting;
  std::int64_t number = 0;  // in the order of the sitting
  std::string side;         // empty: of neither, as a direction is
  std::string speaker;
  StatedTime at;
  UtteranceSort sort = UtteranceSort::statement;
  Wording wording = Wording::verbatim;
  std::string language;
  std::optional<Digest> reply_to;
  std::string issue;   // empty: none alone
  std::string source;  // document, and place in it
  std::string text;
  friend bool operator==(const Utterance&, const Utterance&) = default;
};

/// Errors: `malformed`, `too_large`, `out_of_range`.
Result<Utterance> read_statement(const Json& body);
Json to_json(const Utterance& statement);

}  // namespace armistice
