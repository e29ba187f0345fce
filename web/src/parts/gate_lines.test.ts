// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import {
  entries_of,
  lines_of_text,
  out_of_order,
  reckoned,
  text_of_lines,
  wrong_in,
  type GateLine,
} from './gate_lines';

const at = (clock: string) => `1953-07-27T${clock}:00+09:00`;
const line = (change: Partial<GateLine> = {}): GateLine => ({
  time: at('22:10'),
  passing: 'in',
  persons: '2',
  number: 'C-17',
  ...change,
});

describe('a line of a gate’s log', () => {
  it('is an entry once it has a time, a way and a number of persons', () => {
    expect(wrong_in(line())).toBeNull();
    expect(entries_of([line()])).toEqual([
      { time: at('22:10'), passing: 'in', number: 'C-17', persons: 2 },
    ]);
  });
  it('says which of them is wrong', () => {
    expect(wrong_in(line({ time: '22:10' }))).toBe('time');
    expect(wrong_in(line({ passing: '' }))).toBe('passing');
    for (const persons of ['', '0', '-1', '1.5', '1000000001']) {
      expect(wrong_in(line({ persons }))).toBe('persons');
      expect(entries_of([line(), line({ persons })])).toBeNull();
    }
  });
  it('is kept as text, a pass with what parts the fields, too', () => {
    const lines = [
      line(),
      line({ passing: '', persons: '', number: '' }),
      line({ number: 'a; b' }),
    ];
    expect(lines_of_text(text_of_lines(lines))).toEqual(lines);
    expect(lines_of_text('')).toEqual([]);
  });
});

describe('lines', () => {
  it('stand in the order of time, within the span of the log', () => {
    const two = [line(), line({ time: at('22:20') })];
    expect(out_of_order(two, at('22:10'), at('22:20'))).toBe(0);
    expect(out_of_order(two, at('22:11'), at('22:20'))).toBe(1);
    expect(out_of_order(two, at('22:10'), at('22:19'))).toBe(2);
    expect(out_of_order(two.toReversed(), at('22:00'), at('23:00'))).toBe(2);
  });
  it('add up to who is inside; nobody goes out who is not there', () => {
    const entries = (...all: readonly GateLine[]) => entries_of(all) ?? [];
    const out = line({ passing: 'out', persons: '5' });
    expect(reckoned(1, [])).toBe(1);
    expect(reckoned(1, entries(line(), line({ persons: '4' })))).toBe(7);
    expect(reckoned(1, entries(line(), out, line()))).toBe(2);
  });
});
