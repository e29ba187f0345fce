// SPDX-License-Identifier: Apache-2.0
#include "terms/kinds.h"

#include "terms/arrangement_terms.h"
#include "terms/holding_terms.h"
#include "terms/ledger_terms.h"
#include "terms/sighting_terms.h"
#include "terms/supervision_terms.h"

namespace armistice {
namespace {

constexpr std::array<std::string_view, 2> commanders_words = {"either", "both"};
constexpr std::array<std::string_view, 2> counted_words = {"authorized", "present"};
constexpr std::array<std::string_view, 2> half_words = {"per_side", "shared"};
constexpr std::array<std::string_view, 2> odd_half_words = {"down", "up"};
constexpr std::array<std::string_view, 2> month_words = {"calendar", "rolling"};
constexpr std::array<std::string_view, 2> due_by_words = {"same_day", "next_day"};
constexpr std::array<std::string_view, 2> day_count_words = {"to_the_hour", "whole_days"};
constexpr std::array<std::string_view, 2> recess_days_words = {"between", "apart"};
constexpr std::array<std::string_view, 2> preferred_words = {"wish", "duty"};
constexpr std::array<std::string_view, 2> own_national_words = {"not_asked", "asked"};
constexpr std::array<std::string_view, 2> senior_words = {"field", "general_or_flag"};
constexpr std::array<std::string_view, 3> decides_words = {"majority", "unanimity", "veto"};
constexpr std::array<std::string_view, 2> certain_words = {"observed", "assessed"};
constexpr std::array<std::string_view, 2> told_words = {"counts", "does_not_count"};
constexpr std::array<std::string_view, 2> first_day_words = {"next_day", "same_day"};
constexpr std::array<std::string_view, 2> serials_asked_words = {"shown", "not_asked"};
constexpr std::array<std::string_view, 2> adoption_words = {"majority", "unanimous"};
constexpr std::array<std::string_view, 3> at_once_words = {"one_hour", "one_day", "three_days"};
constexpr std::array<std::string_view, 2> kept_in_words = {"each", "any"};

using Names = std::vector<std::string>;

void add(Names& all, const Names& more) { all.insert(all.end(), more.begin(), more.end()); }

// Kinds of a family of their own say theirs in <family>_terms.h.
struct NamesIn {
  template <typename Kind>
  Names operator()(const Kind& one) const {
    return names_of(one);
  }
  Names operator()(const PermitRequired& one) const {
    Names all = one.granted_by;
    for (const TerritoryGrantors& territory : one.territories) {
      all.push_back(territory.side);
      add(all, territory.granted_by);
    }
    add(all, one.free.bodies);
    return all;
  }
  Names operator()(const ZoneAccess& one) const {
    Names all = one.granted_by;
    add(all, one.free.bodies);
    return all;
  }
  Names operator()(const HeadCount&) const { return {}; }
  Names operator()(const Authority& one) const { return one.by; }
  Names operator()(const Status& one) const {
    Names all = one.agreed_by;
    add(all, one.report_to);
    return all;
  }
  Names operator()(const Quorum& one) const { return {one.body}; }
  Names operator()(const Composition& one) const { return {one.of}; }
  Names operator()(const DispatchCap& one) const {
    Names all = one.by;
    all.push_back(one.of);
    return all;
  }
  Names operator()(const Adoption& one) const { return {one.of}; }
  Names operator()(const Transmission& one) const { return {one.of, one.from, one.to}; }
  Names operator()(const Ceiling& one) const { return one.by; }
  Names operator()(const Balance& one) const { return one.by; }
  Names operator()(const ClosedList& one) const {
    Names all;
    for (const SidePoints& points : one.points) {
      all.push_back(points.side);
      add(all, points.names);
    }
    return all;
  }
  Names operator()(const Replacement& one) const { return one.by; }
  Names operator()(const ReportDue& one) const {
    Names all = one.by;
    add(all, one.to);
    return all;
  }
  Names operator()(const Deadline& one) const { return one.by; }
  // States that took part are no parties of the agreement.
  Names operator()(const Eligibility& one) const { return {one.of}; }
  Names operator()(const AppointedBy& one) const {
    Names all = one.states;
    all.push_back(one.of);
    return all;
  }
  Names operator()(const Alternates& one) const { return {one.of}; }
  Names operator()(const SameNationality& one) const { return {one.of}; }
  Names operator()(const GradeFloor& one) const { return {one.of}; }
  Names operator()(const Cadence& one) const { return {one.of}; }
  Names operator()(const Decision& one) const { return {one.of}; }
};

// Most kinds speak of no zone.
struct ZonesIn {
  template <typename Kind>
  Names operator()(const Kind&) const {
    return {};
  }
  Names operator()(const ZoneAccess& one) const { return {one.zone}; }
  Names operator()(const HeadCount& one) const { return {one.zone}; }
  Names operator()(const Authority& one) const { return one.places; }
};

// The text of most kinds leaves nothing open.
struct OptionRules {
  using Rules = std::vector<OptionRule>;

