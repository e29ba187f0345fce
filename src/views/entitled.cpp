// SPDX-License-Identifier: Apache-2.0
#include "views/entitled.h"

#include <limits>

#include "terms/has.h"

namespace armistice {
namespace {

using Names = std::vector<std::string>;

std::string_view word_of(PermitAct act) { return permit_act_words[static_cast<std::size_t>(act)]; }

const Term* quorum_of_organ(const AgreementInForce& agreement, std::string_view organ) {
  return agreement.term<Quorum>([&](const Quorum& quorum) { return quorum.body == organ; });
}

}  // namespace

bool speaks_for_its_organ(const AgreementInForce& agreement, const Header& header) {
  if (!header.is_joint() || header.is_genesis()) return true;
  const Names members = members_of(agreement, header.author);
  return std::all_of(header.signers.begin(), header.signers.end(),
                     [&](const std::string& name) { return has(members, name); });
}

bool is_act_of(const AgreementInForce& agreement, const Header& header, std::string_view organ) {
  if (!header.is_joint() || header.author != organ) return false;
  if (!speaks_for_its_organ(agreement, header)) return false;
  const Term* quorum = quorum_of_organ(agreement, organ);
  if (quorum != nullptr) {
    return judge(*quorum, agreement.members(header.signers)).verdict == Verdict::may_act;
  }
  return header.signers.size() == members_of(agreement, organ).size();
}

bool is_whole_word(const AgreementInForce& agreement, const Header& header) {
  return !header.is_joint() || is_act_of(agreement, header, header.author);
}

const Term* permit_term(const AgreementInForce& agreement, std::string_view act,
                        std::optional<UtcSeconds> when) {
  constexpr UtcSeconds now{std::numeric_limits<std::int64_t>::max()};
  if (act == word_of(PermitAct::entering_zone)) {
    return agreement.term_at<ZoneAccess>(when.value_or(now),
                                         [](const ZoneAccess&) { return true; });
  }
  return agreement.term_at<PermitRequired>(when.value_or(now), [&](const PermitRequired& kind) {
    return act_words[static_cast<std::size_t>(kind.act)] == act;
  });
}

bool may_grant(const AgreementInForce& agreement, const Header& header, const Permit& permit) {
  const Term* term = permit_term(agreement, word_of(permit.act));
  if (term == nullptr || !is_whole_word(agreement, header)) return false;
  const auto* zone = std::get_if<ZoneAccess>(&term->kind);
  return has(zone != nullptr ? zone->granted_by
                             : grantors_of(std::get<PermitRequired>(term->kind), permit.territory),
             header.author);
}

bool may_task(const AgreementInForce& agreement, const Header& header, const TeamGroup& group) {
  if (is_act_of(agreement, header, group.of)) return true;
  if (header.is_joint() || quorum_of_organ(agreement, group.of) != nullptr) return false;
  const Term* cap =
      agreement.term<DispatchCap>([&](const DispatchCap& term) { return term.of == group.name; });
  return cap != nullptr && has(std::get<DispatchCap>(cap->kind).by, header.author);
}

std::string neutral_commission(const AgreementInForce& agreement) {
  const Term* quorum = agreement.term<Quorum>([](const Quorum&) { return true; });
  return quorum == nullptr ? std::string() : std::get<Quorum>(quorum->kind).body;
}

Names members_of(const AgreementInForce& agreement, std::string_view organ) {
  const AgreementOrgan* found = agreement.organ(organ);
  return found == nullptr ? Names{} : found->members;
}

bool inspects(const AgreementInForce& agreement, const NoStudy& term, std::string_view author) {
  for (const TeamGroup& group : agreement.folder.bodies.team_groups) {
    if (!has(term.of, group.name)) continue;
    if (group.of == author) return true;
    const AgreementOrgan* commission = agreement.organ(group.of);
    if (commission == nullptr) continue;
    const bool of_it = std::any_of(
        commission->members.begin(), commission->members.end(),
        [&](const std::string& member) { return party_of(member) == party_of(author); });
    if (of_it) return true;
  }
  return false;
}

Names requesters(const AgreementInForce& agreement) {
  const Term* term = agreement.term<Authority>(
      [](const Authority& authority) { return authority.act == "requesting-inspection"; });
  if (term == nullptr) return {};
  Names names;
  for (const std::string& name : std::get<Authority>(term->kind).by) {
    if (agreement.organ(name) == nullptr) names.push_back(name);
  }
  return names;
}

const Term* status_term(const AgreementInForce& agreement, std::string_view status) {
  return agreement.term<Status>([&](const Status& one) { return one.status == status; });
}

Names determiners(const AgreementInForce& agreement) {
  const Term* term = status_term(agreement, "determined");
  return term == nullptr ? Names{} : std::get<Status>(term->kind).agreed_by;
}

bool is_side(const AgreementInForce& agreement, std::string_view party) {
  const AgreementParty* found = agreement.folder.agreement.party(party);
  return found != nullptr && found->group == Group::sides;
}

std::string_view share_holder(std::string_view author) {
  return author.starts_with("joint/") ? author : party_of(author);
}

}  // namespace armistice
