// SPDX-License-Identifier: Apache-2.0
// The Merkle tree of one register, kept as tiles. It holds the growing tile of each level with all
// its inner nodes, so that appending costs one hash a leaf and a proof costs none but at the ragged
// edge; full tiles are given away to be stored and read back when a proof needs them. A tile that
// is read back is held against the node above it, so that nothing is proved from a damaged file.
// Not for two threads at once. Spec: register.md §2.
#pragma once

#include <functional>
#include <list>
#include <map>
#include <vector>

#include "base/bytes.h"
#include "base/ids.h"
#include "base/result.h"
#include "register/tile.h"

namespace armistice {

/// The hashes of a tile and the nodes above them, as far as they are complete.
class ExpandedTile {
 public:
  ExpandedTile() = default;
  /// REQUIRES: hashes.size() is a multiple of 32, at most 256 hashes.
  explicit ExpandedTile(ByteView hashes);

  std::uint64_t width() const { return width_; }
  void append(const Digest& hash);  // REQUIRES: width() < 256
  /// The node `index` of height `height` (0: the hashes themselves). REQUIRES: it is complete.
  const Digest& node(int height, std::uint64_t index) const;
  /// The first `width` hashes, one after the other. REQUIRES: width <= width().
  Bytes hashes(std::uint64_t width) const;

 private:
  std::uint64_t width_ = 0;
  std::array<std::vector<Digest>, tile_height + 1> nodes_;
};

struct FullTile {
  TileId id;
  Bytes hashes;
};

class Tree {
 public:
  /// Gives the 8,192 bytes of a full tile that the tree no longer holds. Errors are passed on.
  using TileReader = std::function<Result<Bytes>(const TileId&)>;

  explicit Tree(TileReader reader) : reader_(std::move(reader)) {}

  /// A tree of `size`, whose full tiles the reader gives and whose last size mod 256 leaves have
  /// these hashes. Cost: up to 255 tiles a level are read. Errors: the reader's.
  /// What it read is right if root_at(size) is the root of a head.
  static Result<Tree> load(TreeSize size, std::span<const Digest> last_leaves, TileReader reader);

  TreeSize size() const { return size_; }
  void append(const Digest& leaf);

  /// Whom to ask for a tile when the reader's does not lead to the node above it.
  void on_damage(TileReader maker) { maker_ = std::move(maker); }

  /// The full tiles below `committed` completed since they were last taken, for storage. Until
  /// release() is called for one, the tree holds it itself.
  std::vector<FullTile> take_completed(TreeSize committed = TreeSize{~0ULL});
  void release(const TileId& tile) { held_.erase(tile); }

  /// Each REQUIRES sizes up to size(); errors: `out_of_range`, the reader's.
  Result<Digest> leaf(LeafIndex index);
  Result<Digest> root_at(TreeSize size);
  Result<std::vector<Digest>> inclusion(LeafIndex index, TreeSize size);
  Result<std::vector<Digest>> consistency(TreeSize first, TreeSize second);
  /// The hashes of a tile, full or partial. Errors: `not_found` (no tree up to size() has it).
  Result<Bytes> tile(const TileId& tile);

 private:
  using Expanded = std::shared_ptr<const ExpandedTile>;

  void append_at(std::size_t level, const Digest& hash);
  Result<Expanded> full_tile(int level, std::uint64_t n);
  Result<Expanded> read_tile(const TileId& id);
  // The node above a full tile; nothing while the tree is being loaded.
  Result<std::optional<Digest>> node_above(const TileId& id);
  // The root of the leaves [i · 2^height, (i + 1) · 2^height).
  Result<Digest> perfect(int height, std::uint64_t i);
  // The root of the leaves [first, last).
  Result<Digest> range(std::uint64_t first, std::uint64_t last);
  Result<void> inclusion_path(std::uint64_t m, std::uint64_t first, std::uint64_t last,
                              std::vector<Digest>& path);
  Result<void> consistency_path(std::uint64_t m, std::uint64_t first, std::uint64_t last,
                                bool whole, std::vector<Digest>& path);

  TileReader reader_;
  TileReader maker_;
  bool loading_ = false;
  TreeSize size_;
  std::vector<ExpandedTile> growing_;              // [level]: the tile that is not yet full
  std::map<TileId, Expanded> held_;                // full, not yet released
  std::vector<TileId> completed_;                  // not yet taken
  std::list<std::pair<TileId, Expanded>> recent_;  // read back lately, newest first
};

}  // namespace armistice
