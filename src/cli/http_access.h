// SPDX-License-Identifier: Apache-2.0
// The way to a node that a server has open: the same commands, over loopback, with the token that
// only the folder's owner can read.
#pragma once

#include <memory>

#include "api/client.h"
#include "server/serve.h"

namespace armistice {

/// Errors: `not_found` when nobody answers where `serving` says (a server that was killed).
Result<std::unique_ptr<NodeAccess>> open_http_access(const Serving& serving);

}  // namespace armistice
