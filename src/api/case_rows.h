// SPDX-License-Identifier: Apache-2.0
// Parts of what is answered about cases, observations and findings, in the shapes of shapes.cpp.
#pragma once

#include "api/node.h"

namespace armistice {

/// The condition that the record at an index, a column of the SELECT, was taken back as a whole.
std::string taken_back_sql(std::string_view index);

/// A moment of the record in circle time, in the circle's first civil offset; null if there is
/// none.
Json circle_time_json(const Genesis& genesis, std::optional<std::int64_t> clock_utc);

/// The register's clock where an entry stands, as circle time: it was written after it; null before
/// the first. Errors: `busy`, `io`.
Result<Json> time_at(Node& node, LeafIndex index);

/// The cases, newest first, or one of them: an empty list if that record opened none.
/// Errors: `busy`, `damaged`, `io`.
Result<Json> cases_of(Node& node, const std::optional<LeafIndex>& one);

/// Findings that fit a condition on the table `finding f`, with the phrase of their terms. `bound`
/// is the value of its one mark, if it has one. Errors: `busy`, `io`.
Result<Json> findings_where(Node& node, std::string_view where,
                            const std::optional<std::int64_t>& bound);

/// Observations that fit a condition on the table `observation o`. Errors: `busy`, `damaged`, `io`.
Result<Json> observations_where(Node& node, std::string_view where,
                                const std::optional<std::int64_t>& bound);

}  // namespace armistice
