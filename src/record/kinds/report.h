// SPDX-License-Identifier: Apache-2.0
// report/1: what a team found, as one of its members drafts it. Its ballots decide what it is.
// Spec: kinds/report.md.
#pragma once

#include "record/kinds/field_list.h"

namespace armistice {

enum class Outcome : std::uint8_t { confirmed, not_confirmed, undetermined };
inline constexpr std::array<std::string_view, 3> outcome_words = {"confirmed", "not_confirmed",
                                                                  "undetermined"};

struct Report {
  static constexpr std::string_view kind = "report/1";
  Salt salt;
  Digest case_id;
  std::string team;
  std::string language;  // ISO 639
  Outcome outcome = Outcome::undetermined;
  std::string text;
  friend bool operator==(const Report&, const Report&) = default;
};

/// Errors: `malformed`, `too_large`, `out_of_range`.
Result<Report> read_report(const Json& body);
Json to_json(const Report& report);

}  // namespace armistice
