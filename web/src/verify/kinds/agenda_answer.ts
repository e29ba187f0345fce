// SPDX-License-Identifier: Apache-2.0
// agenda-answer/1: what a side says to a point of an agenda.
// Spec: kinds/agenda-answer.md.
import { label_bytes_max, ledger_lines_max, statement_bytes_max } from '../limits';
import { day, digest, integer, list_reader, name, text, word, type Listed } from './field_list';

export const agenda_answer_kind = 'agenda-answer/1';

const fields = {
  agenda: digest,
  number: integer(1, ledger_lines_max),
  side: name,
  answer: word(['accepted', 'refused', 'reserved', 'postponed', 'beyond_mandate', 'withdrawn']),
  day,
  referred_to: text(label_bytes_max),
  source: text(label_bytes_max),
  text: text(statement_bytes_max),
};

export type AgendaAnswer = Listed<typeof fields>;

/** Reads the body of such a record. Errors: `malformed`, `too_large`, `out_of_range`. */
export const read_agenda_answer = list_reader(agenda_answer_kind, fields);
