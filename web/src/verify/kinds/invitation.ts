// SPDX-License-Identifier: Apache-2.0
// invitation/1: we invite this state to a seat in a body.
// Spec: kinds/invitation.md.
import { statement_bytes_max } from '../limits';
import { list_reader, name, text, type Listed } from './field_list';

export const invitation_kind = 'invitation/1';

const fields = {
  body: name,
  state: name,
  seat: name,
  text: text(statement_bytes_max),
};

export type Invitation = Listed<typeof fields>;

/** Reads the body of such a record. Errors: `malformed`, `too_large`, `out_of_range`. */
export const read_invitation = list_reader(invitation_kind, fields);
