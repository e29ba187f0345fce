// SPDX-License-Identifier: Apache-2.0
// The shapes of what is answered about sightings; shapes.cpp lists them with the others.
// Spec: api.md §9.
#pragma once

#include <array>

#include "api/shape.h"

namespace armistice::sighting_shapes {

inline constexpr std::array sighting_day_fields = {
    Field{"day", "text", "YYYY-MM-DD, of the first moment"},
    Field{"sightings", "integer", "records, without those taken back"},
    Field{"number", "integer", "of things or acts, as their authors count them"},
    Field{"observed", "integer", "sightings of that certainty"},
    Field{"assessed", "integer", ""},
    Field{"undetermined", "integer", ""},
    Field{"unconfirmed", "integer", ""},
};
inline constexpr std::array sighting_name_fields = {
    Field{"name", "text", "of a place, or a sort"},
    Field{"sightings", "integer", "within the days shown"},
    Field{"number", "integer", "likewise"},
};
inline constexpr std::array sighting_fields = {
    Field{"index", "integer", "of the record"},
    Field{"author", "text", ""},
    Field{"day", "text", "YYYY-MM-DD"},
    Field{"place", "text", "a place of the agreement; else empty"},
    Field{"what", "text", "the sort of thing or act"},
    Field{"side", "text", "whose, as assessed; empty: nobody says"},
    Field{"number", "integer", ""},
    Field{"means", "text", "patrol, camera, uav, told"},
    Field{"perceived", "text", "seen, heard"},
    Field{"certainty", "text", "observed, assessed, undetermined, unconfirmed"},
    Field{"bearing", "text", "incoming, outgoing, undetermined, none"},
    Field{"latitude_e7", "integer", "WGS 84"},
    Field{"longitude_e7", "integer", ""},
    Field{"error_mm", "integer", "20,000,000,000 or more: nobody says where"},
    Field{"distance_mm", "integer?",
          "from the line, reckoned by this node where a term asks for it"},
    Field{"from", "time", ""},
    Field{"until", "time", ""},
    Field{"told", "boolean", "one side tells it of the other, or somebody told it"},
    Field{"standing", "text", "judged, undetermined, no_term, ahead_of_clock"},
    Field{"retracted", "boolean", ""},
};
inline constexpr std::array quiet_fields = {
    Field{"term", "text", ""},
    Field{"paragraph", "text", ""},
    Field{"arrangement", "integer", "its record"},
    Field{"place", "text", ""},
    Field{"since", "text", "the day from which quiet is counted"},
    Field{"last", "text?", "the day of the last act"},
    Field{"last_index", "integer?", "the sighting of it"},
    Field{"quiet_days", "integer", "whole ones up to the day before `as_of`"},
    Field{"days", "integer", "that there must be"},
    Field{"as_of", "text", "the day of the register's clock, or on which it is said to be done"},
    Field{"done", "integer?", "the record that says so"},
};
inline constexpr std::array sighting_notice_fields = {
    Field{"index", "integer", "of the record"},
    Field{"word", "text", ""},
    Field{"detail", "text", ""},
};
inline constexpr std::array sightings_fields = {
    Field{"days", "[SightingDay]", "of the span, under the filters but certainty, oldest first"},
    Field{"places", "[SightingName]", "with a sighting in the span, whatever the filters"},
    Field{"sorts", "[SightingName]", "likewise"},
    Field{"rows", "[SightingRow]", "newest record first"},
    Field{"more_before", "integer?", "ask on with this `before`; null: no more"},
    Field{"quiet", "[QuietRow]", "arrangements that wait for days of quiet"},
    Field{"notices", "[SightingNotice]", "on the rows shown"},
    Field{"findings", "[FindingRow]", "that are broken, on the rows shown"},
};
inline constexpr std::array imported_fields = {
    Field{"lodged", "integer", "records"},
    Field{"first", "integer?", "the first one's index"},
    Field{"last", "integer?", "the last one's"},
};

}  // namespace armistice::sighting_shapes