  template <typename Kind>
  Rules operator()(const Kind&) const {
    return {};
  }

  Rules operator()(const PermitRequired& one) const {
    const bool open = std::any_of(one.territories.begin(), one.territories.end(),
                                  [](const auto& t) { return t.granted_by.size() > 1; });
    return open ? Rules{{"commanders", commanders_words}} : Rules{};
  }
  Rules operator()(const HeadCount&) const { return {{"counted", counted_words}}; }
  Rules operator()(const DispatchCap&) const {
    return {{"half", half_words}, {"odd_half", odd_half_words}};
  }
  Rules operator()(const Adoption&) const { return {{"adoption", adoption_words}}; }
  Rules operator()(const Ceiling&) const { return {{"month", month_words}}; }
  Rules operator()(const ReportDue&) const { return {{"due_by", due_by_words}}; }
  Rules operator()(const Deadline& one) const {
    return one.within_days != 0 ? Rules{{"day_count", day_count_words}} : Rules{};
  }
  Rules operator()(const DeclaredDispositions& one) const {
    return one.within_days != 0 ? Rules{{"day_count", day_count_words}} : Rules{};
  }
  Rules operator()(const Handover&) const { return {{"day_count", day_count_words}}; }
  Rules operator()(const CountDue&) const { return {{"day_count", day_count_words}}; }
  Rules operator()(const Stored&) const { return {{"serials", serials_asked_words}}; }
  Rules operator()(const Decision& one) const {
    return one.rule == DecisionRule::not_said ? Rules{{"decides", decides_words}} : Rules{};
  }
  Rules operator()(const GradeFloor& one) const {
    if (one.senior) return {{"senior", senior_words}};
    const bool open = one.asked == GradeAsked::preferred;
    return open ? Rules{{"preferred", preferred_words}} : Rules{};
  }
  Rules operator()(const AppointedBy&) const { return {{"own_national", own_national_words}}; }
  Rules operator()(const Cadence&) const { return {{"recess_days", recess_days_words}}; }
  Rules operator()(const ArrangementOwed& one) const {
    const bool open = one.hurry == Hurry::answer_at_once || one.hurry == Hurry::done_at_once;
    return open ? Rules{{"at_once", at_once_words}} : Rules{};
  }
  Rules operator()(const Promptness&) const { return {{"at_once", at_once_words}}; }
  Rules operator()(const Languages&) const { return {{"kept_in", kept_in_words}}; }
  Rules operator()(const ProhibitedAct&) const {
    return {{"certain", certain_words}, {"told", told_words}};
  }
  Rules operator()(const WithdrawalLine&) const {
    return {{"certain", certain_words}, {"told", told_words}};
  }
  Rules operator()(const Silence&) const {
    return {{"certain", certain_words}, {"told", told_words}};
  }
  Rules operator()(const AfterQuiet&) const {
    return {{"first_day", first_day_words}, {"told", told_words}};
  }
};

}  // namespace

std::string_view kind_word(const TermKind& kind) {
  return std::visit([](const auto& one) { return one.kind; }, kind);
}

std::vector<OptionRule> option_rules(const TermKind& kind) {
  return std::visit(OptionRules{}, kind);
}

std::vector<std::string> names_in(const TermKind& kind) { return std::visit(NamesIn{}, kind); }

std::vector<std::string> zones_in(const TermKind& kind) { return std::visit(ZonesIn{}, kind); }

}  // namespace armistice
