// SPDX-License-Identifier: Apache-2.0
// A folder that is there while a test runs.
#pragma once

#include <stdlib.h>

#include "base/assert.h"
#include "base/env.h"

namespace armistice::testing {

class TempFolder {
 public:
  TempFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "armistice-XXXXXX").string();
    ASSERT(::mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  ~TempFolder() {
    std::error_code code;
    std::filesystem::remove_all(path_, code);
  }
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;

  const Path& path() const { return path_; }

 private:
  Path path_;
};

}  // namespace armistice::testing
