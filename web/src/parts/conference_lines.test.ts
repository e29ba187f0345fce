// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import type { AgendaPoint, PositionRow, SittingRow } from '../api/shapes';
import {
  acts_on,
  agenda_of,
  answers_to,
  ascends,
  item_line,
  items_text,
  listed_sittings,
  next_sitting,
  pieces_of,
  present_line,
  present_text,
  put_anew,
  reply_sitting,
  small_number,
} from './conference_lines';

const sitting = (index: number, more: Partial<SittingRow> = {}): SittingRow => ({
  index,
  id: `id ${index}`,
  author: 'unc/delegation',
  forum: 'plenary',
  number: 1,
  place: 'Kaesong',
  opened: '1951-07-10T11:00:00+09:00',
  closed: '1951-07-10T11:00:00+09:00',
  elsewhere: [],
  ended: 'goes_on',
  resumes: '',
  conditions: '',
  source: '',
  text: '',
  statements: 0,
  retracted: false,
  moved_from: '',
  present: [],
  ...more,
});

describe('a line of those present', () => {
  test('says who, or how many of a role', () => {
    expect(present_line('unc; Joy; senior delegate')).toEqual({
      side: 'unc',
      person: 'Joy',
      role: 'senior delegate',
      number: 1,
      standing: 'present',
    });
    expect(present_line('unc;; correspondent; 20; offered')).toEqual({
      side: 'unc',
      person: '',
      role: 'correspondent',
      number: 20,
      standing: 'offered',
    });
  });
  test('that says nobody is none', () => {
    for (const wrong of [
      'unc',
      'unc; ;',
      'U N C; Joy',
      'unc; Joy; x; many',
      'unc; Joy; x; 1; here',
    ]) {
      expect(present_line(wrong)).toBeNull();
    }
    expect(present_line('unc; Joy; x; 1; present; more')).toBeNull();
  });
  test('is written as it is read', () => {
    const text = 'unc; Joy; senior delegate\nunc; ; correspondent; 20; offered\n';
    const read = text.trim().split('\n').map(present_line);
    expect(present_text(read.filter((one) => one !== null))).toBe(text);
  });
});

describe('a point of an agenda', () => {
  test('has a number, an issue and words', () => {
    expect(item_line('2; line-and-zone; A line; and a zone.')).toEqual({
      number: 2,
      issue: 'line-and-zone',
      wording: 'A line; and a zone.',
    });
    for (const wrong of ['', '0; line; x', '257; line; x', '2; The line; x', 'x; line; y']) {
      expect(item_line(wrong)).toBeNull();
    }
    expect(small_number('257')).toBeNull();
  });
  test('ascends, and is written in its order', () => {
    const items = [
      { number: 2, issue: 'b', wording: 'B' },
      { number: 1, issue: 'a', wording: 'A' },
    ];
    expect(ascends(items)).toBe(false);
    expect(items_text(items)).toBe('1; a; A\n2; b; B\n');
  });
  test('is withdrawn by its own side, and answered by others', () => {
    const point = { side: 'unc' } as AgendaPoint;
    expect(answers_to(point, 'unc')).toEqual(['withdrawn']);
    expect(answers_to(point, 'kpa-cpv')).not.toContain('withdrawn');
    expect(answers_to(point, '')).toEqual([]);
  });
});

test('the newest agenda of a side is one author’s', () => {
  const point = (index: number, version: number) =>
    ({ side: 'unc', version, index, number: 1 }) as AgendaPoint;
  const points = [point(7, 1), point(9, 2), point(11, 2)];
  expect(agenda_of(points, 'unc')).toEqual([points[1]]);
  expect(agenda_of(points, 'kpa-cpv')).toEqual([]);
});

describe('a sitting put on record anew', () => {
  const first = sitting(3, { retracted: true });
  const second = sitting(8, { ended: 'adjourned' });
  const theirs = sitting(5, { author: 'kpa-cpv/delegation', ended: 'recessed' });
  test('stands for the one taken back, by the same party', () => {
    expect(put_anew(first, [second, theirs, first])).toBe(second);
    expect(put_anew(first, [theirs, first])).toBeNull();
    expect(listed_sittings([second, theirs, first])).toEqual([second, theirs]);
    expect(listed_sittings([theirs, first])).toEqual([theirs, first]);
  });
  test('has its forum’s next number after it', () => {
    expect(next_sitting('plenary', [second, sitting(4, { number: 22 })])).toBe(23);
    expect(next_sitting('liaison-officers', [second])).toBe(1);
  });
});

test('a reply stands where it was said while that goes on, else in the only sitting that does', () => {
  const [a, b] = [sitting(3), sitting(4, { forum: 'staff' })];
  const over = sitting(2, { number: 9, ended: 'adjourned' });
  expect(reply_sitting(4, [a, b, over])).toBe('id 4');
  expect(reply_sitting(2, [a, over])).toBe('id 3');
  expect(reply_sitting(2, [a, b, over])).toBe('');
});

test('a proposal is changed by its own side, and answered by another', () => {
  const of = { side: 'unc' } as PositionRow;
  expect(acts_on(of, 'kpa-cpv')).toEqual(['accepts', 'refuses']);
  expect(acts_on(of, 'unc')).toContain('changes');
  expect(acts_on(null, 'unc')).not.toContain('accepts');
  expect(acts_on(null, '')).toEqual([]);
});

test('a text is cut where words stand in it', () => {
  expect(pieces_of('a b c', [])).toEqual(['a b c']);
  expect(pieces_of('a b c', ['b'])).toEqual(['a ', 'b', ' c']);
  expect(pieces_of('a b c', ['c', 'a'])).toEqual(['a', ' b ', 'c']);
  expect(pieces_of('a b c', ['a b c'])).toEqual(['a b c']);
  expect(pieces_of('a b c', ['x'])).toEqual(['a b c']);
});
