// SPDX-License-Identifier: Apache-2.0
#include "api/body_commands.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "api/author.h"
#include "base/text.h"
#include "record/kinds/body.h"

namespace armistice {
namespace {

template <typename Enum, std::size_t N>
Result<Enum> word_in(const Arguments& arguments, std::string_view key, std::string_view otherwise,
                     const std::array<std::string_view, N>& words) {
  const std::string word = arguments.text(key, otherwise);
  const auto found = std::find(words.begin(), words.end(), word);
  if (found != words.end()) return static_cast<Enum>(found - words.begin());
  return Error{Errc::usage,
               fmt::format("{}: {:?} is none of {}", key, word, fmt::join(words, ", "))};
}

Result<StatedTime> time_in(const Arguments& arguments, std::string_view key, const CivilTime& now) {
  if (!arguments.has(key)) return StatedTime{to_text(now), now.utc};
  const std::string text = arguments.text(key);
  return StatedTime{text, TRY(parse_civil_time(text).within(key)).utc};
}

Result<CivilTime> now_of(Client& client) {
  return circle_now(client.env(), TRY(client.circle())->genesis());
}

// The id of a record named by its index or id.
Result<Digest> id_of(Client& client, const Arguments& arguments, std::string_view key) {
  const Json asked = Json::Object{{"register", "joint"}, {"record", arguments.text(key)}};
  const Json shown = TRY(client.ask("record show", asked).within(key));
  return parse_digest(*shown.find("id")->as_text());
}

// What a reader of this kind would refuse is said before it is signed.
Result<Json> write_checked(Client& client, const Arguments& arguments, const Body& body,
                           std::vector<Digest> refers = {}) {
  TRY(parse_body(kind_of(body), to_bytes(body)));
  return write_record(client, arguments.text("as"), body, std::move(refers));
}

}  // namespace

Result<Json> body_invite(Client& client, const Arguments& arguments) {
  Invitation body;
  body.salt = Salt::generate(client.env());
  body.body = arguments.text("body");
  body.state = arguments.text("state");
  body.seat = arguments.text("seat", body.state + "/member");
  body.text = arguments.text("text");
  return write_checked(client, arguments, body);
}

Result<Json> body_reply(Client& client, const Arguments& arguments) {
  Reply body;
  body.salt = Salt::generate(client.env());
  body.invitation = TRY(id_of(client, arguments, "invitation"));
  body.reply = TRY(word_in<ReplyWord>(arguments, "reply", "", reply_words));
  body.text = arguments.text("text");
  return write_checked(client, arguments, body, {body.invitation});
}

Result<Json> body_appoint(Client& client, const Arguments& arguments) {
  Appointment body;
  body.salt = Salt::generate(client.env());
  body.body = arguments.text("body");
  body.seat = arguments.text("seat");
  body.part = TRY(word_in<Part>(arguments, "part", "member", part_words));
  body.person = arguments.text("person");
  body.nationality = arguments.text("nationality");
  body.grade = TRY(word_in<Grade>(arguments, "grade", "general_or_flag", grade_words));
  body.rank = arguments.text("rank");
  body.from = TRY(time_in(arguments, "from", TRY(now_of(client))));
  body.replaces = arguments.text("replaces");
  body.text = arguments.text("text");
  return write_checked(client, arguments, body);
}

Result<Json> body_meet(Client& client, const Arguments& arguments) {
  const CivilTime now = TRY(now_of(client));
  Session body;
  body.salt = Salt::generate(client.env());
  body.body = arguments.text("body");
  body.number = arguments.integer("number", 0);
  body.opened = TRY(time_in(arguments, "opened", now));
  body.closed = TRY(time_in(arguments, "closed", now));
  body.present = arguments.list("present");
  body.next = TRY(parse_day(arguments.text("next")).within("next"));
  body.text = arguments.text("text");
  return write_checked(client, arguments, body);
}

Result<Json> body_move(Client& client, const Arguments& arguments) {
  Motion body;
  body.salt = Salt::generate(client.env());
  body.body = arguments.text("body");
  body.text = arguments.text("text");
  return write_checked(client, arguments, body);
}

Result<Json> body_vote(Client& client, const Arguments& arguments) {
  MotionBallot body;
  body.salt = Salt::generate(client.env());
  body.motion = TRY(id_of(client, arguments, "motion"));
  body.vote = TRY(word_in<Vote>(arguments, "vote", "", vote_words));
  body.dissent = arguments.text("dissent");
  return write_checked(client, arguments, body, {body.motion});
}

}  // namespace armistice
