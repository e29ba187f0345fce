// SPDX-License-Identifier: Apache-2.0
// fulfilment/1: we have done what that term asks of us. Spec: kinds/fulfilment.md.
import { label_bytes_max, statement_bytes_max } from '../limits';
import { list_reader, name, text, time, type Listed } from './field_list';

export const fulfilment_kind = 'fulfilment/1';

const fields = {
  term: name,
  occasion: text(label_bytes_max),
  at: time,
  text: text(statement_bytes_max),
};

export type Fulfilment = Listed<typeof fields>;

/** Reads a fulfilment's body. Errors: `malformed`, `too_large`, `out_of_range`. */
export const read_fulfilment = list_reader(fulfilment_kind, fields);
