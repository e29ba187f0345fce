// SPDX-License-Identifier: Apache-2.0
// `armistice watch`: judges fixes against the agreement's line, or other zones, in the caller's own
// process. It signs nothing and keeps nothing: it proposes. Spec: ground.md §6, §7.
#pragma once

#include <string>

#include "api/client.h"
#include "api/watched.h"

namespace armistice {

/// Reads and judges as the arguments of `watch` say. Errors: as watch_fixes.
Result<WatchedFixes> watched_of(Client& client, const Arguments& arguments);

/// The handler of the table. Errors: `usage` (arguments), `not_found`, those of read_fixes,
/// Ground::read_line and Ground::read_zones.
Result<Json> watch_fixes(Client& client, const Arguments& arguments);

/// The answer as a table, with what was rejected and the sums below.
std::string print_watched(const Json& answer);

}  // namespace armistice
