// SPDX-License-Identifier: Apache-2.0
#include "record/kinds/team_step.h"

#include "base/limits.h"

namespace armistice {
namespace {

template <typename F, typename B>
Result<void> list(F& f, B& one) {
  TRY(f.digest("case", one.case_id));
  TRY(f.name("team", one.team));
  TRY(f.word("step", one.step, team_progress_words));
  TRY(f.time("at", one.at));
  return f.text("text", one.text, limits::statement_bytes_max);
}

}  // namespace

Result<TeamStep> read_team_step(const Json& body) {
  TeamStep one =
      TRY(read_listed<TeamStep>(body, [](auto& f, auto& value) { return list(f, value); }));
  return one;
}

Json to_json(const TeamStep& team_step) {
  return write_listed(team_step, [](auto& f, auto& value) { return list(f, value); });
}

}  // namespace armistice
