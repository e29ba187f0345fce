// SPDX-License-Identifier: Apache-2.0
// The commands of a side's own register, as rows of the table.
#include "api/own_commands.h"
#include "api/print.h"
#include "api/print_own.h"
#include "api/queries.h"
#include "api/table_rows.h"

namespace armistice::table_rows {
namespace {

Argument on_day() { return optional("on", text, "days before this are past", "today"); }

std::vector<Argument> given() {
  return {required("as", text, "who writes it, of the side"),
          required("by", text, "who gives it, in a few words"),
          optional("day", text, "on which it was given, such as 1951-08-13", "today")};
}

}  // namespace

std::vector<Command> own_rows() {
  return {
      local("own", "init", "Make a side's own register, which no other party shares",
            {required("side", text, "whose, such as kpa-cpv"),
             optional("agreement", text, "the agreement's folder", "agreements/korea-1953")},
            "NodeMade", own_init, print_made),
      local("own", "import", "Put a file of what a side keeps to itself into its own register",
            {positional("file", "the file"), required("as", text, "who writes it, of the side")},
            "OwnImported", own_import, print_fields),
      local("own", "instruct", "Give an instruction, asked or not",
            with({required("issue", text, "such as line"),
                  optional("request", text, "the index or id of the request that it answers"),
                  optional("option", integer, "which of its options", "0: none"),
                  required("text", text, "what is to be done")},
                 given()),
            "Submitted", own_instruct, print_submitted),
      local("own", "release", "Release a rung of the ladder in force on an issue",
            with({positional("issue", "such as line"),
                  optional("rung", integer, "which", "the next below"),
                  optional("text", text, "why")},
                 given()),
            "Submitted", own_release, print_submitted),
      query("own", "show", "Show positions, instructions, guidance, press and linkages", {on_day()},
            "OwnPositions", own_show, print_own),
      query("own", "open", "Show instructions that are asked for and not given, and deadlines",
            {on_day()}, "OwnDue", own_open, print_own_due),
      local("own", "check", "Hold a draft for the shared record against the side's own register",
            {required("file", text, "facts as `conference import` takes them, or a body"),
             optional("kind", text, "of a body, such as proposal/1")},
            "OwnChecked", own_check, print_own_checked),
      act("own", "screen", "Hold one body against the side's own register, before it is signed",
          {required("kind", text, "such as proposal/1"), required("body", text, "its JSON"),
           optional("as", list, "who would sign it", "the side"),
           optional("accepted", text, "the value of the proposal that it accepts")},
          "OwnScreened", own_screen, print_own_checked),
      act("record", "screen",
          "Say whether a body may be signed at this desk, by the side's own register named by "
          "--own",
          {required("kind", text, "such as proposal/1"), required("body", text, "its JSON"),
           required("as", list, "who would sign it")},
          "OwnHeld", record_screen, print_fields),
  };
}

}  // namespace armistice::table_rows
