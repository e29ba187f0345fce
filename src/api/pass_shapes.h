// SPDX-License-Identifier: Apache-2.0
// The shapes of what is answered about passes and gates; shapes.cpp lists them with the others.
// Spec: api.md §9.
#pragma once

#include <array>

#include "api/shape.h"

namespace armistice::pass_shapes {

inline constexpr std::array zone_side_fields = {
    Field{"zone", "text", ""},
    Field{"side", "text", ""},
    Field{"authorized", "integer", "passes in force at that moment"},
    Field{"inside", "integer?", "by the gate logs up to that moment; null: none is on record"},
    Field{"inside_at", "time?", "the last passing that this rests on"},
    Field{"log", "integer?", "the record of that log"},
    Field{"persons_max", "integer?", "where a paragraph says so"},
    Field{"paragraph", "text", "that one; else empty"},
};
inline constexpr std::array pass_fields = {
    Field{"index", "integer", "of the record"},
    Field{"author", "text", ""},
    Field{"zone", "text", ""},
    Field{"side", "text", "whose number it counts in"},
    Field{"number", "text", "what the pass bears"},
    Field{"person", "text", ""},
    Field{"sort", "text", "why"},
    Field{"arms", "text", "unarmed, armed"},
    Field{"from", "time", ""},
    Field{"to", "time", "the last moment"},
};
inline constexpr std::array gate_log_fields = {
    Field{"index", "integer", "of the record"},
    Field{"author", "text", ""},
    Field{"gate", "text", ""},
    Field{"zone", "text", ""},
    Field{"side", "text", "whose persons"},
    Field{"from", "time", ""},
    Field{"to", "time", ""},
    Field{"went_in", "integer", "persons, by its entries"},
    Field{"went_out", "integer", "likewise"},
    Field{"stated", "integer", "inside at its last moment, as its keeper reckons"},
    Field{"inside", "integer?", "the same by the logs on record; null: it does not count"},
    Field{"most", "integer?", "inside at any moment of it"},
    Field{"counts", "boolean", "its entries count"},
    Field{"retracted", "boolean", ""},
};
inline constexpr std::array pass_notice_fields = {
    Field{"index", "integer", "of the record"},
    Field{"word", "text", ""},
    Field{"detail", "text", ""},
};
inline constexpr std::array passes_fields = {
    Field{"at", "time", "the moment asked for"},
    Field{"sides", "[ZoneSide]", ""},
    Field{"passes", "[PassRow]", "in force at that moment, by side and number"},
    Field{"logs", "[GateLogRow]", "newest first"},
    Field{"notices", "[PassNotice]", "on passes and logs, newest first"},
    Field{"findings", "[FindingRow]", "that are not good, on passes and logs"},
};

}  // namespace armistice::pass_shapes
