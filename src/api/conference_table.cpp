// SPDX-License-Identifier: Apache-2.0
// The commands of the conference, as rows of the table.
#include "api/conference_import.h"
#include "api/print.h"
#include "api/print_conference.h"
#include "api/queries.h"
#include "api/table_rows.h"

namespace armistice::table_rows {

std::vector<Command> conference_rows() {
  return {
      query("conference", "show", "Show the conference: sittings, agendas, questions, positions",
            {}, "Conference", conference_show, print_conference),
      query("conference", "sitting", "Show what was said at a sitting, transcript by transcript",
            {required("sitting", integer, "the index of its record")}, "[StatementRow]",
            conference_sitting, print_talk),
      query("conference", "open", "Show questions, and whether they were answered",
            {optional("session", text, "only of this day, such as 1951-07-11")}, "[QuestionRow]",
            conference_open, print_questions),
      query("conference", "agenda", "Set the agendas side by side, point by point", {},
            "[AgendaPoint]", conference_agenda, print_points),
      query("conference", "matrix", "Show where each side stands, day by day",
            {optional("issue", text, "only this one, such as line")}, "[PositionRow]",
            conference_matrix, print_positions),
      query("conference", "agreed", "Show what is agreed",
            {optional("on", text, "on this day, such as 1952-01-31")}, "[AgreedRow]",
            conference_agreed, print_agreed),
      query("conference", "draft", "Make what is agreed a draft, to set beside others or judge by",
            {optional("on", text, "on this day, such as 1952-01-31")}, "AgreedDraft",
            conference_draft, print_agreed_draft),
      local("conference", "import", "Put a file of facts of a conference on record",
            {positional("file", "the file"), required("as", text, "who tells them")},
            "ConferenceImported", conference_import, print_fields),
  };
}

}  // namespace armistice::table_rows
