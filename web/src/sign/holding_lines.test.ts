// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import {
  checked_item,
  count_line,
  number_of,
  read_lines,
  salted_list,
  unit_line,
} from './holding_lines';

describe('lines of the forms of holdings', () => {
  it('are units, counts and items', () => {
    expect(unit_line(' 1st Division ; munsan; 20500')).toBe('1st Division;munsan;20500\n');
    const chinese = { what: 'prisoners', nationality: 'chinese', number: 5640 };
    expect(count_line('prisoners; 5640; chinese')).toEqual(chinese);
    expect(count_line('rations; 0')).toEqual({ what: 'rations', nationality: '', number: 0 });
    const item = { what: 'T-34', recorded: 12, seen: 10, serials: 'matched', reason: 'repair' };
    expect(checked_item('T-34; 12; 10; matched; repair')).toEqual(item);
  });
  it('or none', () => {
    for (const line of ['a;b', ';b;1', 'a;;1', 'a;b;01', 'a;b;-1', 'a;b;1;2', 'a;b;1000000001']) {
      expect(unit_line(line)).toBeNull();
    }
    expect(unit_line(`${'é'.repeat(65)};b;1`)).toBeNull();
    for (const line of ['; 1', 'a', 'a; b', 'a; 1; b; c']) expect(count_line(line)).toBeNull();
    for (const line of ['a; 1; 1', 'a; 1; 1; seen', '; 1; 1; none', 'a; x; 1; none']) {
      expect(checked_item(line)).toBeNull();
    }
    expect(number_of('1.5')).toBeNull();
  });
  it('say which of them is wrong', () => {
    expect(read_lines('a; 1\n\nb; x\n', count_line)).toEqual({ all: [], wrong: 2 });
    expect(read_lines('\n', count_line)).toEqual({ all: [], wrong: 0 });
  });
  it('make the list whose digest is lodged', async () => {
    const list = await salted_list('00112233445566778899aabbccddeeff', ['a;p;1\n']);
    expect(list.text).toBe('00112233445566778899aabbccddeeff\na;p;1\n');
    expect(list.bytes).toBe(39);
    expect(list.digest).toMatch(/^sha256:[0-9a-f]{64}$/);
    const other = await salted_list('00112233445566778899aabbccddeefe', ['a;p;1\n']);
    expect(other.digest).not.toBe(list.digest);
  });
});
