// SPDX-License-Identifier: Apache-2.0
#include "base/bytes.h"

#include <fmt/format.h>

namespace armistice {
namespace {

constexpr std::string_view hex_digits = "0123456789abcdef";
constexpr std::string_view base64_digits =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

constexpr std::uint8_t no_digit = 0xff;

constexpr auto values_of(std::string_view digits) {
  std::array<std::uint8_t, 256> values{};
  for (auto& value : values) value = no_digit;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    values[static_cast<std::uint8_t>(digits[i])] = static_cast<std::uint8_t>(i);
  }
  return values;
}

constexpr auto hex_values = values_of(hex_digits);
constexpr auto base64_values = values_of(base64_digits);

std::uint8_t value_in(const std::array<std::uint8_t, 256>& values, char digit) {
  return values[static_cast<std::uint8_t>(digit)];
}

}  // namespace

Digest digest_of_bytes(ByteView bytes) {
  Digest digest;
  ASSERT(bytes.size() == digest.bytes.size());
  std::memcpy(digest.bytes.data(), bytes.data(), bytes.size());
  return digest;
}

Result<Digest> read_digest(ByteView bytes) {
  if (bytes.size() != sizeof(Digest)) {
    return Error{Errc::malformed, fmt::format("a digest of {} bytes, 32 expected", bytes.size())};
  }
  return digest_of_bytes(bytes);
}

std::string to_hex(ByteView bytes) {
  std::string hex;
  hex.reserve(bytes.size() * 2);
  for (const char c : bytes) {
    const auto byte = static_cast<std::uint8_t>(c);
    hex += hex_digits[byte >> 4];
    hex += hex_digits[byte & 15];
  }
  return hex;
}

Result<void> from_hex(std::string_view hex, std::span<std::uint8_t> bytes_out) {
  if (hex.size() != bytes_out.size() * 2) {
    return Error{Errc::malformed, fmt::format("{} hexadecimal digits, {} expected", hex.size(),
                                              bytes_out.size() * 2)};
  }
  for (std::size_t i = 0; i < bytes_out.size(); ++i) {
    const auto high = value_in(hex_values, hex[2 * i]);
    const auto low = value_in(hex_values, hex[2 * i + 1]);
    if (high == no_digit || low == no_digit) {
      return Error{Errc::malformed, "only digits 0-9 and a-f are hexadecimal here"};
    }
    bytes_out[i] = static_cast<std::uint8_t>(high << 4 | low);
  }
  return {};
}

std::string to_text(const Digest& digest) { return "sha256:" + to_hex(digest.view()); }

Result<Digest> parse_digest_hex(std::string_view hex) {
  Digest digest;
  TRY(from_hex(hex, digest.bytes));
  return digest;
}

Result<Digest> parse_digest(std::string_view text) {
  constexpr std::string_view prefix = "sha256:";
  if (!text.starts_with(prefix)) return Error{Errc::malformed, "a digest starts with sha256:"};
  return parse_digest_hex(text.substr(prefix.size()));
}

std::string to_base64(ByteView bytes) {
  std::string text;
  text.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const std::size_t left = std::min<std::size_t>(3, bytes.size() - i);
    std::uint32_t group = 0;
    for (std::size_t k = 0; k < 3; ++k) {
      group = group << 8 | (k < left ? static_cast<std::uint8_t>(bytes[i + k]) : 0U);
    }
    for (std::size_t k = 0; k < 4; ++k) {
      text += k <= left ? base64_digits[group >> (18 - 6 * k) & 63] : '=';
    }
  }
  return text;
}

Result<Bytes> from_base64(std::string_view text) {
  if (text.size() % 4 != 0) return Error{Errc::malformed, "base64 comes in groups of four"};
  std::size_t padding = 0;
  while (padding < 2 && padding < text.size() && text[text.size() - 1 - padding] == '=') ++padding;
  Bytes bytes;
  bytes.reserve(text.size() / 4 * 3);
  for (std::size_t i = 0; i < text.size(); i += 4) {
    const std::size_t digits = i + 4 == text.size() ? 4 - padding : 4;
    std::uint32_t group = 0;
    for (std::size_t k = 0; k < 4; ++k) {
      const auto value = k < digits ? value_in(base64_values, text[i + k]) : std::uint8_t{0};
      if (value == no_digit) return Error{Errc::malformed, "a character that is not base64"};
      group = group << 6 | value;
    }
    for (std::size_t k = 0; k + 1 < digits; ++k) bytes += static_cast<char>(group >> (16 - 8 * k));
    const std::uint32_t unused = digits == 4 ? 0 : group & ((1U << (8 * (4 - digits))) - 1);
    if (unused != 0) return Error{Errc::malformed, "base64 with bits left over"};
  }
  return bytes;
}

bool equal_constant_time(ByteView a, ByteView b) {
  if (a.size() != b.size()) return false;
  unsigned difference = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    difference |= static_cast<unsigned>(static_cast<std::uint8_t>(a[i] ^ b[i]));
  }
  return difference == 0;
}

}  // namespace armistice
