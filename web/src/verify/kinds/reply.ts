// SPDX-License-Identifier: Apache-2.0
// reply/1: what is answered to an invitation.
// Spec: kinds/reply.md.
import { statement_bytes_max } from '../limits';
import { digest, list_reader, text, word, type Listed } from './field_list';

export const reply_kind = 'reply/1';

const fields = {
  invitation: digest,
  reply: word(['accepts', 'declines', 'objects', 'no_objection']),
  text: text(statement_bytes_max),
};

export type Reply = Listed<typeof fields>;

/** Reads the body of such a record. Errors: `malformed`, `too_large`, `out_of_range`. */
export const read_reply = list_reader(reply_kind, fields);
