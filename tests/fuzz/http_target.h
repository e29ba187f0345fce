// SPDX-License-Identifier: Apache-2.0
// The HTTP target stands apart: it alone includes Boost.Beast.
#pragma once

#include "base/bytes.h"

namespace armistice::fuzz {

void fuzz_http(ByteView bytes);

}  // namespace armistice::fuzz
