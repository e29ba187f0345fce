// SPDX-License-Identifier: Apache-2.0
// commitment/1: a list is lodged under its digest, to be opened later.
// Spec: kinds/commitment.md.
#pragma once

#include "record/kinds/field_list.h"

namespace armistice {

struct Commitment {
  static constexpr std::string_view kind = "commitment/1";
  Salt salt;
  std::string subject;  // in clear: what the list is about
  std::string term;     // that asks for it
  StatedDay as_of;
  std::int64_t slot = 1;   // which of a series
  std::int64_t slots = 1;  // how many there are in all
  Digest list;             // of the bytes that an opening must show
  std::int64_t bytes = 1;
  std::string text;
  friend bool operator==(const Commitment&, const Commitment&) = default;
};

/// Errors: `malformed`, `too_large`, `out_of_range`.
Result<Commitment> read_commitment(const Json& body);
Json to_json(const Commitment& commitment);

}  // namespace armistice
