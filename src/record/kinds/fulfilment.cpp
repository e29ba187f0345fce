// SPDX-License-Identifier: Apache-2.0
#include "record/kinds/fulfilment.h"

#include "base/limits.h"

namespace armistice {
namespace {

template <typename F, typename B>
Result<void> list(F& f, B& one) {
  TRY(f.name("term", one.term));
  TRY(f.text("occasion", one.occasion, limits::label_bytes_max));
  TRY(f.time("at", one.at));
  return f.text("text", one.text, limits::statement_bytes_max);
}

}  // namespace

Result<Fulfilment> read_fulfilment(const Json& body) {
  return read_listed<Fulfilment>(body, [](auto& f, auto& value) { return list(f, value); });
}

Json to_json(const Fulfilment& fulfilment) {
  return write_listed(fulfilment, [](auto& f, auto& value) { return list(f, value); });
}

}  // namespace armistice
