// SPDX-License-Identifier: Apache-2.0
#include "terms/sighting_judgement.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/assert.h"
#include "terms/has.h"
#include "terms/ruled.h"

namespace armistice {
namespace {

constexpr std::int64_t mm_per_m = 1'000;

// `observed`, `assessed as told by the other side`.
std::string how(const Sureness& sure) {
  return fmt::format("{}{}", certainty_words[static_cast<std::size_t>(sure.certainty)],
                     sure.told ? " as the other side tells" : "");
}

// Why a sighting proves nothing under a reading; nothing if it does.
std::optional<Finding> unsure(const Sureness& sure, Certain certain, Told told) {
  const bool enough = sure.certainty == Certainty::observed ||
                      (sure.certainty == Certainty::assessed && certain == Certain::assessed);
  if (enough && !(sure.told && told == Told::does_not_count)) return std::nullopt;
  return ruled(Verdict::undetermined, how(sure));
}

// `12.345`, of a distance in metres with what lies beyond them cut off towards the line.
std::string metres(std::int64_t mm) { return fmt::format("{} m", mm / mm_per_m); }

}  // namespace

Finding act_of(const ProhibitedAct& term, const SightedAct& act, Certain certain, Told told) {
  if (!has(term.acts, act.what)) {
    return ruled(Verdict::kept, fmt::format("{} is none of them", act.what));
  }
  if (!term.places.empty() && !has(term.places, act.place)) {
    return ruled(Verdict::kept, act.place.empty() ? std::string("at no place that it names")
                                                  : fmt::format("not in {}", act.place));
  }
  const std::string where = act.place.empty() ? std::string() : " in " + act.place;
  if (auto found = unsure(act.sure, certain, told)) return *std::move(found);
  if (!term.answerable.empty()) {
    return ruled(Verdict::broken, fmt::format("{}{}, {}; for which {} answer", act.what, where,
                                              how(act.sure), fmt::join(term.answerable, " and ")));
  }
  if (act.side.empty()) return ruled(Verdict::undetermined, "nobody says whose doing it was");
  if (!has(term.by, act.side)) {
    return ruled(Verdict::kept, fmt::format("does not bind {}", act.side));
  }
  return ruled(Verdict::broken,
               fmt::format("{}: {}{}, {}", act.side, act.what, where, how(act.sure)));
}

Finding distance_of(const WithdrawalLine& term, const SightedNear& seen, Certain certain,
                    Told told) {
  const auto found = std::find_if(term.classes.begin(), term.classes.end(),
                                  [&](const ClassDistance& one) { return one.what == seen.what; });
  if (found == term.classes.end()) {
    return ruled(Verdict::kept, fmt::format("no distance is set for {}", seen.what));
  }
  if (seen.hours_after < term.within_hours) {
    return ruled(Verdict::kept, fmt::format("not due before {} hours", term.within_hours));
  }
  const std::int64_t least_mm = found->distance_m * mm_per_m;
  const std::string stands =
      fmt::format("{} at {} within {}, at least {}", seen.what, metres(seen.distance_mm),
                  metres(seen.error_mm), metres(least_mm));
  if (seen.distance_mm - seen.error_mm >= least_mm) return ruled(Verdict::kept, stands);
  if (seen.distance_mm + seen.error_mm >= least_mm) return ruled(Verdict::undetermined, stands);
  if (auto unproved = unsure(seen.sure, certain, told)) return *std::move(unproved);
  if (seen.side.empty()) return ruled(Verdict::undetermined, "nobody says whose it is");
  if (!has(term.by, seen.side)) {
    return ruled(Verdict::kept, fmt::format("does not bind {}", seen.side));
  }
  return ruled(Verdict::broken, fmt::format("{}: {}, {}", seen.side, stands, how(seen.sure)));
}

Finding silence_of(const Silence& term, const SightedDuring& act, Certain certain, Told told) {
  if (!has(term.acts, act.what)) {
    return ruled(Verdict::kept, fmt::format("{} is none of them", act.what));
  }
  if (act.until < act.window_from || act.window_until < act.from) {
    return ruled(Verdict::kept, "not within the window");
  }
  if (act.from < act.window_from || act.window_until < act.until) {
    return ruled(Verdict::undetermined, "within the window or beside it");
  }
  if (auto unproved = unsure(act.sure, certain, told)) return *std::move(unproved);
  return ruled(Verdict::broken,
               fmt::format("{}{} within the window, {}", act.side.empty() ? "" : act.side + ": ",
                           act.what, how(act.sure)));
}

std::int64_t quiet_days(const QuietDays& days, FirstDay first, Told told) {
  std::int64_t begins = first == FirstDay::same_day ? days.since : days.since + 1;
  if (days.last_act) begins = std::max(begins, *days.last_act + 1);
  if (told == Told::counts && days.last_told) begins = std::max(begins, *days.last_told + 1);
  return std::max<std::int64_t>(0, days.done - begins);
}

Finding quiet_of(const AfterQuiet& term, const QuietDays& days, FirstDay first, Told told) {
  const std::int64_t quiet = quiet_days(days, first, told);
  return kept(quiet >= term.days,
              fmt::format("{} quiet days on end, at least {}", quiet, term.days));
}

}  // namespace armistice
