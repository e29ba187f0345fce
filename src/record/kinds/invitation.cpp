// SPDX-License-Identifier: Apache-2.0
#include "record/kinds/invitation.h"

#include "base/limits.h"

namespace armistice {
namespace {

template <typename F, typename B>
Result<void> list(F& f, B& one) {
  TRY(f.name("body", one.body));
  TRY(f.name("state", one.state));
  TRY(f.name("seat", one.seat));
  return f.text("text", one.text, limits::statement_bytes_max);
}

}  // namespace

Result<Invitation> read_invitation(const Json& body) {
  return read_listed<Invitation>(body, [](auto& f, auto& value) { return list(f, value); });
}

Json to_json(const Invitation& invitation) {
  return write_listed(invitation, [](auto& f, auto& value) { return list(f, value); });
}

}  // namespace armistice
