// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import type { LedgerCount, LedgerItem } from '../api/shapes';
import type { PersonsCount, ShippedItem } from '../sign/ledger_fields';
import {
  day_differences,
  day_said,
  kept_records,
  shipment_differences,
  shipment_said,
  when_noticed,
  with_report,
} from './ledger_effect';

const day = '1953-07-28';
const count = (change: Partial<LedgerCount> = {}): LedgerCount => ({
  index: 12,
  author: 'unc/delegation',
  side: 'unc',
  basis: 'reported',
  day,
  point: 'pusan',
  direction: 'arriving',
  sort: 'rotation',
  nationality: '',
  persons: 1200,
  counts: true,
  retracted: false,
  ...change,
});
const item = (change: Partial<LedgerItem> = {}): LedgerItem => ({
  index: 13,
  author: 'unc/delegation',
  side: 'unc',
  basis: 'reported',
  shipment: 'S-1',
  at: '1953-07-28T08:00:00+09:00',
  point: 'pusan',
  direction: 'arriving',
  materiel: 'weapon',
  designation: 'M1',
  quantity: 10,
  replaces: '',
  replaced: 0,
  disposition: 'none',
  counts: true,
  retracted: false,
  ...change,
});

describe('what was said already', () => {
  const of = { side: 'unc', basis: 'reported', day } as const;
  it('is the record of the same side, day, basis and party', () => {
    expect(day_said([count()], of, 'unc/commander')).toBe(12);
    expect(day_said([count()], { ...of, day: '1953-07-29' }, 'unc/commander')).toBeNull();
    expect(day_said([count()], { ...of, basis: 'inspected' }, 'unc/commander')).toBeNull();
    expect(day_said([count()], of, 'sweden/officer')).toBeNull();
  });
  it('is none that was taken back or does not count', () => {
    expect(day_said([count({ retracted: true })], of, 'unc/commander')).toBeNull();
    expect(day_said([count({ counts: false })], of, 'unc/commander')).toBeNull();
  });
  it('is told of shipments by their names', () => {
    const shipped = { side: 'unc', basis: 'reported', shipment: 'S-1' } as const;
    expect(shipment_said([item()], shipped, 'unc/delegation')).toBe(13);
    expect(shipment_said([item()], { ...shipped, shipment: 'S-2' }, 'unc/delegation')).toBeNull();
    expect(shipment_said([item({ retracted: true })], shipped, 'unc/delegation')).toBeNull();
  });
});

describe('inspected against reported', () => {
  const seen = (persons: number, change: Partial<PersonsCount> = {}): PersonsCount => ({
    point: 'pusan',
    direction: 'arriving',
    sort: 'rotation',
    nationality: '',
    persons,
    ...change,
  });
  it('adds up what stands at a point, and names where it differs', () => {
    const rows = [
      count(),
      count({ persons: 50, sort: 'leave' }),
      count({ direction: 'departing' }),
    ];
    const of = { side: 'unc', day };
    expect(day_differences(rows, of, [seen(1250)])).toEqual([]);
    expect(day_differences(rows, of, [seen(1200), seen(50)])).toEqual([]);
    expect(day_differences(rows, of, [seen(1150), seen(3, { point: 'inchon' })])).toEqual([
      { of: 'pusan', direction: 'arriving', reported: 1250, inspected: 1150 },
      { of: 'inchon', direction: 'arriving', reported: 0, inspected: 3 },
    ]);
  });
  it('is silent without a report', () => {
    const rows = [count({ retracted: true }), count({ basis: 'inspected' })];
    expect(day_differences(rows, { side: 'unc', day }, [seen(1)])).toEqual([]);
  });
  it('holds a shipment by designation, what was not seen of it, too', () => {
    const of = { side: 'unc', shipment: 'S-1' };
    const found = [{ ...item(), quantity: 9 }] as unknown as readonly ShippedItem[];
    expect(shipment_differences([item()], of, found)).toEqual([
      { of: 'M1', direction: '', reported: 10, inspected: 9 },
    ]);
    expect(shipment_differences([item()], of, [])).toHaveLength(1);
    expect(shipment_differences([item({ shipment: 'S-2' })], of, found)).toEqual([]);
  });
});

describe('the records of a ledger', () => {
  const ledger = (counts: readonly LedgerCount[], items: readonly LedgerItem[] = []) => ({
    month: '1953-07',
    sides: [],
    days: [],
    counts: [...counts],
    items: [...items],
    notices: [],
    findings: [],
  });
  const stand = (...counts: readonly LedgerCount[]) =>
    kept_records(ledger(counts)).map(({ index, stands }) => [index, stands]);
  it('stand each once, with those of materiel', () => {
    const kept = kept_records(ledger([count(), count({ point: 'inchon' })], [item()]));
    expect(kept.map(({ index }) => index)).toEqual([12, 13]);
  });
  it('that were taken back wait to be said anew, until their party has', () => {
    const back = count({ retracted: true });
    expect(stand(back)).toEqual([[12, false]]);
    expect(stand(back, count({ index: 20, author: 'unc/commander' }))).toEqual([
      [12, true],
      [20, true],
    ]);
    expect(stand(back, count({ index: 20, day: '1953-07-29' }))[0]).toEqual([12, false]);
    const shipped = [item({ retracted: true }), item({ index: 30, shipment: 'S-2' })];
    expect(kept_records(ledger([], shipped)).map(({ stands }) => stands)).toEqual([false, true]);
  });
});

describe('when it was', () => {
  const effective = '1953-07-27T22:00:00+09:00';
  const noticed = (when: string) => when_noticed(when, '1953-07-28T10:00:00+09:00', effective);
  it('is noticed ahead of the clock, a day that has begun elsewhere is not', () => {
    expect(noticed('1953-07-29')).toBeNull();
    expect(noticed('1953-07-30')).toBe('ahead');
    expect(noticed('1953-07-28T11:00:00+09:00')).toBeNull();
    expect(noticed('1953-07-28T11:00:01+09:00')).toBe('ahead');
  });
  it('is noticed before the effective hour, of which nothing counts', () => {
    expect(noticed('1953-07-27')).toBeNull();
    expect(noticed('1953-07-26')).toBe('before');
    expect(noticed('1953-07-27T13:00:00+00:00')).toBeNull();
    expect(noticed('1953-07-27T21:59:59+09:00')).toBe('before');
  });
  it('is silent while it cannot be read, or the effective hour is not known', () => {
    for (const text of ['', '1953', '1953-07-28T']) expect(noticed(text)).toBeNull();
    expect(when_noticed('1953-07-26', '1953-07-28T10:00:00+09:00', '')).toBeNull();
  });
});

describe('how a side would stand', () => {
  const side = {
    side: 'unc',
    arrived: 1200,
    departed: 1300,
    month_arrived: 34_000,
    month_departed: 1300,
    arrivals_max: 35_000,
  };
  it('holds it against the ceiling and the balance', () => {
    expect(with_report(side, { arrived: 1500, departed: 100 })).toEqual({
      month_arrived: 35_500,
      arrivals_max: 35_000,
      over: 500,
      balance: 1300,
    });
  });
  it('is over no ceiling that there is not', () => {
    const free = { ...side, arrivals_max: null };
    expect(with_report(free, { arrived: 1500, departed: 0 }).over).toBe(0);
  });
});
