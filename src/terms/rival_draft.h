// SPDX-License-Identifier: Apache-2.0
// A rival draft: what a party proposed, as differences to the agreement: terms and paragraphs in
// place of those of the same id and number, further ones, and some left out; other teams, and other
// seats in a body. It is read with the
// agreement and is part of its bundle, but has no force. Spec: agreement.md §9.
#pragma once

#include "terms/articles.h"
#include "terms/bodies.h"
#include "terms/term.h"

namespace armistice {

/// Who sits in a body instead, and who speaks for it together; nobody named: as before.
struct BodyChange {
  std::string name;
  std::vector<Seats> seats;
  std::vector<std::string> members;  // `norway/member`
};

struct RivalDraft {
  std::string name;  // `kpa-cpv-1952-01`: its file's
  std::string title;
  std::string by;                       // a party, or an organ
  std::string source;                   // where its words stand
  std::vector<std::string> leaves_out;  // ids of terms
  /// There: a draft of its own, which has these terms of the agreement and no paragraph but those
  /// that it words.
  std::optional<std::vector<std::string>> keeps;
  std::vector<std::string> names;  // points and bodies that only this draft knows
  std::vector<Paragraph> paragraphs;
  std::vector<TeamGroup> team_groups;  // of these, name and teams
  std::vector<BodyChange> bodies;
  std::vector<Place> places;  // that only this draft names
  std::vector<Term> terms;

  bool knows(std::string_view name) const;
};

/// Reads a file of drafts/. Errors, with line and column: `malformed`, `too_large`.
Result<RivalDraft> read_rival_draft(std::string_view file, ByteView text);

}  // namespace armistice
