// SPDX-License-Identifier: Apache-2.0
// What a side writes into its own register, and asks it about a draft. The handlers of the table's
// client commands. Spec: api.md §14.
#pragma once

#include "api/client.h"

namespace armistice {

/// Makes a side's own register: a node of one party, for whom nothing is shared.
Result<Json> own_init(Client& client, const Arguments& arguments);
/// Reads `file`, whole, before anything is written; then writes its facts as `as`. Errors: of the
/// file `malformed` with line and column; those of write_record.
Result<Json> own_import(Client& client, const Arguments& arguments);
/// Releases a rung of the ladder that is in force on an issue.
Result<Json> own_release(Client& client, const Arguments& arguments);
/// Gives an instruction, to a request or unasked.
Result<Json> own_instruct(Client& client, const Arguments& arguments);
/// Holds every fact of a file, or one body, against the register.
Result<Json> own_check(Client& client, const Arguments& arguments);

}  // namespace armistice
