// SPDX-License-Identifier: Apache-2.0
// Who speaks for whom in an arrangement, and which terms are about it, by the agreement in force.
// Pure. Spec: views.md §11.
#pragma once

#include "views/agreement_in_force.h"
#include "views/arrangements/standing.h"

namespace armistice {

struct Header;

/// Whether a record's author speaks for a party, a desk, a body or a team: as its party, as that
/// desk, as the body itself, or as one of a party that sits in the body or the team's body.
bool speaks_for(const AgreementInForce& agreement, const Header& header, std::string_view name);
Speaks speaks_in(const AgreementInForce& agreement, const Header& header, const AskedFor& one);

/// Whether the agreement knows a party, desk, body, team or group of teams by that name.
bool is_named(const AgreementInForce& agreement, std::string_view name);

/// Whether a name of a record is one that a term lists: itself, its party, or its group of teams.
bool is_listed(const AgreementInForce& agreement, std::string_view name,
               const std::vector<std::string>& listed);

/// Whether any term is about arrangements of that sort.
bool is_sort(const AgreementInForce& agreement, std::string_view sort);

/// The terms by which somebody addressed owes it to who asks; nobody owes themselves.
std::vector<const Term*> owed_by(const AgreementInForce& agreement, const AskedFor& one);

/// When the next thing is due by a term's reading: the answer, then the doing. Nothing: neither.
std::optional<UtcSeconds> next_due(const Term& term, const AskedFor& one, const CameTo& came);

}  // namespace armistice
