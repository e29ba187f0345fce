// SPDX-License-Identifier: Apache-2.0
// sitting/1: the conference met, there and then, and these were present.
// Spec: kinds/sitting.md.
import {
  counted_max,
  label_bytes_max,
  ledger_lines_max,
  reason_bytes_max,
  sessions_max,
  statement_bytes_max,
} from '../limits';
import { integer, list_reader, name, objects, text, time, word, type Listed } from './field_list';

export const sitting_kind = 'sitting/1';

const fields = {
  forum: name,
  number: integer(1, sessions_max),
  place: text(label_bytes_max),
  opened: time,
  closed: time,
  end: word(['goes_on', 'adjourned', 'recessed', 'suspended', 'broken_off']),
  present: objects(ledger_lines_max, {
    side: name,
    person: text(label_bytes_max),
    role: text(label_bytes_max),
    number: integer(0, counted_max),
    standing: word(['present', 'offered', 'accepted', 'declined']),
  }),
  resumes: text(label_bytes_max),
  conditions: text(reason_bytes_max),
  source: text(label_bytes_max),
  text: text(statement_bytes_max),
};

export type Sitting = Listed<typeof fields>;

/** Reads the body of such a record. Errors: `malformed`, `too_large`, `out_of_range`. */
export const read_sitting = list_reader(sitting_kind, fields, (body, malformed) => {
  if (body.closed.utc_s < body.opened.utc_s) malformed('closed: not before opened');
  for (const { person, role } of body.present) {
    if (person === '' && role === '') malformed('person: who is there, or in which role');
  }
});
