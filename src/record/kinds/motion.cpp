// SPDX-License-Identifier: Apache-2.0
#include "record/kinds/motion.h"

#include "base/limits.h"

namespace armistice {
namespace {

template <typename F, typename B>
Result<void> list(F& f, B& one) {
  TRY(f.name("body", one.body));
  return f.text("text", one.text, limits::statement_bytes_max);
}

}  // namespace

Result<Motion> read_motion(const Json& body) {
  Motion one = TRY(read_listed<Motion>(body, [](auto& f, auto& value) { return list(f, value); }));
  if (one.text.empty()) return Error{Errc::malformed, "text: what is to be decided"};
  return one;
}

Json to_json(const Motion& motion) {
  return write_listed(motion, [](auto& f, auto& value) { return list(f, value); });
}

}  // namespace armistice
