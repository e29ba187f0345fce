// SPDX-License-Identifier: Apache-2.0
// One line of CSV (RFC 4180) into its cells.
#pragma once

#include <string>
#include <vector>

#include "base/bytes.h"

namespace armistice {

/// Splits a line at its commas; a cell in quotes may hold commas, and "" for a quote. A quoted cell
/// ends on its line: receivers write no line ends in cells, and one open quote would swallow a
/// file. Errors: `malformed`, naming the column.
Result<std::vector<std::string>> split_csv(ByteView line);

}  // namespace armistice
