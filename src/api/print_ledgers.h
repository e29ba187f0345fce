// SPDX-License-Identifier: Apache-2.0
// How a person reads ledgers, duties and what a rival draft would find, on a terminal.
#pragma once

#include "base/json.h"

namespace armistice {

std::string print_due(const Json& answer);
std::string print_ledger(const Json& answer);
std::string print_under_draft(const Json& answer);

}  // namespace armistice
