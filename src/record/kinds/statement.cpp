// SPDX-License-Identifier: Apache-2.0
#include "record/kinds/statement.h"

#include "base/limits.h"

namespace armistice {
namespace {

template <typename F, typename B>
Result<void> list(F& f, B& one) {
  TRY(f.digest("sitting", one.sitting));
  TRY(f.integer("number", one.number, 1, limits::sessions_max));
  TRY(f.name_or_none("side", one.side));
  TRY(f.text("speaker", one.speaker, limits::label_bytes_max));
  TRY(f.time("at", one.at));
  TRY(f.word("sort", one.sort, utterance_sort_words));
  TRY(f.word("wording", one.wording, wording_words));
  TRY(f.text("language", one.language, limits::label_bytes_max));
  TRY(f.digest_or_none("reply_to", one.reply_to));
  TRY(f.name_or_none("issue", one.issue));
  TRY(f.text("source", one.source, limits::label_bytes_max));
  return f.text("text", one.text, limits::statement_bytes_max);
}

}  // namespace

Result<Utterance> read_statement(const Json& body) {
  Utterance one =
      TRY(read_listed<Utterance>(body, [](auto& f, auto& value) { return list(f, value); }));
  if (one.text.empty()) return Error{Errc::malformed, "text: what was said"};
  return one;
}

Json to_json(const Utterance& statement) {
  return write_listed(statement, [](auto& f, auto& value) { return list(f, value); });
}

}  // namespace armistice
