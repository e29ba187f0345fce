// SPDX-License-Identifier: Apache-2.0
#include "terms/contradiction.h"

#include <fmt/format.h>

#include <algorithm>

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

// One function a kind; kinds without one are not looked at.
struct Contradiction {
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
        if (one.side == other.side && one.names != other.names) {
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
};

}  // namespace

std::string contradiction_of(const Term& a, const Term& b) {
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
