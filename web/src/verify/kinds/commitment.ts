// SPDX-License-Identifier: Apache-2.0
// commitment/1: a list is lodged under its digest, to be opened later.
// Spec: kinds/commitment.md.
import { label_bytes_max, opened_list_bytes_max, slots_max, statement_bytes_max } from '../limits';
import { day, digest, integer, list_reader, name_or_none, text, type Listed } from './field_list';

export const commitment_kind = 'commitment/1';

const fields = {
  subject: text(label_bytes_max),
  term: name_or_none,
  as_of: day,
  slot: integer(1, slots_max),
  slots: integer(1, slots_max),
  list: digest,
  bytes: integer(1, opened_list_bytes_max),
  text: text(statement_bytes_max),
};

export type Commitment = Listed<typeof fields>;

/** Reads the body of such a record. Errors: `malformed`, `too_large`, `out_of_range`. */
export const read_commitment = list_reader(commitment_kind, fields, (body, malformed) => {
  if (body.subject === '') malformed('subject: what the list is about');
  if (body.slot > body.slots) malformed('slot: not above slots');
});
