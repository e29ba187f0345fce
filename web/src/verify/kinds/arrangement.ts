// SPDX-License-Identifier: Apache-2.0
// arrangement/1: something is asked of another, or told to them before it happens.
// Spec: kinds/arrangement.md.
import { counted_max, label_bytes_max, statement_bytes_max, team_members_max } from '../limits';
import {
  digest_or_none,
  integer,
  list_reader,
  name,
  names,
  text,
  time,
  type Listed,
} from './field_list';

export const arrangement_kind = 'arrangement/1';

const fields = {
  sort: name,
  number: text(label_bytes_max),
  by: name,
  to: names(team_members_max),
  about: digest_or_none,
  place: text(label_bytes_max),
  from: time,
  until: time,
  quantity: integer(0, counted_max),
  unit: text(label_bytes_max),
  language: text(label_bytes_max),
  text: text(statement_bytes_max),
};

export type Arrangement = Listed<typeof fields>;

/** Reads the body of such a record. Errors: `malformed`, `too_large`, `out_of_range`. */
export const read_arrangement = list_reader(arrangement_kind, fields, (body, malformed) => {
  if (body.until.utc_s < body.from.utc_s) malformed('until: not before from');
});
