// SPDX-License-Identifier: Apache-2.0
// The shapes of the agreement in force; shapes.cpp lists them with the others. Spec: api.md §8.
#pragma once

#include <array>

#include "api/shape.h"

namespace armistice::agreement_shapes {

inline constexpr std::array named_text_fields = {
    Field{"name", "text", ""},
    Field{"value", "text", ""},
};
inline constexpr std::array term_option_fields = {
    Field{"name", "text", "what the text leaves open"},
    Field{"values", "[text]", "its readings"},
    Field{"chosen", "text", "the reading in use"},
    Field{"why", "text", ""},
};
inline constexpr std::array term_row_fields = {
    Field{"term", "text", ""},
    Field{"paragraph", "text", ""},
    Field{"phrase", "text", "quoted word for word"},
    Field{"restated", "text", "the paragraph, in the agreement's keeper's own words"},
    Field{"kind", "text", "a word of agreement.md §4"},
    Field{"parameters", "[NamedText]", ""},
    Field{"options", "[TermOption]", ""},
    Field{"bad", "integer", "findings on record by it that are not good, under the reading in use"},
};
inline constexpr std::array studied_word_fields = {
    Field{"term", "text", ""},
    Field{"paragraph", "text", ""},
    Field{"phrase", "text", "quoted word for word"},
    Field{"word", "text", "that stands in the text"},
};
inline constexpr std::array amendment_fields = {
    Field{"index", "integer", ""},
    Field{"id", "digest", ""},
    Field{"number", "integer", ""},
    Field{"title", "text", ""},
    Field{"takes_effect", "time", ""},
    Field{"state", "=waits|in_force|overtaken|withdrawn|inert", "views.md §5"},
    Field{"since", "integer?", "the record from which on it is in force"},
    Field{"agreement", "digest?", "of the agreement from there on"},
    Field{"changes", "text", "as signed, in the form of a rival draft"},
    Field{"text", "text", ""},
    Field{"noticed", "[text]", "word and detail: why it is inert"},
};
inline constexpr std::array agreement_shown_fields = {
    Field{"name", "text", ""},
    Field{"title", "text", ""},
    Field{"effective", "time", ""},
    Field{"clock", "time", "where the register's clock stands: an amendment of then is in force"},
    Field{"digest", "digest", "of the agreement in force: what an amendment names"},
    Field{"terms", "[TermRow]", "in the order of the paragraphs"},
    Field{"amendments", "[AmendmentRow]", "those that act first, the newest of them first"},
    Field{"drafts", "[NamedText]", "rival drafts that the bundle holds, by name and title"},
    Field{"amended_by", "[text]", "whose signatures together amend it; none: no term says"},
};

}  // namespace armistice::agreement_shapes
