// SPDX-License-Identifier: Apache-2.0
// What the pages of arrangements work out from a row: which steps may follow, in which order things
// are due. Plain functions of rows.
import type { ArrangementRow } from '../api/shapes';
import { utc_s } from '../verify/time';

export const step_words = [
  'granted',
  'refused',
  'received',
  'done',
  'not_done',
  'certified',
  'disputed',
] as const;
export type StepWord = (typeof step_words)[number];

/** A whole number from 0 on; null: it is none. */
export function parse_amount(text: string): number | null {
  return /^[0-9]{1,10}$/.test(text) && Number(text) <= 1_000_000_000 ? Number(text) : null;
}

/** The steps that may follow, whoever takes them: what is closed does not reopen. */
export function next_steps(one: ArrangementRow): readonly StepWord[] {
  if (['withdrawn', 'refused', 'not_done'].includes(one.state)) return [];
  const waits = one.waiting.length > 0;
  const done = one.done !== null;
  const may: { readonly [word in StepWord]: boolean } = {
    granted: waits && !done,
    refused: waits && !done,
    received: waits,
    done: !done,
    not_done: !done,
    certified: done || !waits,
    disputed: done || !waits,
  };
  return step_words.filter((word) => may[word]);
}

/** Those with an hour before them or past it, by that hour. */
export function by_due(rows: readonly ArrangementRow[]): readonly ArrangementRow[] {
  return rows
    .filter((one) => one.due !== null)
    .toSorted((a, b) => utc_s(a.due ?? '') - utc_s(b.due ?? ''));
}

/** By sort, in the order in which sorts first stand. */
export function by_sort(
  rows: readonly ArrangementRow[],
): readonly (readonly [string, readonly ArrangementRow[]])[] {
  const sorts = [...new Set(rows.map((one) => one.sort))];
  return sorts.map((sort) => [sort, rows.filter((one) => one.sort === sort)]);
}
