// SPDX-License-Identifier: Apache-2.0
// Bytes as received. Most of what this program keeps is text that people can read, so bytes are
// held as strings: no conversion stands between what is signed, what is stored and what is printed.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <cstring>
#include <functional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace armistice {

using Bytes = std::string;
using ByteView = std::string_view;

/// A SHA-256 value. Which bytes it stands for is said by the name of the field that holds it.
struct Digest {
  std::array<std::uint8_t, 32> bytes{};

  ByteView view() const { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }
  friend auto operator<=>(const Digest&, const Digest&) = default;
};

/// REQUIRES: bytes.size() == 32.
Digest digest_of_bytes(ByteView bytes);

/// The same for bytes from a disk or a wire. Errors: `malformed` (another length).
Result<Digest> read_digest(ByteView bytes);

/// Lower-case hexadecimal.
std::string to_hex(ByteView bytes);

/// Reads lower-case hexadecimal of exactly `bytes_out.size()` bytes. Errors: `malformed`.
Result<void> from_hex(std::string_view hex, std::span<std::uint8_t> bytes_out);

/// `sha256:<64 hex>`, the only form in which a digest stands in a text.
std::string to_text(const Digest& digest);

/// Reads `sha256:<64 lower-case hex>`. Errors: `malformed`.
Result<Digest> parse_digest(std::string_view text);

/// Reads 64 lower-case hexadecimal digits. Errors: `malformed`.
Result<Digest> parse_digest_hex(std::string_view hex);

/// Standard padded base64 (RFC 4648 §4).
std::string to_base64(ByteView bytes);

/// Reads standard padded base64 and nothing else: no white space, no missing padding, no bits left
/// over, so that every value has one spelling. Errors: `malformed`.
Result<Bytes> from_base64(std::string_view text);

/// Whether both are equal, in a time that depends on the sizes alone. For tokens and secrets.
bool equal_constant_time(ByteView a, ByteView b);

}  // namespace armistice

template <>
struct std::hash<armistice::Digest> {
  std::size_t operator()(const armistice::Digest& digest) const noexcept {
    std::size_t head = 0;  // a digest is its own good hash
    std::memcpy(&head, digest.bytes.data(), sizeof head);
    return head;
  }
};
