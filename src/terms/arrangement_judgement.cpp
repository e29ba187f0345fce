// SPDX-License-Identifier: Apache-2.0
#include "terms/arrangement_judgement.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "terms/has.h"
#include "terms/ruled.h"

namespace armistice {
namespace {

constexpr std::int64_t hour_s = 3'600;

UtcSeconds hours_after(UtcSeconds time, std::int64_t hours) {
  return {time.value + hours * hour_s};
}

// `1 hour`, `26 hours`; a begun hour counts, so that what is late is never 0 hours late.
std::string hours_between(UtcSeconds from, UtcSeconds to) {
  const std::int64_t hours = (to.value - from.value + hour_s - 1) / hour_s;
  return fmt::format("{} hour{}", hours, hours == 1 ? "" : "s");
}

std::optional<Finding> late(std::string_view what, UtcSeconds due, std::optional<UtcSeconds> when,
                            UtcSeconds now) {
  if (when ? *when <= due : now <= due) return std::nullopt;
  if (when) return kept(false, fmt::format("{} {} late", what, hours_between(due, *when)));
  return kept(false, fmt::format("not {}, and due {} ago", what, hours_between(due, now)));
}

std::optional<Finding> short_notice(const ArrangementOwed& term, const Arranging& facts) {
  const std::int64_t notice_s = facts.from.value - facts.asked.value;
  if (notice_s >= term.notice_hours_min * hour_s) return std::nullopt;
  // Full hours alone: what is a minute short of 24 hours is no notice of 24 hours.
  return kept(false,
              fmt::format("told {} hours before, at least {}",
                          std::max<std::int64_t>(notice_s, 0) / hour_s, term.notice_hours_min));
}

}  // namespace

DueTimes due_times(const ArrangementOwed& term, UtcSeconds asked, UtcSeconds until,
                   AtOnce at_once) {
  DueTimes due;
  if (term.answer_within_hours != 0) due.answer = hours_after(asked, term.answer_within_hours);
  if (term.done_within_hours != 0) due.done = hours_after(asked, term.done_within_hours);
  switch (term.hurry) {
    case Hurry::none:
      break;
    case Hurry::answer_at_once:
      due.answer = UtcSeconds{asked.value + at_once_s(at_once)};
      break;
    case Hurry::done_at_once:
      due.done = UtcSeconds{asked.value + at_once_s(at_once)};
      break;
    case Hurry::as_asked:
      // Whoever asks for what is over already is owed it from the asking on, not before.
      due.done = std::max(asked, until);
      break;
  }
  return due;
}

Finding arrangement_of(const ArrangementOwed& term, const Arranging& facts, AtOnce at_once) {
  if (facts.withdrawn) return kept(true, "taken back by who asked");
  if (term.notice_hours_min != 0) {
    if (auto found = short_notice(term, facts)) return *std::move(found);
  }
  const DueTimes due = due_times(term, facts.asked, facts.until, at_once);
  if (facts.refused && term.may_refuse == MayRefuse::no) {
    return kept(false, "refused, and may not be");
  }
  // What is done without an answer is answered by that.
  if (due.answer) {
    const auto answered = facts.answered ? facts.answered : facts.done;
    if (auto found = late("answered", *due.answer, answered, facts.now)) return *std::move(found);
  }
  if (facts.refused) return kept(true, "refused, as it may be");
  if (facts.not_done && !facts.done && term.may_refuse == MayRefuse::no) {
    return kept(false, "not done");
  }
  if (facts.not_done && !facts.done) return kept(true, "not done, as it need not be");
  if (due.done) {
    if (auto found = late("done", *due.done, facts.done, facts.now)) return *std::move(found);
  }
  if (facts.done && term.in_full == InFull::yes && facts.given < facts.quantity) {
    return kept(false, fmt::format("{} given, {} asked", facts.given, facts.quantity));
  }
  if (facts.done) return kept(true, "done");
  return kept(true, facts.answered ? "answered" : "asked, nothing late");
}

Finding languages_of(const Languages& term, const KeptLanguages& facts, KeptIn in) {
  std::vector<std::string> missing;
  for (const std::string& one : term.languages) {
    const bool there = has(facts.languages, one);
    if (!there) missing.push_back(one);
  }
  const bool good = in == KeptIn::each ? missing.empty() : missing.size() < term.languages.size();
  if (missing.empty())
    return kept(true, fmt::format("kept in {}", fmt::join(term.languages, ", ")));
  return kept(good, fmt::format("not kept in {}", fmt::join(missing, ", ")));
}

Finding co_location_of(const CoLocation& term, const Headquarters& facts) {
  std::vector<std::string> said;
  std::string place;
  bool one_place = true;
  for (const std::string& body : term.bodies) {
    const auto found = std::find_if(facts.places.begin(), facts.places.end(),
                                    [&](const auto& one) { return one.first == body; });
    if (found == facts.places.end() || found->second.empty()) {
      return kept(false, "no place is on record for " + body);
    }
    one_place = one_place && (place.empty() || found->second == place);
    place = found->second;
    said.push_back(fmt::format("{} at {}", body, found->second));
  }
  std::string because = fmt::format("{}", fmt::join(said, ", "));
  if (one_place || term.nearness == Nearness::one_place) return kept(one_place, std::move(because));
  return ruled(Verdict::undetermined,
               because + ": two places, and how near is near the text does not say");
}

}  // namespace armistice
