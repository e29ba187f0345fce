// SPDX-License-Identifier: Apache-2.0
#include "api/pass_commands.h"

#include "api/keyed.h"
#include "api/print.h"
#include "base/text.h"

namespace armistice {
namespace {

Result<PassHolder> holder_of(const std::string& text) {
  const auto parts = parts_of(text);
  if (parts.size() > 4) {
    return Error{Errc::usage,
                 fmt::format("holder: {:?}; written `C-17; Kim; civil_police; armed`, what may be "
                             "left out left out from the right",
                             text)};
  }
  PassHolder one;
  one.number = parts[0];
  if (parts.size() > 1) one.person = parts[1];
  if (parts.size() > 2) one.sort = parts[2];
  if (parts.size() > 3) one.arms = TRY(word_of<Arms>("holder", parts[3], arms_words));
  return one;
}

Result<GateEntry> entry_of(const std::string& text) {
  const auto parts = parts_of(text);
  if (parts.size() < 2 || parts.size() > 4) {
    return Error{Errc::usage,
                 fmt::format("entry: {:?}; written `1953-08-03T10:00:00+09:00; in; C-17; 1`, the "
                             "pass empty where none was shown",
                             text)};
  }
  GateEntry one;
  one.time = {parts[0], TRY(parse_civil_time(parts[0]).within("entry")).utc};
  one.passing = TRY(word_of<Passing>("entry", parts[1], passing_words));
  if (parts.size() > 2) one.number = parts[2];
  if (parts.size() > 3) one.persons = TRY(number_of("entry", parts[3]));
  return one;
}

std::string side_in(const Arguments& arguments) {
  return arguments.text("side", std::string(party_of(arguments.text("as"))));
}

// The zone that is said, or else the first for which a paragraph of the agreement sets a number.
Result<std::string> zone_in(Client& client, const Arguments& arguments) {
  if (arguments.has("zone")) return arguments.text("zone");
  const Json shown = TRY(client.ask("passes", Json::Object{{"register", std::string("joint")}}));
  const Json::Array& sides = list_in(shown, "sides");
  if (sides.empty()) {
    return Error{Errc::usage, "the agreement sets a number for no zone: say which one with --zone"};
  }
  return text_in(sides.front(), "zone");
}

}  // namespace

Result<Json> pass_grant(Client& client, const Arguments& arguments) {
  Pass body;
  body.salt = Salt::generate(client.env());
  body.zone = TRY(zone_in(client, arguments));
  body.side = side_in(arguments);
  body.from = TRY(time_in(client, arguments, "from"));
  body.to = TRY(time_in(client, arguments, "to"));
  for (const std::string& text : arguments.list("holder")) {
    body.holders.push_back(TRY(holder_of(text)));
  }
  body.text = arguments.text("text");
  return write_checked(client, arguments, body);
}

Result<Json> pass_gate(Client& client, const Arguments& arguments) {
  GateLog body;
  body.salt = Salt::generate(client.env());
  body.gate = arguments.text("gate");
  body.zone = TRY(zone_in(client, arguments));
  body.side = side_in(arguments);
  for (const std::string& text : arguments.list("entry")) {
    body.entries.push_back(TRY(entry_of(text)));
  }
  const bool from_first = !arguments.has("from") && !body.entries.empty();
  body.from = from_first ? body.entries.front().time : TRY(time_in(client, arguments, "from"));
  body.to = TRY(time_in(client, arguments, "to"));
  body.inside = arguments.integer("inside", 0);
  body.text = arguments.text("text");
  return write_checked(client, arguments, body);
}

}  // namespace armistice
