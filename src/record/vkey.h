// SPDX-License-Identifier: Apache-2.0
// Verifier keys as text, and the key ids that stand in signature lines.
// Spec: record.md §4; C2SP signed-note.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "crypto/ed25519.h"

namespace armistice {

/// The first four bytes of a key's hash. Not unique: a name goes with it.
struct KeyId {
  std::uint32_t value = 0;
  friend auto operator<=>(const KeyId&, const KeyId&) = default;
};

std::string to_text(KeyId id);  // 8 lower-case hexadecimal digits

/// Errors: `malformed`.
Result<KeyId> parse_key_id(std::string_view hex);

enum class KeyType : std::uint8_t {
  ed25519 = 0x01,      // signs a note's text
  cosignature = 0x04,  // signs cosignature/v1 over a checkpoint
};

struct VerifierKey {
  std::string name;
  KeyType type = KeyType::ed25519;
  PublicKey key;

  KeyId id() const;
  friend bool operator==(const VerifierKey&, const VerifierKey&) = default;
};

/// `name+9d4a07c1+base64(type ‖ key)`.
std::string to_text(const VerifierKey& vkey);

/// Reads a vkey whose name is a name of record.md §2.
/// Errors: `malformed`, `unsupported` (type), `bad_signature` (a key that may not be enrolled).
Result<VerifierKey> parse_vkey(std::string_view text);

/// A signing key with the name and type it signs under.
struct NamedKey {
  std::string name;
  KeyType type = KeyType::ed25519;
  SecretKey secret;

  VerifierKey verifier() const { return {name, type, secret.public_key()}; }
};

/// The one line of a key file, `PRIVATE+KEY+name+9d4a07c1+base64(type ‖ seed)`, with its newline.
Bytes to_key_file(const NamedKey& key);

/// Errors: `malformed`, `unsupported`.
Result<NamedKey> parse_key_file(ByteView text);

}  // namespace armistice
