// SPDX-License-Identifier: Apache-2.0
// One case of the docket as its steps, and what follows from them: where it stands, which step is
// due and who may take it. Spec: views.md §9.
#pragma once

#include "geo/geodesy.h"
#include "views/agreement_in_force.h"

namespace armistice {

struct CaseStep {
  std::string word;  // alleged, requested, tasked, … the past of what was done
  LeafIndex index;
  Digest id;
  std::string by;
  std::optional<Digest> about;     // the record that it concerns
  std::string detail;              // a vote, an outcome, a team
  std::vector<std::string> names;  // members, addressees, who has not signed
  /// Whether its author may take it, so that it moves the case; else it is shown and moves nothing.
  bool acts = true;
  bool retracted = false;
  std::string language;  // of a report, and as it was passed on

  bool stands() const { return acts && !retracted; }
};

/// Where a case stands.
struct Standing {
  std::string status;
  std::string next;                  // the step due; empty: none
  std::vector<std::string> next_by;  // who may take it
};

struct DocketCase {
  LeafIndex index;
  Digest id;
  std::string term;
  std::string paragraph;
  std::string against;
  std::string by;
  std::vector<CaseStep> steps;
  /// Where the newest request that acts wants it looked at; nothing: none did.
  std::optional<LatLng> place = {};

  /// The newest step of a word that stands; nothing if there is none.
  const CaseStep* last(std::string_view word) const;
  /// The step of a word that a record is, if it stands.
  const CaseStep* step(std::string_view word, const Digest& record) const;
  /// Members of the team that was tasked last.
  std::vector<std::string> team() const;
  /// The ballots on a report, in the order cast.
  Ballots ballots_on(const Digest& report) const;
  /// Those notified who have not acknowledged.
  std::vector<std::string> unacknowledged() const;
  /// The steps that paragraph 47 speaks of, in order.
  Steps transmission() const;
  /// What else stands of it, whatever its status: registered, screened, attributed or
  /// not_attributable, disputed, recurring, corrected, each once, the newest last.
  std::vector<std::string> marks() const;
};

/// Pure; the same case and agreement give the same answer.
Standing standing_of(const DocketCase& one, const AgreementInForce& agreement);

Json save_case(const DocketCase& one);
/// Errors: `damaged`.
Result<DocketCase> load_case(const Json& state);

}  // namespace armistice
