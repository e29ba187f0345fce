// SPDX-License-Identifier: Apache-2.0
// Rows of a side's own register, as its answers and the screening of drafts need them.
#pragma once

#include "api/node.h"
#include "api/screened_draft.h"

namespace armistice {

/// Whose own register the node holds. Errors: `unsupported`, if it is none.
Result<std::string> own_side_of(Node& node);

/// What drafts are held against. Errors: as own_side_of, `busy`, `io`.
Result<KeptPositions> kept_positions(Node& node);

/// SQL: whether the record at this column was taken back.
std::string positions_retracted(std::string_view index);

/// SQL: whether the request at this column is answered by an instruction that stands.
std::string request_answered(std::string_view index);

}  // namespace armistice
