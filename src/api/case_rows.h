// SPDX-License-Identifier: Apache-2.0
// Parts of what is answered about cases, observations and findings, in the shapes of shapes.cpp.
#pragma once

#include "api/node.h"

namespace armistice {

/// The condition that the record at an index, a column of the SELECT, was taken back as a whole.
std::string taken_back_sql(std::string_view index);

/// What a view noticed about records of these kinds, quoted for SQL, the newest first. Errors:
/// `io`.
Result<Json> notices_in(Node& node, std::string_view view, std::string_view kinds);

/// A moment of the record in circle time, in the circle's first civil offset; null if there is
/// none.
Json circle_time_json(const Genesis& genesis, std::optional<std::int64_t> clock_utc);

/// The register's clock where an entry stands, as circle time: it was written after it; null before
/// the first. Errors: `busy`, `io`.
Result<Json> time_at(Node& node, LeafIndex index);

/// The teams of the agreement, and where they are. Errors: `busy`, `io`.
Result<Json> teams_of(Node& node);

enum class Cases : std::uint8_t { all, open };

/// The cases, newest first, or one of them: an empty list if that record opened none; or those of
/// which a step is due.
/// Errors: `busy`, `damaged`, `io`.
Result<Json> cases_of(Node& node, const std::optional<LeafIndex>& one, Cases which = Cases::all);

/// Findings that fit a condition on the table `finding f`, with the phrase of their terms. `bound`
/// is the value of its one mark, if it has one. Errors: `busy`, `io`.
Result<Json> findings_where(Node& node, std::string_view where,
                            const std::optional<std::int64_t>& bound);

/// The condition of findings_where for the newest that are not good, of terms that are named.
/// `also` is a condition on the table `finding g`.
std::string against_sql(const std::vector<std::string>& terms, std::string_view also = "1");

/// The ids of the terms of these kinds.
template <typename... Kinds>
std::vector<std::string> terms_of(const AgreementInForce& agreement) {
  std::vector<std::string> ids;
  for (const Term& term : agreement.folder.terms) {
    if ((std::holds_alternative<Kinds>(term.kind) || ...)) ids.push_back(term.id);
  }
  return ids;
}

/// Observations that fit a condition on the table `observation o`. Errors: `busy`, `damaged`, `io`.
Result<Json> observations_where(Node& node, std::string_view where,
                                const std::optional<std::int64_t>& bound);

}  // namespace armistice
