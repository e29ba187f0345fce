// SPDX-License-Identifier: Apache-2.0
// withdrawal/1: my signature under that draft is taken back. Spec: kinds/withdrawal.md.
#pragma once

#include <string>

#include "record/kinds/fields.h"

namespace armistice {

struct Withdrawal {
  static constexpr std::string_view kind = "withdrawal/1";
  Salt salt;
  std::string reason;
  friend bool operator==(const Withdrawal&, const Withdrawal&) = default;
};

/// Errors: `malformed`, `too_large`.
Result<Withdrawal> read_withdrawal(const Json& body);
Json to_json(const Withdrawal& withdrawal);

}  // namespace armistice
