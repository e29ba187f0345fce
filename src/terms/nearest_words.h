// SPDX-License-Identifier: Apache-2.0
// What a quotation that is not there may have meant: the stretch of the text that has most of its
// words. For the sentence that says what is wrong, never for a verdict. Spec: agreement.md §8.
#pragma once

#include <string>
#include <string_view>

namespace armistice {

/// No-break spaces as spaces: a transcription has them where its printer had these.
std::string without_no_break_spaces(std::string_view text);

/// White space of any sort, no-break spaces among it, as one space between words; none at the ends.
std::string one_line(std::string_view text);

/// As many words of `text` side by side as `phrase` has, of all such stretches the one that shares
/// most words with it, case and punctuation aside; of equals the one with most in its order, with
/// most in their places, then the first, or the last of those that overlap. Empty: none shares half
/// of them.
/// Cost: words of the text, times the phrase's squared where several stretches are as near.
std::string nearest_words(std::string_view phrase, std::string_view text);

}  // namespace armistice
