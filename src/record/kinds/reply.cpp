// SPDX-License-Identifier: Apache-2.0
#include "record/kinds/reply.h"

#include "base/limits.h"

namespace armistice {
namespace {

template <typename F, typename B>
Result<void> list(F& f, B& one) {
  TRY(f.digest("invitation", one.invitation));
  TRY(f.word("reply", one.reply, reply_words));
  return f.text("text", one.text, limits::statement_bytes_max);
}

}  // namespace

Result<Reply> read_reply(const Json& body) {
  return read_listed<Reply>(body, [](auto& f, auto& value) { return list(f, value); });
}

Json to_json(const Reply& reply) {
  return write_listed(reply, [](auto& f, auto& value) { return list(f, value); });
}

}  // namespace armistice
