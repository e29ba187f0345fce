// SPDX-License-Identifier: Apache-2.0
// Limits on an agreement's files: what a lawyer can still read through, not what a parser could.
#pragma once

#include <cstddef>
#include <cstdint>

namespace armistice::limits {

inline constexpr std::size_t agreement_file_bytes_max = 262'144;
inline constexpr std::size_t agreed_text_bytes_max = 4'194'304;     // a whole text to quote from
inline constexpr std::size_t agreement_list_max = 1'024;            // entries of any one list
inline constexpr std::size_t agreement_text_bytes_max = 2'048;      // a paragraph in our own words
inline constexpr std::size_t paragraph_number_bytes_max = 8;        // `40b`
inline constexpr std::size_t phrase_words_max = 15;                 // a quotation, not a copy
inline constexpr std::int64_t agreement_count_max = 1'000'000'000;  // persons, teams, days

inline constexpr std::int64_t duty_days_max = 3'653;  // ten years

}  // namespace armistice::limits
