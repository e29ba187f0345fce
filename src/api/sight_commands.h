// SPDX-License-Identifier: Apache-2.0
// Sightings at the keyboard, one at a time or a file of them. Spec: kinds/sighting.md.
#pragma once

#include "api/client.h"

namespace armistice {

/// Errors: of write_record; `usage`, what was written and how it is written right.
Result<Json> sight_lodge(Client& client, const Arguments& arguments);

/// Lodges a sighting for each line of a CSV file. The whole file is read before anything is signed.
/// Errors: `malformed`, naming the line and its column; `too_large`; those of write_record, naming
/// the line from which to go on.
Result<Json> sight_import(Client& client, const Arguments& arguments);

}  // namespace armistice
