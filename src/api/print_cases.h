// SPDX-License-Identifier: Apache-2.0
// How a person reads cases, findings, ground and bodies on a terminal.
#pragma once

#include <string>

#include "base/json.h"

namespace armistice {

std::string print_docket(const Json& answer);
std::string print_daily(const Json& answer);
std::string print_findings(const Json& answer);
std::string print_ground(const Json& answer);
std::string print_bodies(const Json& answer);

}  // namespace armistice
