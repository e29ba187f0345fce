// SPDX-License-Identifier: Apache-2.0
// `armistice observe`: lodges one thing that `watch` proposed, with the fixes it rests on and no
// others. Spec: kinds/observation.md.
#include <fmt/format.h>

#include "api/author.h"
#include "api/case_commands.h"
#include "api/watch_command.h"

namespace armistice {
Result<Json> observe(Client& client, const Arguments& arguments) {
  if (arguments.text("fixes") == "-") return Error{Errc::usage, "fixes: a file, to be read again"};
  const WatchedFixes from = TRY(watched_of(client, arguments));
  const std::int64_t number = arguments.integer("event", 1);
  if (number < 1 || number > static_cast<std::int64_t>(from.watched.events.size())) {
    return Error{Errc::not_found,
                 fmt::format("`watch` proposes {} events of these fixes; which one, counted from "
                             "1, says --event",
                             from.watched.events.size())};
  }
  const Event& event = from.watched.events[static_cast<std::size_t>(number - 1)];
  Observation said = TRY(observation_of(from, event));
  said.salt = Salt::generate(client.env());
  const std::string& claimed = event.affiliation;
  if (said.affiliation.empty() && !claimed.empty() && !arguments.has("affiliation")) {
    return Error{Errc::usage,
                 fmt::format("the fixes claim the affiliation '{}', which is no party's name; "
                             "--affiliation says whose it is, empty for nobody's",
                             claimed)};
  }
  if (arguments.has("affiliation")) said.affiliation = arguments.text("affiliation");
  if (said.claimed_by.empty()) said.claimed_by = arguments.text("as");
  if (arguments.has("claimed_by")) said.claimed_by = arguments.text("claimed_by");
  said.text = arguments.text("text");
  return write_record(client, arguments.text("as"), said, {});
}

}  // namespace armistice
