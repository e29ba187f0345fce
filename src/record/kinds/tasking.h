// SPDX-License-Identifier: Apache-2.0
// tasking/1: a commission sends a team, these members of it.
// Spec: kinds/tasking.md.
#pragma once

#include "record/kinds/field_list.h"

namespace armistice {

struct Tasking {
  static constexpr std::string_view kind = "tasking/1";
  Salt salt;
  Digest case_id;
  std::optional<Digest> request;  // that it answers; none: its own word
  std::string team;
  std::vector<std::string> members;
  std::string text;
  friend bool operator==(const Tasking&, const Tasking&) = default;
};

/// Errors: `malformed`, `too_large`, `out_of_range`.
Result<Tasking> read_tasking(const Json& body);
Json to_json(const Tasking& tasking);

}  // namespace armistice
