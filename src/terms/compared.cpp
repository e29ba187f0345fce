// SPDX-License-Identifier: Apache-2.0
#include "terms/compared.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <map>

#include "base/text.h"
#include "terms/arrangement_terms.h"
#include "terms/holding_terms.h"
#include "terms/ledger_terms.h"
#include "terms/sighting_terms.h"
#include "terms/supervision_terms.h"

namespace armistice {
namespace {

using Parameters = std::vector<std::pair<std::string, std::string>>;

std::string list(const std::vector<std::string>& names) {
  return fmt::format("{}", fmt::join(names, ", "));
}

template <typename Enum, std::size_t N>
std::string list(const std::vector<Enum>& values, const std::array<std::string_view, N>& words) {
  std::vector<std::string> out;
  for (const Enum value : values) out.emplace_back(words[static_cast<std::size_t>(value)]);
  return list(out);
}

template <typename Enum, std::size_t N>
std::string one(Enum value, const std::array<std::string_view, N>& words) {
  return std::string(words[static_cast<std::size_t>(value)]);
}

std::string number(std::int64_t value) { return fmt::format("{}", value); }

struct Describe {
  static void free(const FreeMovement& free, Parameters& out) {
    if (!free.bodies.empty()) out.emplace_back("free_movement", list(free.bodies));
  }
  // Kinds of a family of their own: <family>_terms.h.
  template <typename Kind>
  Parameters operator()(const Kind& kind) const {
    return described(kind);
  }
  Parameters operator()(const PermitRequired& kind) const {
    Parameters out = {{"act", one(kind.act, act_words)}};
    if (!kind.granted_by.empty()) out.emplace_back("granted_by", list(kind.granted_by));
    for (const TerritoryGrantors& territory : kind.territories) {
      out.emplace_back("territory " + territory.side, list(territory.granted_by));
    }
    free(kind.free, out);
    return out;
  }
  Parameters operator()(const ZoneAccess& kind) const {
    Parameters out = {{"zone", kind.zone},
                      {"persons", list(kind.persons)},
                      {"granted_by", list(kind.granted_by)}};
    free(kind.free, out);
    return out;
  }
  Parameters operator()(const HeadCount& kind) const {
    return {
        {"zone", kind.zone}, {"persons", kind.persons}, {"persons_max", number(kind.persons_max)}};
  }
  Parameters operator()(const Authority& kind) const {
    return {{"act", kind.act}, {"by", list(kind.by)}, {"places", list(kind.places)}};
  }
  Parameters operator()(const Status& kind) const {
    return {{"status", kind.status},
            {"agreed_by", list(kind.agreed_by)},
            {"report_to", list(kind.report_to)}};
  }
  Parameters operator()(const Quorum& kind) const { return {{"body", kind.body}}; }
  Parameters operator()(const Composition& kind) const {
    return {{"of", kind.of},
            {"members_min", number(kind.members_min)},
            {"members_max", kind.members_max == 0 ? "none" : number(kind.members_max)},
            {"from_each", one(kind.from_each, from_each_words)}};
  }
  Parameters operator()(const DispatchCap& kind) const {
    return {{"of", kind.of}, {"by", list(kind.by)}, {"out_of", one(kind.out_of, out_of_words)}};
  }
  Parameters operator()(const Adoption& kind) const { return {{"of", kind.of}}; }
  Parameters operator()(const Transmission& kind) const {
    return {{"of", kind.of},
            {"from", kind.from},
            {"to", kind.to},
            {"first", one(kind.first, step_words)},
            {"then", list(kind.then, step_words)}};
  }
  Parameters operator()(const Ceiling& kind) const {
    return {{"by", list(kind.by)}, {"arrivals_max", number(kind.arrivals_max)}};
  }
  Parameters operator()(const Balance& kind) const { return {{"by", list(kind.by)}}; }
  Parameters operator()(const ClosedList& kind) const {
    Parameters out = {{"of", one(kind.of, ledger_words)}};
    for (const SidePoints& points : kind.points) {
      out.emplace_back("points " + points.side,
                       fmt::format("{} ({})", list(points.names), points.names.size()));
      if (points.unnamed != 0) {
        out.emplace_back("unnamed " + points.side, number(points.unnamed));
      }
    }
    return out;
  }
  Parameters operator()(const Replacement& kind) const { return {{"by", list(kind.by)}}; }
  Parameters operator()(const ReportDue& kind) const {
    return {{"what", kind.what},
            {"by", list(kind.by)},
            {"to", list(kind.to)},
            {"fulfilled_by", one(kind.fulfilled_by, fulfilled_by_words)},
            {"first_after_days", number(kind.first_after_days)},
            {"every_days", number(kind.every_days)}};
  }
  Parameters operator()(const Deadline& kind) const {
    Parameters out = {{"what", kind.what}, {"by", list(kind.by)}};
    if (kind.within_hours != 0) out.emplace_back("within_hours", number(kind.within_hours));
    if (kind.within_days != 0) out.emplace_back("within_days", number(kind.within_days));
    return out;
  }
  Parameters operator()(const Eligibility& kind) const {
    return {{"of", kind.of}, {"took_part", list(kind.took_part)}};
  }
  Parameters operator()(const SameNationality& kind) const {
    return {{"of", kind.of}, {"part", one(kind.part, part_words)}};
  }
  Parameters operator()(const AppointedBy& kind) const {
    return {{"of", kind.of}, {"states", list(kind.states)}};
  }
  Parameters operator()(const Alternates& kind) const {
    return {{"of", kind.of}, {"each", number(kind.each)}};
  }
  Parameters operator()(const GradeFloor& kind) const {
    return {{"of", kind.of},
            {"grade", kind.senior ? std::string("senior") : one(kind.grade, grade_words)},
            {"members_min", number(kind.members_min)},
            {"asked", one(kind.asked, grade_asked_words)}};
  }
  Parameters operator()(const Cadence& kind) const {
    return {{"of", kind.of}, {"recess_days_max", number(kind.recess_days_max)}};
  }
  Parameters operator()(const Decision& kind) const {
    return {{"of", kind.of},
            {"rule", one(kind.rule, decision_rule_words)},
            {"when_split", kind.when_split}};
  }
};

std::string whole(const Term& term) {
  std::vector<std::string> parts = {std::string(kind_word(term.kind))};
  for (const auto& [name, value] : parameters_of(term))
    parts.push_back(fmt::format("{} {}", name, value));
  return fmt::format("{}", fmt::join(parts, "; "));
}

// Differences of a pair of terms of one id.
void compare_terms(const Term& a, const Term& b, std::vector<Difference>& out) {
  const auto add = [&](std::string what, std::string left, std::string right) {
    if (left == right) return;
    out.push_back({a.paragraph, a.id, std::move(what), std::move(left), std::move(right)});
  };
  if (kind_word(a.kind) != kind_word(b.kind)) return add("term", whole(a), whole(b));
  std::map<std::string, std::pair<std::string, std::string>> both;
  std::vector<std::string> order;
  const auto take = [&](const Term& term, bool left) {
    for (const auto& [name, value] : parameters_of(term)) {
      if (both.find(name) == both.end()) order.push_back(name);
      (left ? both[name].first : both[name].second) = value;
    }
  };
  take(a, true);
  take(b, false);
  for (const std::string& name : order) add(name, both[name].first, both[name].second);
  add("phrase", a.phrase, b.phrase);
}

std::string teams_text(const TeamGroup& group) {
  return fmt::format("{} teams", group.teams.size());
}

}  // namespace

std::pair<std::uint64_t, std::string> paragraph_order(const std::string& number) {
  std::size_t digits = 0;
  while (digits < number.size() && number[digits] >= '0' && number[digits] <= '9') ++digits;
  return {parse_decimal(std::string_view(number).substr(0, digits)).value(), number};
}

Parameters parameters_of(const Term& term) {
  Parameters all = std::visit(Describe{}, term.kind);
  for (const Option& option : term.options) {
    all.emplace_back("option " + option.name, option.values[option.chosen]);
  }
  return all;
}

std::vector<Difference> compare(const AgreementFolder& a, const AgreementFolder& b) {
  std::vector<Difference> out;
  const auto texts = [&](const AgreementFolder& one, const AgreementFolder& other, bool left) {
    for (const Article& article : one.articles) {
      for (const Paragraph& paragraph : article.paragraphs) {
        const Paragraph* there = other.paragraph(paragraph.number);
        if (there != nullptr && (!left || there->text == paragraph.text)) continue;
        const std::string more = there == nullptr ? std::string() : there->text;
        out.push_back({paragraph.number, "", "text", left ? paragraph.text : "",
                       left ? more : paragraph.text});
      }
    }
  };
  texts(a, b, true);
  texts(b, a, false);
  for (const TeamGroup& group : a.bodies.team_groups) {
    const TeamGroup* there = b.bodies.group(group.name);
    const std::string right = there == nullptr ? std::string() : teams_text(*there);
    if (teams_text(group) == right) continue;
    out.push_back({group.paragraph, "", group.name, teams_text(group), right});
  }
  for (const TreatyBody& body : a.bodies.bodies) {
    const TreatyBody* there = b.bodies.body(body.name);
    const std::string left = seats_text(body.seats);
    const std::string right = there == nullptr ? std::string() : seats_text(there->seats);
    if (left != right) out.push_back({body.paragraph, "", body.name, left, right});
  }
  const auto places = [&](const Bodies& one, const Bodies& other, bool left) {
    for (const Place& place : one.places) {
      if (other.place(place.name) != nullptr) continue;
      std::string shown = fmt::format("{}: {}", place.sort, place.title);
      out.push_back({place.paragraph, "", place.name, left ? shown : "", left ? "" : shown});
    }
  };
  places(a.bodies, b.bodies, true);
  places(b.bodies, a.bodies, false);
  for (const Term& term : a.terms) {
    const Term* there = b.term(term.id);
    if (there != nullptr) compare_terms(term, *there, out);
    if (there == nullptr) out.push_back({term.paragraph, term.id, "term", whole(term), ""});
  }
  for (const Term& term : b.terms) {
    if (a.term(term.id) == nullptr) {
      out.push_back({term.paragraph, term.id, "term", "", whole(term)});
    }
  }
  std::stable_sort(out.begin(), out.end(), [](const Difference& x, const Difference& y) {
    return paragraph_order(x.paragraph) < paragraph_order(y.paragraph);
  });
  return out;
}

}  // namespace armistice
