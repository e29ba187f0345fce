// SPDX-License-Identifier: Apache-2.0
// Which heads count. The mode of a head is computed from its lines and nothing else.
// Spec: register.md §5, §6.
#pragma once

#include <string>
#include <vector>

#include "record/kinds/genesis.h"
#include "register/checkpoint.h"

namespace armistice {

enum class Mode : std::uint8_t {
  settled,      // every side, and the quorum of neutrals: final
  unwitnessed,  // every side
  contested,    // at least one side, and the quorum of neutrals
};

std::string_view word(Mode mode);
std::optional<Mode> mode_from_word(std::string_view word);

struct Cosigned {
  std::string party;
  UtcSeconds time;
};

/// A checkpoint whose log line is good, with the cosignatures that are.
struct Head {
  Checkpoint checkpoint;
  std::vector<Cosigned> cosigned;  // in the order of genesis, each party once
  std::optional<Mode> mode;        // nothing: accepted, not counted

  bool has_every_side(const Genesis& genesis) const;
  /// Of n times in ascending order, number (n-1)/2. REQUIRES: cosigned is not empty.
  UtcSeconds lower_median() const;
};

/// Reads and verifies a checkpoint's note against the keys of genesis.
/// Errors: `malformed`, `out_of_range`, `unknown_key` (no line of the log, or another origin),
/// `bad_signature` (a line of the log or of a cosigner that does not verify).
Result<Head> read_head(const Genesis& genesis, ByteView note);

/// The published tlog policy of `settled`, for stock witnesses. Spec: C2SP tlog-policy.
std::string policy_text(const Genesis& genesis);

}  // namespace armistice
