// SPDX-License-Identifier: Apache-2.0
// pass/1: these persons of a side may be in the zone in that time.
// Spec: kinds/pass.md.
import { label_bytes_max, ledger_lines_max, statement_bytes_max } from '../limits';
import { list_reader, name, objects, text, time, word, type Listed } from './field_list';

export const pass_kind = 'pass/1';

const fields = {
  zone: name,
  side: name,
  from: time,
  to: time,
  holders: objects(ledger_lines_max, {
    number: text(label_bytes_max),
    person: text(label_bytes_max),
    sort: text(label_bytes_max),
    arms: word(['unarmed', 'armed']),
  }),
  text: text(statement_bytes_max),
};

export type Pass = Listed<typeof fields>;

/** Reads the body of such a record. Errors: `malformed`, `too_large`, `out_of_range`. */
export const read_pass = list_reader(pass_kind, fields, (body, malformed) => {
  if (body.to.utc_s < body.from.utc_s) malformed('to: not before from');
  for (const { number } of body.holders) {
    if (number === '') malformed('number: what the pass bears');
  }
});
