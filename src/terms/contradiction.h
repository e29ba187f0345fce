// SPDX-License-Identifier: Apache-2.0
// Two terms that cannot both be kept, or that rule one thing in two ways: whoever drafts an
// agreement is told before anybody signs it. Pure. Spec: agreement.md §8.
#pragma once

#include "terms/term.h"

namespace armistice {

/// What the two contradict each other in, such as `how often joint/mac meets`; empty: in nothing
/// that is looked for. Looked for is a second rule of one kind on one thing.
std::string contradiction_of(const Term& a, const Term& b);

}  // namespace armistice
