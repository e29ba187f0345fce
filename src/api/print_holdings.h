// SPDX-License-Identifier: Apache-2.0
// Answers about holdings as a person reads them.
#pragma once

#include <string>

#include "base/json.h"

namespace armistice {

std::string print_holdings(const Json& answer);

}  // namespace armistice
