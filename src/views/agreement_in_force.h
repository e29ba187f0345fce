// SPDX-License-Identifier: Apache-2.0
// The agreement that genesis names, as views judge by it: its terms and bodies, and the compiled
// line. Read from the node's own bodies, so that no file of this machine takes part.
// Spec: views.md §5.
#pragma once

#include <optional>

#include "geo/ground_table.h"
#include "register/layout.h"
#include "terms/folder.h"
#include "terms/judgement.h"

namespace armistice {

/// Where a bundle holds its compiled line.
inline constexpr std::string_view ground_table_path = "ground/line.compiled";

struct AgreementInForce {
  /// Of the bundle that genesis names; after an amendment made of that digest and the amendment's
  /// id (kinds/amendment.md).
  Digest digest;
  /// Without terms if the bundle holds none, or they cannot be read: then nothing is judged.
  AgreementFolder folder;
  std::optional<GroundTable> table;
  Digest ground;         // SHA-256 of the compiled line; zero without one
  std::string own_side;  // of a side's own register; else empty
  /// Terms as they stood until an amendment took effect, the first amendment first.
  struct Earlier {
    UtcSeconds until;  // circle time
    std::vector<Term> terms;
  };
  std::vector<Earlier> earlier;

  /// The terms of a kind, in the order of their files.
  template <typename Kind>
  std::vector<const Term*> terms() const {
    std::vector<const Term*> found;
    for (const Term& term : folder.terms) {
      if (std::holds_alternative<Kind>(term.kind)) found.push_back(&term);
    }
    return found;
  }
  /// The terms that were in force at a moment of circle time: by them is judged what happened then,
  /// whenever it comes on record.
  const std::vector<Term>& terms_at(UtcSeconds when) const {
    for (const Earlier& one : earlier) {
      if (when < one.until) return one.terms;
    }
    return folder.terms;
  }
  /// Those of a kind among them.
  template <typename Kind>
  std::vector<const Term*> terms(UtcSeconds when) const {
    std::vector<const Term*> found;
    for (const Term& term : terms_at(when)) {
      if (std::holds_alternative<Kind>(term.kind)) found.push_back(&term);
    }
    return found;
  }
  /// The term of a kind that `fits`; nothing if there is none.
  template <typename Kind, typename Fits>
  const Term* term(Fits fits) const {
    return fitting<Kind>(folder.terms, fits);
  }
  /// The same of the terms that were in force at a moment of circle time.
  template <typename Kind, typename Fits>
  const Term* term_at(UtcSeconds when, Fits fits) const {
    return fitting<Kind>(terms_at(when), fits);
  }
  /// A joint organ by the set of its members; nothing if there is none.
  const AgreementOrgan* organ(std::string_view name) const;
  /// The group of a team; nothing if the agreement has no such team.
  const TeamGroup* group_of(std::string_view team) const;
  /// The side an author speaks for: its party's, or that which nominated it. Empty: neither.
  std::string side_of(std::string_view author) const;
  /// Members with their sides.
  Members members(const std::vector<std::string>& names) const;

 private:
  template <typename Kind, typename Fits>
  static const Term* fitting(const std::vector<Term>& terms, Fits fits) {
    for (const Term& term : terms) {
      const Kind* kind = std::get_if<Kind>(&term.kind);
      if (kind != nullptr && fits(*kind)) return &term;
    }
    return nullptr;
  }
};

/// Reads it from the bodies of a node. A bundle of no files is an agreement without terms.
/// Errors: `incomplete` (the manifest or a file is not here), `malformed` (the manifest),
/// `damaged`, `io`.
Result<AgreementInForce> read_agreement_in_force(Env& env, const RegisterLayout& layout,
                                                 const Digest& manifest);

}  // namespace armistice
