// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { parse_route, link_to } from '../store/route';
import { differing, parameter_word, pieces, plain, sums } from './draft_words';

describe('what differs, in words', () => {
  it('names a parameter, with the side that it is of', () => {
    expect(parameter_word('points unc')).toBe('Points of unc');
    expect(parameter_word('territory kpa-cpv')).toBe('In the territory of kpa-cpv, granted by');
    expect(parameter_word('option adoption')).toBe('Read as: adoption');
    expect(parameter_word('granted_by')).toBe('Granted by');
  });
  it('names one that it does not know by its own word', () => {
    expect(parameter_word('no_such_word')).toBe('No such word');
    expect(plain('closed_list')).toBe('closed list');
    expect(plain('10 teams')).toBe('10 teams');
  });
  it('marks what of a list one side has alone', () => {
    expect(pieces('inchon, pusan (2)', 'pusan, seoul (2)')).toEqual([
      { text: 'inchon', alone: true },
      { text: 'pusan', alone: false },
    ]);
    expect(pieces('unc', 'unc, kpa-cpv')).toEqual([{ text: 'unc', alone: false }]);
  });
  it('marks nothing of what is no list, or stands alone', () => {
    expect(pieces('may_act', 'majority')).toEqual([{ text: 'may act', alone: false }]);
    expect(pieces('the motion falls; what then', 'x, y')).toEqual([
      { text: 'the motion falls; what then', alone: false },
    ]);
    expect(pieces('10 teams', '')).toEqual([{ text: '10 teams', alone: false }]);
  });
  it('leaves out what is the same, and counts the rest', () => {
    const pairs = [
      { name: 'by', a: 'unc', b: 'unc' },
      { name: 'of', a: 'x', b: '' },
    ];
    expect(differing(pairs)).toEqual([pairs[1]]);
    expect(sums([{ standing: 'same' }, { standing: 'only_b' }, { standing: 'same' }])).toEqual({
      differs: 0,
      only_a: 0,
      only_b: 1,
      same: 2,
    });
  });
});

it('the address of two that are compared is read back', () => {
  expect(parse_route('#/drafts')).toEqual({ page: 'drafts', a: '', b: '', paragraph: '' });
  const two = { a: 'korea-1953', b: 'unc-1952-01' };
  expect(parse_route(link_to.compared(two.a, two.b))).toEqual({
    page: 'drafts',
    ...two,
    paragraph: '',
  });
  expect(parse_route(link_to.compared(two.a, two.b, '13c'))).toEqual({
    page: 'drafts',
    ...two,
    paragraph: '13c',
  });
});
