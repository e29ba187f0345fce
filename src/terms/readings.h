// SPDX-License-Identifier: Apache-2.0
// The readings of a term one after another, for whoever judges a million records by them.
#pragma once

#include <functional>

#include "terms/term.h"

namespace armistice {

/// What readings_of() gives, without a copy of the term for each: the one in use is the term
/// itself.
void each_reading(const Term& term,
                  const std::function<void(const Term&, const std::string&)>& take);

}  // namespace armistice
