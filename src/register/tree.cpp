// SPDX-License-Identifier: Apache-2.0
#include "register/tree.h"

#include <bit>

#include "register/merkle.h"

namespace armistice {
namespace {

constexpr std::size_t recent_tiles_max = 64;  // 1 MiB of expanded tiles

// The largest power of two below n. REQUIRES: n > 1.
std::uint64_t split_of(std::uint64_t n) { return std::bit_floor(n - 1); }

}  // namespace

ExpandedTile::ExpandedTile(ByteView hashes) {
  ASSERT(hashes.size() % 32 == 0);
  for (std::size_t i = 0; i < hashes.size(); i += 32) append(digest_of_bytes(hashes.substr(i, 32)));
}

void ExpandedTile::append(const Digest& hash) {
  ASSERT(width_ < tile_width);
  ++width_;
  nodes_[0].push_back(hash);
  // Every second node of a height completes one above it.
  for (std::size_t height = 0; height < tile_height && nodes_[height].size() % 2 == 0; ++height) {
    const auto& below = nodes_[height];
    nodes_[height + 1].push_back(node_hash(below[below.size() - 2], below.back()));
  }
}

const Digest& ExpandedTile::node(int height, std::uint64_t index) const {
  const auto& nodes = nodes_[static_cast<std::size_t>(height)];
  ASSERT(index < nodes.size());
  return nodes[index];
}

Bytes ExpandedTile::hashes(std::uint64_t width) const {
  ASSERT(width <= width_);
  Bytes out;
  out.reserve(width * 32);
  for (std::uint64_t i = 0; i < width; ++i) out += nodes_[0][i].view();
  return out;
}

Result<Tree> Tree::load(TreeSize size, std::span<const Digest> last_leaves, TileReader reader) {
  ASSERT(last_leaves.size() == size.value % tile_width);
  Tree tree(std::move(reader));
  tree.loading_ = true;
  tree.size_ = size;
  for (int level = 0; level == 0 || hashes_at(size, level) > 0; ++level) {
    ExpandedTile& growing = tree.growing_.emplace_back();
    const std::uint64_t hashes = hashes_at(size, level);
    for (std::uint64_t i = 0; i < hashes % tile_width; ++i) {
      const std::uint64_t n = hashes / tile_width * tile_width + i;
      growing.append(level == 0 ? last_leaves[i]
                                : TRY(tree.full_tile(level - 1, n))->node(tile_height, 0));
    }
  }
  tree.loading_ = false;
  return tree;
}

void Tree::append(const Digest& leaf) {
  append_at(0, leaf);
  ++size_.value;
}

void Tree::append_at(std::size_t level, const Digest& hash) {
  if (level == growing_.size()) growing_.emplace_back();
  ExpandedTile& growing = growing_[level];
  growing.append(hash);
  if (growing.width() < tile_width) return;
  const Digest root = growing.node(tile_height, 0);
  const TileId id{static_cast<int>(level), size_.value >> (tile_height * (level + 1)), tile_width};
  held_.emplace(id, std::make_shared<const ExpandedTile>(std::exchange(growing, ExpandedTile())));
  completed_.push_back(id);
  append_at(level + 1, root);
}

std::vector<FullTile> Tree::take_completed(TreeSize committed) {
  std::vector<FullTile> tiles;
  std::erase_if(completed_, [&](const TileId& id) {
    if (id.n >= hashes_at(committed, id.level) / tile_width) return false;
    tiles.push_back({id, held_.at(id)->hashes(tile_width)});
    return true;
  });
  return tiles;
}

Result<Tree::Expanded> Tree::full_tile(int level, std::uint64_t n) {
  const TileId id{level, n, tile_width};
  const auto held = held_.find(id);
  if (held != held_.end()) return held->second;
  const auto recent = std::find_if(recent_.begin(), recent_.end(),
                                   [&](const auto& item) { return item.first == id; });
  if (recent != recent_.end()) {
    recent_.splice(recent_.begin(), recent_, recent);
    return recent_.front().second;
  }
  auto tile = TRY(read_tile(id));
  recent_.emplace_front(id, std::move(tile));
  if (recent_.size() > recent_tiles_max) recent_.pop_back();
  return recent_.front().second;
}

Result<Tree::Expanded> Tree::read_tile(const TileId& id) {
  const auto above = TRY(node_above(id));
  const auto expand = [&](const TileReader& reader) -> Result<Expanded> {
    const Bytes hashes = TRY(reader(id));
    if (hashes.size() != tile_width * 32) {
      return Error{Errc::damaged, to_path(id) + ": a full tile has 8,192 bytes"};
    }
    auto tile = std::make_shared<const ExpandedTile>(hashes);
    if (above && tile->node(tile_height, 0) != *above) {
      return Error{Errc::damaged, to_path(id) + ": it does not lead to the node above it"};
    }
    return Expanded(std::move(tile));
  };
  auto read = expand(reader_);
  if (read.ok() || !above || !maker_) return read;
  auto made = expand(maker_);
  return made.ok() ? std::move(made) : std::move(read);
}

Result<std::optional<Digest>> Tree::node_above(const TileId& id) {
  if (loading_) return std::optional<Digest>();
  const int level = id.level + 1;
  const std::uint64_t n = id.n / tile_width;
  const std::uint64_t at = id.n % tile_width;
  if (n == hashes_at(size_, level) / tile_width) {
    return std::optional(growing_[static_cast<std::size_t>(level)].node(0, at));
  }
  return std::optional(TRY(full_tile(level, n))->node(0, at));
}

Result<Digest> Tree::perfect(int height, std::uint64_t i) {
  const int level = height / tile_height;
  const int inner = height % tile_height;
  const std::uint64_t n = i >> (tile_height - inner);
  const std::uint64_t at = i & ((1ULL << (tile_height - inner)) - 1);
  if (n == hashes_at(size_, level) / tile_width) {
    return growing_[static_cast<std::size_t>(level)].node(inner, at);
  }
  return TRY(full_tile(level, n))->node(inner, at);
}

Result<Digest> Tree::range(std::uint64_t first, std::uint64_t last) {
  const std::uint64_t width = last - first;
  if (std::has_single_bit(width)) {
    const int height = std::countr_zero(width);
    return perfect(height, first >> height);
  }
  const std::uint64_t k = split_of(width);
  const Digest left = TRY(range(first, first + k));
  return node_hash(left, TRY(range(first + k, last)));
}

Result<Digest> Tree::leaf(LeafIndex index) {
  if (!covers(size_, index)) return Error{Errc::out_of_range, "the tree is smaller"};
  return perfect(0, index.value);
}

Result<Digest> Tree::root_at(TreeSize size) {
  if (size > size_) return Error{Errc::out_of_range, "the tree is smaller"};
  if (size.value == 0) return empty_root();
  return range(0, size.value);
}

Result<void> Tree::inclusion_path(std::uint64_t m, std::uint64_t first, std::uint64_t last,
                                  std::vector<Digest>& path) {
  if (last - first == 1) return {};
  const std::uint64_t k = first + split_of(last - first);
  if (m < k) {
    TRY(inclusion_path(m, first, k, path));
    path.push_back(TRY(range(k, last)));
  } else {
    TRY(inclusion_path(m, k, last, path));
    path.push_back(TRY(range(first, k)));
  }
  return {};
}

Result<std::vector<Digest>> Tree::inclusion(LeafIndex index, TreeSize size) {
  if (size > size_ || !covers(size, index)) {
    return Error{Errc::out_of_range, "no such leaf in a tree of that size"};
  }
  std::vector<Digest> path;
  TRY(inclusion_path(index.value, 0, size.value, path));
  return path;
}

Result<void> Tree::consistency_path(std::uint64_t m, std::uint64_t first, std::uint64_t last,
                                    bool whole, std::vector<Digest>& path) {
  if (m == last - first) {
    if (!whole) path.push_back(TRY(range(first, last)));
    return {};
  }
  const std::uint64_t k = split_of(last - first);
  if (m <= k) {
    TRY(consistency_path(m, first, first + k, whole, path));
    path.push_back(TRY(range(first + k, last)));
  } else {
    TRY(consistency_path(m - k, first + k, last, false, path));
    path.push_back(TRY(range(first, first + k)));
  }
  return {};
}

Result<std::vector<Digest>> Tree::consistency(TreeSize first, TreeSize second) {
  if (first > second || second > size_) {
    return Error{Errc::out_of_range, "no such two sizes in this tree"};
  }
  std::vector<Digest> path;
  if (first.value == 0 || first == second) return path;
  TRY(consistency_path(first.value, 0, second.value, true, path));
  return path;
}

Result<Bytes> Tree::tile(const TileId& tile) {
  const std::uint64_t hashes = tile.level < 0 ? 0 : hashes_at(size_, tile.level);
  const std::uint64_t full = hashes / tile_width;
  if (tile.n > full || (tile.n == full && tile.width > hashes % tile_width)) {
    return Error{Errc::not_found, to_path(tile) + ": the tree is smaller"};
  }
  if (tile.n == full) {
    return growing_[static_cast<std::size_t>(tile.level)].hashes(tile.width);
  }
  return TRY(full_tile(tile.level, tile.n))->hashes(tile.width);
}

}  // namespace armistice
