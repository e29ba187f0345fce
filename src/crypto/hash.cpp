// SPDX-License-Identifier: Apache-2.0
#include "crypto/hash.h"

#include <openssl/evp.h>

#include <memory>

namespace armistice {
namespace {

struct FreeContext {
  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

// Fetching the algorithm costs more than hashing a tree node with it, so each thread keeps both.
struct Hasher {
  EVP_MD* algorithm = EVP_MD_fetch(nullptr, "SHA2-256", nullptr);
  std::unique_ptr<EVP_MD_CTX, FreeContext> context{EVP_MD_CTX_new()};

  Hasher() { ASSERT(algorithm != nullptr && context != nullptr); }
  Hasher(const Hasher&) = delete;
  Hasher& operator=(const Hasher&) = delete;
  ~Hasher() { EVP_MD_free(algorithm); }
};

template <typename... Pieces>
Digest hash(const Pieces&... pieces) {
  thread_local Hasher hasher;
  EVP_MD_CTX* context = hasher.context.get();
  Digest digest;
  bool good = EVP_DigestInit_ex2(context, hasher.algorithm, nullptr) == 1;
  ((good = good && EVP_DigestUpdate(context, pieces.data(), pieces.size()) == 1), ...);
  good = good && EVP_DigestFinal_ex(context, digest.bytes.data(), nullptr) == 1;
  ASSERT(good);
  return digest;
}

}  // namespace

Digest sha256(ByteView bytes) { return hash(bytes); }
Digest sha256(ByteView first, ByteView second) { return hash(first, second); }
Digest sha256(ByteView first, ByteView second, ByteView third) {
  return hash(first, second, third);
}

}  // namespace armistice
