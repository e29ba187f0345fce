// SPDX-License-Identifier: Apache-2.0
#include "register/bodies.h"

#include <fmt/format.h>

#include <mutex>

#include "base/limits.h"
#include "crypto/hash.h"

namespace armistice {

namespace {

// Whether the file is there and holds these bytes; then it is durable when this returns.
Result<bool> holds(Env& env, const Path& path, ByteView body) {
  const auto file = env.open(path, OpenMode::read);
  if (!file.ok()) return false;
  const auto size = (*file)->size();
  if (!size.ok() || *size != body.size()) return false;
  const auto there = (*file)->read(0, body.size());
  if (!there.ok() || *there != body) return false;
  TRY((*file)->sync());
  TRY(env.sync_directory(path.parent_path()));
  return true;
}

Result<void> write_draft(Env& env, const Path& draft, ByteView body) {
  const auto file = TRY(env.open(draft, OpenMode::read_write));
  TRY(file->truncate(0));
  TRY(file->write(0, body));
  return file->sync();
}

}  // namespace

Result<void> put_body_file(Env& env, const RegisterLayout& layout, ByteView body) {
  const Path path = layout.body(sha256(body));
  // One at a time: two authors may hand in the same body at once, and share the draft. Its name is
  // the register's, so that what a crash leaves is written over and never piles up.
  static std::mutex one_draft;
  const std::lock_guard lock(one_draft);
  TRY(env.make_directories(layout.bodies()));
  if (TRY(holds(env, path, body))) return {};
  const Path draft = layout.bodies() / (layout.name + ".new");
  TRY(write_draft(env, draft, body));
  TRY(env.rename(draft, path));
  return env.sync_directory(layout.bodies());
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
