// SPDX-License-Identifier: Apache-2.0
// permit/1: whoever is named may do this, there, in that time. Spec: kinds/permit.md.
import { label_bytes_max, statement_bytes_max } from '../limits';
import { list_reader, name_or_none, text, time, word, type Listed } from './field_list';

export const permit_kind = 'permit/1';

const fields = {
  act: word(['crossing_line', 'entering_territory', 'entering_zone']),
  holder: text(label_bytes_max),
  territory: name_or_none,
  from: time,
  to: time,
  text: text(statement_bytes_max),
};

export type Permit = Listed<typeof fields>;

/** Reads a permit's body. Errors: `malformed`, `too_large`, `out_of_range`. */
export const read_permit = list_reader(permit_kind, fields, (body, malformed) => {
  if (body.holder === '') malformed('holder: who is permitted');
  if (body.to.utc_s < body.from.utc_s) malformed('to: not before from');
  if ((body.territory === '') === (body.act === 'entering_territory')) {
    malformed('territory: the side entered, and only when one is');
  }
});
