// SPDX-License-Identifier: Apache-2.0
#include "terms/supervision_judgement.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "base/words.h"
#include "terms/has.h"
#include "terms/ruled.h"

namespace armistice {

// The one that stands first; of those at one place the first of the list.
std::string studied_in(const NoStudy& term, std::string_view text) {
  if (text.empty()) return {};
  const std::string said = as_words(text);
  std::size_t first = said.size();
  std::string found;
  for (const std::string& word : term.words) {
    const std::string wanted = as_words(word);
    const std::size_t at = said.find(wanted);
    if (wanted.size() == 1 || at >= first) continue;
    first = at;
    found = word;
  }
  return found;
}

Finding parity_of(const Parity&, const PointsOpen& open) {
  std::vector<std::string> counts;
  for (const auto& [side, points] : open.by_side) {
    counts.push_back(fmt::format("{} of {}", points, side));
  }
  const bool equal = std::all_of(open.by_side.begin(), open.by_side.end(), [&](const auto& one) {
    return one.second == open.by_side.front().second;
  });
  return kept(equal && open.by_side.size() > 1, fmt::format("points: {}", fmt::join(counts, ", ")));
}

Finding establishment_of(const Establishment& term, const TeamsSetUp& set_up) {
  if (term.fewer == Fewer::freely || set_up.teams >= term.teams_max) {
    return kept(set_up.teams <= term.teams_max,
                fmt::format("{} teams, at most {}", set_up.teams, term.teams_max));
  }
  return kept(set_up.reduced, fmt::format("{} teams of {}, {}", set_up.teams, term.teams_max,
                                          set_up.reduced ? "reduced by agreement"
                                                         : "and no agreement has reduced them"));
}

Finding access_of(const PointArea& term, const DeniedAt& denied) {
  if (!term.map.empty()) {
    return ruled(Verdict::undetermined, fmt::format("its areas are on {}, not here", term.map));
  }
  const Finding not_known =
      ruled(Verdict::undetermined,
            fmt::format("the places of {} of its points are not known", denied.points_unknown));
  if (denied.nearest.empty()) return not_known;
  const auto route = std::find_if(term.routes.begin(), term.routes.end(),
                                  [&](const Route& one) { return one.name == denied.nearest; });
  const bool on_route = route != term.routes.end();
  const std::int64_t within_m = on_route ? route->width_m : term.radius_m;
  const std::int64_t error_m = on_route ? 0 : term.error_m;
  const std::string where =
      fmt::format("{} m from {}, within {} m", denied.distance_m, denied.nearest, within_m);
  if (denied.distance_m + error_m <= within_m) return kept(false, "denied " + where);
  // What lies within no point that is known may lie within one that is not.
  if (denied.points_unknown > 0) return not_known;
  if (denied.distance_m - error_m <= within_m) {
    return kept(true, fmt::format("denied {}: not to be told to {} m", where, error_m));
  }
  return kept(true, fmt::format("denied {} m from {}: outside its area of {} m", denied.distance_m,
                                denied.nearest, within_m));
}

Finding study_of(const NoStudy& term, const Studied& report) {
  const std::string word = studied_in(term, report.text);
  return kept(word.empty(), word.empty() ? std::string("the report holds none of it")
                                         : fmt::format("it speaks of “{}”", word));
}

std::int64_t at_once_s(AtOnce at_once) {
  switch (at_once) {
    case AtOnce::one_hour:
      return 3'600;
    case AtOnce::one_day:
      return 86'400;
    case AtOnce::three_days:
      return 3 * 86'400;
  }
  return 0;
}

Finding promptness_of(const Promptness& term, const DoneAfter& after, AtOnce at_once) {
  constexpr std::array<std::string_view, 3> occasions = {
      "it was asked for", "the report was handed in", "the determination"};
  const auto what = static_cast<std::size_t>(term.what);
  const std::int64_t most_s = at_once_s(at_once);
  return kept(after.elapsed_s <= most_s,
              fmt::format("{}{} {} minutes after {}, at most {}", after.done ? "" : "not ",
                          prompt_words[what], after.elapsed_s / 60, occasions[what], most_s / 60));
}

Finding answering_of(const AnswersTo& term, const PassedTo& passed) {
  if (!passed.of_commission) {
    return kept(false, fmt::format("passed on by {}, not through {}", passed.by, term.through));
  }
  for (const std::string& name : passed.to) {
    if (has(term.to, name)) continue;
    return kept(false, fmt::format("passed on to {}", name));
  }
  return kept(true, fmt::format("passed on to {}", fmt::join(passed.to, ", ")));
}

}  // namespace armistice
