// SPDX-License-Identifier: Apache-2.0
// Small readings of ASCII text, each with exactly one accepted spelling a value.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace armistice {

/// Reads an unsigned decimal: digits only, no sign, no leading zero, at most 2^63 - 1 so that every
/// number fits a signed column. Errors: `malformed`, `out_of_range`.
Result<std::uint64_t> parse_decimal(std::string_view digits);

/// Splits at every `separator`; n separators give n + 1 pieces.
std::vector<std::string_view> split(std::string_view text, char separator);

/// Takes the next line off the front of `rest`, without its newline. Nothing if no newline is left.
std::optional<std::string_view> take_line(std::string_view& rest);

/// Whether `name` is `[a-z0-9/.-]{1,64}`. Spec: record.md §2.
bool is_name(std::string_view name);

/// Whether it reads as a code of ISO 639: two or three small letters.
bool is_language(std::string_view text);

/// Whether the bytes are well-formed UTF-8 (no surrogates, no overlong forms).
bool is_utf8(std::string_view bytes);

/// The party of a name: its first segment (`unc` of `unc/delegation`).
std::string_view party_of(std::string_view name);

/// Whether `name` lies below `party`: `unc/delegation` below `unc`, but neither `unc` nor `unc/`.
bool is_below(std::string_view name, std::string_view party);

}  // namespace armistice
