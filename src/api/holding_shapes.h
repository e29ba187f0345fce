// SPDX-License-Identifier: Apache-2.0
// The shapes of what is answered about lists, counts and sites; shapes.cpp lists them with the
// others. Spec: api.md §9.
#pragma once

#include <array>

#include "api/shape.h"

namespace armistice::holding_shapes {

inline constexpr std::array series_fields = {
    Field{"party", "text", ""},
    Field{"subject", "text", "what the lists are about"},
    Field{"as_of", "text", "the day of which they are true"},
    Field{"slots", "integer", "lists that the series has"},
    Field{"lodged", "integer", "of these, on record"},
    Field{"opened", "integer", "of those"},
    Field{"closed", "integer", "lodged and not opened"},
    Field{"lists", "[LodgedList]", "in the order of their slots"},
};
inline constexpr std::array lodged_list_fields = {
    Field{"index", "integer", "of the commitment"},
    Field{"record", "digest", "its id"},
    Field{"author", "text", ""},
    Field{"slot", "integer", ""},
    Field{"term", "text", "that asks for it; may be empty"},
    Field{"list", "digest", "of its bytes"},
    Field{"bytes", "integer", ""},
    Field{"opened", "integer?", "the opening; null: closed"},
};
inline constexpr std::array listed_unit_fields = {
    Field{"index", "integer", "of the opening"},
    Field{"party", "text", ""},
    Field{"as_of", "text", "a day"},
    Field{"slot", "integer", ""},
    Field{"unit", "text", ""},
    Field{"place", "text", ""},
    Field{"strength", "integer", "persons"},
};
inline constexpr std::array newest_count_fields = {
    Field{"index", "integer", "of the record"},
    Field{"of", "text", "what is counted"},
    Field{"side", "text", "whose"},
    Field{"place", "text", "may be empty: everywhere"},
    Field{"basis", "text", "reported, inspected"},
    Field{"what", "text", ""},
    Field{"nationality", "text", "may be empty: not said"},
    Field{"number", "integer", ""},
    Field{"at", "time", "of which it is true"},
};
inline constexpr std::array count_part_fields = {
    Field{"what", "text", ""},
    Field{"nationality", "text", ""},
    Field{"number", "integer", ""},
};
inline constexpr std::array count_record_fields = {
    Field{"index", "integer", ""},
    Field{"author", "text", ""},
    Field{"of", "text", ""},
    Field{"side", "text", ""},
    Field{"place", "text", ""},
    Field{"basis", "text", "reported, inspected"},
    Field{"at", "time", ""},
    Field{"stated", "integer", "the total as its author gives it"},
    Field{"sum", "integer", "of its parts"},
    Field{"parts", "[CountPart]", ""},
    Field{"counts", "boolean", ""},
    Field{"retracted", "boolean", ""},
};
inline constexpr std::array site_item_fields = {
    Field{"what", "text", ""},
    Field{"recorded", "integer", "on the site's list"},
    Field{"seen", "integer", ""},
    Field{"serials", "text", "matched, not_shown, differ, none"},
    Field{"reason", "text", "as the holder gives it"},
};
inline constexpr std::array site_check_fields = {
    Field{"index", "integer", "of the record"},
    Field{"author", "text", ""},
    Field{"side", "text", "whose site"},
    Field{"site", "text", ""},
    Field{"at", "time", ""},
    Field{"access", "text", "given, partial, denied"},
    Field{"criteria", "text", "met, not_met, not_judged"},
    Field{"status", "text", "what it comes to, the gravest that applies"},
    Field{"newest", "boolean", "no later check of the site counts"},
    Field{"items", "[SiteItem]", ""},
    Field{"counts", "boolean", ""},
    Field{"retracted", "boolean", ""},
};
inline constexpr std::array holding_notice_fields = {
    Field{"index", "integer", "of the record"},
    Field{"word", "text", ""},
    Field{"detail", "text", ""},
};
inline constexpr std::array holdings_fields = {
    Field{"series", "[DispositionSeries]", "by party, subject and day"},
    Field{"units", "[ListedUnit]", "of opened lists in the form of dispositions"},
    Field{"counts", "[NewestCount]", "the newest of each sort, side, place and nationality"},
    Field{"records", "[CountRecord]", "counts as they were said, newest first"},
    Field{"checks", "[SiteCheckRow]", "newest first"},
    Field{"notices", "[HoldingNotice]", "on any of these, newest first"},
    Field{"findings", "[FindingRow]", "that are not good, on any of these and by their terms"},
};

}  // namespace armistice::holding_shapes
