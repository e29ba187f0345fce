// SPDX-License-Identifier: Apache-2.0
// What a movement or shipment that is being written would do to the ledger: which record stands in its
// way, where an inspection differs from the report, how a side would stand. Spec: views.md §8.
import type { Ledger, LedgerCount, LedgerItem, LedgerSide } from '../api/shapes';
import type { Basis, Direction, PersonsCount, ShippedItem } from '../sign/ledger_fields';
import { utc_s } from '../verify/time';
import { party_of } from '../verify/vkey';
import type { InAndOut } from './ledger_lines';

type Entry = Pick<LedgerCount, 'index' | 'author' | 'side' | 'basis' | 'counts' | 'retracted'>;
const stands = (one: Entry) => one.counts && !one.retracted;

type Whose = { readonly side: string; readonly basis: Basis };
export type OfDay = Whose & { readonly day: string };
export type OfShipment = Whose & { readonly shipment: string };

/** The record by which the party of `speaker` has said that already of a side; null: none. */
function said_of<T extends Entry>(
  rows: readonly T[],
  { side, basis }: Whose,
  speaker: string,
  is: (one: T) => boolean,
): number | null {
  const own = rows.filter((one) => stands(one) && one.side === side && one.basis === basis);
  const found = own.find((one) => party_of(one.author) === party_of(speaker) && is(one));
  return found?.index ?? null;
}

/** The record that stands in the way of another of the same day; null: none does. */
export function day_said(rows: readonly LedgerCount[], of: OfDay, speaker: string): number | null {
  return said_of(rows, of, speaker, (one) => one.day === of.day);
}

/** The same of a shipment. */
export function shipment_said(
  rows: readonly LedgerItem[],
  of: OfShipment,
  speaker: string,
): number | null {
  return said_of(rows, of, speaker, (one) => one.shipment === of.shipment);
}

/** Where what was seen is not what is reported; `of` is a point and a direction, or a designation. */
export type Difference = {
  readonly of: string;
  readonly direction: Direction | '';
  readonly reported: number;
  readonly inspected: number;
};

/** At which of the points inspected the side's report of that day says another number. Without a report
 *  none differs. */
export function day_differences(
  rows: readonly LedgerCount[],
  { side, day }: Omit<OfDay, 'basis'>,
  seen: readonly PersonsCount[],
): readonly Difference[] {
  const reports = rows.filter(
    (one) => stands(one) && one.basis === 'reported' && one.side === side && one.day === day,
  );
  if (reports.length === 0) return [];
  const passed = (all: readonly (LedgerCount | PersonsCount)[], at: PersonsCount) =>
    all
      .filter((one) => one.point === at.point && one.direction === at.direction)
      .reduce((sum, one) => sum + one.persons, 0);
  const first = seen.filter(
    (one, at) =>
      at === seen.findIndex((two) => two.point === one.point && two.direction === one.direction),
  );
  return first
    .map((one) => ({
      of: one.point,
      direction: one.direction,
      reported: passed(reports, one),
      inspected: passed(seen, one),
    }))
    .filter((one) => one.reported !== one.inspected);
}

/** Of which designations the side's report of that shipment says another number. */
export function shipment_differences(
  rows: readonly LedgerItem[],
  { side, shipment }: Omit<OfShipment, 'basis'>,
  seen: readonly ShippedItem[],
): readonly Difference[] {
  const reports = rows.filter(
    (one) =>
      stands(one) && one.basis === 'reported' && one.side === side && one.shipment === shipment,
  );
  if (reports.length === 0) return [];
  const pieces = (all: readonly (LedgerItem | ShippedItem)[], designation: string) =>
    all
      .filter((one) => one.designation === designation)
      .reduce((sum, one) => sum + one.quantity, 0);
  return [...new Set([...reports, ...seen].map((one) => one.designation))]
    .map((designation) => ({
      of: designation,
      direction: '' as const,
      reported: pieces(reports, designation),
      inspected: pieces(seen, designation),
    }))
    .filter((one) => one.reported !== one.inspected);
}

const day_s = 86_400;
const hour_s = 3_600;

/** What the register notices of a day or of a time: that it lies ahead of its clock, or before the hour
 *  from which the agreement has effect, so that it counts for nothing; null: nothing. A day may have
 *  begun elsewhere, and clocks may differ by an hour. */
export function when_noticed(
  when: string,
  now: string,
  effective: string,
): 'ahead' | 'before' | null {
  if (when.includes('T')) {
    if (utc_s(when) > utc_s(now) + hour_s) return 'ahead';
    return utc_s(when) < utc_s(effective) ? 'before' : null;
  }
  const midnight = (text: string) => utc_s(`${text.slice(0, 10)}T00:00:00+00:00`);
  if (midnight(when) > midnight(now) + day_s) return 'ahead';
  return midnight(when) < midnight(effective) ? 'before' : null;
}

/** How a side would stand once so many more are reported of the month that its row is of. */
export function with_report(side: LedgerSide, more: InAndOut) {
  const month_arrived = side.month_arrived + more.arrived;
  const { arrivals_max } = side;
  return {
    month_arrived,
    arrivals_max,
    over: arrivals_max === null ? 0 : Math.max(0, month_arrived - arrivals_max),
    balance: side.arrived + more.arrived - side.departed - more.departed,
  };
}

/** A record that stands in the ledger. */
export type Kept = Pick<LedgerCount, 'index' | 'author' | 'retracted'> & {
  readonly basis: Basis;
  /** Whether its party has said the same anew, or never took it back. */
  readonly stands: boolean;
};

const basis_of = (word: string): Basis => (word === 'reported' ? 'reported' : 'inspected');

/** The records of a month's ledger, each once. */
export function kept_records({ counts, items }: Ledger): readonly Kept[] {
  const kept = new Map<number, Kept>();
  const keep = (one: LedgerCount | LedgerItem, said: number | null) => {
    const { index, author, retracted } = one;
    const stands = !retracted || said !== null;
    kept.set(index, { index, author, retracted, basis: basis_of(one.basis), stands });
  };
  for (const one of counts) {
    keep(one, day_said(counts, { ...one, basis: basis_of(one.basis) }, one.author));
  }
  for (const one of items) {
    keep(one, shipment_said(items, { ...one, basis: basis_of(one.basis) }, one.author));
  }
  return [...kept.values()];
}
