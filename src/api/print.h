// SPDX-License-Identifier: Apache-2.0
// How answers read on a terminal: tables of aligned columns, fields with their names, plain text.
// One function a shape, for the table of commands.
#pragma once

#include <span>
#include <string>

#include "base/json.h"

namespace armistice {

/// What somebody said, for a terminal: control characters but newlines as spaces, so that no text
/// takes the reader's terminal over.
std::string for_terminal(std::string_view text);

// Fields of an answer, which its shape says are there.
const std::string& text_in(const Json& object, std::string_view key);
std::int64_t integer_in(const Json& object, std::string_view key);
const Json::Array& list_in(const Json& object, std::string_view key);

/// A value on its own; a dash where there is none, or an empty text.
std::string or_dash(const Json* value);
std::string or_dash(const std::string& text);

/// These fields of a row as a row of a table, with a dash where nothing is said.
Json columns_of(const Json& row, std::span<const std::string_view> keys);
/// print_rows of these fields.
std::string print_some(const Json::Array& rows, std::span<const std::string_view> keys);
/// The same under a title, after an empty line; nothing of no rows.
std::string print_titled(std::string_view title, const Json::Array& rows,
                         std::span<const std::string_view> keys);

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
