// SPDX-License-Identifier: Apache-2.0
#include "views/arrangements/owing.h"

#include "base/text.h"
#include "record/header.h"
#include "terms/has.h"

namespace armistice {
namespace {

bool is_party(const AgreementInForce& agreement, std::string_view name) {
  return agreement.folder.agreement.party(name) != nullptr;
}

bool is_of_one_party(const AgreementInForce& agreement, std::string_view a, std::string_view b) {
  return party_of(a) == party_of(b) && is_party(agreement, party_of(a));
}

}  // namespace

bool speaks_for(const AgreementInForce& agreement, const Header& header, std::string_view name) {
  const std::string& author = header.author;
  if (author == name || (is_party(agreement, name) && party_of(author) == name)) return true;
  const Bodies& bodies = agreement.folder.bodies;
  const TeamGroup* group = agreement.group_of(name);
  if (group == nullptr) group = bodies.group(name);
  const std::string_view body = group == nullptr ? name : std::string_view(group->of);
  if (author == body) return true;
  for (const TreatyBody& one : bodies.bodies) {
    if (one.name != body) continue;
    return std::any_of(one.seats.begin(), one.seats.end(),
                       [&](const Seats& seats) { return seats.from == party_of(author); });
  }
  return false;
}

Speaks speaks_in(const AgreementInForce& agreement, const Header& header, const AskedFor& one) {
  Speaks speaks;
  speaks.for_asker = speaks_for(agreement, header, one.by);
  for (const std::string& name : one.to) {
    if (speaks_for(agreement, header, name)) speaks.for_asked.push_back(name);
  }
  return speaks;
}

bool is_named(const AgreementInForce& agreement, std::string_view name) {
  if (is_party(agreement, party_of(name))) return true;
  return agreement.organ(name) != nullptr || agreement.group_of(name) != nullptr ||
         agreement.folder.bodies.has(name);
}

bool is_listed(const AgreementInForce& agreement, std::string_view name,
               const std::vector<std::string>& listed) {
  if (has(listed, name) || has(listed, party_of(name))) return true;
  const TeamGroup* group = agreement.group_of(name);
  return group != nullptr && has(listed, group->name);
}

bool is_sort(const AgreementInForce& agreement, std::string_view sort) {
  return agreement.term<ArrangementOwed>([&](const auto& one) { return one.sort == sort; }) ||
         agreement.term<Languages>([&](const auto& one) { return one.sort == sort; }) ||
         agreement.term<CoLocation>([&](const auto& one) { return one.sort == sort; }) ||
         agreement.term<Silence>([&](const auto& one) { return one.sort == sort; }) ||
         agreement.term<AfterQuiet>([&](const auto& one) { return one.sort == sort; });
}

std::vector<const Term*> owed_by(const AgreementInForce& agreement, const AskedFor& one) {
  std::vector<const Term*> found;
  for (const Term* term : agreement.terms<ArrangementOwed>()) {
    const auto& kind = std::get<ArrangementOwed>(term->kind);
    if (kind.sort != one.sort || !is_listed(agreement, one.by, kind.by)) continue;
    const bool owes = std::any_of(one.to.begin(), one.to.end(), [&](const std::string& name) {
      return is_listed(agreement, name, kind.of) && !is_of_one_party(agreement, name, one.by);
    });
    if (owes) found.push_back(term);
  }
  return found;
}

std::optional<UtcSeconds> next_due(const Term& term, const AskedFor& one, const CameTo& came) {
  if (came.is_closed(one.withdrawn)) return std::nullopt;
  const DueTimes due = due_times(std::get<ArrangementOwed>(term.kind), one.asked, one.until,
                                 term.chosen("at_once", AtOnce::one_day));
  return due.answer && !came.answered ? due.answer : due.done;
}

}  // namespace armistice
