// SPDX-License-Identifier: Apache-2.0
// The shapes of what is answered about cases, findings, the ground and the bodies; shapes.cpp lists
// them with the others. Spec: api.md §7.
#pragma once

#include <array>

#include "api/shape.h"

namespace armistice::case_shapes {

inline constexpr std::array finding_fields = {
    Field{"finding", "digest", "its id, by which an allegation names it"},
    Field{"index", "integer", "of the record judged: the evidence"},
    Field{"record", "digest", "its id"},
    Field{"case", "integer?", "whose step it judges, or whose allegation names it"},
    Field{"term", "text", "of the agreement"},
    Field{"reading", "text", "empty: the one in use; else such as adoption=majority"},
    Field{"occasion", "text", "of a duty: whose, on which day; else empty"},
    Field{"paragraph", "text", "that decides"},
    Field{"verdict", "text", "a word of agreement.md §6"},
    Field{"good", "boolean", "it is as the term asks"},
    Field{"because", "text", "why, in one sentence"},
    Field{"cure", "text", "what would make it good; empty: it is"},
    Field{"retracted", "boolean", "the evidence was taken back"},
    Field{"judged_at", "integer", "the record that made it so"},
    Field{"phrase", "text", "the paragraph's own words"},
};
inline constexpr std::array observed_fix_fields = {
    Field{"time", "time", ""},
    Field{"latitude", "text", "degrees"},
    Field{"longitude", "text", "degrees"},
    Field{"error_mm", "integer", "radius within which it lies with 95 %"},
};
inline constexpr std::array observation_fields = {
    Field{"index", "integer", ""},
    Field{"id", "digest", ""},
    Field{"by", "text", "who signed it"},
    Field{"side", "text", "of the line, of the last fix as this node reckons"},
    Field{"zone", "text", "inside, outside, undecidable; likewise"},
    Field{"computed_distance_mm", "integer?", "from the last fix to the boundary, likewise"},
    Field{"agrees", "boolean", "what it states is what its own fixes give"},
    Field{"retracted", "boolean", "it was taken back"},
    Field{"event", "text", "crossing, entry, leaving, first_inside, halt, undecidable"},
    Field{"track", "text", ""},
    Field{"sort", "text", "of thing or person, as claimed"},
    Field{"affiliation", "text", "as claimed"},
    Field{"claimed_by", "text", "by whom"},
    Field{"boundary", "text", "line, zone"},
    Field{"from", "text", ""},
    Field{"to", "text", ""},
    Field{"earliest", "time", "it happened after"},
    Field{"latest", "time", "it happened before"},
    Field{"edge_distance_mm", "integer", "from the last fix to the boundary, as stated"},
    Field{"fix_error_mm", "integer", ""},
    Field{"edge_error_mm", "integer", ""},
    Field{"basis", "text", "of the edge: map, survey, buffer"},
    Field{"text", "text", ""},
    Field{"fixes", "[ObservedFix]", "in the order of time"},
};
inline constexpr std::array step_notice_fields = {
    Field{"word", "text", "a word of views.md §6 or §8"},
    Field{"detail", "text", ""},
};
inline constexpr std::array case_row_fields = {
    Field{"case", "integer", "the index of the allegation that opened it"},
    Field{"id", "digest", "the allegation's id"},
    Field{"term", "text", ""},
    Field{"paragraph", "text", "alleged to be broken"},
    Field{"against", "text", "a party, or empty"},
    Field{"by", "text", "who alleges"},
    Field{"status", "text", "a word of views.md §9"},
    Field{"next", "text", "the step that is due; empty: none"},
    Field{"next_by", "[text]", "who may take it"},
    Field{"next_to", "[text]", "to whom a report or a determination goes next"},
    Field{"notices", "integer", "noticed about its steps, but for a vote that is open"},
    Field{"draft_kind", "text", "of the draft that waits; empty: none"},
    Field{"last_index", "integer", "the record that made it so"},
    Field{"marks", "[text]", "what else stands of it: registered, attributed, disputed, …"},
    Field{"text", "text", "the allegation's words"},
    Field{"outcome", "text", "violation, no_violation, corrected; empty: not determined"},
    Field{"outcome_paragraph", "text", "which paragraph, as determined"},
    Field{"responsible", "text", "a party, as determined; or empty"},
    Field{"opened", "time?", "after this hour of the register's clock"},
    Field{"since", "time?", "the same of its last step"},
    Field{"mode", "text", "of the best head that covers its last step, or accepted"},
};
inline constexpr std::array step_fields = {
    Field{"index", "integer", "its record"},
    Field{"id", "digest", ""},
    Field{"step", "text", "a word of views.md §9"},
    Field{"by", "text", ""},
    Field{"about", "digest?", "the record that it concerns"},
    Field{"detail", "text", "a vote, an outcome, a team"},
    Field{"names", "[text]", "members tasked, addressees, who has not signed"},
    Field{"retracted", "boolean", ""},
    Field{"acts", "boolean", "its author may take it: it moves the case"},
    Field{"elapsed_s", "integer?", "since the request before it, by the register's clock"},
    Field{"signers", "[text]", "of a joint record"},
    Field{"written", "time?", "as its author states"},
    Field{"after", "time?", "by the register's clock"},
    Field{"text", "text", "what it says"},
    Field{"judged", "[FindingRow]", "what the terms say of it, under every reading"},
    Field{"notices", "[StepNotice]", "what was noticed beside"},
};
inline constexpr std::array draft_row_fields = {
    Field{"index", "integer", "the record that lodged it"},
    Field{"draft", "digest", "the id that the joint record will have"},
    Field{"case", "integer", ""},
    Field{"kind", "text", ""},
    Field{"by", "text", "who lodged it"},
    Field{"signers", "[text]", ""},
    Field{"signed", "[text]", "whose lines came with it"},
    Field{"until_utc", "integer", "its last hour, in circle time"},
    Field{"state", "=waits|signed|lapsed|withdrawn", ""},
    Field{"lines", "text", "signature lines so far"},
    Field{"until", "time", "as until_utc"},
    Field{"text", "text", "of the joint record, while it waits"},
    Field{"body", "text", "of the joint record, while it waits"},
};
inline constexpr std::array docket_fields = {
    Field{"cases", "[CaseRow]", "newest first; the one asked for"},
    Field{"steps", "[StepRow]", "of the case asked for, in the order of the register"},
    Field{"findings", "[FindingRow]", "of its steps and its evidence"},
    Field{"observations", "[ObservationRow]", "that the allegation refers to"},
    Field{"drafts", "[DraftRow]", "joint records of the case that were put up for signature"},
    Field{"strays", "[StrayRow]", "records that name the case and are no step of it"},
};
inline constexpr std::array stray_fields = {
    Field{"index", "integer", ""},
    Field{"author", "text", ""},
    Field{"kind", "text", ""},
    Field{"word", "text", "why it is no step: a word of views.md §6 or §9"},
    Field{"detail", "text", ""},
};
inline constexpr std::array stretch_fields = {
    Field{"basis", "=map|survey|buffer", ""},
    Field{"error_mm", "integer", ""},
    Field{"places", "[text]", "latitude and longitude in degrees, a space between"},
};
inline constexpr std::array port_fields = {
    Field{"name", "text", ""},
    Field{"title", "text", ""},
    Field{"side", "text", ""},
    Field{"team", "text", "stationed there"},
    Field{"latitude", "text", "degrees, on the datum of the agreement's text"},
    Field{"longitude", "text", ""},
    Field{"facilities", "[text]", "observed there, as the agreement's text names them"},
    Field{"note", "text", "what is doubtful about them"},
};
inline constexpr std::array permit_fields = {
    Field{"index", "integer", ""},
    Field{"by", "text", ""},
    Field{"act", "text", "crossing_line, entering_territory, entering_zone"},
    Field{"holder", "text", "a track, or who is permitted"},
    Field{"territory", "text", "the side entered, or empty"},
    Field{"retracted", "boolean", "it was taken back"},
    Field{"counts", "boolean", "a term lets its author grant it, and it was not taken back"},
    Field{"from", "text", ""},
    Field{"to", "text", ""},
    Field{"text", "text", "what for"},
};
inline constexpr std::array ground_fields = {
    Field{"digest", "text", "of the compiled line; empty: the agreement has none"},
    Field{"left", "text", "the side to the left of the line"},
    Field{"right", "text", ""},
    Field{"zone_mm", "integer", "to either side"},
    Field{"stretches", "[Stretch]", "the line"},
    Field{"ports", "[Port]", ""},
    Field{"observations", "[ObservationRow]", "newest first"},
    Field{"permits", "[PermitRow]", "newest first"},
};
inline constexpr std::array day_records_fields = {
    Field{"party", "text", "the first segment of its authors' names"},
    Field{"records", "integer", "admitted that day"},
};
inline constexpr std::array day_step_fields = {
    Field{"case", "integer", ""},
    Field{"index", "integer", "its record"},
    Field{"after", "time?", "by the register's clock"},
    Field{"step", "text", "a word of views.md §9"},
    Field{"by", "text", ""},
    Field{"detail", "text", ""},
    Field{"retracted", "boolean", ""},
};
inline constexpr std::array daily_report_fields = {
    Field{"date", "text", "in the circle's first civil offset"},
    Field{"from", "time", "by the register's clock, included"},
    Field{"to", "time", "not included"},
    Field{"size", "integer", "entries folded when this was made"},
    Field{"first", "integer?", "the first entry of the day"},
    Field{"last", "integer?", ""},
    Field{"records", "[DayRecords]", "by party"},
    Field{"void_entries", "integer", ""},
    Field{"steps", "[DayStep]", "taken that day, in all cases"},
    Field{"findings", "[FindingRow]", "of the day's records, that are not good"},
    Field{"open_cases", "[CaseRow]", "in which a step is due now"},
    Field{"teams_out", "[TeamRow]", "now"},
    Field{"lines", "[text]", "one digest line a view, to compare"},
};

}  // namespace armistice::case_shapes
