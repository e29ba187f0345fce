// SPDX-License-Identifier: Apache-2.0
// The one message in which a record is handed in: length of the note (4, big-endian), the note, the
// body. A body of no bytes and no body look alike, and are told apart by what the text says.
// Spec: register.md §4.
#pragma once

#include <optional>

#include "base/bytes.h"
#include "base/result.h"

namespace armistice {

/// What an author hands in.
struct Submission {
  Bytes entry;
  std::optional<Bytes> body;  // may be left out if sealed
};

Bytes to_bytes(const Submission& submission);

/// Errors: `malformed`, `too_large` (entry or body over its limit).
Result<Submission> parse_submission(ByteView bytes);

}  // namespace armistice
