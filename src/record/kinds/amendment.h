// SPDX-License-Identifier: Apache-2.0
// amendment/1: the agreement is changed from that hour on.
// Spec: kinds/amendment.md.
#pragma once

#include "record/kinds/field_list.h"

namespace armistice {

struct Amendment {
  static constexpr std::string_view kind = "amendment/1";
  Salt salt;
  std::int64_t number = 1;
  Digest agreement;  // that it amends
  StatedTime takes_effect;
  std::string title;
  std::string changes;  // a draft's text
  std::string text;
  friend bool operator==(const Amendment&, const Amendment&) = default;
};

/// Errors: `malformed`, `too_large`, `out_of_range`.
Result<Amendment> read_amendment(const Json& body);
Json to_json(const Amendment& amendment);

}  // namespace armistice
