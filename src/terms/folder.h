// SPDX-License-Identifier: Apache-2.0
// The whole folder of an agreement, read and held against itself: every term's paragraph is
// restated, every name that a term uses is there, every term has a case that it must let pass and
// one that it must not. Everything wrong is found in one reading, not only the first.
// Spec: agreement.md §1, §8.
#pragma once

#include "record/manifest.h"
#include "terms/agreement.h"
#include "terms/articles.h"
#include "terms/bodies.h"
#include "terms/cases.h"
#include "terms/rival_draft.h"

namespace armistice {

struct AgreementFolder {
  Agreement agreement;
  std::vector<Article> articles;
  Bodies bodies;
  std::vector<Term> terms;  // files in byte order, then as they stand
  std::vector<Case> cases;
  std::vector<RivalDraft> drafts;  // files in byte order; none has force

  const RivalDraft* draft(std::string_view name) const;
  const Term* term(std::string_view id) const;
  const Paragraph* paragraph(std::string_view number) const;
};

struct FolderReading {
  AgreementFolder folder;    // as far as it could be read
  std::vector<Error> wrong;  // each names file and, where there is one, line and column
};

/// Reads agreement.toml, bodies.toml, articles/, terms/, cases/ and drafts/ of a bundle. Other
/// folders (ground/) are not this reader's, but a .toml file beside agreement.toml is.
FolderReading read_agreement_folder(const std::vector<BundleFile>& bundle);

/// Reads changes of an agreement, in the form of a rival draft, and holds them against it.
/// Errors: `malformed` (with line and column, or naming what is not there), `too_large`.
Result<RivalDraft> read_changes(const AgreementFolder& folder, ByteView text);

/// The agreement as a rival draft has it. Its cases are those of the agreement, and not of the
/// draft.
AgreementFolder under(AgreementFolder folder, const RivalDraft& draft);

/// Every case, run, in order. REQUIRES: folder outlives the answer; nothing was wrong with it.
std::vector<CaseRun> run_cases(const AgreementFolder& folder);

}  // namespace armistice
