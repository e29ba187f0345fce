// SPDX-License-Identifier: Apache-2.0
// Who may ask: the checks that keep other web pages and other machines from using a browser's or a
// user's reach to this server. Spec: api.md §3; rule 25.
#pragma once

#include <string>

#include "base/env.h"
#include "server/request.h"

namespace armistice {

class Guard {
 public:
  /// A guard of an address on loopback, with a token for this start.
  Guard(Env& env, std::uint16_t port);

  /// Errors: `forbidden`, saying which check failed.
  Result<void> admit(const Request& request) const;

  const std::string& token() const { return token_; }
  /// `http://127.0.0.1:8038`
  const std::string& address() const { return address_; }

 private:
  std::string token_;
  std::string address_;
  std::string hosts_[2];
};

}  // namespace armistice
