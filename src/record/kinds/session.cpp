// SPDX-License-Identifier: Apache-2.0
#include "record/kinds/session.h"

#include "base/limits.h"

namespace armistice {
namespace {

template <typename F, typename B>
Result<void> list(F& f, B& one) {
  TRY(f.name("body", one.body));
  TRY(f.integer("number", one.number, 1, limits::sessions_max));
  TRY(f.time("opened", one.opened));
  TRY(f.time("closed", one.closed));
  TRY(f.names("present", one.present, limits::team_members_max));
  TRY(f.day("next", one.next));
  return f.text("text", one.text, limits::statement_bytes_max);
}

}  // namespace

Result<Session> read_session(const Json& body) {
  Session one =
      TRY(read_listed<Session>(body, [](auto& f, auto& value) { return list(f, value); }));
  if (one.closed.utc < one.opened.utc) return Error{Errc::malformed, "closed: not before opened"};
  return one;
}

Json to_json(const Session& session) {
  return write_listed(session, [](auto& f, auto& value) { return list(f, value); });
}

}  // namespace armistice
