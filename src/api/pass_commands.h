// SPDX-License-Identifier: Apache-2.0
// Passes and gate logs at the keyboard: each handler writes one record, signed by a key at hand.
// Spec: kinds/pass.md, gate-log.md.
#pragma once

#include "api/client.h"

namespace armistice {

// Each: errors of write_record; `usage`, what was written and how it is written right.
Result<Json> pass_grant(Client& client, const Arguments& arguments);
Result<Json> pass_gate(Client& client, const Arguments& arguments);

}  // namespace armistice
