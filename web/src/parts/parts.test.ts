// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import { parse_route } from '../store/route';
import {
  desk_of,
  duration,
  field_word,
  full_time,
  grouped_digest,
  interval_text,
  kind_word,
  short_digest,
  time_parts,
} from './format';
import { cut_at_passages } from './words';

test('a field is named in words: its own, or as it is spelled', () => {
  expect(field_word('latitude_e7')).toBe('Latitude');
  expect(field_word('takes_effect')).toBe('Takes effect');
  expect(field_word('edge_distance_mm')).toBe('Edge distance (mm)');
  expect(field_word('scenario_offset_s')).toBe('Scenario offset (s)');
  expect(field_word('s')).toBe('S');
});

describe('times', () => {
  const at = (clock: string, day = '27') => `1953-07-${day}T${clock}+09:00`;
  test('are shown as written, with their offset', () => {
    expect(full_time(at('22:10:00'))).toBe('27 July 1953, 22:10:00 (+09:00)');
    expect(time_parts(at('00:00:01', '01')).day).toBe('1 July 1953');
  });
  test('as intervals name a day only where it changes', () => {
    expect(interval_text(at('22:09:41'), at('22:15:02'), false)).toBe('22:09:41 – 22:15:02');
    expect(interval_text(at('22:09:41'), null, false)).toBe('after 22:09:41');
    expect(interval_text(null, at('22:09:41'), false)).toBe('before 22:09:41');
    expect(interval_text(null, null, true)).toBe('before the clock started');
    expect(interval_text(at('23:59:00'), at('00:01:00', '28'), false)).toBe(
      '23:59:00 – 28 July 1953, 00:01:00 (+09:00)',
    );
    expect(interval_text(at('22:09:41'), at('22:09:41'), true)).toBe(full_time(at('22:09:41')));
  });
});

test('no duration is said closer than the clock goes', () => {
  expect([0, 59, 60, 7_199].map(duration)).toEqual([
    'under 1 min',
    'under 1 min',
    '1 min',
    '119 min',
  ]);
  expect(duration(7_500)).toBe('2 h 05 min');
});

test('digests are short on a line and grouped for a voice', () => {
  const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;
  expect(short_digest(digest)).toBe('01234567…cdef');
  expect(grouped_digest(digest).length).toBe(16);
  expect(grouped_digest(digest)[1]).toBe('4567');
});

test('names and kinds', () => {
  expect(desk_of('unc/delegation/clerk')).toBe('delegation/clerk');
  expect(desk_of('circle')).toBe('');
  expect(kind_word('note/1')).toBe('Note');
  expect(kind_word('quarrel/9')).toBe('quarrel/9');
  expect(kind_word(null)).toBe('No record');
});

test('addresses', () => {
  const id = `sha256:${'a'.repeat(64)}`;
  expect(parse_route('')).toEqual({ page: 'register' });
  expect(parse_route('#/record/12')).toEqual({ page: 'record', record: '12' });
  expect(parse_route(`#/record/${id}`)).toEqual({ page: 'record', record: id });
  expect(parse_route('#/')).toEqual({ page: 'register' });
  expect(parse_route('#/record/../x')).toEqual({ page: 'none' });
  expect(parse_route('#/nonsense')).toEqual({ page: 'none' });
  expect(parse_route('#/docket/nonsense')).toEqual({ page: 'none' });
  expect(parse_route('#/compose')).toEqual({ page: 'compose', retract: null });
  expect(parse_route(`#/compose?retract=${id}`)).toEqual({ page: 'compose', retract: id });
});

test('passages are cut out wherever they stand', () => {
  const cut = cut_at_passages('one two one', ['one', '', 'absent']);
  expect(cut).toEqual([
    { words: 'one', taken_back: true },
    { words: ' two ', taken_back: false },
    { words: 'one', taken_back: true },
  ]);
  expect(cut_at_passages('plain', [])).toEqual([{ words: 'plain', taken_back: false }]);
});
