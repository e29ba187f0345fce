// SPDX-License-Identifier: Apache-2.0
// A cosigner: it reads the entries back from the bytes on disk, recomputes admission and the tree,
// sees that every open body is there, and only then is a head signed. In an exercise on one machine
// the check runs once and the keys of all parties sign; a party's own node runs it on its mirror.
// Not for two threads at once. Spec: register.md §5, rule 13.
#pragma once

#include <memory>
#include <vector>

#include "register/admission.h"
#include "register/layout.h"
#include "register/replay.h"
#include "register/store.h"
#include "register/tile_files.h"
#include "register/tree.h"

namespace armistice {

class Cosigner {
 public:
  /// Starts from a head that counts already, or from genesis when `trusted` is nothing.
  /// Errors: as load_admission.
  static Result<std::unique_ptr<Cosigner>> open(Env& env, RegisterLayout layout,
                                                std::optional<Checkpoint> trusted);

  /// Recomputes everything up to the head. Void entries are signed on, so that no bad entry can
  /// kill a register; they are counted in `voids()`.
  /// Errors: `inconsistent` (another root), `incomplete` (an open body is not here),
  /// `digest_mismatch` (a body is another), `rolled_back` (smaller than one checked before), `io`.
  Result<void> check(const Checkpoint& head);

  TreeSize checked() const { return tree_.size(); }
  std::uint64_t voids() const { return voids_; }

 private:
  Cosigner(Env& env, RegisterLayout layout, Store store, std::unique_ptr<TileFiles> files,
           Admission admission, Tree tree);
  Result<void> take(const Replayed& item);

  Env& env_;
  const RegisterLayout layout_;
  Store store_;
  std::unique_ptr<TileFiles> files_;
  Admission admission_;
  Tree tree_;
  std::uint64_t voids_ = 0;
};

/// A party's cosigner key with the durable memory of the last head that it signed: it never signs
/// two roots of one size, nor a smaller head after a larger one.
class CosignerKey {
 public:
  /// `memory` is a file beside the key: the last head with this key's line, so that damage shows.
  /// Errors: `busy` (another process signs with it), `damaged`, `unsupported` (no cosigner's key),
  /// `io`.
  static Result<CosignerKey> open(Env& env, NamedKey key, Path memory);

  /// The line of a head that Cosigner::check() found good. Written down before it is given.
  /// Errors: `inconsistent`, `rolled_back`, `out_of_range` (this machine's clock is before 1970),
  /// `io`.
  Result<Bytes> sign(const Checkpoint& head);

  const NamedKey& key() const { return key_; }

 private:
  CosignerKey(Env& env, NamedKey key, Path memory, std::unique_ptr<FileLock> lock)
      : env_(&env), key_(std::move(key)), memory_(std::move(memory)), lock_(std::move(lock)) {}
  Result<void> load();

  Env* env_;
  NamedKey key_;
  Path memory_;
  std::unique_ptr<FileLock> lock_;
  std::optional<Checkpoint> last_;
  bool written_ = false;  // last_, by this process
};

}  // namespace armistice
