// SPDX-License-Identifier: Apache-2.0
// Quotations held to what they quote: a term's phrase must stand in its paragraph, white space
// aside. In articles whose words are the agreement's own, whenever the folder is read; in the text
// of an agreement or draft that is kept elsewhere, when somebody has it; an amendment's in its own
// new words. Spec: agreement.md §3, §8.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace armistice {

struct AgreementFolder;
struct RivalDraft;

/// A paragraph of a whole text as treaties print them: `13. ` at the head of a line, up to the next
/// number; of it `  c. ` up to the next letter. No-break spaces are spaces. Empty: it has none.
std::string paragraph_in(std::string_view whole_text, std::string_view number);

/// Whether a paragraph is that one or a part of it: `13` and `13c` of `13`; `130` is none.
bool is_part_of(std::string_view whole, std::string_view number);

/// Whether the words of `phrase` stand in `text`, in their order and side by side.
bool is_quoted(std::string_view phrase, std::string_view text);

/// Every term whose phrase does not stand in an article of the folder that has the agreed words.
std::vector<Error> misquoted(const AgreementFolder& folder);

/// Every term whose phrase does not stand in its paragraph of this text, or whose paragraph the
/// text does not have.
std::vector<Error> misquoted_in(const AgreementFolder& folder, std::string_view text);

/// Every term of a draft whose phrase does not stand in the document from which its words are: its
/// paragraphs are the agreement's, so that the document's own numbers are not asked for.
std::vector<Error> misquoted_in(const RivalDraft& draft, std::string_view text);

/// Every term of changes whose phrase does not stand in the words that they give its paragraph; of
/// a paragraph that they leave as it is, in its agreed words, or else in what a term in force
/// quotes of it. And every term in force that stays although its paragraph's new words are others.
std::vector<Error> misquoted_by(const AgreementFolder& folder, const RivalDraft& changes);

}  // namespace armistice
