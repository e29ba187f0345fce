// SPDX-License-Identifier: Apache-2.0
// Answers of a side's own register.
#pragma once

#include "api/shape.h"

namespace armistice::own_shapes {

inline constexpr std::array option_fields = {
    Field{"number", "integer", "from 1"},
    Field{"option", "text", ""},
    Field{"arguments", "text", "what speaks for and against it"},
};
inline constexpr std::array request_fields = {
    Field{"index", "integer", "of the record"},
    Field{"author", "text", ""},
    Field{"issue", "text", ""},
    Field{"question", "text", ""},
    Field{"due", "text", "the day by which it is needed"},
    Field{"state", "=open|answered", ""},
    Field{"overdue", "boolean", "open, and its day is past"},
    Field{"source", "text", "document, and place in it"},
    Field{"text", "text", ""},
    Field{"retracted", "boolean", ""},
    Field{"options", "[OwnOption]", ""},
};
inline constexpr std::array instruction_fields = {
    Field{"index", "integer", "of the record"},
    Field{"author", "text", ""},
    Field{"request", "integer?", "the record that it answers; null: none"},
    Field{"issue", "text", ""},
    Field{"option", "integer", "of the request; 0: none of them"},
    Field{"by", "text", "who gives it"},
    Field{"day", "text", ""},
    Field{"source", "text", "document, and place in it"},
    Field{"text", "text", "what is to be done"},
    Field{"retracted", "boolean", ""},
};
inline constexpr std::array rung_fields = {
    Field{"number", "integer", "from 1"},
    Field{"position", "text", ""},
    Field{"also", "text", "other words for it"},
    Field{"condition", "text", "which releases it"},
    Field{"released", "boolean", ""},
    Field{"offered", "boolean", "whether it may be: all above it are released, too"},
    Field{"released_by", "text", "empty: nobody has"},
    Field{"released_on", "text?", "the day; null: not"},
    Field{"why", "text", "as whoever released it says"},
};
inline constexpr std::array ladder_fields = {
    Field{"index", "integer", "of the record"},
    Field{"author", "text", ""},
    Field{"issue", "text", ""},
    Field{"day", "text", ""},
    Field{"lowest", "integer", "the lowest rung that may be offered"},
    Field{"offer", "text", "its position"},
    Field{"source", "text", "document, and place in it"},
    Field{"text", "text", ""},
    Field{"rungs", "[OwnRung]", ""},
};
inline constexpr std::array unsaid_fields = {
    Field{"words", "text", "that are not said"},
    Field{"instead", "text", "that are"},
};
inline constexpr std::array guidance_fields = {
    Field{"index", "integer", "of the record"},
    Field{"author", "text", ""},
    Field{"issue", "text", "empty: of all"},
    Field{"by", "text", "who gives it"},
    Field{"day", "text", ""},
    Field{"source", "text", "document, and place in it"},
    Field{"text", "text", "why"},
    Field{"retracted", "boolean", ""},
    Field{"unsaid", "[OwnUnsaid]", ""},
};
inline constexpr std::array press_fields = {
    Field{"index", "integer", "of the record"},
    Field{"author", "text", ""},
    Field{"day", "text", ""},
    Field{"outlet", "text", "who printed it"},
    Field{"side", "text", "whose position it shows"},
    Field{"issue", "text", ""},
    Field{"quoted", "text", "the words"},
    Field{"source", "text", "document, and place in it"},
    Field{"text", "text", ""},
    Field{"retracted", "boolean", ""},
};
inline constexpr std::array deadline_fields = {
    Field{"index", "integer", "of the record"},
    Field{"author", "text", ""},
    Field{"issue", "text", ""},
    Field{"due", "text", "the day"},
    Field{"what", "text", ""},
    Field{"overdue", "boolean", "its day is past"},
    Field{"source", "text", "document, and place in it"},
    Field{"text", "text", ""},
    Field{"retracted", "boolean", ""},
};
inline constexpr std::array linkage_fields = {
    Field{"index", "integer", "of the record"},
    Field{"author", "text", ""},
    Field{"issue", "text", ""},
    Field{"against", "text", "the other issue"},
    Field{"day", "text", ""},
    Field{"terms", "text", "what for what"},
    Field{"source", "text", "document, and place in it"},
    Field{"text", "text", ""},
    Field{"retracted", "boolean", ""},
};
inline constexpr std::array positions_fields = {
    Field{"side", "text", "whose own register it is"},
    Field{"on", "text", "the day as of which days are past"},
    Field{"requests", "[OwnRequest]", "by the day on which they are due"},
    Field{"instructions", "[OwnInstruction]", "newest first"},
    Field{"ladders", "[OwnLadder]", "those in force, by issue"},
    Field{"guidance", "[OwnGuidance]", ""},
    Field{"press", "[OwnPressItem]", "newest first"},
    Field{"linkages", "[OwnLinkage]", "by issue"},
    Field{"deadlines", "[OwnDeadline]", "by day"},
    Field{"notices", "[ConferenceNotice]", "newest first"},
};
inline constexpr std::array due_fields = {
    Field{"on", "text", "the day as of which days are past"},
    Field{"requests", "[OwnRequest]", "that are open"},
    Field{"deadlines", "[OwnDeadline]", "that stand"},
};
inline constexpr std::array stop_fields = {
    Field{"draft", "text", "which: its kind, of a file with its place"},
    Field{"why", "=not_released|on_no_rung|gives_up|unsaid|unread", ""},
    Field{"issue", "text", ""},
    Field{"words", "text", "that stop it"},
    Field{"rung", "integer?", "of the ladder; null: none"},
    Field{"condition", "text", "which releases the rung"},
    Field{"offer", "text", "what may be offered instead"},
    Field{"instead", "text", "what is said instead"},
    Field{"record", "integer", "the ladder or the guidance"},
};
inline constexpr std::array remark_fields = {
    Field{"sort", "=linked|asked|no_ladder|names_rung", ""},
    Field{"issue", "text", ""},
    Field{"text", "text", "what to think of"},
    Field{"record", "integer?", "that says so; null: none"},
};
inline constexpr std::array screened_fields = {
    Field{"side", "text", "whose own register it is"},
    Field{"good", "boolean", "nothing stops it"},
    Field{"stopped", "[OwnStop]", ""},
    Field{"remarks", "[OwnRemark]", "which stop nothing"},
};
inline constexpr std::array held_fields = {
    Field{"may_be_signed", "boolean",
          "false: the side's own register stops it, and says why itself"},
};
inline constexpr std::array checked_fields = {
    Field{"side", "text", "whose own register it is"},
    Field{"good", "boolean", "nothing stops them"},
    Field{"drafts", "integer", "how many were held against it"},
    Field{"stopped", "[OwnStop]", ""},
    Field{"remarks", "[OwnRemark]", "which stop nothing"},
};
inline constexpr std::array imported_fields = {
    Field{"requests", "integer", ""},  Field{"instructions", "integer", ""},
    Field{"ladders", "integer", ""},   Field{"releases", "integer", ""},
    Field{"guidance", "integer", ""},  Field{"press", "integer", ""},
    Field{"deadlines", "integer", ""}, Field{"linkages", "integer", ""},
};

}  // namespace armistice::own_shapes
