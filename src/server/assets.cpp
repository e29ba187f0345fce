// SPDX-License-Identifier: Apache-2.0
#include "server/assets.h"

#include <array>
#include <utility>

#include "server/asset_table.h"

namespace armistice {

std::optional<Asset> find_asset(std::string_view path) {
  for (const EmbeddedAsset& asset : embedded_assets()) {
    if (asset.path != path) continue;
    return Asset{asset.path, {asset.first, static_cast<std::size_t>(asset.last - asset.first)}};
  }
  return std::nullopt;
}

std::string_view content_type_of(std::string_view path) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 5> types = {{
      {".html", "text/html; charset=utf-8"},
      {".js", "text/javascript; charset=utf-8"},
      {".css", "text/css; charset=utf-8"},
      {".svg", "image/svg+xml"},
      {".json", "application/json"},
  }};
  for (const auto& [ending, type] : types) {
    if (path.ends_with(ending)) return type;
  }
  return "application/octet-stream";
}

}  // namespace armistice
