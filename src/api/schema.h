// SPDX-License-Identifier: Apache-2.0
// What is printed from the table of commands for others: TypeScript types, a JSON schema, a manual
// page. There is no second list to keep in step.
#pragma once

#include <string>

#include "base/json.h"

namespace armistice {

/// JSON schema (draft 2020-12): every shape in `$defs`, every command with arguments and answer.
Json schema_json();

/// The types of the web desks: an interface a shape, and the table of commands.
std::string schema_typescript();

/// The manual page, in roff.
std::string man_page();

}  // namespace armistice
