// SPDX-License-Identifier: Apache-2.0
// motion/1: a body is asked to decide something.
// Spec: kinds/motion.md.
#pragma once

#include "record/kinds/field_list.h"

namespace armistice {

struct Motion {
  static constexpr std::string_view kind = "motion/1";
  Salt salt;
  std::string body;
  std::string text;  // what is to be decided
  friend bool operator==(const Motion&, const Motion&) = default;
};

/// Errors: `malformed`, `too_large`, `out_of_range`.
Result<Motion> read_motion(const Json& body);
Json to_json(const Motion& motion);

}  // namespace armistice
