// SPDX-License-Identifier: Apache-2.0
// What both delegations have signed by a day, and the draft that it makes (terms/agreed_draft.h).
// Rows of the view conference; nothing is kept of the draft.
#pragma once

#include "api/node.h"
#include "terms/agreed_draft.h"

namespace armistice {

/// Points that stand, in the order of their days; of every day, if none is named. Errors: `busy`,
/// `io`.
Result<Json> agreed_by(Node& node, std::optional<std::int64_t> day);

/// The day of a name such as `agreed-1952-01-31`.
std::optional<StatedDay> agreed_draft_day(std::string_view name);

/// The draft of the points of that day and before, under this agreement. Errors: as agreed_by.
Result<RivalDraft> agreed_draft_on(Node& node, const AgreementFolder& agreement,
                                   const StatedDay& day);

/// The draft of all points that stand, by the newest one's day; nothing is agreed: none.
Result<std::optional<RivalDraft>> newest_agreed_draft(Node& node, const AgreementFolder& agreement);

}  // namespace armistice
