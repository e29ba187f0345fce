// SPDX-License-Identifier: Apache-2.0
// A checkpoint: the size and root of a log at one moment, and the lines of those who stand for it.
// Spec: register.md §5; C2SP tlog-checkpoint and tlog-cosignature.
#pragma once

#include <string>
#include <vector>

#include "base/bytes.h"
#include "base/ids.h"
#include "base/result.h"
#include "base/time.h"
#include "record/signed_note.h"

namespace armistice {

struct Checkpoint {
  std::string origin;
  TreeSize size;
  Digest root;
  friend bool operator==(const Checkpoint&, const Checkpoint&) = default;
};

/// The three lines that are signed.
std::string to_text(const Checkpoint& checkpoint);

/// Reads the three lines; extension lines are refused. Errors: `malformed`, `out_of_range`.
Result<Checkpoint> parse_checkpoint(std::string_view text);

/// A checkpoint's note with the log's line. REQUIRES: log.type == ed25519.
Bytes sign_checkpoint(const NamedKey& log, const Checkpoint& checkpoint);

/// A cosignature/v1 line over a checkpoint's text. REQUIRES: cosigner.type == cosignature.
Bytes cosign(const NamedKey& cosigner, std::string_view checkpoint_text, UtcSeconds time);

/// Whether `payload` (time ‖ signature) is a good cosignature; its time if so.
std::optional<UtcSeconds> verify_cosignature(const PublicKey& key, std::string_view checkpoint_text,
                                             ByteView payload);

/// A note with more lines, in the given order, each with its newline.
Bytes add_lines(ByteView note, std::span<const Bytes> lines);

}  // namespace armistice
