// SPDX-License-Identifier: Apache-2.0
// The rows of a movement and of a shipment as they are typed: read, kept as text, and added up as the
// register does. Spec: kinds/movement.md, shipment.md.
import type { Direction, PersonsCount, ShippedItem } from '../sign/ledger_fields';
import { number_of } from '../sign/holding_lines';
import { utf8_bytes } from '../verify/bytes';
import { direction_words, sort_words } from '../verify/kinds/movement';
import { disposition_words, materiel_words } from '../verify/kinds/shipment';
import { label_bytes_max } from '../verify/limits';
import { parse_civil_time } from '../verify/time';
import { is_name } from '../verify/vkey';

/** Persons as they are typed; a word is empty until it is chosen. */
export type PersonsRow = {
  readonly point: string;
  readonly direction: Direction | '';
  readonly persons: string;
  readonly sort: PersonsCount['sort'] | '';
  readonly nationality: string;
};

/** Materiel as it is typed; a disposition of `none` says that nothing is replaced. */
export type ItemRow = {
  readonly materiel: ShippedItem['materiel'] | '';
  readonly designation: string;
  readonly quantity: string;
  readonly replaces: string;
  readonly replaced: string;
  readonly disposition: ShippedItem['disposition'] | '';
};

export const empty_persons: PersonsRow = {
  point: '',
  direction: '',
  persons: '',
  sort: '',
  nationality: '',
};

export const empty_item: ItemRow = {
  materiel: '',
  designation: '',
  quantity: '',
  replaces: '',
  replaced: '',
  disposition: '',
};

const is_label = (text: string) => utf8_bytes(text).length <= label_bytes_max;

/** What is wrong with a row of persons: the name of its field; null: nothing. */
export function wrong_persons(row: PersonsRow): keyof PersonsRow | null {
  if (!is_name(row.point)) return 'point';
  if (row.direction === '') return 'direction';
  if (number_of(row.persons) === null) return 'persons';
  if (row.sort === '') return 'sort';
  return is_label(row.nationality) ? null : 'nationality';
}

/** What is wrong with a row of materiel: the name of its field; null: nothing. What is replaced has a
 *  number and a disposition. */
export function wrong_item(row: ItemRow): keyof ItemRow | null {
  if (row.materiel === '') return 'materiel';
  if (row.designation.trim() === '' || !is_label(row.designation)) return 'designation';
  if (number_of(row.quantity) === null) return 'quantity';
  if (!is_label(row.replaces)) return 'replaces';
  if (row.replaces.trim() === '') return null;
  if (number_of(row.replaced) === null) return 'replaced';
  return row.disposition === '' || row.disposition === 'none' ? 'disposition' : null;
}

// What is typed and cannot be read; what is missing yet is not told beside it.
const is_no_number = (text: string) => text !== '' && number_of(text) === null;

/** Of a row of persons, the field in which something wrong is typed; null: none. */
export function mistyped_persons(row: PersonsRow): keyof PersonsRow | null {
  if (row.point !== '' && !is_name(row.point)) return 'point';
  if (is_no_number(row.persons)) return 'persons';
  return is_label(row.nationality) ? null : 'nationality';
}

/** Of a row of materiel, the field in which something wrong is typed; null: none. */
export function mistyped_item(row: ItemRow): keyof ItemRow | null {
  if (!is_label(row.designation)) return 'designation';
  if (is_no_number(row.quantity)) return 'quantity';
  if (!is_label(row.replaces)) return 'replaces';
  return row.replaces.trim() !== '' && is_no_number(row.replaced) ? 'replaced' : null;
}

/** What a row says; null while something of it is wrong. */
export function count_of(row: PersonsRow): PersonsCount | null {
  const { point, direction, sort } = row;
  if (direction === '' || sort === '' || wrong_persons(row) !== null) return null;
  const nationality = row.nationality.trim();
  return { point, direction, sort, nationality, persons: Number(row.persons) };
}

