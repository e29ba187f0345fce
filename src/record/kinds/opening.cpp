// SPDX-License-Identifier: Apache-2.0
#include "record/kinds/opening.h"

#include "base/limits.h"

namespace armistice {
namespace {

template <typename F, typename B>
Result<void> list(F& f, B& one) {
  TRY(f.digest("commitment", one.commitment));
  TRY(f.text("list", one.list, limits::opened_list_bytes_max));
  return f.text("text", one.text, limits::statement_bytes_max);
}

}  // namespace

Result<Opening> read_opening(const Json& body) {
  Opening one =
      TRY(read_listed<Opening>(body, [](auto& f, auto& value) { return list(f, value); }));
  if (one.list.empty()) return Error{Errc::malformed, "list: its exact bytes"};
  return one;
}

Json to_json(const Opening& opening) {
  return write_listed(opening, [](auto& f, auto& value) { return list(f, value); });
}

}  // namespace armistice
