// SPDX-License-Identifier: Apache-2.0
// The shapes of answers about bodies: who sits in them, when they met, what they decided, their
// teams. Part of shapes.cpp.
#pragma once

#include <array>

#include "api/shape.h"

namespace armistice {

inline constexpr std::array commission_fields = {
    Field{"name", "text", ""},
    Field{"title", "text", ""},
    Field{"paragraph", "text", ""},
    Field{"members", "[text]", "who speak for it on record"},
};
inline constexpr std::array team_fields = {
    Field{"team", "text", ""},
    Field{"state", "text", "ready, tasked, dispatched, on_site, access_denied"},
    Field{"case", "integer?", "that it is out for"},
    Field{"members", "[text]", "of it that were tasked"},
    Field{"requested_by", "text", "the side at whose request; empty: the commission's word"},
    Field{"since", "integer", "the record that made it so"},
    Field{"group", "text", ""},
    Field{"title", "text", "of the group"},
    Field{"of", "text", "the body that it assists"},
    Field{"port", "text", "where it is stationed; empty: nowhere"},
};
inline constexpr std::array seat_fields = {
    Field{"seat", "text", "the name that speaks from it"},
    Field{"body", "text", ""},
    Field{"state", "text", "the state invited"},
    Field{"invited_by", "text", "the side"},
    Field{"status", "=invited|accepted|declined|objected", ""},
    Field{"since", "integer", "the record that made it so"},
    Field{"invitation", "digest?", "what a reply answers; null: its body is not here"},
};
inline constexpr std::array appointment_fields = {
    Field{"index", "integer", ""},
    Field{"id", "digest", ""},
    Field{"by", "text", "who appointed"},
    Field{"body", "text", "or a team"},
    Field{"seat", "text", ""},
    Field{"part", "=member|alternate|assistant|officer|secretary", ""},
    Field{"person", "text", ""},
    Field{"nationality", "text", ""},
    Field{"grade", "=general_or_flag|field|junior", ""},
    Field{"rank", "text", ""},
    Field{"from", "time", ""},
    Field{"ended_at", "integer?", "the record that ended it; null: it holds"},
};
inline constexpr std::array session_fields = {
    Field{"index", "integer", ""},
    Field{"id", "digest", ""},
    Field{"by", "text", "who wrote it down"},
    Field{"body", "text", ""},
    Field{"number", "integer", ""},
    Field{"opened", "time", ""},
    Field{"closed", "time", ""},
    Field{"present", "[text]", ""},
    Field{"retracted", "boolean", "it was taken back"},
    Field{"next", "text", "the day of the next"},
    Field{"text", "text", "the protocol"},
};
inline constexpr std::array motion_fields = {
    Field{"index", "integer", ""},
    Field{"id", "digest", ""},
    Field{"body", "text", ""},
    Field{"by", "text", "who moved it"},
    Field{"text", "text", "what is to be decided"},
    Field{"state", "=open|carried|lost|split|agreed|no_rule", "views.md §6"},
    Field{"in_favour", "integer", ""},
    Field{"against", "integer", ""},
    Field{"abstaining", "integer", ""},
    Field{"members", "integer", "who have a vote"},
    Field{"because", "text", "by the agreement's rule; empty: it has none"},
};
inline constexpr std::array body_notice_fields = {
    Field{"index", "integer", ""},        Field{"author", "text", ""}, Field{"kind", "text", ""},
    Field{"word", "text", "views.md §6"}, Field{"detail", "text", ""},
};
inline constexpr std::array bodies_fields = {
    Field{"bodies", "[Commission]", ""},
    Field{"teams", "[TeamRow]", ""},
    Field{"seats", "[SeatRow]", "to which states were invited"},
    Field{"appointments", "[AppointmentRow]", "newest first"},
    Field{"sessions", "[SessionRow]", "newest first"},
    Field{"motions", "[MotionRow]", "newest first"},
    Field{"notices", "[BodyNotice]", "about these, newest first"},
    Field{"findings", "[FindingRow]", "on these that are not good, newest first"},
};

}  // namespace armistice
