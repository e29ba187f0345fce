// SPDX-License-Identifier: Apache-2.0
#include "register/tile.h"

#include <fmt/format.h>

#include "base/limits.h"
#include "base/text.h"

namespace armistice {
namespace {

constexpr int level_max = 63;

std::string number_path(std::uint64_t n) {
  std::string path = fmt::format("{:03}", n % 1000);
  for (n /= 1000; n > 0; n /= 1000) path = fmt::format("x{:03}/{}", n % 1000, path);
  return path;
}

// Reads groups of three digits, all but the last after an `x`; the first is not all zero unless
// it is the only one.
Result<std::uint64_t> parse_number_path(std::string_view path) {
  std::uint64_t n = 0;
  const auto groups = split(path, '/');
  if (groups.size() > 6) return Error{Errc::out_of_range, "a tile's number is below 10^18"};
  for (std::size_t i = 0; i < groups.size(); ++i) {
    std::string_view digits = groups[i];
    const bool last = i + 1 == groups.size();
    if (!last && !digits.starts_with('x')) return Error{Errc::malformed, "x is due before a group"};
    if (!last) digits.remove_prefix(1);
    const bool three = digits.size() == 3 && std::all_of(digits.begin(), digits.end(), [](char c) {
                         return c >= '0' && c <= '9';
                       });
    if (!three) return Error{Errc::malformed, "a tile's number is in groups of three digits"};
    if (i == 0 && !last && digits == "000")
      return Error{Errc::malformed, "a leading group of zero"};
    for (const char c : digits) n = n * 10 + static_cast<std::uint64_t>(c - '0');
  }
  return n;
}

}  // namespace

std::string to_path(const TileId& tile) {
  const std::string level =
      tile.level == TileId::entries ? "entries" : fmt::format("{}", tile.level);
  const std::string partial = tile.is_full() ? "" : fmt::format(".p/{}", tile.width);
  return fmt::format("tile/{}/{}{}", level, number_path(tile.n), partial);
}

Result<TileId> parse_tile_path(std::string_view path) {
  constexpr std::string_view prefix = "tile/";
  if (!path.starts_with(prefix)) return Error{Errc::malformed, "a tile's path starts with tile/"};
  path.remove_prefix(prefix.size());
  const auto slash = path.find('/');
  if (slash == std::string_view::npos) return Error{Errc::malformed, "a tile has a number"};
  TileId tile;
  if (path.substr(0, slash) == "entries") {
    tile.level = TileId::entries;
  } else {
    const auto level = TRY(parse_decimal(path.substr(0, slash)));
    if (level > level_max) return Error{Errc::out_of_range, "a tile's level is 0 to 63"};
    tile.level = static_cast<int>(level);
  }
  path.remove_prefix(slash + 1);
  const auto partial = path.find(".p/");
  if (partial != std::string_view::npos) {
    tile.width = TRY(parse_decimal(path.substr(partial + 3)));
    if (tile.width == 0 || tile.width >= tile_width) {
      return Error{Errc::out_of_range, "a partial tile has 1 to 255 hashes"};
    }
    path = path.substr(0, partial);
  }
  tile.n = TRY(parse_number_path(path));
  return tile;
}

std::uint64_t hashes_at(TreeSize size, int level) {
  const int shift = tile_height * (level == TileId::entries ? 0 : level);
  return shift >= 64 ? 0 : size.value >> shift;
}

bool has_tile(TreeSize size, const TileId& tile) {
  const std::uint64_t hashes = hashes_at(size, tile.level);
  if (tile.is_full()) return tile.n < hashes / tile_width;
  return tile.n == hashes / tile_width && tile.width == hashes % tile_width;
}

void append_to_bundle(Bytes& bundle, ByteView entry) {
  ASSERT(entry.size() <= limits::entry_bytes_max);
  bundle += static_cast<char>(entry.size() >> 8);
  bundle += static_cast<char>(entry.size() & 0xff);
  bundle += entry;
}

Result<std::vector<ByteView>> split_bundle(ByteView bundle) {
  std::vector<ByteView> entries;
  while (!bundle.empty()) {
    if (entries.size() == tile_width) return Error{Errc::out_of_range, "a bundle has 256 entries"};
    if (bundle.size() < 2) return Error{Errc::malformed, "a bundle ends inside a length"};
    const auto high = static_cast<std::size_t>(static_cast<std::uint8_t>(bundle[0]));
    const std::size_t bytes = high << 8 | static_cast<std::uint8_t>(bundle[1]);
    if (bundle.size() - 2 < bytes) return Error{Errc::malformed, "a bundle ends inside an entry"};
    entries.push_back(bundle.substr(2, bytes));
    bundle.remove_prefix(2 + bytes);
  }
  return entries;
}

}  // namespace armistice
