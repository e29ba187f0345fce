// SPDX-License-Identifier: Apache-2.0
// The handler of `agreement amend`, and how the agreement in force is read on a terminal.
// Spec: kinds/amendment.md.
#pragma once

#include "api/client.h"

namespace armistice {

/// Signs changes of the agreement in force, by those whose keys are at hand, as one organ.
/// Errors: `usage` (no organ has these members), `not_found` (the file), those of write_joint.
Result<Json> agreement_amend(Client& client, const Arguments& arguments);

std::string print_agreement_shown(const Json& answer);

}  // namespace armistice
