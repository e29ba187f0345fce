// SPDX-License-Identifier: Apache-2.0
#include "api/own_commands.h"

#include <fmt/format.h>

#include "api/author.h"
#include "api/conference_import.h"
#include "api/init.h"
#include "api/keyed.h"
#include "api/print.h"
#include "base/limits.h"

namespace armistice {
namespace {

// Of the day named, or today in circle time.
Result<StatedDay> day_in(Client& client, const Arguments& arguments) {
  if (arguments.has("day")) return parse_day(arguments.text("day")).within("day");
  const CivilTime now = circle_now(client.env(), TRY(client.circle())->genesis());
  return parse_day(to_text(now).substr(0, 10));
}

// The records of one side alone; whoever names another folder by mistake writes nothing into it.
Result<void> check_own(Client& client) {
  if (!TRY(client.circle())->genesis().own_side().empty()) return {};
  return Error{Errc::unsupported,
               client.data().string() + " holds a shared register, and no side's own"};
}

// The row of a list in which a field has a value.
const Json* row_where(const Json& answer, std::string_view list, std::string_view key,
                      const Json& value) {
  for (const Json& row : list_in(answer, list)) {
    if (*row.find(key) == value) return &row;
  }
  return nullptr;
}

Result<std::vector<PlacedBody>> drafts_in(Client& client, const Arguments& arguments) {
  const Path file = arguments.text("file");
  const Bytes text =
      TRY(client.env().read_file(file, limits::json_body_bytes_max).within(file.string()));
  if (!arguments.has("kind")) return conference_bodies(file.filename().string(), text);
  const std::string kind = arguments.text("kind");
  std::vector<PlacedBody> bodies;
  bodies.push_back({"", TRY(parse_body(kind, text).within(file.string())), {}});
  return bodies;
}

}  // namespace

Result<Json> own_init(Client& client, const Arguments& arguments) {
  const std::string agreement = arguments.text("agreement", "agreements/korea-1953");
  const NodeMade made =
      TRY(make_own(client.env(), client.data(), agreement, arguments.text("side")));
  return Json::Object{{"data", client.data().string()},
                      {"circle", to_text(made.circle)},
                      {"origin", made.origin},
                      {"vkey", to_text(made.log)},
                      {"records", made.size.value},
                      {"keys", Json::Array(made.desks.begin(), made.desks.end())}};
}

Result<Json> own_release(Client& client, const Arguments& arguments) {
  TRY(check_own(client));
  const std::string issue = arguments.text("issue");
  const Json shown = TRY(client.ask("own show", Json::Object{{"register", "joint"}}));
  const Json* ladder = row_where(shown, "ladders", "issue", Json(issue));
  if (ladder == nullptr) return Error{Errc::not_found, "no ladder stands on " + issue};
  const std::int64_t index = integer_in(*ladder, "index");
  const Json record = TRY(client.ask(
      "record show", Json::Object{{"register", "joint"}, {"record", fmt::format("{}", index)}}));
  RungRelease body;
  body.salt = Salt::generate(client.env());
  body.ladder = TRY(parse_digest(*record.find("id")->as_text()));
  body.rung = arguments.integer("rung", integer_in(*ladder, "lowest") + 1);
  body.by = arguments.text("by");
  body.day = TRY(day_in(client, arguments));
  body.text = arguments.text("text");
  const auto& rungs = list_in(*ladder, "rungs");
  if (body.rung > static_cast<std::int64_t>(rungs.size())) {
    return Error{Errc::not_found,
                 fmt::format("the ladder on {} has {} rungs", issue, rungs.size())};
  }
  return write_checked(client, arguments, body, {body.ladder});
}

Result<Json> own_instruct(Client& client, const Arguments& arguments) {
  TRY(check_own(client));
  Instruction body;
  body.salt = Salt::generate(client.env());
  body.issue = arguments.text("issue");
  body.option = arguments.integer("option", 0);
  body.by = arguments.text("by");
  body.day = TRY(day_in(client, arguments));
  body.text = arguments.text("text");
  std::vector<Digest> refers;
  if (arguments.has("request")) {
    body.request = TRY(id_of(client, arguments, "request"));
    refers.push_back(*body.request);
  }
  return write_checked(client, arguments, body, std::move(refers));
}

Result<Json> own_check(Client& client, const Arguments& arguments) {
  TRY(check_own(client));
  const auto drafts = TRY(drafts_in(client, arguments));
  Json::Array stopped;
  Json::Array remarks;
  for (const PlacedBody& draft : drafts) {
    Json asked = Json::Object{{"register", std::string("joint")},
                              {"kind", std::string(kind_of(draft.body))},
                              {"body", to_bytes(draft.body)}};
    if (draft.accepted) asked.add("accepted", *draft.accepted);
    const Json answer = TRY(client.ask("own screen", asked).within(draft.place));
    for (const Json& one : list_in(answer, "stopped")) {
      Json stop = Json::Object{};
      for (const auto& [key, value] : *one.as_object()) {
        const bool where = key == "draft" && !draft.place.empty();
        stop.add(key, where ? Json(draft.place + ": " + *value.as_text()) : value);
      }
      stopped.push_back(std::move(stop));
    }
    for (const Json& one : list_in(answer, "remarks")) {
      if (std::find(remarks.begin(), remarks.end(), one) == remarks.end()) remarks.push_back(one);
    }
  }
  return Json::Object{{"side", TRY(client.circle())->genesis().own_side()},
                      {"good", stopped.empty()},
                      {"drafts", static_cast<std::int64_t>(drafts.size())},
                      {"stopped", std::move(stopped)},
                      {"remarks", std::move(remarks)}};
}

}  // namespace armistice
