// SPDX-License-Identifier: Apache-2.0
// team-step/1: how far a team has come.
// Spec: kinds/team-step.md.
#pragma once

#include "record/kinds/field_list.h"

namespace armistice {

enum class TeamProgress : std::uint8_t { dispatched, on_site, access_denied, returned };
inline constexpr std::array<std::string_view, 4> team_progress_words = {
    "dispatched", "on_site", "access_denied", "returned"};

struct TeamStep {
  static constexpr std::string_view kind = "team-step/1";
  Salt salt;
  Digest case_id;
  std::string team;
  TeamProgress step = TeamProgress::dispatched;
  StatedTime at;
  std::string text;  // by whom access was denied, and how
  friend bool operator==(const TeamStep&, const TeamStep&) = default;
};

/// Errors: `malformed`, `too_large`, `out_of_range`.
Result<TeamStep> read_team_step(const Json& body);
Json to_json(const TeamStep& team_step);

}  // namespace armistice
