// SPDX-License-Identifier: Apache-2.0
// What a record says in words of its author's own, whatever its kind.
#pragma once

#include <string_view>
#include <vector>

#include "record/kinds/body.h"

namespace armistice {

/// Its text, reason or dissent, title and wording, what it is about, and what its lines are called;
/// none of them empty. They lie in the body. Allocates a list of them, and nothing for a record
/// that says nothing.
std::vector<std::string_view> told_in(const Body& body);

}  // namespace armistice
