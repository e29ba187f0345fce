// SPDX-License-Identifier: Apache-2.0
// How a person reads on a terminal who may be in the zone and who is.
#pragma once

#include "base/json.h"

namespace armistice {

std::string print_passes(const Json& answer);

}  // namespace armistice
