// SPDX-License-Identifier: Apache-2.0
// The shapes of what is answered about fixes that are watched; shapes.cpp lists them with the
// others. Spec: api.md §5.
#pragma once

#include <array>

#include "api/shape.h"

namespace armistice::watch_shapes {

inline constexpr std::array watch_event_fields = {
    Field{"event", "=crossing|entry|leaving|first_inside|undecidable|halt", "spec/ground.md §6"},
    Field{"track", "text", "whose fixes"},
    Field{"affiliation", "text", "as the track's first fix claims"},
    Field{"boundary", "text", "line, zone, or a zone's name"},
    Field{"from", "text?", "the last sure answer before; null: there was none"},
    Field{"to", "text", "the answer after"},
    Field{"earliest", "time", "it happened after"},
    Field{"about", "time", "if there were no errors"},
    Field{"latest", "time", "it happened before"},
    Field{"observed", "boolean", "false: between fixes too far apart to be followed"},
    Field{"latitude", "text", "degrees, of the place at `about`"},
    Field{"longitude", "text", "degrees"},
    Field{"edge_distance_mm", "integer", "from that place to the boundary"},
    Field{"fix_error_mm", "integer", "radius within which the fix lies with 95 %"},
    Field{"edge_error_mm", "integer", "the same of the edge"},
    Field{"basis", "=map|survey|buffer", "what the edge rests on"},
    Field{"first_line", "integer", "of the file"},
    Field{"last_line", "integer", "of the file"},
};
inline constexpr std::array rejected_line_fields = {
    Field{"line", "integer", "of the file, from 1"},
    Field{"column", "text", "its number and heading; empty: the line as a whole"},
    Field{"what", "text", "what is wrong, and what would be right"},
};
inline constexpr std::array boundary_verdict_fields = {
    Field{"boundary", "text", ""},
    Field{"yes_means", "text", "north, inside"},
    Field{"yes", "integer", "fixes"},
    Field{"no_means", "text", "south, outside"},
    Field{"no", "integer", "fixes"},
    Field{"undecidable", "integer", "fixes"},
    Field{"beyond", "integer", "fixes past an end of the line, where it has no sides"},
};
inline constexpr std::array watched_fields = {
    Field{"good", "boolean", "no line was rejected"},
    Field{"ground", "text", "where line or zones come from"},
    Field{"ground_digest", "digest", "of the compiled edges"},
    Field{"fixes", "integer", "read"},
    Field{"tracks", "integer", ""},
    Field{"gaps", "integer", "between fixes, not followed"},
    Field{"errors_assumed", "integer", "fixes that state no uncertainty"},
    Field{"rejected_lines", "integer", ""},
    Field{"rejected", "[RejectedLine]", "the first 100"},
    Field{"verdicts", "[BoundaryVerdicts]", "of the fixes, a boundary each"},
    Field{"events", "[WatchEvent]", "track after track, in order"},
};
inline constexpr std::array proposed_fix_fields = {
    Field{"time", "time", ""},
    Field{"latitude_e7", "integer", "WGS 84, in 1e-7 degree"},
    Field{"longitude_e7", "integer", ""},
    Field{"error_mm", "integer", "radius within which it lies with 95 %"},
};
// The fields of kinds/observation.md but for the salt.
inline constexpr std::array proposed_observation_fields = {
    Field{"event", "=crossing|entry|leaving|first_inside|halt|undecidable", ""},
    Field{"track", "text", ""},
    Field{"sort", "text", "as claimed"},
    Field{"affiliation", "text", "as claimed, if that is a name"},
    Field{"claimed_by", "text", "empty: whoever signs says it"},
    Field{"ground", "digest", "of the compiled edges"},
    Field{"boundary", "text", ""},
    Field{"from", "text", "empty: not known"},
    Field{"to", "text", ""},
    Field{"earliest", "time", ""},
    Field{"latest", "time", ""},
    Field{"edge_distance_mm", "integer", "of the last fix"},
    Field{"fix_error_mm", "integer", ""},
    Field{"edge_error_mm", "integer", ""},
    Field{"basis", "text", ""},
    Field{"fixes", "[ProposedFix]", "those it rests on, at most 256"},
    Field{"text", "text", "empty: whoever signs says it"},
};
inline constexpr std::array proposed_fields = {
    Field{"watched", "Watched", ""},
    Field{"observations", "[ProposedObservation]", "one an event, in the same order"},
};

}  // namespace armistice::watch_shapes
