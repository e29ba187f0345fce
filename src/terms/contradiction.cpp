// SPDX-License-Identifier: Apache-2.0
#include "terms/contradiction.h"

#include <fmt/format.h>

#include <algorithm>

#include "terms/compared.h"
#include "terms/has.h"

namespace armistice {
namespace {

using Names = std::vector<std::string>;

bool share_one(const Names& a, const Names& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& name) { return has(b, name); });
}

std::string about(bool contradict, std::string what) {
  return contradict ? std::move(what) : std::string();
}

// One function a kind; kinds without one are held against each other by their readings alone.
struct Contradiction {
  std::string operator()(const PermitRequired& a, const PermitRequired& b) const {
    const bool by_territory = !a.territories.empty() || !b.territories.empty();
    return about(a.act == b.act && !by_territory && a.granted_by != b.granted_by,
                 "who grants a permit");
  }
  std::string operator()(const ZoneAccess& a, const ZoneAccess& b) const {
    return about(a.zone == b.zone && a.granted_by != b.granted_by, "who grants access to a zone");
  }
  std::string operator()(const CoLocation& a, const CoLocation& b) const {
    return about(a.sort == b.sort && a.bodies == b.bodies && a.nearness != b.nearness,
                 "how near to each other they are");
  }
  std::string operator()(const Languages& a, const Languages& b) const {
    return about(a.sort == b.sort && share_one(a.by, b.by) && a.languages != b.languages,
                 fmt::format("in which languages {} are", a.sort));
  }
  std::string operator()(const CostShare& a, const CostShare& b) const {
    return about(a.of == b.of && a.settled_within_days != b.settled_within_days,
                 "by when costs are settled");
  }
  std::string operator()(const AfterQuiet& a, const AfterQuiet& b) const {
    return about(a.sort == b.sort && a.days != b.days, "how many days are quiet before");
  }
  std::string operator()(const AnswersTo& a, const AnswersTo& b) const {
    return about(share_one(a.of, b.of) && a.through != b.through, "through whom teams answer");
  }
  std::string operator()(const Ceiling& a, const Ceiling& b) const {
    return about(share_one(a.by, b.by) && a.arrivals_max != b.arrivals_max,
                 "how many may arrive in a month");
  }
  std::string operator()(const HeadCount& a, const HeadCount& b) const {
    return about(a.zone == b.zone && a.persons == b.persons && a.persons_max != b.persons_max,
                 "how many may be in the zone");
  }
  std::string operator()(const Cadence& a, const Cadence& b) const {
    return about(a.of == b.of && a.recess_days_max != b.recess_days_max,
                 fmt::format("how often {} meets", a.of));
  }
  std::string operator()(const Decision& a, const Decision& b) const {
    return about(a.of == b.of && a.rule != b.rule, fmt::format("how {} decides", a.of));
  }
  std::string operator()(const Status& a, const Status& b) const {
    return about(a.status == b.status && a.agreed_by != b.agreed_by,
                 fmt::format("who signs that something is {}", a.status));
  }
  std::string operator()(const Composition& a, const Composition& b) const {
    const bool apart = (a.members_max != 0 && a.members_max < b.members_min) ||
                       (b.members_max != 0 && b.members_max < a.members_min);
    return about(a.of == b.of && a.from_each == b.from_each && apart,
                 fmt::format("how many members {} has", a.of));
  }
  std::string operator()(const Establishment& a, const Establishment& b) const {
    return about(a.of == b.of && a.teams_max != b.teams_max, "how many teams there are");
  }
  std::string operator()(const ClosedList& a, const ClosedList& b) const {
    if (a.of != b.of) return {};
    for (const SidePoints& one : a.points) {
      for (const SidePoints& other : b.points) {
        const bool apart = one.names != other.names || one.unnamed != other.unnamed;
        if (one.side == other.side && apart) {
          return fmt::format("the points of {}", one.side);
        }
      }
    }
    return {};
  }
  std::string operator()(const Deadline& a, const Deadline& b) const {
    const bool same = a.within_hours == b.within_hours && a.within_days == b.within_days;
    return about(a.what == b.what && share_one(a.by, b.by) && !same, "by when it is due");
  }
  std::string operator()(const ReportDue& a, const ReportDue& b) const {
    const bool same = a.first_after_days == b.first_after_days && a.every_days == b.every_days;
    return about(a.what == b.what && share_one(a.by, b.by) && !same, "how often it is due");
  }
  std::string operator()(const ArrangementOwed& a, const ArrangementOwed& b) const {
    const bool same = a.notice_hours_min == b.notice_hours_min &&
                      a.answer_within_hours == b.answer_within_hours &&
                      a.done_within_hours == b.done_within_hours && a.hurry == b.hurry &&
                      a.may_refuse == b.may_refuse;
    return about(a.sort == b.sort && share_one(a.by, b.by) && share_one(a.of, b.of) && !same,
                 fmt::format("how {} is owed", a.sort));
  }
  std::string operator()(const WithdrawalLine& a, const WithdrawalLine& b) const {
    if (!share_one(a.by, b.by)) return {};
    for (const ClassDistance& one : a.classes) {
      for (const ClassDistance& other : b.classes) {
        const bool apart = one.what == other.what && one.distance_m != other.distance_m;
        if (apart) return fmt::format("how far {} is kept from the line", one.what);
      }
    }
    return {};
  }
  std::string operator()(const DispatchCap& a, const DispatchCap& b) const {
    return about(a.of == b.of && share_one(a.by, b.by) && a.out_of != b.out_of,
                 "of which teams half may be out");
  }
  std::string operator()(const AppointedBy& a, const AppointedBy& b) const {
    return about(a.of == b.of && a.states != b.states, "who appoints the members of " + a.of);
  }
  std::string operator()(const Alternates& a, const Alternates& b) const {
    return about(a.of == b.of && a.each != b.each,
                 "how many alternates a member of " + a.of + " has");
  }
  std::string operator()(const GradeFloor& a, const GradeFloor& b) const {
    return about(a.of == b.of && a.grade == b.grade && a.senior == b.senior &&
                     a.members_min != b.members_min,
                 fmt::format("how many of {} are of a grade", a.of));
  }
  std::string operator()(const PointArea& a, const PointArea& b) const {
    return about(share_one(a.points, b.points) && a.radius_m != b.radius_m,
                 "how wide the area of a point is");
  }
  std::string operator()(const Handover& a, const Handover& b) const {
    return about(a.held == b.held && share_one(a.by, b.by) && a.within_days != b.within_days,
                 fmt::format("by when all of {} are handed over", a.held));
  }
  std::string operator()(const Quota& a, const Quota& b) const {
    const bool apart = (a.a_day_max != 0 && a.a_day_max < b.a_day_min) ||
                       (b.a_day_max != 0 && b.a_day_max < a.a_day_min);
    return about(a.held == b.held && share_one(a.by, b.by) && apart,
                 fmt::format("how many of {} are handed over a day", a.held));
  }
  std::string operator()(const ShipmentReport& a, const ShipmentReport& b) const {
    return about(share_one(a.by, b.by) && a.within_hours != b.within_hours,
                 "by when a shipment is reported");
  }
  std::string operator()(const ConstructionLimit& a, const ConstructionLimit& b) const {
    return about(a.of == b.of && a.what == b.what && share_one(a.places, b.places) &&
                     a.increase_max != b.increase_max,
                 fmt::format("how much {} may grow", a.what));
  }
};

// Alike but for the reading in use: one text, read in two ways.
std::string read_apart(const Term& a, const Term& b) {
  const auto one = parameters_of(a);
  const auto other = parameters_of(b);
  if (a.kind.index() != b.kind.index() || one.size() != other.size()) return {};
  std::string apart;
  for (std::size_t i = 0; i < one.size(); ++i) {
    if (one[i] == other[i]) continue;
    if (!one[i].first.starts_with("option ") || one[i].first != other[i].first) return {};
    apart = one[i].first;
  }
  return apart.empty() ? apart : fmt::format("its reading: {}", apart);
}

}  // namespace

std::string contradiction_of(const Term& a, const Term& b) {
  std::string apart = read_apart(a, b);
  if (!apart.empty()) return apart;
  return std::visit(
      [](const auto& one, const auto& other) -> std::string {
        if constexpr (std::is_invocable_v<Contradiction, decltype(one), decltype(other)>) {
          return Contradiction{}(one, other);
        } else {
          return {};
        }
      },
      a.kind, b.kind);
}

}  // namespace armistice
