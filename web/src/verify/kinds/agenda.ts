// SPDX-License-Identifier: Apache-2.0
// agenda/1: what a side wants to be discussed, in its own numbering.
// Spec: kinds/agenda.md.
import {
  label_bytes_max,
  ledger_lines_max,
  reason_bytes_max,
  sessions_max,
  statement_bytes_max,
} from '../limits';
import { day, integer, list_reader, name, objects, text, type Listed } from './field_list';

export const agenda_kind = 'agenda/1';

const fields = {
  side: name,
  version: integer(1, sessions_max),
  day,
  items: objects(ledger_lines_max, {
    number: integer(1, ledger_lines_max),
    issue: name,
    wording: text(reason_bytes_max),
  }),
  source: text(label_bytes_max),
  text: text(statement_bytes_max),
};

export type Agenda = Listed<typeof fields>;

/** Reads the body of such a record. Errors: `malformed`, `too_large`, `out_of_range`. */
export const read_agenda = list_reader(agenda_kind, fields, (body, malformed) => {
  let last = 0;
  for (const { number } of body.items) {
    if (number <= last) malformed('items: numbers ascend');
    last = number;
  }
});
