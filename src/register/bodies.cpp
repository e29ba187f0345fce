// SPDX-License-Identifier: Apache-2.0
#include "register/bodies.h"

#include <fmt/format.h>

#include "base/limits.h"
#include "crypto/hash.h"

namespace armistice {

Result<void> put_body_file(Env& env, const RegisterLayout& layout, ByteView body) {
  const Path path = layout.body(sha256(body));
  if (env.exists(path)) return {};
  TRY(env.make_directories(layout.bodies()));
  return env.write_file(path, body);
}

Result<Bytes> read_body_file(Env& env, const RegisterLayout& layout, const Digest& digest) {
  Bytes body = TRY(env.read_file(layout.body(digest), limits::body_bytes_max));
  if (sha256(body) != digest) {
    return Error{Errc::damaged,
                 fmt::format("bodies/{}: other bytes than its name says", to_hex(digest.view()))};
  }
  return body;
}

Result<void> check_body(const BodyRef& body, ByteView bytes) {
  if (body.bytes != bytes.size()) {
    return Error{Errc::digest_mismatch,
                 fmt::format("a body of {} bytes, the text says {}", bytes.size(), body.bytes)};
  }
  const Digest digest = sha256(bytes);
  if (digest != body.digest) {
    return Error{Errc::digest_mismatch, fmt::format("a body with digest {}, the text says {}",
                                                    to_text(digest), to_text(body.digest))};
  }
  return {};
}

}  // namespace armistice
