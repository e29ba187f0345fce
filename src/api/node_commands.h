// SPDX-License-Identifier: Apache-2.0
// The handlers of the table's commands about folders and keys: init, key, verify. They run in the
// caller's process.
#pragma once

#include "api/client.h"

namespace armistice {

Result<Json> init_node(Client& client, const Arguments& arguments);
Result<Json> verify_folder(Client& client, const Arguments& arguments);
Result<Json> key_new(Client& client, const Arguments& arguments);
Result<Json> key_show(Client& client, const Arguments& arguments);
Result<Json> print_schema(Client& client, const Arguments& arguments);

}  // namespace armistice
