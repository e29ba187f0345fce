// SPDX-License-Identifier: Apache-2.0
// Invitations, appointments, sessions and motions of bodies at the keyboard: each handler writes
// one record, signed by a key at hand. Spec: kinds/invitation.md, reply.md, appointment.md,
// session.md, motion.md, motion-ballot.md.
#pragma once

#include "api/client.h"

namespace armistice {

// Each: errors of write_record; `usage`, what was written and how it is written right.
Result<Json> body_invite(Client& client, const Arguments& arguments);
Result<Json> body_reply(Client& client, const Arguments& arguments);
Result<Json> body_appoint(Client& client, const Arguments& arguments);
Result<Json> body_meet(Client& client, const Arguments& arguments);
Result<Json> body_move(Client& client, const Arguments& arguments);
Result<Json> body_vote(Client& client, const Arguments& arguments);

}  // namespace armistice
