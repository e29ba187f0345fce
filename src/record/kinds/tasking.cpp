// SPDX-License-Identifier: Apache-2.0
#include "record/kinds/tasking.h"

#include "base/limits.h"

namespace armistice {
namespace {

template <typename F, typename B>
Result<void> list(F& f, B& one) {
  TRY(f.digest("case", one.case_id));
  TRY(f.digest_or_none("request", one.request));
  TRY(f.name("team", one.team));
  TRY(f.names("members", one.members, limits::team_members_max));
  return f.text("text", one.text, limits::statement_bytes_max);
}

}  // namespace

Result<Tasking> read_tasking(const Json& body) {
  Tasking one =
      TRY(read_listed<Tasking>(body, [](auto& f, auto& value) { return list(f, value); }));
  return one;
}

Json to_json(const Tasking& tasking) {
  return write_listed(tasking, [](auto& f, auto& value) { return list(f, value); });
}

}  // namespace armistice
