// SPDX-License-Identifier: Apache-2.0
// count/1: so many of these there were, there and then.
// Spec: kinds/count.md.
import {
  counted_max,
  counted_sum_max,
  label_bytes_max,
  ledger_lines_max,
  statement_bytes_max,
} from '../limits';
import { integer, list_reader, name, objects, text, time, word, type Listed } from './field_list';

export const count_kind = 'count/1';

const fields = {
  of: name,
  side: name,
  place: text(label_bytes_max),
  basis: word(['reported', 'inspected']),
  at: time,
  lines: objects(ledger_lines_max, {
    what: text(label_bytes_max),
    nationality: text(label_bytes_max),
    number: integer(0, counted_max),
  }),
  total: integer(0, counted_sum_max),
  text: text(statement_bytes_max),
};

export type StatedCount = Listed<typeof fields>;

/** Reads the body of such a record. Errors: `malformed`, `too_large`, `out_of_range`. */
export const read_count = list_reader(count_kind, fields, (body, malformed) => {
  for (const { what } of body.lines) {
    if (what === '') malformed('what: what is counted');
  }
});
