// SPDX-License-Identifier: Apache-2.0
// arrangement-step/1: what became of an arrangement.
// Spec: kinds/arrangement-step.md.
import { counted_max, statement_bytes_max } from '../limits';
import {
  digest,
  digest_or_none,
  integer,
  list_reader,
  text,
  time,
  word,
  type Listed,
} from './field_list';

export const arrangement_step_kind = 'arrangement-step/1';

const fields = {
  arrangement: digest,
  step: word(['granted', 'refused', 'received', 'done', 'not_done', 'certified', 'disputed']),
  at: time,
  quantity: integer(0, counted_max),
  about: digest_or_none,
  text: text(statement_bytes_max),
};

export type ArrangementStep = Listed<typeof fields>;

/** Reads the body of such a record. Errors: `malformed`, `too_large`, `out_of_range`. */
export const read_arrangement_step = list_reader(arrangement_step_kind, fields);
