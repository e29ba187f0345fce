// SPDX-License-Identifier: Apache-2.0
// The commands of arrangements, as rows of the table.
#include "api/arrangement_commands.h"
#include "api/print.h"
#include "api/print_arrangements.h"
#include "api/queries.h"
#include "api/table_rows.h"

namespace armistice::table_rows {

std::vector<Command> arrangement_rows() {
  return {
      query("", "arrangements", "Show what was asked of whom, what came of it, what is due next",
            {optional("sort", text, "only this sort, such as journey"),
             optional("party", text, "only what was asked by or of it")},
            "Arrangements", arrangements_query, print_arrangements),
      local("arrange", "ask", "Ask something of another, or tell it before it happens",
            {required("as", text, "who asks"),
             required("sort", text, "such as journey, supplies, camp-visit, translation"),
             required("to", list, "of whom it is asked, or who is told"),
             optional("by", text, "for whom: a party, body or team", "the author's party"),
             optional("number", text, "its number with who asks"),
             optional("about", text, "a record that it concerns: its index or id"),
             optional("place", text, "where"), optional("from", text, "from when", "now"),
             optional("until", text, "until when", "from when"),
             optional("quantity", integer, "how much is asked", "0"),
             optional("unit", text, "of what"),
             optional("language", text, "of the document, or asked for"), said()},
            "Submitted", arrange_ask, print_submitted),
      local("arrange", "answer", "Say what became of an arrangement",
            {positional("arrangement", "its index or id"), required("as", text, "who says it"),
             required("step", text,
                      "granted, refused, received, done, not_done, certified, disputed"),
             optional("at", text, "when", "now"),
             optional("quantity", integer, "how much was given", "0"),
             optional("about", text, "the record that came of it: its index or id"), said()},
            "Submitted", arrange_answer, print_submitted),
  };
}

}  // namespace armistice::table_rows
