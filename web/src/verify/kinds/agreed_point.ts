// SPDX-License-Identifier: Apache-2.0
// agreed-point/1: both delegations agreed on this.
// Spec: kinds/agreed-point.md.
import { label_bytes_max, ledger_lines_max, statement_bytes_max } from '../limits';
import { day, integer, list_reader, name, text, type Listed } from './field_list';

export const agreed_point_kind = 'agreed-point/1';

const fields = {
  issue: name,
  number: integer(1, ledger_lines_max),
  points: integer(1, ledger_lines_max),
  day,
  title: text(label_bytes_max),
  wording: text(statement_bytes_max),
  paragraph: text(label_bytes_max),
  source: text(label_bytes_max),
  text: text(statement_bytes_max),
};

export type AgreedPoint = Listed<typeof fields>;

/** Reads the body of such a record. Errors: `malformed`, `too_large`, `out_of_range`. */
export const read_agreed_point = list_reader(agreed_point_kind, fields, (body, malformed) => {
  if (body.number > body.points) malformed('number: at most `points`');
  if (body.title === '') malformed('title: what was agreed');
});
