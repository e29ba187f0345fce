// SPDX-License-Identifier: Apache-2.0
// Quotations held to what they quote: a term's phrase must stand in its paragraph, white space
// aside. In articles whose words are the agreement's own, whenever the folder is read; in the text
// of an agreement that is kept elsewhere, when somebody has it. Spec: agreement.md §3, §8.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace armistice {

struct AgreementFolder;

/// A paragraph of a whole text as treaties print them: `13. ` at the head of a line, up to the next
/// number; of it `  c. ` up to the next letter. No-break spaces are spaces. Empty: it has none.
std::string paragraph_in(std::string_view whole_text, std::string_view number);

/// Whether the words of `phrase` stand in `text`, in their order and side by side.
bool is_quoted(std::string_view phrase, std::string_view text);

/// Every term whose phrase does not stand in an article of the folder that has the agreed words.
std::vector<Error> misquoted(const AgreementFolder& folder);

/// Every term whose phrase does not stand in its paragraph of this text, or whose paragraph the
/// text does not have.
std::vector<Error> misquoted_in(const AgreementFolder& folder, std::string_view text);

}  // namespace armistice
