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

  /// Makes a full tile, or a bundle of any width, from register.db; a tile above level 0 from the
  /// files below it where they are there. Errors: `damaged`, `io`.
  Result<Bytes> make(const TileId& id);

  /// The same without a look at any file. Cost: 256^(level + 1) entries are read.
  Result<Bytes> make_from_entries(const TileId& id);

  /// Stores a full tile or bundle durably. Errors: `io`.
  Result<void> write(const TileId& id, ByteView bytes);

  bool has_file(const TileId& id) { return env_.exists(layout_.tile(id)); }

 private:
  using Below = Result<Bytes> (TileFiles::*)(const TileId&);
  Result<Bytes> make(const TileId& id, Below below);

  Env& env_;
  const RegisterLayout layout_;
  std::mutex store_mutex_;
  Store store_;
};

/// A tree of `size` over the entries in `store`, its full tiles from `files`, which must outlive
/// it. Errors: `damaged`, `io`.
Result<Tree> load_tree(Store& store, TileFiles& files, TreeSize size);

/// Whether a bundle holds the entries with these leaf hashes, 32 bytes each.
bool is_bundle_of(ByteView bundle, ByteView leaf_hashes);

/// The full tiles and bundles of a register of `size`, level by level, bundles first.
std::vector<TileId> full_tiles(TreeSize size);

}  // namespace armistice
