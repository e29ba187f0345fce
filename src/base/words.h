// SPDX-License-Identifier: Apache-2.0
// A text as the words that a reader reads, so that a word is found whatever stands beside it:
// quotation marks, dashes, ellipses, blanks of any width, hyphens that are not seen.
#pragma once

#include <string>
#include <string_view>

namespace armistice {

/// ` the 38th parallel `: a blank before, between and behind words. Letters of the Latin script and
/// digits make words, capitals of ASCII and of Latin-1 as small ones, full-width ones as their
/// plain forms. Each letter of any other script is a word of its own: Chinese leaves no gaps, a
/// Korean particle follows its noun at once, and a Russian ending its stem; their capitals are
/// small ones in Cyrillic. What is not seen (soft hyphens, joiners, marks that combine) is left
/// out, and all else parts words. Bytes that are no UTF-8 are letters as they are. A text is found
/// in another by a plain search, since both begin and end with a blank. Allocates the answer alone.
std::string as_words(std::string_view text);

}  // namespace armistice
