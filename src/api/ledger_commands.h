// SPDX-License-Identifier: Apache-2.0
// Reports of what came in and went out, and of duties done, at the keyboard: each handler writes
// one record, signed by a key at hand. Spec: kinds/movement.md, shipment.md, fulfilment.md.
#pragma once

#include "api/client.h"

namespace armistice {

// Each: errors of write_record; `usage`, what was written and how it is written right.
Result<Json> movement_report(Client& client, const Arguments& arguments);
Result<Json> movement_shipment(Client& client, const Arguments& arguments);
Result<Json> duty_done(Client& client, const Arguments& arguments);

}  // namespace armistice
