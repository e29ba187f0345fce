// SPDX-License-Identifier: Apache-2.0
// How a person reads an agreement and its rival drafts on a terminal.
#pragma once

#include <string>

#include "base/json.h"

namespace armistice {

std::string print_agreement_drafts(const Json& answer);
std::string print_paragraphs(const Json& answer);
std::string print_under_both(const Json& answer);

}  // namespace armistice
