// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import {
  counts_of,
  empty_item,
  empty_persons,
  is_civil_day,
  item_of,
  item_rows,
  items_of,
  mistyped_item,
  mistyped_persons,
  not_for_piece,
  persons_rows,
  rows_of_counts,
  rows_of_items,
  sum_of,
  text_of_rows,
  wrong_item,
  wrong_persons,
  type ItemRow,
  type PersonsRow,
} from './ledger_lines';

const persons = (change: Partial<PersonsRow> = {}): PersonsRow => ({
  point: 'pusan',
  direction: 'arriving',
  persons: '1200',
  sort: 'rotation',
  nationality: 'United States',
  ...change,
});
const item = (change: Partial<ItemRow> = {}): ItemRow => ({
  materiel: 'armored_vehicle',
  designation: 'M46',
  quantity: '4',
  replaces: 'M46',
  replaced: '4',
  disposition: 'worn_out',
  ...change,
});

describe('a row of persons', () => {
  it('is a count once it has a point, a direction, a number and a reason', () => {
    expect(wrong_persons(persons())).toBeNull();
    expect(counts_of([persons({ nationality: ' Türkiye ' })])).toEqual([
      {
        point: 'pusan',
        direction: 'arriving',
        sort: 'rotation',
        nationality: 'Türkiye',
        persons: 1200,
      },
    ]);
    expect(wrong_persons(persons({ persons: '0', nationality: '' }))).toBeNull();
  });
  it('says which of them is wrong', () => {
    expect(wrong_persons(empty_persons)).toBe('point');
    expect(wrong_persons(persons({ point: 'Pusan' }))).toBe('point');
    expect(wrong_persons(persons({ direction: '' }))).toBe('direction');
    for (const text of ['', '-1', '1.5', '1,200', '007', '1000000001', 'many']) {
      expect(wrong_persons(persons({ persons: text }))).toBe('persons');
      expect(counts_of([persons(), persons({ persons: text })])).toHaveLength(1);
    }
    expect(wrong_persons(persons({ sort: '' }))).toBe('sort');
    expect(wrong_persons(persons({ nationality: 'ü'.repeat(65) }))).toBe('nationality');
  });
  it('tells beside it what is typed wrongly, and not what is missing yet', () => {
    expect(mistyped_persons(empty_persons)).toBeNull();
    expect(mistyped_persons(persons({ sort: '' }))).toBeNull();
    expect(mistyped_persons({ ...empty_persons, persons: 'many' })).toBe('persons');
    expect(mistyped_persons(persons({ point: 'Pusan', persons: 'x' }))).toBe('point');
    expect(mistyped_item(empty_item)).toBeNull();
    expect(mistyped_item({ ...empty_item, quantity: '1,000' })).toBe('quantity');
    expect(mistyped_item(item({ replaced: 'x' }))).toBe('replaced');
    expect(mistyped_item(item({ replaces: '', replaced: 'x' }))).toBeNull();
  });
  it('adds up as far as it can be read', () => {
    const rows = [persons(), persons({ direction: 'departing', persons: '300' })];
    expect(sum_of(rows)).toEqual({ arrived: 1200, departed: 300 });
    const half = [persons({ persons: '1x' }), persons({ direction: '' }), empty_persons];
    expect(sum_of([...rows, ...half])).toEqual({ arrived: 1200, departed: 300 });
    expect(sum_of([])).toEqual({ arrived: 0, departed: 0 });
  });
});

describe('a row of materiel', () => {
  it('is an item, with what it replaces or without', () => {
    expect(items_of([item()])).toEqual([
      {
        materiel: 'armored_vehicle',
        designation: 'M46',
        quantity: 4,
        replaces: 'M46',
        replaced: 4,
        disposition: 'worn_out',
      },
    ]);
    // What was typed before nothing was named is not said.
    const none = { replaces: '', replaced: 0, disposition: 'none' };
    expect(item_of(item({ replaces: ' ' }))).toMatchObject(none);
  });
  it('says which of its fields is wrong', () => {
    expect(wrong_item(empty_item)).toBe('materiel');
    expect(wrong_item(item({ designation: ' ' }))).toBe('designation');
    expect(wrong_item(item({ quantity: '' }))).toBe('quantity');
    expect(wrong_item(item({ replaces: 'x'.repeat(129) }))).toBe('replaces');
    expect(wrong_item(item({ replaced: 'all' }))).toBe('replaced');
    expect(wrong_item(item({ disposition: 'none' }))).toBe('disposition');
    expect(items_of([item(), item({ disposition: '' })])).toHaveLength(1);
  });
  it('is piece for piece, or is told why not, as the register judges', () => {
    const why = (change: Partial<ItemRow>) => not_for_piece(item_of(item(change))!);
    expect(why({})).toBeNull();
    expect(why({ quantity: '0', replaces: '' })).toBeNull();
    expect(why({ replaces: '' })).toBe('nothing');
    expect(why({ replaces: 'M4' })).toBe('another_type');
    expect(why({ quantity: '5' })).toBe('too_few');
  });
});

describe('rows', () => {
  it('are kept as text', () => {
    const rows = [persons(), empty_persons];
    expect(persons_rows(text_of_rows(rows))).toEqual(rows);
    const items = [item(), empty_item];
    expect(item_rows(text_of_rows(items))).toEqual(items);
  });
  it('of a text that holds none are none, and what is strange in it is empty', () => {
    for (const text of ['', '{', '3', 'null', '{}']) expect(persons_rows(text)).toEqual([]);
    expect(persons_rows('[null, {"direction": "up", "persons": 3, "more": "x"}]')).toEqual([
      empty_persons,
      empty_persons,
    ]);
    expect(item_rows('[{"disposition": "lost", "replaces": "M4"}]')).toEqual([
      { ...empty_item, replaces: 'M4' },
    ]);
  });
  it('say again what is on record', () => {
    const counts = counts_of([persons()]);
    expect(rows_of_counts(counts)).toEqual([persons()]);
    const items = items_of([item(), item({ replaces: '' })]);
    expect(items_of(rows_of_items(items))).toEqual(items);
  });
});

describe('a day', () => {
  it('is one that there is', () => {
    expect(is_civil_day('1953-07-28')).toBe(true);
    for (const text of ['', '1953-02-29', '28 July', '1953-7-28']) {
      expect(is_civil_day(text)).toBe(false);
    }
  });
});
