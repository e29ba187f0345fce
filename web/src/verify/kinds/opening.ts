// SPDX-License-Identifier: Apache-2.0
// opening/1: this is the list that we lodged under its digest.
// Spec: kinds/opening.md.
import { opened_list_bytes_max, statement_bytes_max } from '../limits';
import { digest, list_reader, text, type Listed } from './field_list';

export const opening_kind = 'opening/1';

const fields = {
  commitment: digest,
  list: text(opened_list_bytes_max),
  text: text(statement_bytes_max),
};

export type Opening = Listed<typeof fields>;

/** Reads the body of such a record. Errors: `malformed`, `too_large`, `out_of_range`. */
export const read_opening = list_reader(opening_kind, fields, (body, malformed) => {
  if (body.list === '') malformed('list: its exact bytes');
});
