// SPDX-License-Identifier: Apache-2.0
#include "api/amend_command.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "api/author.h"
#include "api/keyed.h"
#include "api/print.h"
#include "base/limits.h"

namespace armistice {
namespace {

// What is in force now, and how many amendments stand.
Result<Amendment> over_what_is_in_force(Client& client) {
  const Json shown =
      TRY(client.ask("agreement show", Json::Object{{"register", std::string("joint")}}));
  Amendment body;
  body.agreement = TRY(parse_digest(text_in(shown, "digest")));
  const std::string& clock = text_in(shown, "clock");
  body.takes_effect = {clock, TRY(parse_civil_time(clock)).utc};
  body.number = 1;
  for (const Json& row : list_in(shown, "amendments")) {
    if (text_in(row, "state") != "inert") ++body.number;
  }
  return body;
}

}  // namespace

Result<Json> agreement_amend(Client& client, const Arguments& arguments) {
  Amendment body = TRY(over_what_is_in_force(client));
  body.salt = Salt::generate(client.env());
  body.title = arguments.text("title");
  if (arguments.has("takes-effect")) {
    body.takes_effect = TRY(time_in(client, arguments, "takes-effect"));
  }
  const Path file = arguments.text("file");
  body.changes =
      TRY(client.env().read_file(file, limits::statement_bytes_max).within(file.string()));
  body.text = arguments.text("text");
  TRY(parse_body(Amendment::kind, to_bytes(body)));
  const std::vector<std::string> signers = arguments.list("as");
  const Organ* organ = TRY(organ_with(client, signers));
  if (organ == nullptr || signers.size() < 2) {
    return Error{Errc::usage, fmt::format("no joint organ has {} as members; an amendment is "
                                          "signed by two at least, in one record",
                                          fmt::join(signers, ", "))};
  }
  return write_joint(client, {organ->name, signers, signers, "", {}, std::nullopt}, body);
}

std::string print_agreement_shown(const Json& answer) {
  std::string out = fmt::format("{}\neffective {}\nin force {}\n", text_in(answer, "title"),
                                text_in(answer, "effective"), text_in(answer, "digest"));
  for (const Json& row : list_in(answer, "amendments")) {
    const Json* since = row.find("since");
    out += fmt::format("amendment {}: {}, {}{} (record {})\n", integer_in(row, "number"),
                       text_in(row, "title"), text_in(row, "state"),
                       since->is_null() ? ", takes effect " + text_in(row, "takes_effect")
                                        : fmt::format(" since record {}", *since->as_integer()),
                       integer_in(row, "index"));
    for (const Json& one : list_in(row, "noticed")) out += fmt::format("  {}\n", *one.as_text());
  }
  for (const Json& term : list_in(answer, "terms")) {
    out += fmt::format("\n§{} {} ({})\n  “{}”\n", text_in(term, "paragraph"), text_in(term, "term"),
                       text_in(term, "kind"), text_in(term, "phrase"));
    for (const Json& one : list_in(term, "parameters")) {
      out += fmt::format("  {}: {}\n", text_in(one, "name"), text_in(one, "value"));
    }
    for (const Json& one : list_in(term, "options")) {
      std::vector<std::string> values;
      for (const Json& value : list_in(one, "values")) values.push_back(*value.as_text());
      out += fmt::format("  open: {}, read as {} of {}\n", text_in(one, "name"),
                         text_in(one, "chosen"), fmt::join(values, ", "));
    }
    const std::int64_t bad = integer_in(term, "bad");
    if (bad > 0) out += fmt::format("  {} findings on record are not good\n", bad);
  }
  return out;
}

}  // namespace armistice
