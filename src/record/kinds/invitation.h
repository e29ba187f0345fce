// SPDX-License-Identifier: Apache-2.0
// invitation/1: we invite this state to a seat in a body.
// Spec: kinds/invitation.md.
#pragma once

#include "record/kinds/field_list.h"

namespace armistice {

struct Invitation {
  static constexpr std::string_view kind = "invitation/1";
  Salt salt;
  std::string body;
  std::string state;
  std::string seat;  // who will speak for it, such as `sweden/member`
  std::string text;
  friend bool operator==(const Invitation&, const Invitation&) = default;
};

/// Errors: `malformed`, `too_large`, `out_of_range`.
Result<Invitation> read_invitation(const Json& body);
Json to_json(const Invitation& invitation);

}  // namespace armistice
