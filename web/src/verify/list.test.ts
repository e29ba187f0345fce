// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import { check_list } from './list';

const down = (from: number, to: number) =>
  Array.from({ length: from - to + 1 }, (_, i) => from - i);
const asked = { before: 60, count: 50, filtered: false };

describe('rows without a filter', () => {
  test('are every entry from the newest down', () => {
    expect(check_list(down(59, 10), asked)).toBeNull();
    expect(check_list(down(9, 0), { ...asked, before: 10 })).toBeNull();
    expect(check_list([], { ...asked, before: 0 })).toBeNull();
  });
  test('that leave one out say which', () => {
    const hidden = (index: number) => down(59, 9).filter((one) => one !== index);
    expect(check_list(hidden(13), asked)).toBe('record 13 left out');
    expect(check_list(hidden(59), asked)).toBe('record 59 left out');
    expect(check_list(down(56, 7), asked)).toBe('records 57 to 59 left out');
    expect(check_list(down(59, 20), asked)).toBe('records 10 to 19 left out');
    expect(check_list(down(9, 1), { ...asked, before: 10 })).toBe('record 0 left out');
    expect(check_list([], asked)).toBe('records 10 to 59 left out');
  });
  test('stand once, in order, and below the place asked for', () => {
    expect(check_list([60, ...down(59, 11)], asked)).toContain('record 60');
    expect(check_list([59, 59, ...down(58, 11)], asked)).toContain('record 59');
    expect(check_list([59, 58, 59], asked)).toContain('record 59');
  });
});

test('rows that the server filters may leave out what it will, in order', () => {
  const filtered = { ...asked, filtered: true };
  expect(check_list([58, 13, 2], filtered)).toBeNull();
  expect(check_list([], filtered)).toBeNull();
  expect(check_list([13, 58], filtered)).toContain('record 58');
  expect(check_list([60], filtered)).toContain('record 60');
});
