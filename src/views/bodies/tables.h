// SPDX-License-Identifier: Apache-2.0
// The tables that more than one part of the view of bodies fills, as view.sql makes them.
#pragma once

#include "views/judged.h"

namespace armistice::bodies {

inline constexpr Table judgements = judgement_table("bodies_judgement");
inline constexpr Table irregularities{"bodies_irregularity", 4, 2, "leaf_index, place"};

}  // namespace armistice::bodies
