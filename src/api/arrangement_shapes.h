// SPDX-License-Identifier: Apache-2.0
// The shapes of what is answered about arrangements; shapes.cpp lists them with the others.
// Spec: api.md §9.
#pragma once

#include <array>

#include "api/shape.h"

namespace armistice::arrangement_shapes {

inline constexpr std::array sort_fields = {
    Field{"sort", "text", ""},
    Field{"term", "text", "that is about it"},
    Field{"paragraph", "text", ""},
    Field{"by", "[text]", "who may ask, or whose documents or seats they are"},
    Field{"of", "[text]", "who owes it; empty where nobody is asked for it"},
    Field{"notice_hours_min", "integer", "0, of these three: none is set"},
    Field{"answer_within_hours", "integer", ""},
    Field{"done_within_hours", "integer", ""},
    Field{"hurry", "=none|answer_at_once|done_at_once|as_asked", ""},
    Field{"may_refuse", "boolean", ""},
};
inline constexpr std::array step_fields = {
    Field{"index", "integer", "of the record"},
    Field{"author", "text", ""},
    Field{"step", "=granted|refused|received|done|not_done|certified|disputed", ""},
    Field{"at", "time", "as stated"},
    Field{"quantity", "integer", "given"},
    Field{"about", "integer?", "the record that came of it"},
    Field{"text", "text", ""},
    Field{"stands", "boolean", "false: it was taken back"},
};
inline constexpr std::array arrangement_fields = {
    Field{"index", "integer", "of the record"},
    Field{"id", "digest", ""},
    Field{"author", "text", ""},
    Field{"sort", "text", ""},
    Field{"number", "text", "with who asks"},
    Field{"by", "text", "for whom it is asked"},
    Field{"to", "[text]", "of whom it is asked, or who is told"},
    Field{"waiting", "[text]", "those of them who have not answered"},
    Field{"about", "integer?", "the record that it concerns"},
    Field{"place", "text", ""},
    Field{"language", "text", ""},
    Field{"from", "time", ""},
    Field{"until", "time", ""},
    Field{"quantity", "integer", "asked"},
    Field{"unit", "text", ""},
    Field{"state", "=asked|granted|received|refused|done|not_done|certified|disputed|withdrawn",
          ""},
    Field{"asked", "time", "by the register's clock, as the next two"},
    Field{"answered", "time?", "by all who were asked, or refused by one"},
    Field{"answered_at", "integer?", "the record that says so"},
    Field{"done", "time?", ""},
    Field{"done_at", "integer?", ""},
    Field{"given", "integer", ""},
    Field{"came", "integer?", "the record that came of it"},
    Field{"due", "time?", "when the next of it is due, by the readings in use"},
    Field{"due_term", "text", "by which term; empty: none is about it"},
    Field{"overdue", "boolean", ""},
    Field{"text", "text", ""},
    Field{"steps", "[ArrangedStep]", "in the order taken"},
};
inline constexpr std::array notice_fields = {
    Field{"index", "integer", "of the record"},
    Field{"word", "text", ""},
    Field{"detail", "text", ""},
};
inline constexpr std::array arrangements_fields = {
    Field{"at", "time", "circle time now: what is overdue is so then"},
    Field{"sorts", "[ArrangementSort]", "by paragraph, one a term"},
    Field{"rows", "[ArrangementRow]", "open ones first, then the newest"},
    Field{"more", "integer", "how many others fit and are not shown"},
    Field{"notices", "[ArrangementNotice]", "on arrangements and steps, newest first"},
    Field{"findings", "[FindingRow]", "that are not good"},
};

}  // namespace armistice::arrangement_shapes
