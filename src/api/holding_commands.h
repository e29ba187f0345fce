// SPDX-License-Identifier: Apache-2.0
// Lists, counts and checks of sites at the keyboard: each handler writes one record, signed by a
// key at hand. A list stays on this machine until it is opened. Spec: kinds/commitment.md,
// opening.md, count.md, site-check.md.
#pragma once

#include "api/client.h"

namespace armistice {

// Each: errors of write_record; `usage`, what was written and how it is written right.
/// Writes the list with its salt beside the caller's and lodges its digest.
/// Errors: `exists` (such a file is there), `malformed` (the list, with its line), `io`.
Result<Json> disposition_lodge(Client& client, const Arguments& arguments);
/// Errors: `not_found`, `digest_mismatch` (another list than was lodged).
Result<Json> disposition_open(Client& client, const Arguments& arguments);
Result<Json> count_state(Client& client, const Arguments& arguments);
Result<Json> site_check(Client& client, const Arguments& arguments);

}  // namespace armistice
