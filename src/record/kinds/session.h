// SPDX-License-Identifier: Apache-2.0
// session/1: a body met: who was there, and when it meets next.
// Spec: kinds/session.md.
#pragma once

#include "record/kinds/field_list.h"

namespace armistice {

struct Session {
  static constexpr std::string_view kind = "session/1";
  Salt salt;
  std::string body;
  std::int64_t number = 1;
  StatedTime opened;
  StatedTime closed;
  std::vector<std::string> present;
  StatedDay next;  // when it meets next
  std::string text;
  friend bool operator==(const Session&, const Session&) = default;
};

/// Errors: `malformed`, `too_large`, `out_of_range`.
Result<Session> read_session(const Json& body);
Json to_json(const Session& session);

}  // namespace armistice
