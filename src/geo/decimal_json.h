// SPDX-License-Identifier: Apache-2.0
// JSON with decimal numbers, which GeoJSON and receivers write and records may not hold. Every
// number is kept as the text that was written, so that no reader rounds it; all else is as strict
// as base/json.h. Spec: ground.md §1.
#pragma once

#include <optional>

#include "base/json.h"

namespace armistice {

/// Reads one JSON value whose numbers may have fractions. Errors: those of parse_json; `malformed`
/// for U+007F, which marks numbers inside the value.
Result<Json> parse_decimal_json(ByteView text, std::size_t bytes_max);

/// The number as it was written; nothing if the value is none.
std::optional<std::string_view> number_text(const Json& value);

/// The text; nothing if the value is no text (a number is none).
std::optional<std::string_view> plain_text(const Json& value);

}  // namespace armistice
