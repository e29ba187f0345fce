// SPDX-License-Identifier: Apache-2.0
// Counted heads in register.db: each is an accepted head with the lines kept for it, and can be
// made again from them. Spec: register.md §5, §6.
#pragma once

#include <string>
#include <vector>

#include "register/quorum.h"
#include "register/store.h"

namespace armistice {

/// Puts an accepted head on display with the lines kept for it, if they reach a mode, and takes it
/// from display if they do not. Lines that do not verify are damage, since only good ones are kept:
/// they are erased, and their party may hand them in again.
/// REQUIRES: a Transaction on the store. Errors: those of read_head, `io`.
Result<Head> count_head(Store& store, const Genesis& genesis, const StoredHead& accepted);

/// Holds the newest counted heads against the heads and lines that they are made of, and makes
/// those anew that are damaged. Says so in `notices`. Errors: `damaged` (a counted head that never
/// was a head), `io`.
Result<void> mend_counted(Store& store, const Genesis& genesis, std::vector<std::string>& notices);

}  // namespace armistice
