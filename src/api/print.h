// SPDX-License-Identifier: Apache-2.0
// How answers read on a terminal: tables of aligned columns, fields with their names, plain text.
// One function a shape, for the table of commands.
#pragma once

#include <string>

#include "base/json.h"

namespace armistice {

/// What somebody said, for a terminal: control characters but newlines as spaces, so that no text
/// takes the reader's terminal over.
std::string for_terminal(std::string_view text);

std::string print_records(const Json& answer);
std::string print_record(const Json& answer);
std::string print_submitted(const Json& answer);
std::string print_registers(const Json& answer);
std::string print_heads(const Json& answer);
std::string print_head(const Json& answer);
std::string print_keys(const Json& answer);
std::string print_rows(const Json& answer);    // any list of flat objects, a column a field
std::string print_fields(const Json& answer);  // any object, a line a field
std::string print_text(const Json& answer);    // the field `text`, as it is
std::string print_proof(const Json& answer);   // the field `proof`, as it is
std::string print_lines(const Json& answer);   // the field `line` of each row
std::string print_verified(const Json& answer);
std::string print_made(const Json& answer);
std::string print_draft(const Json& answer);

}  // namespace armistice
