// SPDX-License-Identifier: Apache-2.0
// The C2SP signed note: a text, an empty line, signature lines. This reader knows the form alone;
// which lines must be there is the business of records (record.h) and checkpoints.
// Spec: record.md §1, §3; C2SP signed-note v1.0.0.
#pragma once

#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "record/vkey.h"

namespace armistice {

struct SignatureLine {
  std::string_view name;  // in the note
  KeyId key;
  Bytes payload;  // what follows the key id: a signature, or a time and a signature
};

struct SignedNote {
  std::string_view text;  // with its last newline
  std::vector<SignatureLine> lines;
};

/// Reads the form. The views point into `note`. At most limits::signature_lines_max lines, names
/// without spaces or `+`. Errors: `malformed`, `too_large` (over limits::entry_bytes_max).
Result<SignedNote> parse_note(ByteView note);

/// `— name base64(id ‖ payload)` with its newline.
Bytes signature_line(std::string_view name, KeyId id, ByteView payload);

/// The line of a plain Ed25519 signature over `text`. REQUIRES: key.type == ed25519.
Bytes sign_text(const NamedKey& key, ByteView text);

}  // namespace armistice
