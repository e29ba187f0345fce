// SPDX-License-Identifier: Apache-2.0
// Arrangements at the keyboard: something is asked, told or passed on, and answered. Each handler
// writes one record, signed by a key at hand. Spec: kinds/arrangement.md, arrangement-step.md.
#pragma once

#include "api/client.h"

namespace armistice {

// Each: errors of write_record; `usage`, what was written and how it is written right;
// `not_found`, a record that it names.
Result<Json> arrange_ask(Client& client, const Arguments& arguments);
Result<Json> arrange_answer(Client& client, const Arguments& arguments);

}  // namespace armistice
