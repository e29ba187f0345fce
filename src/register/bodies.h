// SPDX-License-Identifier: Apache-2.0
// Bodies that do not fit into the register's own rows, as files under their digest.
// Spec: register.md §8.
#pragma once

#include "base/bytes.h"
#include "base/env.h"
#include "record/header.h"
#include "register/layout.h"

namespace armistice {

/// Stores a body durably under its digest, also where one is there that is damaged, or that nobody
/// has synced yet. May be called by many threads. REQUIRES: no other process writes this register.
/// Errors: `io`.
Result<void> put_body_file(Env& env, const RegisterLayout& layout, ByteView body);

/// Reads a body and holds it against its digest. Errors: `not_found` (withheld), `damaged`, `io`.
Result<Bytes> read_body_file(Env& env, const RegisterLayout& layout, const Digest& digest);

/// Holds bytes against what a record says of its body. Errors: `digest_mismatch`.
Result<void> check_body(const BodyRef& body, ByteView bytes);

}  // namespace armistice
