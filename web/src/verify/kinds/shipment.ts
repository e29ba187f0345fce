// SPDX-License-Identifier: Apache-2.0
// shipment/1: this materiel of a side came in or went out at that point, and what became of what it
// replaces. Spec: kinds/shipment.md.
import { counted_max, label_bytes_max, ledger_lines_max, statement_bytes_max } from '../limits';
import { integer, list_reader, name, objects, text, time, word, type Listed } from './field_list';
import { count_basis_words, direction_words } from './movement';

export const shipment_kind = 'shipment/1';

export const materiel_words = [
  'combat_aircraft',
  'armored_vehicle',
  'weapon',
  'ammunition',
] as const;
export const disposition_words = ['none', 'destroyed', 'damaged', 'worn_out', 'used_up'] as const;

const fields = {
  side: name,
  basis: word(count_basis_words),
  shipment: text(label_bytes_max),
  point: name,
  direction: word(direction_words),
  at: time,
  items: objects(ledger_lines_max, {
    materiel: word(materiel_words),
    designation: text(label_bytes_max),
    quantity: integer(0, counted_max),
    replaces: text(label_bytes_max),
    replaced: integer(0, counted_max),
    disposition: word(disposition_words),
  }),
  text: text(statement_bytes_max),
};

export type Shipment = Listed<typeof fields>;

/** Reads a shipment's body. Errors: `malformed`, `too_large`, `out_of_range`. */
export const read_shipment = list_reader(shipment_kind, fields, (body, malformed) => {
  if (body.shipment === '') malformed('shipment: its number or name');
  for (const item of body.items) {
    if (item.designation === '') malformed('designation: type and model');
  }
});
