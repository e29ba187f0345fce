// SPDX-License-Identifier: Apache-2.0
#include "record/kinds/acknowledgement.h"

#include "base/limits.h"

namespace armistice {
namespace {

template <typename F, typename B>
Result<void> list(F& f, B& one) {
  TRY(f.digest("case", one.case_id));
  TRY(f.digest("received", one.received));
  return f.text("text", one.text, limits::statement_bytes_max);
}

}  // namespace

Result<Acknowledgement> read_acknowledgement(const Json& body) {
  Acknowledgement one =
      TRY(read_listed<Acknowledgement>(body, [](auto& f, auto& value) { return list(f, value); }));
  return one;
}

Json to_json(const Acknowledgement& acknowledgement) {
  return write_listed(acknowledgement, [](auto& f, auto& value) { return list(f, value); });
}

}  // namespace armistice
