// SPDX-License-Identifier: Apache-2.0
#include "views/judged.h"

#include <fmt/format.h>

#include "terms/holding_terms.h"
#include "terms/ledger_terms.h"
#include "terms/readings.h"
#include "views/entitled.h"

namespace armistice {
namespace {

struct Cure {
  const Facts& facts;

  std::string operator()(const PermitRequired& term) const {
    const auto names = grantors_of(term, std::get<Passage>(facts).territory);
    return fmt::format("a permit in force then, by {}", fmt::join(names, " or "));
  }
  std::string operator()(const ZoneAccess& term) const {
    return fmt::format("a permit in force then, by {}", fmt::join(term.granted_by, " or "));
  }
  std::string operator()(const HeadCount& term) const {
    const auto& persons = std::get<Persons>(facts);
    if (persons.present > persons.authorized) return "no more persons there than are authorized";
    return fmt::format("{} persons or fewer at any one time", term.persons_max);
  }
  std::string operator()(const Authority& term) const {
    return fmt::format("{} asking for a place in {}", fmt::join(term.by, " or "),
                       fmt::join(term.places, " or "));
  }
  std::string operator()(const Status& term) const {
    return fmt::format("one record signed by {}", fmt::join(term.agreed_by, " and "));
  }
  std::string operator()(const Quorum&) const {
    return "as many members present of one side's neutrals as of the other's";
  }
  std::string operator()(const Composition& term) const {
    return fmt::format("{} members or more, {}", term.members_min,
                       term.from_each == FromEach::half ? "half from each side's neutrals"
                                                        : "one at least from each side's neutrals");
  }
  std::string operator()(const DispatchCap&) const { return "one of the teams that are out, back"; }
  std::string operator()(const Adoption&) const { return "the ballots of other members in favour"; }
  std::string operator()(const Transmission& term) const {
    return fmt::format("{}, before this step", step_words[static_cast<std::size_t>(term.first)]);
  }
  std::string operator()(const Ceiling& term) const {
    return fmt::format("{} arrivals or fewer in the month", term.arrivals_max);
  }
  std::string operator()(const Balance&) const {
    return "as many departures reported as there are arrivals";
  }
  std::string operator()(const ClosedList& term) const {
    for (const SidePoints& list : term.points) {
      if (list.side != std::get<PassedPoints>(facts).side) continue;
      return fmt::format("only through {}", fmt::join(list.names, ", "));
    }
    return "a point named for that side";
  }
  std::string operator()(const Replacement&) const {
    return "as many of the same type that were destroyed, damaged, worn out or used up";
  }
  std::string operator()(const ReportDue& term) const { return term.what; }
  std::string operator()(const Deadline& term) const { return term.what; }
  std::string operator()(const Eligibility&) const { return "a state whose forces took no part"; }
  std::string operator()(const SameNationality& term) const {
    return fmt::format("an {} of the member's nationality",
                       part_words[static_cast<std::size_t>(term.part)]);
  }
  std::string operator()(const AppointedBy& term) const {
    return fmt::format("a member whom one of {} appoints, its national where that is asked",
                       fmt::join(term.states, ", "));
  }
  std::string operator()(const Alternates& term) const {
    return fmt::format("{} to each member", term.each);
  }
  std::string operator()(const GradeFloor& term) const {
    if (term.senior) return "senior officers, all of them";
    if (term.members_min == 0) return "all of them of that grade or above";
    return fmt::format("{} members or more of each side of that grade", term.members_min);
  }
  std::string operator()(const Cadence& term) const {
    return fmt::format("a meeting after a recess of {} days or fewer", term.recess_days_max);
  }
  std::string operator()(const Decision& term) const {
    if (term.rule == DecisionRule::not_said) return "ballots of all members in favour";
    return fmt::format("ballots that carry it by {}",
                       decision_rule_words[static_cast<std::size_t>(term.rule)]);
  }
  std::string operator()(const Parity&) const { return "as many points on one side as the other"; }
  std::string operator()(const Establishment& term) const {
    if (term.fewer == Fewer::freely) return fmt::format("{} teams or fewer", term.teams_max);
    return fmt::format("{} teams, or an amendment by which they are fewer", term.teams_max);
  }
  std::string operator()(const PointArea&) const { return "the team let in"; }
  std::string operator()(const NoStudy&) const { return "a report that does not speak of it"; }
  std::string operator()(const Promptness& term) const {
    if (term.what == Prompt::sent) return "a team sent, late as it is";
    return term.what == Prompt::forwarded ? "the report forwarded, late as it is"
                                          : "those told who must be, late as it is";
  }
  std::string operator()(const AnswersTo& term) const {
    return fmt::format("passed on by {} to {}", term.through, fmt::join(term.to, ", "));
  }
  std::string operator()(const ArrangementOwed& term) const {
    const auto& arranging = std::get<Arranging>(facts);
    if (term.notice_hours_min != 0) {
      return fmt::format("asked {} hours before or more", term.notice_hours_min);
    }
    if (arranging.done) return "what was asked, in full and in time";
    return "what was asked, done, late as it is";
  }
  std::string operator()(const Languages& term) const {
    return fmt::format("certified translations, so that it is kept in {}",
                       fmt::join(term.languages, ", "));
  }
  std::string operator()(const CoLocation& term) const {
    return fmt::format("{} {}",
                       term.nearness == Nearness::one_place ? "one place for" : "near each other:",
                       fmt::join(term.bodies, " and "));
  }
  std::string operator()(const ProhibitedAct& term) const {
    return fmt::format(
        "none of {}{}", fmt::join(term.acts, ", "),
        term.places.empty() ? std::string() : fmt::format(" in {}", fmt::join(term.places, ", ")));
  }
  std::string operator()(const WithdrawalLine& term) const {
    const auto& seen = std::get<SightedNear>(facts);
    for (const ClassDistance& one : term.classes) {
      if (one.what != seen.what) continue;
      return fmt::format("{} m or more from the line, beyond both errors", one.distance_m);
    }
    return "a distance from the line";
  }
  std::string operator()(const Silence& term) const {
    return fmt::format("none of {} within the window", fmt::join(term.acts, ", "));
  }
  std::string operator()(const AfterQuiet& term) const {
    return fmt::format("done after {} days on end without {}", term.days,
                       fmt::join(term.acts, ", "));
  }
  // Kinds of a family of their own: <family>_terms.h.
  template <typename Kind>
  std::string operator()(const Kind& term) const {
    return cure_in(term);
  }
};

void put_one(const Table& table, const Subject& subject, LeafIndex judged_at, const Term& term,
             const std::string& reading, const Facts& facts, Rows& rows) {
  const Finding found = judge(term, facts);
  rows.put(table, subject.index, term.id, reading, subject.id, subject.case_index, judged_at,
           found.paragraph, word(found.verdict), found.because,
           is_good(found.verdict) ? std::string() : cure_of(term, facts));
}

}  // namespace

std::string cure_of(const Term& term, const Facts& facts) {
  return std::visit(Cure{facts}, term.kind);
}

void put_judged(const Table& table, const Subject& subject, LeafIndex judged_at, const Term* term,
                const Facts& facts, Rows& rows) {
  if (term == nullptr) return;
  const auto every = [](const Term&) { return true; };
  put_judged_where(table, subject, judged_at, *term, every, facts, rows);
}

void put_judged_where(const Table& table, const Subject& subject, LeafIndex judged_at,
                      const Term& term, const std::function<bool(const Term&)>& fits,
                      const Facts& facts, Rows& rows) {
  ASSERT(facts_fit(term.kind, facts));
  each_reading(term, [&](const Term& read, const std::string& reading) {
    if (fits(read)) put_one(table, subject, judged_at, read, reading, facts, rows);
  });
}

const Body* force_of(const AgreementInForce& agreement, const Folded& entry) {
  if (entry.refused || entry.role == KeyRole::root) return nullptr;
  if (!speaks_for_its_organ(agreement, entry.record->header)) return nullptr;
  return entry.body == nullptr || !entry.body->ok() ? nullptr : &**entry.body;
}

std::vector<const Change*> emitted_in(const Folded& entry, std::string_view table) {
  std::vector<const Change*> found;
  for (const Change& change : *entry.emitted) {
    if (!change.erases && change.table->name == table) found.push_back(&change);
  }
  return found;
}

std::vector<LeafIndex> taken_back(const Folded& entry) {
  // traffic's `retraction`: leaf_index, target, target_index, scope, effect
  std::vector<LeafIndex> indices;
  for (const Change* row : emitted_in(entry, "retraction")) {
    const auto* index = std::get_if<std::int64_t>(&row->values[2]);
    if (index == nullptr || row->values[3] != Value("whole") || row->values[4] != Value("acts")) {
      continue;
    }
    indices.push_back({static_cast<std::uint64_t>(*index)});
  }
  return indices;
}

}  // namespace armistice
