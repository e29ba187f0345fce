// SPDX-License-Identifier: Apache-2.0
#include "base/assert.h"

#include <cstdio>
#include <cstdlib>

namespace armistice {

void assertion_failed(const char* condition, const char* file, int line) {
  std::fprintf(stderr, "armistice: broken promise at %s:%d: %s\n", file, line, condition);
  std::abort();
}

}  // namespace armistice
