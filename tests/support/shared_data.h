// SPDX-License-Identifier: Apache-2.0
// Published data that nobody on this project wrote. It lies beside the checkout, or where
// ARMISTICE_SHARED_DATA says; a test that does not find it is skipped, never passed.
#pragma once

#include <cstdlib>
#include <optional>

#include "base/env.h"

namespace armistice::testing {

inline std::optional<Path> shared_data(const Path& below) {
  const char* folder = std::getenv("ARMISTICE_SHARED_DATA");
  const Path path = Path(folder != nullptr ? folder : "../shared/data") / below;
  return real_env().exists(path) ? std::optional(path) : std::nullopt;
}

/// Every file below a folder, in byte order.
inline std::vector<Path> files_below(const Path& folder) {
  std::vector<Path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace armistice::testing
