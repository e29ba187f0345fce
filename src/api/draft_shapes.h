// SPDX-License-Identifier: Apache-2.0
// The shapes of what is answered about an agreement and its rival drafts, set against each other.
// Part of shapes.cpp. Spec: api.md §8.
#pragma once

#include <array>

#include "api/shape.h"

namespace armistice::draft_shapes {

inline constexpr std::array named_agreement_fields = {
    Field{"name", "text", ""},
    Field{"title", "text", ""},
    Field{"by", "text", "the party whose draft it is; empty: the agreement in force"},
    Field{"source", "text", "where its words stand; empty: the agreement in force"},
};
inline constexpr std::array agreement_drafts_fields = {
    Field{"agreement", "NamedAgreement", "the one in force"},
    Field{"drafts", "[NamedAgreement]", "rival drafts of it, none of which has force"},
};
inline constexpr std::array saying_pair_fields = {
    Field{"name", "text", "a parameter, an option, a sort of teams"},
    Field{"a", "text", "empty: a says nothing of it"},
    Field{"b", "text", "empty: b says nothing of it"},
};
inline constexpr std::array term_pair_fields = {
    Field{"term", "text", "its id"},
    Field{"standing", "=same|differs|only_a|only_b", ""},
    Field{"kind_a", "text", "empty: a has no such term"},
    Field{"kind_b", "text", "empty: b has no such term"},
    Field{"phrase_a", "text", "the paragraph's own words"},
    Field{"phrase_b", "text", "the paragraph's own words"},
    Field{"parameters", "[SayingPair]", "those that are the same, too"},
};
inline constexpr std::array paragraph_pair_fields = {
    Field{"number", "text", ""},
    Field{"article", "text", "of its restatement; a draft's own name if only the draft has it"},
    Field{"standing", "=same|differs|only_a|only_b", ""},
    Field{"text_a", "text", "restated; empty: a has no such paragraph"},
    Field{"text_b", "text", "restated; empty: b has no such paragraph"},
    Field{"teams", "[SayingPair]", "that it sets up, how many; a body whose seats are others"},
    Field{"terms", "[TermPair]", "that stand against it"},
};
inline constexpr std::array side_by_side_fields = {
    Field{"a", "NamedAgreement", ""},
    Field{"b", "NamedAgreement", ""},
    Field{"paragraphs", "[ParagraphPair]", "of either, ascending"},
};
inline constexpr std::array found_pair_fields = {
    Field{"index", "integer", "of the record judged"},
    Field{"term", "text", ""},
    Field{"occasion", "text", "of a duty; else empty"},
    Field{"paragraph", "text", ""},
    Field{"standing", "=same|differs|only_a|only_b", ""},
    Field{"a", "text", "the verdict; empty: a finds nothing"},
    Field{"a_good", "boolean", "a finds nothing that is not good"},
    Field{"a_because", "text", ""},
    Field{"b", "text", "the verdict; empty: b finds nothing"},
    Field{"b_good", "boolean", "b finds nothing that is not good"},
    Field{"b_because", "text", ""},
};
inline constexpr std::array found_under_both_fields = {
    Field{"a", "NamedAgreement", ""},
    Field{"b", "NamedAgreement", ""},
    Field{"size", "integer", "entries judged"},
    Field{"bad_a", "integer", "findings that are not good, under a"},
    Field{"bad_b", "integer", "the same under b"},
    Field{"left_off", "integer", "rows that there was no room for"},
    Field{"findings", "[FoundPair]", "that differ, or are not good under either; newest first"},
};

}  // namespace armistice::draft_shapes
