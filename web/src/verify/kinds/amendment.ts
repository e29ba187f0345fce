// SPDX-License-Identifier: Apache-2.0
// amendment/1: the agreement is changed from that hour on.
// Spec: kinds/amendment.md.
import { amendments_max, label_bytes_max, statement_bytes_max } from '../limits';
import { digest, integer, list_reader, text, time, type Listed } from './field_list';

export const amendment_kind = 'amendment/1';

const fields = {
  number: integer(1, amendments_max),
  agreement: digest,
  takes_effect: time,
  title: text(label_bytes_max),
  changes: text(statement_bytes_max),
  text: text(statement_bytes_max),
};

export type Amendment = Listed<typeof fields>;

/** Reads the body of such a record. Errors: `malformed`, `too_large`, `out_of_range`. */
export const read_amendment = list_reader(amendment_kind, fields, (body, malformed) => {
  if (body.title === '') malformed('title: what it is called');
  if (body.changes === '') malformed('changes: what is changed');
});
