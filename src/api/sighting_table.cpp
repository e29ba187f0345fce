// SPDX-License-Identifier: Apache-2.0
// The rows of the table about what was seen and heard.
#include "api/print.h"
#include "api/print_sightings.h"
#include "api/queries.h"
#include "api/sight_commands.h"
#include "api/table_rows.h"

namespace armistice::table_rows {

std::vector<Command> sighting_rows() {
  return {
      query("", "sightings", "Show what was seen and heard, by day and one by one",
            {optional("place", text, "only there"),
             optional("what", text, "only this sort, such as shelling"),
             optional("side", text, "only this side's, as assessed"),
             optional("certainty", text, "observed, assessed, undetermined, unconfirmed"),
             optional("day", text, "only of this day, such as 1953-08-06"),
             optional("until", text, "the last day of the sums", "today"),
             optional("days", integer, "how many days of sums", "30"),
             optional("before", integer, "only records before this one"),
             optional("rows", integer, "how many sightings", "100")},
            "Sightings", sightings_query, print_sightings),
      local(
          "sight", "lodge", "Lodge what was seen or heard",
          {required("as", text, "who saw it, whose key is at hand"),
           required("what", text, "the sort of thing or act, such as shelling"),
           optional("number", integer, "how many", "1"),
           optional("place", text, "a place of the agreement, such as demilitarized-zone"),
           optional("at", text, "where, such as 38.3,127.25 on WGS 84"),
           optional("error_m", text, "within how many metres that lies with 95 %"),
           optional("side", text, "whose, as assessed", "nobody says"),
           optional("means", text, "patrol, camera, uav, told", "patrol"),
           optional("perceived", text, "seen, heard", "seen"),
           optional("certainty", text, "observed, assessed, undetermined, unconfirmed", "observed"),
           optional("bearing", text, "incoming, outgoing, undetermined, none", "none"),
           optional("from", text, "from when", "now"),
           optional("until", text, "until when", "that moment"), anyway(), said()},
          "Submitted", sight_lodge, print_submitted),
      local("sight", "import", "Lodge a sighting for each line of a CSV file",
            {positional("file", "with a line that names its columns"),
             required("as", text, "who saw them, whose key is at hand"),
             optional("from_line", integer, "go on with this line of the file", "2"), anyway()},
            "SightingsImported", sight_import, print_fields),
  };
}

}  // namespace armistice::table_rows
