// SPDX-License-Identifier: Apache-2.0
// The web desks, carried in the binary.
#pragma once

#include <optional>
#include <string_view>

namespace armistice {

struct Asset {
  std::string_view path;  // `index.html`, `assets/…`
  std::string_view bytes;
};

/// The built file of a path; nothing if there is none (or this build carries no desks).
std::optional<Asset> find_asset(std::string_view path);

/// What a file of that name is sent as.
std::string_view content_type_of(std::string_view path);

}  // namespace armistice
