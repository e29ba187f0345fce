// SPDX-License-Identifier: Apache-2.0
#include "api/body_commands.h"

#include "api/keyed.h"

namespace armistice {

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
  body.reply = TRY(word_of<ReplyWord>("reply", arguments.text("reply", ""), reply_words));
  body.text = arguments.text("text");
  return write_checked(client, arguments, body, {body.invitation});
}

Result<Json> body_appoint(Client& client, const Arguments& arguments) {
  Appointment body;
  body.salt = Salt::generate(client.env());
  body.body = arguments.text("body");
  body.seat = arguments.text("seat");
  body.part = TRY(word_of<Part>("part", arguments.text("part", "member"), part_words));
  body.person = arguments.text("person");
  body.nationality = arguments.text("nationality");
  body.grade =
      TRY(word_of<Grade>("grade", arguments.text("grade", "general_or_flag"), grade_words));
  body.rank = arguments.text("rank");
  body.from = TRY(time_in(client, arguments, "from"));
  body.replaces = arguments.text("replaces");
  body.text = arguments.text("text");
  return write_checked(client, arguments, body);
}

Result<Json> body_meet(Client& client, const Arguments& arguments) {
  Session body;
  body.salt = Salt::generate(client.env());
  body.body = arguments.text("body");
  body.number = arguments.integer("number", 0);
  body.opened = TRY(time_in(client, arguments, "opened"));
  body.closed = TRY(time_in(client, arguments, "closed"));
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
  body.vote = TRY(word_of<Vote>("vote", arguments.text("vote", ""), vote_words));
  body.dissent = arguments.text("dissent");
  return write_checked(client, arguments, body, {body.motion});
}

}  // namespace armistice
