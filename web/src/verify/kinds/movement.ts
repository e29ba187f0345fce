// SPDX-License-Identifier: Apache-2.0
// movement/1: so many persons of a side came in and went out at these points on that day.
// Spec: kinds/movement.md.
import {
  counted_max,
  counted_sum_max,
  label_bytes_max,
  ledger_lines_max,
  statement_bytes_max,
} from '../limits';
import { day, integer, list_reader, name, objects, text, word, type Listed } from './field_list';

export const movement_kind = 'movement/1';

export const count_basis_words = ['reported', 'inspected'] as const;
export const direction_words = ['arriving', 'departing'] as const;
export const sort_words = ['rotation', 'temporary_duty', 'leave'] as const;

const fields = {
  side: name,
  basis: word(count_basis_words),
  day,
  counts: objects(ledger_lines_max, {
    point: name,
    direction: word(direction_words),
    sort: word(sort_words),
    nationality: text(label_bytes_max),
    persons: integer(0, counted_max),
  }),
  arrived: integer(0, counted_sum_max),
  departed: integer(0, counted_sum_max),
  text: text(statement_bytes_max),
};

export type Movement = Listed<typeof fields>;

/** Reads a movement's body. Errors: `malformed`, `too_large`, `out_of_range`. */
export const read_movement = list_reader(movement_kind, fields);
