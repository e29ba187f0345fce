// SPDX-License-Identifier: Apache-2.0
// clock/1: the parties had cosigned this head by then. Spec: kinds/clock.md.
#pragma once

#include <string>

#include "record/kinds/fields.h"

namespace armistice {

struct Clock {
  static constexpr std::string_view kind = "clock/1";
  Salt salt;
  std::string checkpoint;  // verbatim; whether it counts is for register/clock.h
  friend bool operator==(const Clock&, const Clock&) = default;
};

/// Errors: `malformed`, `too_large`.
Result<Clock> read_clock(const Json& body);
Json to_json(const Clock& clock);

}  // namespace armistice