/** What a row says; null while something of it is wrong. Nothing is replaced where nothing is named. */
export function item_of(row: ItemRow): ShippedItem | null {
  const { materiel, disposition } = row;
  if (materiel === '' || wrong_item(row) !== null) return null;
  const [designation, replaces] = [row.designation.trim(), row.replaces.trim()];
  const lost =
    replaces === '' || disposition === ''
      ? ({ replaces: '', replaced: 0, disposition: 'none' } as const)
      : { replaces, replaced: Number(row.replaced), disposition };
  return { materiel, designation, quantity: Number(row.quantity), ...lost };
}

/** Those of the rows that can be read. */
export function counts_of(rows: readonly PersonsRow[]): readonly PersonsCount[] {
  return rows.map(count_of).filter((one) => one !== null);
}

export function items_of(rows: readonly ItemRow[]): readonly ShippedItem[] {
  return rows.map(item_of).filter((one) => one !== null);
}

export type InAndOut = { readonly arrived: number; readonly departed: number };

/** The sums of the rows that can be counted already. */
export function sum_of(rows: readonly PersonsRow[]): InAndOut {
  const of = (direction: Direction) =>
    rows
      .filter((row) => row.direction === direction)
      .reduce((sum, row) => sum + (number_of(row.persons) ?? 0), 0);
  return { arrived: of('arriving'), departed: of('departing') };
}

/** Why an item that comes in is not piece for piece, as the register judges; null: it is. */
export function not_for_piece(item: ShippedItem): 'nothing' | 'another_type' | 'too_few' | null {
  if (item.quantity === 0) return null;
  if (item.disposition === 'none' || item.replaces === '') return 'nothing';
  if (item.replaces !== item.designation) return 'another_type';
  return item.quantity > item.replaced ? 'too_few' : null;
}

/** Whether it reads as a day that there is. */
export function is_civil_day(text: string): boolean {
  return parse_civil_time(`${text}T00:00:00+00:00`).ok;
}

type Texts = { readonly [field: string]: string };

// What was kept is this browser's own, and may be of another version of the page: what is no text in it
// is passed over.
function kept_rows(text: string): readonly Texts[] {
  let all: unknown = null;
  try {
    all = JSON.parse(text);
  } catch {
    return [];
  }
  if (!Array.isArray(all)) return [];
  return all.map((one: unknown) => {
    const fields = Object.entries(typeof one === 'object' && one !== null ? one : {});
    return Object.fromEntries(fields.filter(([, value]) => typeof value === 'string')) as Texts;
  });
}

const one_of = <W extends string>(words: readonly W[], text: string | undefined): W | '' =>
  words.find((word) => word === text) ?? '';

/** Rows as one text, by which they are kept. */
export function text_of_rows(rows: readonly PersonsRow[] | readonly ItemRow[]): string {
  return JSON.stringify(rows);
}

function persons_row(typed: Texts): PersonsRow {
  const { point = '', direction, persons = '', sort, nationality = '' } = typed;
  const way = one_of(direction_words, direction);
  return { point, direction: way, persons, sort: one_of(sort_words, sort), nationality };
}

function item_row(typed: Texts): ItemRow {
  const { designation = '', quantity = '', replaces = '', replaced = '' } = typed;
  const materiel = one_of(materiel_words, typed['materiel']);
  const disposition = one_of(disposition_words, typed['disposition']);
  return { materiel, designation, quantity, replaces, replaced, disposition };
}

/** The rows of persons again; none of a text that holds none. */
export function persons_rows(text: string): readonly PersonsRow[] {
  return kept_rows(text).map(persons_row);
}

/** The rows of materiel again; none of a text that holds none. */
export function item_rows(text: string): readonly ItemRow[] {
  return kept_rows(text).map(item_row);
}

/** The rows that say what is on record. */
export function rows_of_counts(counts: readonly PersonsCount[]): readonly PersonsRow[] {
  return counts.map((one) => ({ ...one, persons: String(one.persons) }));
}

export function rows_of_items(items: readonly ShippedItem[]): readonly ItemRow[] {
  return items.map((one) => {
    const nothing = one.replaces === '';
    return {
      ...one,
      quantity: String(one.quantity),
      replaced: nothing ? '' : String(one.replaced),
      disposition: nothing ? '' : one.disposition,
    };
  });
}
