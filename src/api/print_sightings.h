// SPDX-License-Identifier: Apache-2.0
// How a person reads on a terminal what was seen and heard.
#pragma once

#include "base/json.h"

namespace armistice {

std::string print_sightings(const Json& answer);

}  // namespace armistice
