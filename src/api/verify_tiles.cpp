// SPDX-License-Identifier: Apache-2.0
#include "api/verify_tiles.h"

#include <fmt/format.h>

#include "base/limits.h"
#include "register/merkle.h"

namespace armistice {
namespace {

Error damaged(const TileId& id) {
  return Error{Errc::damaged, to_path(id) + ": the file is not what the entries make"};
}

}  // namespace

TileChecks::TileChecks(Env& env, const RegisterLayout& layout)
    : env_(env), layout_(layout), tree_([](const TileId& id) -> Result<Bytes> {
        // Roots are asked only of the size that the tree has: no full tile is ever needed again.
        return Error{Errc::not_found, to_path(id) + " is not kept"};
      }) {}

Result<void> TileChecks::take(const Digest& leaf) {
  tree_.append(leaf);
  for (const FullTile& tile : tree_.take_completed()) {
    TRY(check_tile(tile));
    if (tile.id.level == 0) TRY(check_bundle(tile));
    tree_.release(tile.id);
  }
  return {};
}

Result<void> TileChecks::check_tile(const FullTile& tile) {
  const auto file = env_.read_file(layout_.tile(tile.id), limits::file_bytes_max);
  if (!file.ok() && file.error().code == Errc::not_found) {
    ++not_stored_;
    return {};
  }
  if (TRY(file) != tile.hashes) return damaged(tile.id);
  return {};
}

Result<void> TileChecks::check_bundle(const FullTile& leaves) {
  const TileId id{TileId::entries, leaves.id.n, tile_width};
  const auto file = env_.read_file(layout_.tile(id), limits::file_bytes_max);
  if (!file.ok() && file.error().code == Errc::not_found) {
    ++not_stored_;
    return {};
  }
  if (!file.ok()) return file.error();
  const auto entries = split_bundle(*file);
  if (!entries.ok() || entries->size() != tile_width) return damaged(id);
  for (std::size_t i = 0; i < tile_width; ++i) {
    const ByteView due = ByteView(leaves.hashes).substr(i * 32, 32);
    if (leaf_hash((*entries)[i]).view() != due) return damaged(id);
  }
  return {};
}

}  // namespace armistice
