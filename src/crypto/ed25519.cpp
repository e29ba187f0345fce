// SPDX-License-Identifier: Apache-2.0
#include "crypto/ed25519.h"

#include <sodium.h>

namespace armistice {
namespace {

void start_sodium() {
  static const int started = sodium_init();
  ASSERT(started >= 0);
}

// The y-coordinates of the eight points of small order, little-endian, without the sign bit: the
// identity, the point of order 2, the two of order 4 (y = 0) and the two pairs of order 8.
// Source: y of order 8 solves 2y² = 1 + d·y⁴ over the field of RFC 8032; the rest are 1, -1 and 0.
constexpr std::array<std::array<std::uint8_t, 32>, 5> small_order_y = {{
    {0x00},
    {0x01},
    {0x26, 0xe8, 0x95, 0x8f, 0xc2, 0xb2, 0x27, 0xb0, 0x45, 0xc3, 0xf4,
     0x89, 0xf2, 0xef, 0x98, 0xf0, 0xd5, 0xdf, 0xac, 0x05, 0xd3, 0xc6,
     0x33, 0x39, 0xb1, 0x38, 0x02, 0x88, 0x6d, 0x53, 0xfc, 0x05},
    {0xc7, 0x17, 0x6a, 0x70, 0x3d, 0x4d, 0xd8, 0x4f, 0xba, 0x3c, 0x0b,
     0x76, 0x0d, 0x10, 0x67, 0x0f, 0x2a, 0x20, 0x53, 0xfa, 0x2c, 0x39,
     0xcc, 0xc6, 0x4e, 0xc7, 0xfd, 0x77, 0x92, 0xac, 0x03, 0x7a},
    {0xec, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
     0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
     0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f},
}};

// Whether y, without the sign bit, is below p = 2^255 - 19.
bool is_canonical(const std::array<std::uint8_t, 32>& y) {
  if (y[31] != 0x7f) return true;
  for (std::size_t i = 30; i > 0; --i) {
    if (y[i] != 0xff) return true;
  }
  return y[0] < 0xed;
}

}  // namespace

SecretKey SecretKey::generate(Env& env) {
  std::array<std::uint8_t, 32> seed{};
  env.fill_random(seed);
  SecretKey key = from_seed({reinterpret_cast<const char*>(seed.data()), seed.size()});
  sodium_memzero(seed.data(), seed.size());
  return key;
}

SecretKey SecretKey::from_seed(ByteView seed) {
  start_sodium();
  ASSERT(seed.size() == 32);
  SecretKey key;
  crypto_sign_seed_keypair(key.public_key_.bytes.data(), key.expanded_.data(),
                           reinterpret_cast<const unsigned char*>(seed.data()));
  return key;
}

SecretKey::SecretKey(SecretKey&& other) noexcept
    : expanded_(other.expanded_), public_key_(other.public_key_) {
  sodium_memzero(other.expanded_.data(), other.expanded_.size());
}

SecretKey& SecretKey::operator=(SecretKey&& other) noexcept {
  if (this == &other) return *this;
  expanded_ = other.expanded_;
  public_key_ = other.public_key_;
  sodium_memzero(other.expanded_.data(), other.expanded_.size());
  return *this;
}

SecretKey::~SecretKey() { sodium_memzero(expanded_.data(), expanded_.size()); }

Signature SecretKey::sign(ByteView message) const {
  Signature signature;
  crypto_sign_detached(signature.bytes.data(), nullptr,
                       reinterpret_cast<const unsigned char*>(message.data()), message.size(),
                       expanded_.data());
  return signature;
}

Bytes SecretKey::seed() const {
  Bytes seed(32, '\0');
  crypto_sign_ed25519_sk_to_seed(reinterpret_cast<unsigned char*>(seed.data()), expanded_.data());
  return seed;
}

bool verify(const PublicKey& key, ByteView message, const Signature& signature) {
  start_sodium();
  return crypto_sign_verify_detached(signature.bytes.data(),
                                     reinterpret_cast<const unsigned char*>(message.data()),
                                     message.size(), key.bytes.data()) == 0;
}

bool is_acceptable(const PublicKey& key) {
  auto y = key.bytes;
  y[31] &= 0x7f;
  if (!is_canonical(y)) return false;
  return std::find(small_order_y.begin(), small_order_y.end(), y) == small_order_y.end();
}

}  // namespace armistice
