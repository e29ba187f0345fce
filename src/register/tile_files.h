// SPDX-License-Identifier: Apache-2.0
// Full tiles and bundles as files under tiles/, each written once and whole. They are made from
// register.db and can be made again; a mirror may copy the folder as it is. May be used by many
// threads. Spec: register.md §2, §8.
#pragma once

#include <mutex>

#include "register/layout.h"
#include "register/store.h"
#include "register/tree.h"

namespace armistice {

class TileFiles {
 public:
  TileFiles(Env& env, RegisterLayout layout, Store store)
      : env_(env), layout_(std::move(layout)), store_(std::move(store)) {}

  /// A full tile or bundle: its file, or made from register.db if there is none.
  /// REQUIRES: the register is large enough. Errors: `damaged`, `io`.
  Result<Bytes> read(const TileId& id);

  /// Makes a full tile, or a bundle of any width, from register.db. Errors: `damaged`, `io`.
  Result<Bytes> make(const TileId& id);

  /// Stores a full tile or bundle durably. Errors: `io`.
  Result<void> write(const TileId& id, ByteView bytes);

  bool has_file(const TileId& id) { return env_.exists(layout_.tile(id)); }

 private:
  Env& env_;
  const RegisterLayout layout_;
  std::mutex store_mutex_;
  Store store_;
};

/// A tree of `size` over the entries in `store`, its full tiles from `files`, which must outlive
/// it. Errors: `damaged`, `io`.
Result<Tree> load_tree(Store& store, TileFiles& files, TreeSize size);

/// The full tiles and bundles of a register of `size`, level by level, bundles first.
std::vector<TileId> full_tiles(TreeSize size);

}  // namespace armistice
