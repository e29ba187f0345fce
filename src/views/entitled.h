// SPDX-License-Identifier: Apache-2.0
// Who may take which step, by the agreement in force: whom a joint record speaks for, and whose
// word moves a case. Pure. Spec: views.md §5.
#pragma once

#include "record/header.h"
#include "record/kinds/permit.h"
#include "views/agreement_in_force.h"

namespace armistice {

/// Whether every signer of a joint record is a member of the organ that is its author; true of a
/// record by one author. An organ that the agreement does not know speaks for nobody.
bool speaks_for_its_organ(const AgreementInForce& agreement, const Header& header);

/// Whether a record is an act of an organ: by it, and by its quorum where a paragraph says one,
/// else by all its members.
bool is_act_of(const AgreementInForce& agreement, const Header& header, std::string_view organ);

/// Whether a record is the whole word of its author: by one author, or an act of its organ.
bool is_whole_word(const AgreementInForce& agreement, const Header& header);

/// The term by which an act, a word of permit_act_words, needs a permit; nothing if it needs none.
/// Of an act at a moment, the term that was in force then.
const Term* permit_term(const AgreementInForce& agreement, std::string_view act,
                        std::optional<UtcSeconds> when = {});

/// Whether a term lets the author of a record grant this permit. The permit of anybody else, or of
/// some members of a commission, stands and grants nothing.
bool may_grant(const AgreementInForce& agreement, const Header& header, const Permit& permit);

/// Whether a record may task a team of a group: as an act of the group's commission, or, where that
/// is no commission of neutrals, by one senior member alone (27).
bool may_task(const AgreementInForce& agreement, const Header& header, const TeamGroup& group);

/// The commission whose quorum the agreement speaks of; empty: none.
std::string neutral_commission(const AgreementInForce& agreement);

/// Whether a party is one of the sides.
bool is_side(const AgreementInForce& agreement, std::string_view party);

/// By whom a share of a limit is used up: the author's party, but of a joint record its organ, so
/// that organs do not use up one another's.
std::string_view share_holder(std::string_view author);

/// The members of an organ; none if there is no such organ.
std::vector<std::string> members_of(const AgreementInForce& agreement, std::string_view organ);

/// Whether an author is the commission of a term's teams, or of a party that sits in it: what they
/// put on record anywhere is a report of an inspector's.
bool inspects(const AgreementInForce& agreement, const NoStudy& term, std::string_view author);

/// Who may ask for an inspection, each alone; without joint organs.
std::vector<std::string> requesters(const AgreementInForce& agreement);

/// The term by which a standing (`determined`, `corrected`, `amended`) is given; nothing: none.
const Term* status_term(const AgreementInForce& agreement, std::string_view status);

/// Whose signatures, together, determine a case.
std::vector<std::string> determiners(const AgreementInForce& agreement);

}  // namespace armistice
