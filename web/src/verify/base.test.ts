// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import { from_base64, to_base64 } from './base64';
import {
  big_endian,
  byte_string,
  bytes_of,
  from_big_endian,
  from_hex,
  to_hex,
  utf8_bytes,
  utf8_text,
} from './bytes';
import { parse_json } from './json';
import { civil_text, parse_civil_time, parse_offset, utc_s } from './time';

test('base64 has one spelling', () => {
  for (let length = 0; length < 70; ++length) {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 37 + length) & 255);
    const text = to_base64(bytes);
    expect(text).toBe(Buffer.from(bytes).toString('base64'));
    expect(from_base64(text)).toEqual(bytes);
  }
  for (const bad of [
    'A',
    'AA',
    'AAA',
    'AAAA=',
    'AB==',
    'AAB=',
    'A===',
    '=AAA',
    'AA=A',
    'AAAA\n',
    'AA-_',
    ' AAA',
    '====',
  ]) {
    expect(from_base64(bad), bad).toBeNull();
  }
});

test('bytes, hexadecimal and byte strings come back', () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, i) => i);
  expect(from_hex(to_hex(bytes))).toEqual(bytes);
  expect(bytes_of(byte_string(bytes))).toEqual(bytes);
  expect(from_hex('AB')).toBeNull();
  expect(from_hex('abc')).toBeNull();
  expect(from_big_endian(big_endian(1_700_000_000n, 8))).toBe(1_700_000_000n);
  expect(utf8_text(new Uint8Array([0xc0, 0x80]))).toBeNull();
  expect(utf8_text(new Uint8Array([0xed, 0xa0, 0x80]))).toBeNull();
});

describe('times', () => {
  test('are read without a zone table', () => {
    const time = parse_civil_time('1951-07-12T01:30:00+09:00');
    expect(time).toMatchObject({ ok: true, value: { utc_s: -583_054_200, offset_s: 32_400 } });
    expect(civil_text(-583_054_200, 32_400)).toBe('1951-07-12T01:30:00+09:00');
    expect(civil_text(-583_054_200, -12_600)).toBe('1951-07-11T13:00:00-03:30');
  });
  test('are a moment, or compare with nothing', () => {
    expect(utc_s('1953-07-28T20:00:00+09:00')).toBeLessThan(utc_s('1953-07-28T20:00:01+09:00'));
    expect(utc_s('soon')).toBeNaN();
  });
  test.each([
    ['1951-07-12T01:30:00Z', 'malformed'],
    ['1951-07-12 01:30:00+09:00', 'malformed'],
    ['1951-07-12T01:30:00-00:00', 'malformed'],
    ['1951-07-12T01:30:00.5+09:00', 'malformed'],
    ['1951-02-29T00:00:00+00:00', 'out_of_range'],
    ['1900-02-29T00:00:00+00:00', 'out_of_range'],
    ['1899-12-31T23:59:59+00:00', 'out_of_range'],
    ['2200-01-01T00:00:00+00:00', 'out_of_range'],
    ['1951-07-12T24:00:00+09:00', 'out_of_range'],
    ['1951-07-12T23:60:00+09:00', 'out_of_range'],
    ['1951-07-12T23:59:60+09:00', 'out_of_range'],
    ['1951-07-12T01:30:00+14:01', 'out_of_range'],
    ['1951-07-12T01:30:00+13:60', 'out_of_range'],
  ])('%s is %s', (text, code) => {
    expect(parse_civil_time(text)).toMatchObject({ ok: false, code });
  });
  test('offsets', () => {
    expect(parse_offset('-14:00')).toMatchObject({ ok: true, value: -50_400 });
    expect(parse_civil_time('2000-02-29T00:00:00+00:00').ok).toBe(true);
  });
});

describe('strict JSON', () => {
  const read = (text: string) => parse_json(utf8_bytes(text));
  test('reads what it should', () => {
    const json = read(' {"a":[1,-2,0,true,false,null],"b":"\\u00e9\\ud83d\\ude00\\n","c":{}} ');
    expect(json.ok && json.value).toEqual(
      new Map<string, unknown>([
        ['a', [1, -2, 0, true, false, null]],
        ['b', 'é😀\n'],
        ['c', new Map()],
      ]),
    );
    expect(read('9007199254740991').ok && read('-9007199254740991').ok).toBe(true);
  });
  test.each([
    ['', 'malformed'],
    ['{', 'malformed'],
    ['[1,]', 'malformed'],
    ['{"a":1,}', 'malformed'],
    ['{"a":1,"a":2}', 'malformed'],
    ['{"a":1,"\\u0061":2}', 'malformed'],
    ['{a:1}', 'malformed'],
    ["{'a':1}", 'malformed'],
    ['01', 'malformed'],
    ['+1', 'malformed'],
    ['-', 'malformed'],
    ['1.', 'malformed'],
    ['NaN', 'malformed'],
    ['truth', 'malformed'],
    ['1 2', 'malformed'],
    ['{}\u0000', 'malformed'],
    ['"\\u0000"', 'malformed'],
    ['{"\\u0000":1}', 'malformed'],
    ['"\\ud800"', 'malformed'],
    ['"\\udc00\\ud800"', 'malformed'],
    ['"\t"', 'malformed'],
    ['"\\x41"', 'malformed'],
    ['"\\u12g4"', 'malformed'],
    ['"', 'malformed'],
    ['"\\', 'malformed'],
    ['\ufeff{}', 'malformed'],
    ['// x\n{}', 'malformed'],
    ['[1}', 'malformed'],
    ['{"a" 1}', 'malformed'],
    ['1.0', 'out_of_range'],
    ['1e2', 'out_of_range'],
    ['9007199254740992', 'out_of_range'],
    ['-9007199254740992', 'out_of_range'],
    ['123456789012345678901234567890', 'out_of_range'],
    [`${'['.repeat(17)}${']'.repeat(17)}`, 'too_large'],
    [`{${Array.from({ length: 257 }, (_, i) => `"f${i}":0`).join()}}`, 'too_large'],
  ])('%j is %s', (text, code) => {
    expect(read(text)).toMatchObject({ ok: false, code });
  });
  test('limits are reached, not passed', () => {
    expect(read(`${'['.repeat(16)}${']'.repeat(16)}`).ok).toBe(true);
    expect(read(`{${Array.from({ length: 256 }, (_, i) => `"f${i}":0`).join()}}`).ok).toBe(true);
    expect(parse_json(new Uint8Array(1_048_577).fill(32))).toMatchObject({ code: 'too_large' });
    expect(parse_json(new Uint8Array([0x22, 0xff, 0x22]))).toMatchObject({ code: 'malformed' });
  });
});
