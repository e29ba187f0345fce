// SPDX-License-Identifier: Apache-2.0
// `head`: a second copy of the last accepted head, synced before a receipt is given, so that a
// database restored from an older backup is refused and two writers notice each other. Two slots
// written in turn: a power cut can damage only the one that was being written.
// Spec: register.md §4, §8.
#pragma once

#include <array>
#include <memory>
#include <optional>

#include "base/env.h"
#include "record/kinds/genesis.h"
#include "register/checkpoint.h"

namespace armistice {

/// What the file holds, whoever reads it.
struct HeadSlots {
  /// [slot]: the checkpoint there and its note; an error if the slot is not blank and not good.
  std::array<std::optional<Result<Checkpoint>>, 2> slots;
  std::array<Bytes, 2> notes;

  /// The slot of the larger good head; nothing if there is none.
  std::optional<std::size_t> last() const;
  /// What is wrong with a slot, if something is. Errors: `damaged`.
  Result<void> undamaged() const;
};

class HeadFile {
 public:
  static constexpr std::size_t slot_bytes = 4'096;

  /// Reads the file. Errors: `not_found`, `io`, `damaged` (another size).
  static Result<HeadSlots> read(Env& env, const Path& path, const Genesis& genesis);

  /// Opens for writing, making it if it is not there; `last` is the slot not to write next.
  /// Errors: `io`.
  static Result<HeadFile> open(Env& env, const Path& path, std::optional<std::size_t> last);

  /// Puts a head into the other slot and syncs it. Errors: `io`; then nothing may be written again.
  Result<void> write(ByteView note);

 private:
  HeadFile(std::unique_ptr<File> file, std::size_t next) : file_(std::move(file)), next_(next) {}

  std::unique_ptr<File> file_;
  std::size_t next_;
};

}  // namespace armistice
