// SPDX-License-Identifier: Apache-2.0
#include "api/amend_command.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "api/author.h"
#include "api/keyed.h"
#include "base/limits.h"

namespace armistice {
namespace {

const std::string& text_in(const Json& object, std::string_view key) {
  return *object.find(key)->as_text();
}

// What is in force now, and how many amendments stand.
Result<Amendment> over_what_is_in_force(Client& client) {
  const Json shown =
      TRY(client.ask("agreement show", Json::Object{{"register", std::string("joint")}}));
  Amendment body;
  body.agreement = TRY(parse_digest(text_in(shown, "digest")));
  const std::string& clock = text_in(shown, "clock");
  body.takes_effect = {clock, TRY(parse_civil_time(clock)).utc};
  body.number = 1;
  for (const Json& row : *shown.find("amendments")->as_array()) {
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
  for (const Organ& organ : TRY(client.circle())->genesis().organs) {
    const bool all = std::all_of(signers.begin(), signers.end(), [&](const std::string& name) {
      return std::find(organ.members.begin(), organ.members.end(), name) != organ.members.end();
    });
    if (!all || signers.size() < 2) continue;
    return write_joint(client, {organ.name, signers, signers, "", {}, std::nullopt}, body);
  }
  return Error{Errc::usage, fmt::format("no joint organ has {} as members; an amendment is signed "
                                        "by two at least, in one record",
                                        fmt::join(signers, ", "))};
}

std::string print_agreement_shown(const Json& answer) {
  std::string out = fmt::format("{}\neffective {}\nin force {}\n", text_in(answer, "title"),
                                text_in(answer, "effective"), text_in(answer, "digest"));
  for (const Json& row : *answer.find("amendments")->as_array()) {
    const Json* since = row.find("since");
    out += fmt::format("amendment {}: {}, {}{} (record {})\n", *row.find("number")->as_integer(),
                       text_in(row, "title"), text_in(row, "state"),
                       since->is_null() ? ", takes effect " + text_in(row, "takes_effect")
                                        : fmt::format(" since record {}", *since->as_integer()),
                       *row.find("index")->as_integer());
  }
  for (const Json& term : *answer.find("terms")->as_array()) {
    out += fmt::format("\n§{} {} ({})\n  “{}”\n", text_in(term, "paragraph"), text_in(term, "term"),
                       text_in(term, "kind"), text_in(term, "phrase"));
    for (const Json& one : *term.find("parameters")->as_array()) {
      out += fmt::format("  {}: {}\n", text_in(one, "name"), text_in(one, "value"));
    }
    for (const Json& one : *term.find("options")->as_array()) {
      std::vector<std::string> values;
      for (const Json& value : *one.find("values")->as_array()) values.push_back(*value.as_text());
      out += fmt::format("  open: {}, read as {} of {}\n", text_in(one, "name"),
                         text_in(one, "chosen"), fmt::join(values, ", "));
    }
    const std::int64_t bad = *term.find("bad")->as_integer();
    if (bad > 0) out += fmt::format("  {} findings on record are not good\n", bad);
  }
  return out;
}

}  // namespace armistice
