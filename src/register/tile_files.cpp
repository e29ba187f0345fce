// SPDX-License-Identifier: Apache-2.0
#include "register/tile_files.h"

#include <fmt/format.h>

#include "base/limits.h"
#include "register/merkle.h"

namespace armistice {

Result<Bytes> TileFiles::read(const TileId& id) {
  auto file = env_.read_file(layout_.tile(id), limits::file_bytes_max);
  if (!file.ok() && file.error().code == Errc::not_found) return make(id);
  return file;
}

Result<Bytes> TileFiles::make(const TileId& id) { return make(id, &TileFiles::read); }

Result<Bytes> TileFiles::make_from_entries(const TileId& id) {
  return make(id, &TileFiles::make_from_entries);
}

Result<Bytes> TileFiles::make(const TileId& id, Below below) {
  Bytes out;
  if (id.level > 0) {
    for (std::uint64_t i = 0; i < id.width; ++i) {
      const Bytes hashes = TRY((this->*below)({id.level - 1, id.n * tile_width + i, tile_width}));
      if (hashes.size() != tile_width * 32) {
        return Error{Errc::damaged, to_path(id) + ": a tile below it is not whole"};
      }
      out += ExpandedTile(hashes).node(tile_height, 0).view();
    }
    return out;
  }
  const std::lock_guard lock(store_mutex_);
  const LeafIndex first{id.n * tile_width};
  TRY(store_.entries(first, {first.value + id.width}, [&](const StoredEntry& row) -> Result<void> {
    if (row.entry.size() > limits::entry_bytes_max) {
      return Error{Errc::damaged,
                   fmt::format("register.db: entry {} is too long", row.index.value)};
    }
    if (id.level == TileId::entries) {
      append_to_bundle(out, row.entry);
    } else {
      out += leaf_hash(row.entry).view();
    }
    return {};
  }));
  return out;
}

Result<void> TileFiles::write(const TileId& id, ByteView bytes) {
  const Path path = layout_.tile(id);
  TRY(env_.make_directories(path.parent_path()));
  return env_.write_file(path, bytes);
}

Result<Tree> load_tree(Store& store, TileFiles& files, TreeSize size) {
  std::vector<Digest> last_leaves;
  const LeafIndex first{size.value / tile_width * tile_width};
  TRY(store.entries(first, {size.value}, [&](const StoredEntry& row) -> Result<void> {
    last_leaves.push_back(leaf_hash(row.entry));
    return {};
  }));
  Tree tree =
      TRY(Tree::load(size, last_leaves, [&files](const TileId& id) { return files.read(id); }));
  tree.on_damage([&files](const TileId& id) { return files.make_from_entries(id); });
  return tree;
}

bool is_bundle_of(ByteView bundle, ByteView leaf_hashes) {
  const auto entries = split_bundle(bundle);
  if (!entries.ok() || entries->size() * 32 != leaf_hashes.size()) return false;
  for (std::size_t i = 0; i < entries->size(); ++i) {
    if (leaf_hash((*entries)[i]).view() != leaf_hashes.substr(32 * i, 32)) return false;
  }
  return true;
}

std::vector<TileId> full_tiles(TreeSize size) {
  std::vector<TileId> tiles;
  for (int level = TileId::entries; hashes_at(size, level) >= tile_width; ++level) {
    for (std::uint64_t n = 0; n < hashes_at(size, level) / tile_width; ++n) {
      tiles.push_back({level, n, tile_width});
    }
  }
  return tiles;
}

}  // namespace armistice
