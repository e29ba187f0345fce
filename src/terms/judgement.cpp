// SPDX-License-Identifier: Apache-2.0
#include "terms/judgement.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <map>
#include <set>

#include "base/assert.h"
#include "base/text.h"
#include "terms/has.h"
#include "terms/ruled.h"
#include "terms/tally.h"

namespace armistice {
namespace {

Finding moves_freely(const FreeMovement& free, const std::string& who) {
  return {Verdict::kept, free.paragraph, fmt::format("{} moves freely", who), {}};
}

Finding by_any_permit(const std::vector<std::string>& grantors, const Passage& passage) {
  for (const std::string& grantor : grantors) {
    if (has(passage.granted_by, grantor)) return kept(true, "a permit of " + grantor);
  }
  return kept(false, fmt::format("no permit of {}", fmt::join(grantors, ", ")));
}

Finding by_every_permit(const std::vector<std::string>& grantors, const Passage& passage) {
  for (const std::string& grantor : grantors) {
    if (!has(passage.granted_by, grantor)) return kept(false, "no permit of " + grantor);
  }
  return kept(true, fmt::format("permits of {}", fmt::join(grantors, ", ")));
}

// Each kind with the facts that it judges. A pair without a function does not compile as true.
struct Judge {
  const Term& term;

  Finding operator()(const PermitRequired& kind, const Passage& facts) const {
    return permit_of(kind, facts, term.chosen("commanders", Commanders::either));
  }
  Finding operator()(const ZoneAccess& kind, const Passage& facts) const {
    return zone_access(kind, facts);
  }
  Finding operator()(const HeadCount& kind, const Persons& facts) const {
    return head_count(kind, facts, term.chosen("counted", Counted::authorized));
  }
  Finding operator()(const Authority& kind, const Action& facts) const {
    return authority_of(kind, facts);
  }
  Finding operator()(const Status& kind, const Agreed& facts) const {
    return determination(kind, facts);
  }
  Finding operator()(const Quorum& kind, const Members& facts) const {
    return quorum_of(kind, facts);
  }
  Finding operator()(const Composition& kind, const Members& facts) const {
    return composition_of_team(kind, facts);
  }
  Finding operator()(const DispatchCap& kind, const Dispatched& facts) const {
    const DispatchReading reading{term.chosen("half", Half::per_side),
                                  term.chosen("odd_half", OddHalf::down)};
    return dispatch_cap(kind, facts, reading);
  }
  Finding operator()(const Adoption& kind, const Ballots& facts) const {
    return adoption_of(kind, facts, term.chosen("adoption", AdoptionBy::unanimous));
  }
  Finding operator()(const Transmission& kind, const Steps& facts) const {
    return order_of_steps(kind, facts);
  }
  Finding operator()(const Ceiling& kind, const Arrivals& facts) const {
    return ceiling_of(kind, facts, term.chosen("month", Month::calendar));
  }
  Finding operator()(const Balance& kind, const InAndOut& facts) const {
    return balance_of(kind, facts);
  }
  Finding operator()(const ClosedList& kind, const PassedPoints& facts) const {
    return points_of(kind, facts);
  }
  Finding operator()(const Replacement& kind, const Replaced& facts) const {
    return replacement_of(kind, facts);
  }
  Finding operator()(const ShipmentReport& kind, const Duty& facts) const {
    return deadline_of(as_deadline(kind), facts, DayCount::to_the_hour);
  }
  Finding operator()(const ReportDue& kind, const Duty& facts) const {
    return report_of(kind, facts, term.chosen("due_by", DueBy::same_day));
  }
  Finding operator()(const Deadline& kind, const Duty& facts) const {
    return deadline_of(kind, facts, term.chosen("day_count", DayCount::to_the_hour));
  }
  Finding operator()(const Eligibility& kind, const InvitedState& facts) const {
    return eligibility_of(kind, facts);
  }
  Finding operator()(const SameNationality& kind, const AlternateOf& facts) const {
    return nationality_of(kind, facts);
  }
  Finding operator()(const AppointedBy& kind, const AppointedMember& facts) const {
    return appointed_by(kind, facts, term.chosen("own_national", OwnNational::not_asked));
  }
  Finding operator()(const Alternates& kind, const AlternatesNamed& facts) const {
    return alternates_of(kind, facts);
  }
  Finding operator()(const GradeFloor& kind, const Graded& facts) const {
    if (kind.senior) return seniors_of(facts, term.chosen("senior", SeniorFrom::field));
    return grades_of(kind, facts, term.chosen("preferred", Preferred::wish));
  }
  Finding operator()(const Cadence& kind, const RecessSpan& facts) const {
    return cadence_of(kind, facts, term.chosen("recess_days", RecessDays::between));
  }
  Finding operator()(const Decision& kind, const Ballots& facts) const {
    return decision_of(kind, facts,
                       kind.rule == DecisionRule::not_said
                           ? term.chosen("decides", DecisionRule::unanimity)
                           : kind.rule);
  }
  Finding operator()(const Parity& kind, const PointsOpen& facts) const {
    return parity_of(kind, facts);
  }
  Finding operator()(const Establishment& kind, const TeamsSetUp& facts) const {
    return establishment_of(kind, facts);
  }
  Finding operator()(const PointArea& kind, const DeniedAt& facts) const {
    return access_of(kind, facts);
  }
  Finding operator()(const NoStudy& kind, const Studied& facts) const {
    return study_of(kind, facts);
  }
  Finding operator()(const Promptness& kind, const DoneAfter& facts) const {
    return promptness_of(kind, facts, term.chosen("at_once", AtOnce::one_day));
  }
  Finding operator()(const AnswersTo& kind, const PassedTo& facts) const {
    return answering_of(kind, facts);
  }
  Finding operator()(const ArrangementOwed& kind, const Arranging& facts) const {
    return arrangement_of(kind, facts, term.chosen("at_once", AtOnce::one_day));
  }
  Finding operator()(const Languages& kind, const KeptLanguages& facts) const {
    return languages_of(kind, facts, term.chosen("kept_in", KeptIn::each));
  }
  Finding operator()(const CoLocation& kind, const Headquarters& facts) const {
    return co_location_of(kind, facts);
  }
  Finding operator()(const ProhibitedAct& kind, const SightedAct& facts) const {
    return act_of(kind, facts, term.chosen("certain", Certain::assessed),
                  term.chosen("told", Told::counts));
  }
  Finding operator()(const WithdrawalLine& kind, const SightedNear& facts) const {
    return distance_of(kind, facts, term.chosen("certain", Certain::assessed),
                       term.chosen("told", Told::counts));
  }
  Finding operator()(const Silence& kind, const SightedDuring& facts) const {
    return silence_of(kind, facts, term.chosen("certain", Certain::assessed),
                      term.chosen("told", Told::counts));
  }
  Finding operator()(const AfterQuiet& kind, const QuietDays& facts) const {
    return quiet_of(kind, facts, term.chosen("first_day", FirstDay::next_day),
                    term.chosen("told", Told::counts));
  }
  // holdings
  Finding operator()(const DeclaredDispositions& kind, const Duty& facts) const {
    return deadline_of(as_deadline(kind), facts, term.chosen("day_count", DayCount::to_the_hour));
  }
  Finding operator()(const NoConcentration& kind, const Disposed& facts) const {
    return concentration_of(kind, facts);
  }
  Finding operator()(const ConstructionLimit& kind, const Built& facts) const {
    return construction_of(kind, facts);
  }
  Finding operator()(const Handover& kind, const HandedOver& facts) const {
    return handover_of(kind, facts, term.chosen("day_count", DayCount::to_the_hour));
  }
  Finding operator()(const Quota& kind, const DaysHandedOver& facts) const {
    return quota_of(kind, facts);
  }
  Finding operator()(const CountDue& kind, const Duty& facts) const {
    return deadline_of(as_deadline(kind), facts, term.chosen("day_count", DayCount::to_the_hour));
  }
  Finding operator()(const CostShare& kind, const Paid& facts) const {
    return shares_of(kind, facts);
  }
  Finding operator()(const Stored& kind, const SiteSeen& facts) const {
    return stored_of(kind, facts, term.chosen("serials", SerialsAsked::shown));
  }
};

std::map<std::string, std::int64_t> by_side(const Members& members) {
  std::map<std::string, std::int64_t> count;
  for (const Member& member : members.members) ++count[member.side];
  return count;
}

std::string shown(const std::map<std::string, std::int64_t>& count) {
  std::vector<std::string> parts;
  for (const auto& [side, members] : count) {
    parts.push_back(fmt::format("{} from {}", members, side.empty() ? "neither side" : side));
  }
  return parts.empty() ? "nobody" : fmt::format("{}", fmt::join(parts, ", "));
}

}  // namespace

bool is_good(Verdict verdict) {
  switch (verdict) {
    case Verdict::kept:
    case Verdict::may_act:
    case Verdict::determined:
    case Verdict::official:
      return true;
    case Verdict::broken:
    case Verdict::may_not_act:
    case Verdict::undetermined:
    case Verdict::reference_only:
      return false;
  }
  return false;
}

std::string_view word(Verdict verdict) { return verdict_words[static_cast<std::size_t>(verdict)]; }

std::vector<std::string> grantors_of(const PermitRequired& term, std::string_view territory) {
  for (const TerritoryGrantors& one : term.territories) {
    if (one.side == territory) return one.granted_by;
  }
  return term.granted_by;
}

Finding permit_of(const PermitRequired& term, const Passage& passage, Commanders commanders) {
  if (has(term.free.bodies, passage.person)) return moves_freely(term.free, passage.person);
  const std::vector<std::string> grantors = grantors_of(term, passage.territory);
  if (grantors.empty()) {
    return kept(false, "nobody can permit it: no such territory, " + passage.territory);
  }
  const bool every = !term.territories.empty() && commanders == Commanders::both;
  return every ? by_every_permit(grantors, passage) : by_any_permit(grantors, passage);
}

Finding zone_access(const ZoneAccess& term, const Passage& passage) {
  if (has(term.free.bodies, passage.person)) return moves_freely(term.free, passage.person);
  if (has(term.persons, passage.person)) return kept(true, passage.person + " needs no permit");
  return by_any_permit(term.granted_by, passage);
}

Finding head_count(const HeadCount& term, const Persons& persons, Counted counted) {
  if (persons.present > persons.authorized) {
    return kept(false, fmt::format("{} are there, {} were authorized", persons.present,
                                   persons.authorized));
  }
  const std::int64_t count = counted == Counted::authorized ? persons.authorized : persons.present;
  return kept(
      count <= term.persons_max,
      fmt::format("{} {}, at most {}", count,
                  counted == Counted::authorized ? "authorized" : "present", term.persons_max));
}

Finding authority_of(const Authority& term, const Action& action) {
  const auto may = [](bool good, std::string because) {
    return ruled(good ? Verdict::may_act : Verdict::may_not_act, std::move(because));
  };
  if (!has(term.by, action.by)) {
    return may(false, fmt::format("{} is none of {}", action.by, fmt::join(term.by, ", ")));
  }
  const bool there = has(term.places, action.place);
  if (there) {
    return may(true, fmt::format("{} at {} is for {}", term.act, action.place, action.by));
  }
  return may(false, fmt::format("{} only at {}", term.act, fmt::join(term.places, ", ")));
}

Finding determination(const Status& term, const Agreed& agreed) {
  for (const std::string& name : term.agreed_by) {
    if (has(agreed.signers, name)) continue;
    return ruled(Verdict::undetermined, name + " has not signed");
  }
  return ruled(Verdict::determined, fmt::format("signed by {}", fmt::join(term.agreed_by, ", ")));
}

Finding quorum_of(const Quorum&, const Members& present) {
  // A member and its alternate are one seat: a nation is there or it is not.
  Members seats;
  std::set<std::string> nations;
  for (const Member& member : present.members) {
    const std::string nation(party_of(member.name));
    if (!member.side.empty() && nations.insert(nation).second) seats.members.push_back(member);
  }
  const auto count = by_side(seats);
  const bool equal = count.size() == 2 && count.begin()->second == count.rbegin()->second;
  return ruled(equal ? Verdict::may_act : Verdict::may_not_act, "present: " + shown(count));
}

Finding composition_of_team(const Composition& term, const Members& team) {
  std::set<std::string> names;
  for (const Member& member : team.members) {
    if (!names.insert(member.name).second) return kept(false, member.name + " stands twice");
    if (member.side.empty()) return kept(false, member.name + " is of neither side");
  }
  const auto members = static_cast<std::int64_t>(team.members.size());
  if (members < term.members_min) {
    return kept(false, fmt::format("{} members, at least {}", members, term.members_min));
  }
  if (term.members_max != 0 && members > term.members_max) {
    return kept(false, fmt::format("{} members, at most {}", members, term.members_max));
  }
  const auto count = by_side(team);
  const bool both = count.size() == 2;
  const bool half = both && count.begin()->second == count.rbegin()->second;
  return kept(term.from_each == FromEach::half ? half : both, shown(count));
}

Finding dispatch_cap(const DispatchCap& term, const Dispatched& out, DispatchReading reading) {
  const std::int64_t base = term.out_of == OutOf::all ? out.teams : out.teams - out.by_commission;
  const std::int64_t most = (base + (reading.odd_half == OddHalf::up ? 1 : 0)) / 2;
  std::int64_t all = out.by_commission;
  std::int64_t by_sides = 0;
  for (const auto& [side, teams] : out.by_side) {
    by_sides += teams;
    if (reading.half == Half::per_side && teams > most) {
      return kept(false, fmt::format("{} has {} out, at most {} of {}", side, teams, most, base));
    }
  }
  all += by_sides;
  if (all > out.teams) return kept(false, fmt::format("{} out, of {}", all, out.teams));
  if (reading.half == Half::shared && by_sides > most) {
    return kept(false,
                fmt::format("both sides have {} out, at most {} of {}", by_sides, most, base));
  }
  return kept(true, fmt::format("{} out at the sides' word, at most {} of {}{}", by_sides, most,
                                base, reading.half == Half::per_side ? " a side" : ""));
}

Finding adoption_of(const Adoption&, const Ballots& given, AdoptionBy by) {
  Tally tally = tally_of(given);
  const bool unanimous = tally.in_favour == tally.members;
  const bool official =
      tally.members > 0 &&
      (by == AdoptionBy::unanimous ? unanimous : tally.in_favour * 2 > tally.members);
  Finding finding =
      ruled(official ? Verdict::official : Verdict::reference_only,
            fmt::format("{} of {} members in favour", tally.in_favour, tally.members));
  finding.dissent = std::move(tally.dissent);
  return finding;
}

Finding order_of_steps(const Transmission& term, const Steps& given) {
  const auto& steps = given.steps;
  const auto first = std::find(steps.begin(), steps.end(), term.first);
  const std::string_view first_word = step_words[static_cast<std::size_t>(term.first)];
  for (auto step = steps.begin(); step != first; ++step) {
    if (!has(term.then, *step)) continue;
    const std::string_view early = step_words[static_cast<std::size_t>(*step)];
    return kept(false, fmt::format("{} before {}", early, first_word));
  }
  return kept(true, first == steps.end() ? fmt::format("nothing waits for {}", first_word)
                                         : fmt::format("{} came first", first_word));
}

Finding judge(const Term& term, const Facts& facts) {
  Finding finding = std::visit(
      [&](const auto& kind, const auto& given) -> Finding {
        if constexpr (std::is_invocable_v<Judge, decltype(kind), decltype(given)>) {
          return Judge{term}(kind, given);
        } else {
          ASSERT(!"facts of another kind");
          return {};
        }
      },
      term.kind, facts);
  if (finding.paragraph.empty()) finding.paragraph = term.paragraph;
  return finding;
}

std::optional<Deadline> deadline_in(const TermKind& kind) {
  if (const auto* deadline = std::get_if<Deadline>(&kind)) return *deadline;
  if (const auto* lists = std::get_if<DeclaredDispositions>(&kind)) return as_deadline(*lists);
  if (const auto* count = std::get_if<CountDue>(&kind)) return as_deadline(*count);
  return std::nullopt;
}

bool facts_fit(const TermKind& term, const Facts& facts) {
  return std::visit(
      [](const auto& kind, const auto& given) {
        return std::is_invocable_v<Judge, decltype(kind), decltype(given)>;
      },
      term, facts);
}

}  // namespace armistice
