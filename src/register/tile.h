// SPDX-License-Identifier: Apache-2.0
// How a tree is cut into tiles of 256 hashes and bundles of 256 entries, and how they are named.
// Spec: register.md §2; C2SP tlog-tiles.
#pragma once

#include <compare>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/ids.h"
#include "base/result.h"

namespace armistice {

inline constexpr std::uint64_t tile_width = 256;
inline constexpr int tile_height = 8;  // 2^8 = 256

/// A tile of hashes (level 0 and above) or a bundle of entries.
struct TileId {
  static constexpr int entries = -1;

  int level = 0;  // or TileId::entries
  std::uint64_t n = 0;
  std::uint64_t width = tile_width;  // 1 to 256; below 256 it is partial

  bool is_full() const { return width == tile_width; }
  friend auto operator<=>(const TileId&, const TileId&) = default;
};

/// `tile/<L>/<N>[.p/<W>]` or `tile/entries/<N>[.p/<W>]`.
std::string to_path(const TileId& tile);

/// Reads such a path, in its one spelling. Errors: `malformed`, `out_of_range` (level, width).
Result<TileId> parse_tile_path(std::string_view path);

/// How many hashes level `level` has in a tree of `size`: one for each full subtree of 256^level.
std::uint64_t hashes_at(TreeSize size, int level);

/// Whether a tree of `size` has this tile: all of a full one, or exactly the partial one at its
/// end.
bool has_tile(TreeSize size, const TileId& tile);

/// Puts an entry into a bundle: length (2, big-endian), entry.
void append_to_bundle(Bytes& bundle, ByteView entry);

/// The entries of a bundle. Errors: `malformed` (a length past the end), `out_of_range` (over 256).
Result<std::vector<ByteView>> split_bundle(ByteView bundle);

}  // namespace armistice
