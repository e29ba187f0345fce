// SPDX-License-Identifier: Apache-2.0
// opening/1: this is the list that we lodged under its digest.
// Spec: kinds/opening.md.
#pragma once

#include "record/kinds/field_list.h"

namespace armistice {

struct Opening {
  static constexpr std::string_view kind = "opening/1";
  Salt salt;
  Digest commitment;
  std::string list;  // its exact bytes
  std::string text;
  friend bool operator==(const Opening&, const Opening&) = default;
};

/// Errors: `malformed`, `too_large`, `out_of_range`.
Result<Opening> read_opening(const Json& body);
Json to_json(const Opening& opening);

}  // namespace armistice
