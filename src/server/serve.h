// SPDX-License-Identifier: Apache-2.0
// The server: HTTP/1.1 on loopback, for the desks, the CLI and strangers who walk the register.
#pragma once

#include <cstdint>
#include <functional>

#include "api/node.h"

namespace armistice {

struct ServeOptions {
  std::uint16_t port = 8038;  // 0: any that is free
  /// Called once it listens, with its address.
  std::function<void(const std::string&)> listening;
};

/// Serves the node until SIGINT or SIGTERM; `serving` in its folder says where, for the CLI, and
/// goes away with it. Errors: `busy` (the port is taken), `io`.
Result<void> serve(Node& node, const ServeOptions& options);

/// What a running server wrote into `serving`.
struct Serving {
  std::uint16_t port = 0;
  std::string token;
};

/// Errors: `not_found` (nobody serves the folder), `malformed`, `io`.
Result<Serving> read_serving(Env& env, const NodeLayout& layout);

}  // namespace armistice
