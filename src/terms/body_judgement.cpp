// SPDX-License-Identifier: Apache-2.0
#include "terms/body_judgement.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "terms/has.h"
#include "terms/ruled.h"
#include "terms/tally.h"

namespace armistice {
namespace {

bool carried(DecisionRule rule, const Tally& tally) {
  switch (rule) {
    case DecisionRule::majority:
      return tally.in_favour * 2 > tally.members;
    case DecisionRule::unanimity:
      return tally.members > 0 && tally.in_favour == tally.members;
    case DecisionRule::veto:
      return tally.in_favour * 2 > tally.members && tally.against == 0;
    case DecisionRule::not_said:
      break;
  }
  return false;
}

}  // namespace

Finding eligibility_of(const Eligibility& term, const InvitedState& invited) {
  const auto& states = term.took_part;
  const bool took_part = has(states, invited.state);
  return kept(!took_part,
              fmt::format("{}'s forces {} part", invited.state, took_part ? "took" : "took no"));
}

Finding nationality_of(const SameNationality& term, const AlternateOf& alternate) {
  if (alternate.nationality.empty() || alternate.of_member.empty()) {
    return kept(false, "the nationality of one of the two is not stated");
  }
  return kept(alternate.nationality == alternate.of_member,
              fmt::format("the {} is of {}, the member of {}",
                          part_words[static_cast<std::size_t>(term.part)], alternate.nationality,
                          alternate.of_member));
}

Finding appointed_by(const AppointedBy& term, const AppointedMember& member, OwnNational national) {
  if (!has(term.states, member.state)) {
    return kept(false, fmt::format("appointed by {}, none of {}", member.state,
                                   fmt::join(term.states, ", ")));
  }
  if (national == OwnNational::not_asked) return kept(true, "appointed by " + member.state);
  if (member.nationality.empty()) {
    return ruled(Verdict::undetermined, "the nationality of the member is not stated");
  }
  std::string named;
  for (const char c : member.nationality) {
    const bool capital = c >= 'A' && c <= 'Z';
    named += c == ' ' ? '-' : capital ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return kept(named == member.state,
              fmt::format("appointed by {}, of {}", member.state, member.nationality));
}

Finding alternates_of(const Alternates& term, const AlternatesNamed& body) {
  std::vector<std::string> counts;
  bool more = false;
  bool fewer = body.by_state.empty();
  for (const StateAlternates& one : body.by_state) {
    more |= one.alternates > one.members * term.each;
    fewer |= one.alternates < one.members * term.each;
    counts.push_back(fmt::format("{} for {} of {}", one.alternates, one.members, one.state));
  }
  std::string because =
      fmt::format("alternates: {}; {} to a member", fmt::join(counts, ", "), term.each);
  if (more) return kept(false, std::move(because));
  return ruled(fewer ? Verdict::undetermined : Verdict::kept, std::move(because));
}

Finding seniors_of(const Graded& members, SeniorFrom from) {
  const bool general = from == SeniorFrom::general_or_flag;
  const std::int64_t below = general ? members.below_general : members.below;
  std::string because = fmt::format(
      "senior from {} on: {} below",
      grade_words[static_cast<std::size_t>(general ? Grade::general_or_flag : Grade::field)],
      below);
  if (members.unknown > 0) {
    because += fmt::format("; the grade of {} is not on record", members.unknown);
  }
  if (below > 0) return kept(false, std::move(because));
  return ruled(members.unknown > 0 ? Verdict::undetermined : Verdict::kept, std::move(because));
}

Finding grades_of(const GradeFloor& term, const Graded& members, Preferred preferred) {
  std::vector<std::string> counts;
  const bool all = term.members_min == 0;
  std::int64_t lacking = members.below;
  if (!all) lacking = members.by_side.empty() ? term.members_min : 0;
  for (const auto& [side, count] : members.by_side) {
    if (!all) lacking += std::max<std::int64_t>(term.members_min - count, 0);
    counts.push_back(fmt::format("{} of {}", count, side));
  }
  const bool wish = term.asked == GradeAsked::preferred;
  std::string because =
      fmt::format("{}: {}, {} {}", grade_words[static_cast<std::size_t>(term.grade)],
                  fmt::join(counts, ", "), wish ? "preferred" : "at least",
                  all ? std::string("all") : fmt::format("{} a side", term.members_min));
  if (members.unknown > 0) {
    because += fmt::format("; the grade of {} is not on record", members.unknown);
  }
  if (wish && preferred == Preferred::wish) return kept(true, std::move(because));
  // One who is below breaks it where all must be of the grade; else those unknown may make it up.
  const std::int64_t made_up = all ? 0 : members.unknown;
  if (lacking > made_up) return kept(false, std::move(because));
  const bool open = members.unknown > 0 && (all || lacking > 0);
  return ruled(open ? Verdict::undetermined : Verdict::kept, std::move(because));
}

Finding cadence_of(const Cadence& term, const RecessSpan& span, RecessDays counted) {
  const std::int64_t apart = span.next - span.day;
  if (apart < 1) return kept(false, "it says that it meets next before it closed");
  const bool between = counted == RecessDays::between;
  const std::int64_t recess = between ? apart - 1 : apart;
  // From one day to the next is one apart: a body that may take no recess meets daily.
  const std::int64_t most =
      between ? term.recess_days_max : std::max<std::int64_t>(term.recess_days_max, 1);
  return kept(recess <= most,
              fmt::format("{} days {}, at most {}", recess,
                          between ? "without a meeting" : "to the next meeting", most));
}

Finding decision_of(const Decision& term, const Ballots& given, DecisionRule rule) {
  Tally tally = tally_of(given);
  const bool good = carried(rule, tally);
  const bool refused = !good && rule == DecisionRule::veto && tally.against > 0;
  const bool split = !good && !refused && tally.all_voted() && tally.is_split();
  const std::string_view how = refused ? "; refused: " : "; split: ";
  Finding finding = ruled(
      good ? Verdict::may_act : Verdict::may_not_act,
      fmt::format("{} of {} members in favour, {} against{}", tally.in_favour, tally.members,
                  tally.against,
                  split || refused ? fmt::format("{}{}", how, term.when_split) : std::string()));
  finding.dissent = std::move(tally.dissent);
  return finding;
}

}  // namespace armistice
