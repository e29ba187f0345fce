// SPDX-License-Identifier: Apache-2.0
// How a side's own register reads on a terminal. One function a shape, for the table of commands.
#pragma once

#include <string>

#include "base/json.h"

namespace armistice {

std::string print_own(const Json& answer);
std::string print_own_due(const Json& answer);
std::string print_own_checked(const Json& answer);

}  // namespace armistice
