// SPDX-License-Identifier: Apache-2.0
// The table's rows about lists, counts and sites.
#include "api/holding_commands.h"
#include "api/print.h"
#include "api/print_holdings.h"
#include "api/queries.h"
#include "api/table_rows.h"

namespace armistice::table_rows {

std::vector<Command> holding_rows() {
  return {
      query("", "holdings", "Show lists lodged and opened, what was counted, and sites checked", {},
            "Holdings", holdings_query, print_holdings),
      local("disposition", "lodge", "Lodge a list unread: its digest, with a salt kept in a file",
            {required("list", text, "a file: a line a unit, `1st Division;munsan;20500`"),
             required("as", text, "who lodges it"),
             required("subject", text, "in clear: what it is about, such as deployment"),
             required("as_of", text, "the day of which it is true"),
             optional("slot", integer, "which of a series", "1"),
             optional("slots", integer, "how many the series has", "the slot"),
             optional("term", text, "that asks for it"),
             optional("out", text, "where to write the salted list", "LIST.salted"),
             optional("free", flag, "the list has another form, and no term judges it"), said()},
            "Submitted", disposition_lodge, print_submitted),
      local("disposition", "open", "Open a list that was lodged, for everybody to read",
            {positional("commitment", "its index or id"), required("as", text, "who lodged it"),
             required("list", text, "the salted file"), said()},
            "Submitted", disposition_open, print_submitted),
      local("count", "state", "State how many there are, or were, up to a time",
            {required("as", text, "who counts"),
             required("of", text, "what is counted, such as prisoners-declared"),
             required("line", list, "such as 'prisoners; 5640; chinese'"),
             optional("side", text, "whose they are", "the author's own"),
             optional("place", text, "where; left out: everywhere"),
             optional("inspected", flag, "counted by a neutral, and not reported"),
             optional("at", text, "of which it is true", "now"),
             optional("total", integer, "as it is said", "the sum of the lines"), anyway(), said()},
            "Submitted", count_state, print_submitted),
      local("site", "check", "State what was seen at a site against its list",
            {required("as", text, "who checked, of a neutral"),
             required("site", text, "such as depot-1"), required("side", text, "whose site"),
             required("item", list, "such as 'T-34; 12; 10; matched; under repair'"),
             optional("at", text, "when", "now"),
             optional("access", text, "given, partial, denied", "given"),
             optional("criteria", text, "met, not_met, not_judged", "met"), anyway(), said()},
            "Submitted", site_check, print_submitted),
  };
}

}  // namespace armistice::table_rows
