// SPDX-License-Identifier: Apache-2.0
#include "record/vkey.h"

#include <fmt/format.h>

#include "base/text.h"
#include "crypto/hash.h"

namespace armistice {
namespace {

constexpr std::string_view key_file_prefix = "PRIVATE+KEY+";

Result<KeyType> parse_key_type(char byte) {
  switch (static_cast<KeyType>(byte)) {
    case KeyType::ed25519:
    case KeyType::cosignature:
      return static_cast<KeyType>(byte);
  }
  return Error{Errc::unsupported,
               fmt::format("key type {:#04x}", static_cast<unsigned char>(byte))};
}

// The three parts of `name+hash+base64`, the base64 decoded to a type and 32 bytes.
struct Parts {
  std::string_view name;
  KeyId id;
  KeyType type;
  Bytes bytes;
};

Result<Parts> parse_parts(std::string_view text) {
  const auto first = text.find('+');
  const auto second = first == std::string_view::npos ? first : text.find('+', first + 1);
  if (second == std::string_view::npos) {
    return Error{Errc::malformed, "a key is written name+9d4a07c1+base64"};
  }
  Parts parts{text.substr(0, first), {}, KeyType::ed25519, {}};
  if (!is_name(parts.name)) return Error{Errc::malformed, "a key's name is [a-z0-9/.-]{1,64}"};
  parts.id = TRY(parse_key_id(text.substr(first + 1, second - first - 1)));
  parts.bytes = TRY(from_base64(text.substr(second + 1)));
  if (parts.bytes.empty()) return Error{Errc::malformed, "a key with no bytes"};
  parts.type = TRY(parse_key_type(parts.bytes[0]));
  parts.bytes.erase(0, 1);
  if (parts.bytes.size() != 32) return Error{Errc::malformed, "a key has 32 bytes"};
  return parts;
}

std::string type_and(KeyType type, ByteView bytes) {
  return std::string(1, static_cast<char>(type)) + std::string(bytes);
}

}  // namespace

std::string to_text(KeyId id) { return fmt::format("{:08x}", id.value); }

Result<KeyId> parse_key_id(std::string_view hex) {
  std::array<std::uint8_t, 4> bytes{};
  TRY(from_hex(hex, bytes).within("key id"));
  return KeyId{static_cast<std::uint32_t>(bytes[0]) << 24 |
               static_cast<std::uint32_t>(bytes[1]) << 16 |
               static_cast<std::uint32_t>(bytes[2]) << 8 | bytes[3]};
}

KeyId VerifierKey::id() const {
  const Digest digest = sha256(name, "\n", type_and(type, key.view()));
  const auto& b = digest.bytes;
  return KeyId{static_cast<std::uint32_t>(b[0]) << 24 | static_cast<std::uint32_t>(b[1]) << 16 |
               static_cast<std::uint32_t>(b[2]) << 8 | b[3]};
}

std::string to_text(const VerifierKey& vkey) {
  return fmt::format("{}+{}+{}", vkey.name, to_text(vkey.id()),
                     to_base64(type_and(vkey.type, vkey.key.view())));
}

Result<VerifierKey> parse_vkey(std::string_view text) {
  const Parts parts = TRY(parse_parts(text));
  VerifierKey vkey{std::string(parts.name), parts.type, {}};
  std::memcpy(vkey.key.bytes.data(), parts.bytes.data(), 32);
  if (!is_acceptable(vkey.key)) {
    return Error{Errc::bad_signature, "a public key of small order or in another spelling"};
  }
  if (vkey.id() != parts.id) {
    return Error{Errc::malformed, fmt::format("the key's id is {}", to_text(vkey.id()))};
  }
  return vkey;
}

Bytes to_key_file(const NamedKey& key) {
  return fmt::format("{}{}+{}+{}\n", key_file_prefix, key.name, to_text(key.verifier().id()),
                     to_base64(type_and(key.type, key.secret.seed())));
}

Result<NamedKey> parse_key_file(ByteView text) {
  if (!text.starts_with(key_file_prefix) || !text.ends_with('\n')) {
    return Error{Errc::malformed, "a key file is one line, PRIVATE+KEY+name+9d4a07c1+base64"};
  }
  const auto line = text.substr(key_file_prefix.size(), text.size() - key_file_prefix.size() - 1);
  const Parts parts = TRY(parse_parts(line));
  NamedKey key{std::string(parts.name), parts.type, SecretKey::from_seed(parts.bytes)};
  if (key.verifier().id() != parts.id) {
    return Error{Errc::malformed, "the key file's id is not its key's"};
  }
  return key;
}

}  // namespace armistice
