// SPDX-License-Identifier: Apache-2.0
// reply/1: what is answered to an invitation.
// Spec: kinds/reply.md.
#pragma once

#include "record/kinds/field_list.h"

namespace armistice {

enum class ReplyWord : std::uint8_t { accepts, declines, objects, no_objection };
inline constexpr std::array<std::string_view, 4> reply_words = {"accepts", "declines", "objects",
                                                                "no_objection"};

struct Reply {
  static constexpr std::string_view kind = "reply/1";
  Salt salt;
  Digest invitation;
  ReplyWord reply = ReplyWord::accepts;
  std::string text;
  friend bool operator==(const Reply&, const Reply&) = default;
};

/// Errors: `malformed`, `too_large`, `out_of_range`.
Result<Reply> read_reply(const Json& body);
Json to_json(const Reply& reply);

}  // namespace armistice
