// SPDX-License-Identifier: Apache-2.0
// The shapes of what is answered about ledgers and duties; shapes.cpp lists them with the others.
// Spec: api.md §8.
#pragma once

#include <array>

#include "api/shape.h"

namespace armistice::ledger_shapes {

inline constexpr std::array difference_fields = {
    Field{"paragraph", "text", ""},
    Field{"term", "text", "empty: the paragraph's text, or its teams"},
    Field{"what", "text", "text, teams, term, phrase, a parameter, an option"},
    Field{"a", "text", "empty: nothing there"},
    Field{"b", "text", "empty: nothing there"},
};
inline constexpr std::array compared_fields = {
    Field{"a", "text", "the first one's name"},
    Field{"b", "text", "the second one's name"},
    Field{"differences", "[Difference]", "in the order of the paragraphs"},
};
inline constexpr std::array judged_again_fields = {
    Field{"index", "integer", "of the record judged"},
    Field{"term", "text", ""},
    Field{"occasion", "text", "of a duty; else empty"},
    Field{"paragraph", "text", ""},
    Field{"in_force", "text", "the verdict under the agreement in force; empty: none"},
    Field{"in_force_because", "text", ""},
    Field{"draft", "text", "the verdict under the draft; empty: none"},
    Field{"draft_because", "text", ""},
};
inline constexpr std::array under_draft_fields = {
    Field{"draft", "text", ""},
    Field{"title", "text", ""},
    Field{"by", "text", "the party whose it is"},
    Field{"source", "text", "where its words stand"},
    Field{"size", "integer", "entries judged"},
    Field{"bad_in_force", "integer", "findings that are not good, under the agreement in force"},
    Field{"bad_under_draft", "integer", "the same under the draft"},
    Field{"findings", "[JudgedAgain]", "that differ, newest first"},
};
inline constexpr std::array duty_fields = {
    Field{"term", "text", "of the agreement"},
    Field{"reading", "text", "empty: the one in use; else such as due_by=same_day"},
    Field{"paragraph", "text", ""},
    Field{"phrase", "text", "the paragraph's own words"},
    Field{"what", "text", "what is due"},
    Field{"by", "text", "who owes it"},
    Field{"to", "[text]", "who is to receive it; empty: nobody is named"},
    Field{"occasion", "text", "of a duty that recurs: its day; else empty"},
    Field{"due", "time", "its last second"},
    Field{"state", "text", "waits, fulfilled, late, overdue; by the register's clock"},
    Field{"at", "integer?", "the record that made it so"},
    Field{"fulfilled_by", "text", "movement, fulfilment, commitment, count: which record does it"},
};
inline constexpr std::array due_asked_fields = {
    Field{"index", "integer", "the arrangement's record"},
    Field{"due", "time", "the last second of what comes next, by the readings in use"},
    Field{"overdue", "boolean", "by this node's clock"},
    Field{"sort", "text", "of the arrangement"},
    Field{"number", "text", "with who asks"},
    Field{"asked_by", "text", "for whom it is asked"},
    Field{"by", "[text]", "who owes it: those who have not answered, or all"},
    Field{"place", "text", ""},
    Field{"state", "text", "asked, granted"},
    Field{"term", "text", "of the agreement"},
    Field{"paragraph", "text", ""},
    Field{"phrase", "text", "the paragraph's own words"},
};
inline constexpr std::array due_owed_fields = {
    Field{"due", "time", "its last second"},
    Field{"overdue", "boolean", "by this node's clock"},
    Field{"what", "text", "sent, forwarded, notified: in a case; reported: of a shipment"},
    Field{"by", "text", "who owes it"},
    Field{"case", "integer?", "the case in which it is owed"},
    Field{"index", "integer", "the record from which it is owed"},
    Field{"shipment", "text", "of a shipment: its number; else empty"},
    Field{"term", "text", "of the agreement"},
    Field{"reading", "text", "empty: the one in use; else such as at_once=one_hour"},
    Field{"paragraph", "text", ""},
    Field{"phrase", "text", "the paragraph's own words"},
};
inline constexpr std::array due_fields = {
    Field{"date", "text", "the first day asked for"},
    Field{"days", "integer", "how many"},
    Field{"clock", "time?", "the register's clock"},
    Field{"duties", "[DutyRow]", "overdue ones, then by the hour"},
    Field{"asked", "[DueAsked]", "what was asked for and falls due until then, by the hour"},
    Field{"owed", "[DueOwed]", "what has begun and must follow, by its hour"},
};
inline constexpr std::array ledger_side_fields = {
    Field{"side", "text", ""},
    Field{"arrived", "integer", "persons since the effective hour, as reported"},
    Field{"departed", "integer", "likewise"},
    Field{"month_arrived", "integer", "persons in the month asked for"},
    Field{"month_departed", "integer", "likewise"},
    Field{"arrivals_max", "integer?", "a month, where a paragraph says so"},
};
inline constexpr std::array ledger_day_fields = {
    Field{"side", "text", ""},
    Field{"day", "text", ""},
    Field{"arrived", "integer", ""},
    Field{"departed", "integer", ""},
};
inline constexpr std::array ledger_count_fields = {
    Field{"index", "integer", "of the record"},
    Field{"author", "text", ""},
    Field{"side", "text", ""},
    Field{"basis", "text", "reported, inspected"},
    Field{"day", "text", ""},
    Field{"point", "text", ""},
    Field{"direction", "text", "arriving, departing"},
    Field{"sort", "text", "rotation, temporary_duty, leave"},
    Field{"nationality", "text", "empty: not said"},
    Field{"persons", "integer", ""},
    Field{"counts", "boolean", "it acts on the ledger"},
    Field{"retracted", "boolean", ""},
};
inline constexpr std::array ledger_item_fields = {
    Field{"index", "integer", "of the record"},
    Field{"author", "text", ""},
    Field{"side", "text", ""},
    Field{"basis", "text", "reported, inspected"},
    Field{"shipment", "text", ""},
    Field{"at", "time", ""},
    Field{"point", "text", ""},
    Field{"direction", "text", "arriving, departing"},
    Field{"materiel", "text", ""},
    Field{"designation", "text", "type and model"},
    Field{"quantity", "integer", ""},
    Field{"replaces", "text", "type and model; empty: nothing"},
    Field{"replaced", "integer", ""},
    Field{"disposition", "text", "what became of them"},
    Field{"counts", "boolean", "it acts on the ledger"},
    Field{"retracted", "boolean", ""},
};
inline constexpr std::array ledger_notice_fields = {
    Field{"index", "integer", "of the record"},
    Field{"word", "text", ""},
    Field{"detail", "text", ""},
};
inline constexpr std::array ledger_fields = {
    Field{"month", "text", ""},
    Field{"sides", "[LedgerSide]", ""},
    Field{"days", "[LedgerDay]", "of the month, as reported"},
    Field{"counts", "[LedgerCount]", "of the month, reported and inspected"},
    Field{"items", "[LedgerItem]", "of the month, newest first"},
    Field{"notices", "[LedgerNotice]", "on these records"},
    Field{"findings", "[FindingRow]", "that are not good, on these records"},
};

}  // namespace armistice::ledger_shapes
