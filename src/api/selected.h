// SPDX-License-Identifier: Apache-2.0
// Rows of the views as JSON, column by column.
#pragma once

#include <span>

#include "base/database.h"
#include "base/json.h"

namespace armistice {

/// One column of an answer, in the order of the SELECT.
struct Column {
  const char* name;
  enum : std::uint8_t { integer, text, digest, boolean, names } type;
};

/// The row a SELECT stands on. Names are a list of the words of a text.
Json row_json(const Statement& row, std::span<const Column> columns);

/// All rows that are left. Errors: `io`.
Result<Json> rows_json(Statement& select, std::span<const Column> columns);

}  // namespace armistice
