// SPDX-License-Identifier: Apache-2.0
// What two sides have agreed so far, as a draft of its own: its paragraphs are the points in their
// agreed words, its terms those of the agreement in force that these words carry. It can be set
// beside any other and judged by, as rival drafts are. Spec: agreement.md §9.
#pragma once

#include "terms/folder.h"

namespace armistice {

/// A point that both sides have signed.
struct AgreedWords {
  std::string paragraph;  // of the agreement that it became: `13`, `13c`
  std::string wording;
};

/// The draft `name` of these points, those of one paragraph in their order. A term of the agreement
/// is kept where its paragraph is a point's, or a part of it, and its phrase stands in the words:
/// what no agreed words say is not agreed. Points without words or paragraph carry none.
/// Cost: terms times points.
RivalDraft agreed_draft(const AgreementFolder& agreement, std::string_view name,
                        std::string_view by, const std::vector<AgreedWords>& points);

/// The file that `read_rival_draft` reads: of a draft with no terms, places or bodies of its own.
std::string to_toml(const RivalDraft& draft);

}  // namespace armistice
