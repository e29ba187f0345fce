// SPDX-License-Identifier: Apache-2.0
// The shapes of what is answered about the conference; shapes.cpp lists them with the others.
// Spec: api.md §13.
#pragma once

#include <array>

#include "api/shape.h"

namespace armistice::conference_shapes {

inline constexpr std::array present_fields = {
    Field{"side", "text", ""},
    Field{"person", "text", "empty: so many of the role"},
    Field{"role", "text", ""},
    Field{"number", "integer", "persons"},
    Field{"standing", "=present|offered|accepted|declined", ""},
};
inline constexpr std::array sitting_fields = {
    Field{"index", "integer", "of the record"},
    Field{"id", "digest", ""},
    Field{"author", "text", "who tells of it"},
    Field{"forum", "text", ""},
    Field{"number", "integer", "of the forum's sittings"},
    Field{"place", "text", ""},
    Field{"opened", "text", "as its author wrote it"},
    Field{"closed", "text", ""},
    Field{"ended", "=goes_on|adjourned|recessed|suspended|broken_off", ""},
    Field{"resumes", "text", "when the next is to be; empty: not said"},
    Field{"conditions", "text", "on which"},
    Field{"source", "text", "document, and place in it"},
    Field{"text", "text", ""},
    Field{"statements", "integer", "on record of it"},
    Field{"retracted", "boolean", ""},
    Field{"moved_from", "text", "where the one before met, if elsewhere; else empty"},
    Field{"present", "[SittingPresent]", ""},
    Field{"elsewhere", "[text]", "its hours at each other civil offset of the circle"},
};
inline constexpr std::array statement_fields = {
    Field{"index", "integer", "of the record"},
    Field{"id", "digest", ""},
    Field{"author", "text", "whose transcript it is"},
    Field{"number", "integer", "in the order of the sitting"},
    Field{"side", "text", "empty: of neither"},
    Field{"speaker", "text", ""},
    Field{"at", "text", "as its author wrote it"},
    Field{"sort",
          "=statement|question|answer|postponement|interruption|direction|document|withdrawal|"
          "partial_withdrawal",
          ""},
    Field{"wording", "=verbatim|abridged", ""},
    Field{"language", "text", ""},
    Field{"reply_to", "integer?", "the record that it replies to"},
    Field{"issue", "text", ""},
    Field{"source", "text", "document, and place in it"},
    Field{"text", "text", ""},
    Field{"retracted", "boolean", ""},
    Field{"withdrawn", "=no|in_part|whole", "by its side"},
    Field{"withdrawn_words", "[text]", "of what is withdrawn in part: these"},
    Field{"withdrawn_by", "[integer]", "the records that say so"},
    Field{"received_by", "[text]",
          "of a document: who has signed for it, by an arrangement about it"},
};
inline constexpr std::array question_fields = {
    Field{"index", "integer", "of the record"},
    Field{"id", "digest", ""},
    Field{"sitting", "integer", ""},
    Field{"day", "text", "of the sitting"},
    Field{"forum", "text", ""},
    Field{"number", "integer", "in the order of the sitting"},
    Field{"side", "text", "who asks"},
    Field{"speaker", "text", ""},
    Field{"issue", "text", ""},
    Field{"state", "=not_answered|postponed|answered|answered_later", ""},
    Field{"answer", "integer?", "the record that made it so"},
    Field{"answered_by", "text", "the speaker"},
    Field{"answer_text", "text", "as it begins"},
    Field{"author", "text", "who tells of it"},
    Field{"told", "boolean", "by another than the side itself"},
    Field{"source", "text", "document, and place in it"},
    Field{"text", "text", ""},
};
inline constexpr std::array point_fields = {
    Field{"issue", "text", "one name for both sides"},
    Field{"side", "text", ""},
    Field{"number", "integer", "the side's own"},
    Field{"version", "integer", "of its agenda, the newest"},
    Field{"wording", "text", ""},
    Field{"theirs", "[text]", "points of others on the same issue: `unc 5`"},
    Field{"answers", "[text]", "`unc refused 1951-07-10`, in the order of the register"},
    Field{"index", "integer", "the agenda's record"},
    Field{"id", "digest", ""},
    Field{"source", "text", "document, and place in it"},
    Field{"author", "text", ""},
    Field{"told", "boolean", "by another than the side itself"},
};
inline constexpr std::array position_fields = {
    Field{"issue", "text", ""},
    Field{"day", "text", ""},
    Field{"side", "text", ""},
    Field{"act", "=proposes|restates|changes|drops|accepts|refuses|defines", ""},
    Field{"value", "text", "in a few words"},
    Field{"of", "integer?", "the proposal that it is about"},
    Field{"alternative", "integer", "of several; 0: the whole"},
    Field{"condition", "text", ""},
    Field{"linked", "text", "the issue that it hangs on"},
    Field{"told", "boolean", "by another than the side itself"},
    Field{"notices", "[text]", "such as `reappears`"},
    Field{"index", "integer", "of the record"},
    Field{"id", "digest", ""},
    Field{"author", "text", ""},
    Field{"source", "text", "document, and place in it"},
    Field{"text", "text", "word for word"},
    Field{"retracted", "boolean", ""},
    Field{"terms", "[text]", "of a definition: the terms in whose quoted words its word stands"},
};
inline constexpr std::array moved_fields = {
    Field{"issue", "text", ""},
    Field{"side", "text", ""},
    Field{"value", "text", "where it stands"},
    Field{"since", "text", "the day it last moved"},
    Field{"days", "integer", "since then, up to the last day of any step on record"},
    Field{"restated", "integer", "times, since it moved"},
    Field{"dropped", "boolean", ""},
    Field{"by", "text", "the party that tells it"},
    Field{"told", "boolean", "by another than the side itself"},
};
inline constexpr std::array agreed_fields = {
    Field{"issue", "text", ""},
    Field{"number", "integer", ""},
    Field{"points", "integer", "so many there are"},
    Field{"day", "text", ""},
    Field{"title", "text", ""},
    Field{"wording", "text", "empty: agreed, and the words are not here"},
    Field{"absent", "boolean", "whether the words are not here"},
    Field{"paragraph", "text", "of the agreement that it became"},
    Field{"signers", "[text]", "both delegations' lines"},
    Field{"index", "integer", "of the record"},
    Field{"id", "digest", ""},
    Field{"author", "text", "the organ"},
    Field{"source", "text", "document, and place in it"},
    Field{"text", "text", ""},
};
inline constexpr std::array kept_term_fields = {
    Field{"term", "text", "its id"},
    Field{"paragraph", "text", ""},
    Field{"phrase", "text", "which stands in the agreed words"},
};
inline constexpr std::array agreed_paragraph_fields = {
    Field{"number", "text", ""},
    Field{"text", "text", "its points in their agreed words"},
};
inline constexpr std::array left_out_fields = {
    Field{"index", "integer", "of the record"},
    Field{"title", "text", ""},
    Field{"because", "=no_words|no_paragraph", ""},
};
inline constexpr std::array agreed_draft_fields = {
    Field{"name", "text", "`agreed-1952-01-31`: known wherever drafts are"},
    Field{"title", "text", ""},
    Field{"by", "text", "the organ that signed"},
    Field{"source", "text", "the records"},
    Field{"paragraphs", "[AgreedParagraph]", ""},
    Field{"keeps", "[KeptTerm]", "terms of the agreement that its words carry"},
    Field{"left_out", "[AgreedLeftOut]", "points that carry none"},
    Field{"file", "text", "for `drafts/`"},
};
inline constexpr std::array notice_fields = {
    Field{"index", "integer", ""}, Field{"author", "text", ""}, Field{"kind", "text", ""},
    Field{"word", "text", ""},     Field{"detail", "text", ""},
};
inline constexpr std::array conference_fields = {
    Field{"sittings", "[SittingRow]", "newest first"},
    Field{"points", "[AgendaPoint]", "by issue"},
    Field{"questions", "[QuestionRow]", "the newest sitting's first"},
    Field{"positions", "[PositionRow]", "by issue and day"},
    Field{"moved", "[MovedRow]", "by issue and side"},
    Field{"agreed", "[AgreedRow]", ""},
    Field{"notices", "[ConferenceNotice]", ""},
};
inline constexpr std::array imported_fields = {
    Field{"sittings", "integer", ""},  Field{"statements", "integer", ""},
    Field{"agendas", "integer", ""},   Field{"answers", "integer", "to points of them"},
    Field{"proposals", "integer", ""}, Field{"agreed", "integer", ""},
};

}  // namespace armistice::conference_shapes
