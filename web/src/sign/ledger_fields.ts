// SPDX-License-Identifier: Apache-2.0
// What can be said for the ledger, as the fields of its kinds' pages, in their order.
// Spec: kinds/movement.md, shipment.md.
import type { Movement } from '../verify/kinds/movement';
import type { Shipment } from '../verify/kinds/shipment';

/** Persons at one point, in the order of its page. */
export type PersonsCount = Movement['counts'][number];

/** Materiel of one type, in the order of its page. */
export type ShippedItem = Shipment['items'][number];

export type Basis = Movement['basis'];
export type Direction = PersonsCount['direction'];

/** The fields of each kind, without the salt. */
export type LedgerFields = {
  'movement/1': Movement;
  'shipment/1': Omit<Shipment, 'at'> & { readonly at: string };
};

export const ledger_order = {
  'movement/1': ['side', 'basis', 'day', 'counts', 'arrived', 'departed', 'text'],
  'shipment/1': ['side', 'basis', 'shipment', 'point', 'direction', 'at', 'items', 'text'],
} as const;
