// SPDX-License-Identifier: Apache-2.0
// What a term computes from what is before it: a finding. Pure functions: no clock, no chance, no
// files; the same facts give the same finding on every machine. A finding says that a rule is kept
// or broken, that somebody may act, how a report stands. It never says that the agreement was
// violated: that is a determination, and only the parties sign one. Spec: agreement.md §6.
//
//   const Finding found = dispatch_cap(cap, Dispatched{10, 0, {{"unc", 6}}}, options);
//   found.verdict;  // Verdict::broken
//   found.because;  // "unc has 6 out, at most 5 of 10"
#pragma once

#include "record/kinds/ballot.h"
#include "terms/arrangement_judgement.h"
#include "terms/body_judgement.h"
#include "terms/holding_judgement.h"
#include "terms/ledger_judgement.h"
#include "terms/sighting_judgement.h"
#include "terms/supervision_judgement.h"
#include "terms/term.h"

namespace armistice {

enum class Verdict : std::uint8_t {
  kept,
  broken,
  may_act,
  may_not_act,
  determined,      // those who must agree have signed
  undetermined,    // they have not; nobody's word counts for more than a claim
  official,        // the team's own report
  reference_only,  // what some of its members say
};
inline constexpr std::array<std::string_view, 8> verdict_words = {
    "kept",       "broken",       "may_act",  "may_not_act",
    "determined", "undetermined", "official", "reference_only"};

/// Whether it is the one that a rule asks for: `kept`, `may_act`, `determined`, `official`.
bool is_good(Verdict verdict);
std::string_view word(Verdict verdict);

/// One member's ballot, with what it says when it does not agree.
struct CastBallot {
  std::string by;
  Vote vote = Vote::in_favour;
  std::string dissent;
};

struct Finding {
  Verdict verdict = Verdict::broken;
  std::string paragraph;  // that decides: the term's, or of an exception to it
  std::string because;    // one sentence, for a person
  /// Every ballot of a member that is not in favour, in the order cast: kept whatever the verdict.
  std::vector<CastBallot> dissent;
};

// What is before a term.

/// A person about to pass somewhere, or who has.
struct Passage {
  std::string person;                   // a sort of person, or the body they belong to
  std::string territory;                // the side whose territory is entered; else empty
  std::vector<std::string> granted_by;  // who granted the permits that they hold
};

/// One side's persons of one sort.
struct Persons {
  std::int64_t authorized = 0;
  std::int64_t present = 0;
};

struct Action {
  std::string by;
  std::string place;  // a zone of the agreement, or `elsewhere`
};

struct Agreed {
  std::vector<std::string> signers;
};

/// A member with the side that it is of, or whose neutral it is.
struct Member {
  std::string name;  // `sweden/member`; its party is the first segment
  std::string side;
};

struct Members {
  std::vector<Member> members;
};

/// Teams out at one time.
struct Dispatched {
  std::int64_t teams = 0;          // that there are: all mobile ones, all observer teams
  std::int64_t by_commission = 0;  // out at the word of the commission
  /// Out at the word of a side's senior member; each side once.
  std::vector<std::pair<std::string, std::int64_t>> by_side;
};

struct Ballots {
  std::vector<std::string> members;
  std::vector<CastBallot> ballots;  // a member's last one stands; those of others do not count
};

struct Steps {
  std::vector<Step> steps;  // in the order in which they were taken
};

using Facts =
    std::variant<Passage, Persons, Action, Agreed, Members, Dispatched, Ballots, Steps, Arrivals,
                 InAndOut, PassedPoints, Replaced, Duty, InvitedState, AlternateOf, Graded,
                 RecessSpan, PointsOpen, TeamsSetUp, DeniedAt, Studied, DoneAfter, PassedTo,
                 Arranging, KeptLanguages, Headquarters, SightedAct, SightedNear, SightedDuring,
                 QuietDays, Disposed, Built, HandedOver, Paid, SiteSeen, DaysHandedOver,
                 AppointedMember, AlternatesNamed>;

struct DispatchReading {
  Half half = Half::per_side;
  OddHalf odd_half = OddHalf::down;
};

// One function a kind. Each leaves `paragraph` empty unless another than the term's own decides;
// judge() fills it in.

/// §7, §8. `commanders` matters only where a territory has several.
/// Whose permits the term asks for where a side's territory is entered, or none is; nobody: it
/// knows no such territory.
std::vector<std::string> grantors_of(const PermitRequired& term, std::string_view territory);

Finding permit_of(const PermitRequired& term, const Passage& passage, Commanders commanders);
/// §9.
Finding zone_access(const ZoneAccess& term, const Passage& passage);
/// §10. Of the number that `counted` names; `present` above `authorized` is broken either way.
Finding head_count(const HeadCount& term, const Persons& persons, Counted counted);
/// §26-§28.
Finding authority_of(const Authority& term, const Action& action);
/// §29.
Finding determination(const Status& term, const Agreed& agreed);
/// §37. Each party counts once, its alternate with it; a body of nobody does not act.
Finding quorum_of(const Quorum& term, const Members& present);
/// §40b.
Finding composition_of_team(const Composition& term, const Members& team);
/// §27, §42e. The half is of the teams that `term.out_of` names.
Finding dispatch_cap(const DispatchCap& term, const Dispatched& out, DispatchReading reading);
/// §46. Official is what more than half of all members (`majority`), or every one of them
/// (`unanimous`), is in favour of; who casts no ballot is not in favour.
Finding adoption_of(const Adoption& term, const Ballots& ballots, AdoptionBy by);
/// §47. No step of `then` before the first step of `first`.
Finding order_of_steps(const Transmission& term, const Steps& steps);

/// The term's finding under its chosen options. REQUIRES: `facts` are those of its kind
/// (facts_fit).
Finding judge(const Term& term, const Facts& facts);
bool facts_fit(const TermKind& kind, const Facts& facts);

/// What a term that asks for something once, by an hour, comes to as a deadline that a record of
/// its own closes or, if it is one, a fulfilment; nothing: the term is of another sort.
std::optional<Deadline> deadline_in(const TermKind& kind);

}  // namespace armistice
