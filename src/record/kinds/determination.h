// SPDX-License-Identifier: Apache-2.0
// determination/1: the commission of both sides determines a case.
// Spec: kinds/determination.md.
#pragma once

#include "record/kinds/field_list.h"

namespace armistice {

enum class Determined : std::uint8_t { violation, no_violation, corrected };
inline constexpr std::array<std::string_view, 3> determined_words = {"violation", "no_violation",
                                                                     "corrected"};

struct Determination {
  static constexpr std::string_view kind = "determination/1";
  Salt salt;
  Digest case_id;
  std::optional<Digest> evaluation;  // that it rests on
  Determined outcome = Determined::violation;
  std::string paragraph;
  std::string responsible;  // a party; or empty
  std::string text;
  friend bool operator==(const Determination&, const Determination&) = default;
};

/// Errors: `malformed`, `too_large`, `out_of_range`.
Result<Determination> read_determination(const Json& body);
Json to_json(const Determination& determination);

}  // namespace armistice
