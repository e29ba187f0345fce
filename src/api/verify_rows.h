// SPDX-License-Identifier: Apache-2.0
// A part of verification.h: register.db holds the rows that its entries call for, and no others.
// What stands in it unasked could be given out as true.
#pragma once

#include "register/admission.h"
#include "register/store.h"

namespace armistice {

/// What the entries of a register call for.
struct RowCounts {
  std::uint64_t numbers = 0;  // admitted records of one author
  std::uint64_t joint = 0;    // admitted joint records
};

/// Counts the rows of a register of `size` entries whose every entry and head was checked; checks
/// the evidence of forks. `admission` stands at `size`. Errors: `damaged`, `io`.
Result<void> check_rows(Store& store, TreeSize size, const RowCounts& counts,
                        const Admission& admission);

}  // namespace armistice
