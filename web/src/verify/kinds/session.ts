// SPDX-License-Identifier: Apache-2.0
// session/1: a body met: who was there, and when it meets next.
// Spec: kinds/session.md.
import { sessions_max, statement_bytes_max, team_members_max } from '../limits';
import { day, integer, list_reader, name, names, text, time, type Listed } from './field_list';

export const session_kind = 'session/1';

const fields = {
  body: name,
  number: integer(1, sessions_max),
  opened: time,
  closed: time,
  present: names(team_members_max),
  next: day,
  text: text(statement_bytes_max),
};

export type Session = Listed<typeof fields>;

/** Reads the body of such a record. Errors: `malformed`, `too_large`, `out_of_range`. */
export const read_session = list_reader(session_kind, fields, (body, malformed) => {
  if (body.closed.utc_s < body.opened.utc_s) malformed('closed: not before opened');
});
