// SPDX-License-Identifier: Apache-2.0
// draft/1: a joint record waits for signatures until its last hour.
// Spec: kinds/draft.md.
#pragma once

#include "record/kinds/field_list.h"

namespace armistice {

struct Draft {
  static constexpr std::string_view kind = "draft/1";
  Salt salt;
  Digest case_id;
  std::string draft;  // the text of the joint record
  std::string lines;  // signature lines so far; or empty
  std::string body;   // of the joint record
  friend bool operator==(const Draft&, const Draft&) = default;
};

/// Errors: `malformed`, `too_large`, `out_of_range`.
Result<Draft> read_draft(const Json& body);
Json to_json(const Draft& draft);

}  // namespace armistice
