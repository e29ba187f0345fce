// SPDX-License-Identifier: Apache-2.0
// The files that the build put into the binary; the definition is made by cmake/desks.cmake.
#pragma once

#include <span>
#include <string_view>

namespace armistice {

struct EmbeddedAsset {
  std::string_view path;
  const char* first;
  const char* last;
};

std::span<const EmbeddedAsset> embedded_assets();

}  // namespace armistice
