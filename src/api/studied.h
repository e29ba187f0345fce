// SPDX-License-Identifier: Apache-2.0
// What no inspection may study (42c) is stopped before an inspector signs it. Spec: api.md §9.
#pragma once

#include "api/client.h"

namespace armistice {

/// Who says it: a team in a case, or an author anywhere.
struct Reporter {
  std::string team;
  std::string author;
};

/// Errors: `usage`, naming the word, its paragraph and the way on; those of asking the node.
Result<void> stop_studied(Client& client, const Reporter& by, std::string_view text);

}  // namespace armistice
