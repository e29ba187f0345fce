// SPDX-License-Identifier: Apache-2.0
// Ed25519 (RFC 8032) by libsodium's strict rule: points of small order and non-canonical encodings
// are refused, so that what we accept every other verifier accepts too. There is no batch
// verification, since it would accept what single verification refuses. Spec: record.md §5.
#pragma once

#include <array>
#include <compare>
#include <cstdint>

#include "base/bytes.h"
#include "base/env.h"
#include "base/result.h"

namespace armistice {

struct PublicKey {
  std::array<std::uint8_t, 32> bytes{};
  ByteView view() const { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }
  friend auto operator<=>(const PublicKey&, const PublicKey&) = default;
};

struct Signature {
  std::array<std::uint8_t, 64> bytes{};
  ByteView view() const { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }
  friend auto operator<=>(const Signature&, const Signature&) = default;
};

/// A signing key; wiped from memory when destroyed.
class SecretKey {
 public:
  /// A new key from the system's generator.
  static SecretKey generate(Env& env);

  /// The key of a 32-byte seed (RFC 8032 §5.1.5). REQUIRES: seed.size() == 32.
  static SecretKey from_seed(ByteView seed);

  SecretKey(const SecretKey&) = delete;
  SecretKey& operator=(const SecretKey&) = delete;
  SecretKey(SecretKey&& other) noexcept;
  SecretKey& operator=(SecretKey&& other) noexcept;
  ~SecretKey();

  const PublicKey& public_key() const { return public_key_; }
  Signature sign(ByteView message) const;

  /// The 32 bytes to write into a key file.
  Bytes seed() const;

 private:
  SecretKey() = default;
  std::array<std::uint8_t, 64> expanded_{};
  PublicKey public_key_;
};

/// Whether the signature verifies under the strict rule. Cost: about 45 µs.
bool verify(const PublicKey& key, ByteView message, const Signature& signature);

/// Whether a key may be enrolled: canonical encoding and not of small order. (A key off the curve
/// passes and is harmless: nothing ever verifies under it.)
bool is_acceptable(const PublicKey& key);

}  // namespace armistice
