// SPDX-License-Identifier: Apache-2.0
// The closed set of term kinds, one struct each. A term of an agreement is one of these with its
// parameters; a new kind is a struct in <family>_kinds.h, its readers in <family>_terms.h and its
// judgement in <family>_judgement.h, and the build fails until all three are there. Spec:
// agreement.md §4.
//
// Names in these structs are parties, desks, organs and zones of agreement.toml, or bodies and
// groups of teams of bodies.toml; folder.h checks that each is there.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "terms/arrangement_kinds.h"
#include "terms/body_kinds.h"
#include "terms/holding_kinds.h"
#include "terms/ledger_kinds.h"
#include "terms/sighting_kinds.h"
#include "terms/supervision_kinds.h"

namespace armistice {

/// Where something is done that is done in none of the agreement's zones.
inline constexpr std::string_view in_no_zone = "elsewhere";

/// What a person does that needs a permit.
enum class Act : std::uint8_t { crossing_line, entering_territory };
inline constexpr std::array<std::string_view, 2> act_words = {"crossing_line",
                                                              "entering_territory"};

/// What happens to a team's report, in the words of paragraph 47.
enum class Step : std::uint8_t {
  submitted,            // by the team, to its commission
  forwarded,            // to the Military Armistice Commission, as received
  translated,           //
  evaluated,            // by the neutral commission
  evaluation_received,  // by the Military Armistice Commission
  final_action,         // by the Military Armistice Commission
};
inline constexpr std::array<std::string_view, 6> step_words = {
    "submitted", "forwarded", "translated", "evaluated", "evaluation_received", "final_action"};

/// Who moves without a permit of their own, and the paragraph that says so.
struct FreeMovement {
  std::vector<std::string> bodies;
  std::string paragraph;  // empty: nobody
};

/// Who grants a permit for a side's territory.
struct TerritoryGrantors {
  std::string side;
  std::vector<std::string> granted_by;
};

/// §7, §8: nobody does this without a permit.
struct PermitRequired {
  static constexpr std::string_view kind = "permit_required";
  Act act = Act::crossing_line;
  std::vector<std::string> granted_by;         // any of them; empty: by territory
  std::vector<TerritoryGrantors> territories;  // empty: the same everywhere
  FreeMovement free;
};

/// §9: a closed zone, who may be in it without a permit, and who grants one.
struct ZoneAccess {
  static constexpr std::string_view kind = "zone_access";
  std::string zone;
  std::vector<std::string> persons;  // sorts of person that need no permit
  std::vector<std::string> granted_by;
  FreeMovement free;
};

/// §10: so many persons of one sort a side, at any one time.
struct HeadCount {
  static constexpr std::string_view kind = "head_count";
  std::string zone;
  std::string persons;
  std::int64_t persons_max = 0;  // a side
};

/// §26-§28: who, each alone, may have this done, and where.
struct Authority {
  static constexpr std::string_view kind = "authority";
  std::string act;
  std::vector<std::string> by;
  std::vector<std::string> places;  // zones, and `elsewhere`
};

/// The standings that are given by signatures: of a case, and of an amendment.
inline constexpr std::array<std::string_view, 3> status_words = {"determined", "corrected",
                                                                 "amended"};

/// §29: a standing that only those named, together, can give; and who is then told at once.
struct Status {
  static constexpr std::string_view kind = "status";
  std::string status;
  std::vector<std::string> agreed_by;
  std::vector<std::string> report_to;
};

/// §37: a body acts when as many are present from one side's neutrals as from the other's.
struct Quorum {
  static constexpr std::string_view kind = "quorum";
  std::string body;
};

/// How the members of a team divide between the two sides, or the neutrals each nominated.
enum class FromEach : std::uint8_t { half, one_at_least };
inline constexpr std::array<std::string_view, 2> from_each_words = {"half", "one_at_least"};

/// §40b: how many members a team has, and from whom.
struct Composition {
  static constexpr std::string_view kind = "composition";
  std::string of;
  std::int64_t members_min = 0;
  std::int64_t members_max = 0;  // 0: the text sets none
  FromEach from_each = FromEach::half;
};

/// Of how many teams the half is taken.
enum class OutOf : std::uint8_t { all, not_sent_by_commission };
inline constexpr std::array<std::string_view, 2> out_of_words = {"all", "not_sent_by_commission"};

/// §27, §42e: how many teams may be out at one time at the word of one side's senior member.
struct DispatchCap {
  static constexpr std::string_view kind = "dispatch_cap";
  std::string of;
  std::vector<std::string> by;
  OutOf out_of = OutOf::all;
};

/// §46: whose reports are official, and whose are for reference only.
struct Adoption {
  static constexpr std::string_view kind = "adoption";
  std::string of;
};

/// §47: what must have happened to a report before what.
struct Transmission {
  static constexpr std::string_view kind = "transmission";
  std::string of;
  std::string from;
  std::string to;
  Step first = Step::submitted;
  std::vector<Step> then;  // none of them before `first`
};

using TermKind =
    std::variant<PermitRequired, ZoneAccess, HeadCount, Authority, Status, Quorum, Composition,
                 DispatchCap, Adoption, Transmission, Ceiling, Balance, ClosedList, Replacement,
                 ReportDue, Deadline, Eligibility, SameNationality, GradeFloor, Cadence, Decision,
                 Parity, Establishment, PointArea, NoStudy, Promptness, AnswersTo, ArrangementOwed,
                 Languages, CoLocation, ProhibitedAct, WithdrawalLine, Silence, AfterQuiet,
                 DeclaredDispositions, NoConcentration, ConstructionLimit, Handover, CountDue,
                 CostShare, Stored, Quota, ShipmentReport, AppointedBy, Alternates>;

// Options: what the text leaves open, as a closed list of readings each.

/// §8 speaks of the Commander; one side has two.
enum class Commanders : std::uint8_t { either, both };
/// §10: the number that must not be passed, of permits given or of persons there.
enum class Counted : std::uint8_t { authorized, present };
/// §27, §42e: whether each senior member has the half, or both share one.
enum class Half : std::uint8_t { per_side, shared };
/// §27, §42e: how the half of an odd number rounds.
enum class OddHalf : std::uint8_t { down, up };
/// §46: what a team as a whole is.
enum class AdoptionBy : std::uint8_t { majority, unanimous };

/// An option that a term must state: its name, and its readings in the order of the enum.
struct OptionRule {
  std::string_view name;
  std::span<const std::string_view> values;
};

std::string_view kind_word(const TermKind& kind);

/// The options that a term of this kind, with these parameters, leaves open.
std::vector<OptionRule> option_rules(const TermKind& kind);

/// Every name that the parameters use, for folder.h to look up.
std::vector<std::string> names_in(const TermKind& kind);

/// The zones that the parameters name, `elsewhere` among them, for folder.h to look up.
std::vector<std::string> zones_in(const TermKind& kind);

}  // namespace armistice
