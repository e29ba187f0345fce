// SPDX-License-Identifier: Apache-2.0
// retraction/1: we take back what we said there. Both stay and are shown. Spec:
// kinds/retraction.md.
#pragma once

#include <string>

#include "record/kinds/fields.h"

namespace armistice {

enum class RetractionScope : std::uint8_t { whole, passage };

struct Retraction {
  static constexpr std::string_view kind = "retraction/1";
  Salt salt;
  RetractionScope scope = RetractionScope::whole;
  std::string passage;  // the words taken back; empty when whole
  std::string reason;
  friend bool operator==(const Retraction&, const Retraction&) = default;
};

std::string_view word(RetractionScope scope);

/// Errors: `malformed`, `too_large`.
Result<Retraction> read_retraction(const Json& body);
Json to_json(const Retraction& retraction);

}  // namespace armistice
