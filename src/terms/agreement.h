// SPDX-License-Identifier: Apache-2.0
// An agreement is a folder of data under agreements/. This reads its agreement.toml: who the
// parties are, how they are grouped, which joint organs there are. Spec: kinds/genesis.md.
#pragma once

#include <string>
#include <vector>

#include "base/env.h"
#include "base/time.h"
#include "record/kinds/genesis.h"
#include "record/manifest.h"

namespace armistice {

struct AgreementParty {
  std::string name;
  std::string title;
  Group group = Group::sides;
  std::string territory;           // the side of the line that it holds: `north`; or empty
  std::vector<std::string> desks;  // names that an exercise enrols at once: `unc/delegation`
};

struct AgreementOrgan {
  std::string name;
  std::string title;
  std::vector<std::string> members;
};

struct Agreement {
  std::string name;
  std::string title;
  std::vector<std::string> languages;
  std::vector<std::string> units;  // in which amounts are told; empty: in any
  std::vector<std::string> zones;  // the first is the one about the line of ground/; or none
  CivilTime effective;
  std::vector<std::string> civil_offsets;
  CivilTime exercise_begins;
  std::string origin;
  std::int64_t neutrals_quorum = 0;
  std::vector<AgreementParty> parties;
  std::vector<AgreementOrgan> organs;

  const AgreementParty* party(std::string_view name) const;
};

/// Reads the text of an agreement.toml. Errors, with line and column: `malformed`, `exists` (a name
/// that stands twice).
Result<Agreement> parse_agreement(ByteView toml);

/// The file agreement.toml of a bundle, read. Errors: `not_found`, those of parse_agreement.
Result<Agreement> agreement_of(const std::vector<BundleFile>& bundle);

}  // namespace armistice
