// SPDX-License-Identifier: Apache-2.0
// How a person reads on a terminal what was asked, what came of it and what is due next.
#pragma once

#include "base/json.h"

namespace armistice {

std::string print_arrangements(const Json& answer);

}  // namespace armistice
