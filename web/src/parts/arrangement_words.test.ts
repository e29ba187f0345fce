// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import type { ArrangementRow } from '../api/shapes';
import { by_due, by_sort, next_steps, parse_amount } from './arrangement_words';

const journey: ArrangementRow = {
  index: 20,
  id: 'sha256:00',
  author: 'sweden/officer',
  sort: 'journey',
  number: '',
  by: 'nnit/mobile-1',
  to: ['unc', 'kpa-cpv'],
  waiting: ['unc', 'kpa-cpv'],
  about: null,
  place: '',
  language: '',
  from: '1953-07-28T06:00:00+09:00',
  until: '1953-07-28T20:00:00+09:00',
  quantity: 0,
  unit: '',
  state: 'asked',
  asked: '1953-07-27T23:00:00+09:00',
  answered: null,
  answered_at: null,
  done: null,
  done_at: null,
  given: 0,
  came: null,
  due: '1953-07-28T20:00:00+09:00',
  due_term: 'journeys.neutrals',
  overdue: false,
  text: '',
  steps: [],
};

describe('the steps that may follow', () => {
  it('are answers and what was done, while it waits', () => {
    expect(next_steps(journey)).toEqual(['granted', 'refused', 'received', 'done', 'not_done']);
    expect(next_steps({ ...journey, waiting: ['unc'] })).toContain('granted');
  });
  it('are no more answers once all have answered', () => {
    const granted = { ...journey, state: 'granted', waiting: [] } as const;
    expect(next_steps(granted)).toEqual(['done', 'not_done', 'certified', 'disputed']);
  });
  it('are a receipt and words on it once it is done', () => {
    const done = { ...journey, state: 'done', done: journey.until } as const;
    expect(next_steps(done)).toEqual(['received', 'certified', 'disputed']);
    expect(next_steps({ ...done, state: 'disputed', waiting: [] })).toEqual([
      'certified',
      'disputed',
    ]);
  });
  it('are none on what is closed or taken back', () => {
    for (const state of ['refused', 'not_done', 'withdrawn'] as const) {
      expect(next_steps({ ...journey, state })).toEqual([]);
    }
  });
});

describe('rows', () => {
  const later = { ...journey, index: 21, due: '1953-07-28T11:00:01+00:00' };
  const never = { ...journey, index: 22, sort: 'proceedings', due: null };
  it('are due in the order of their moments, whatever their offsets', () => {
    expect(by_due([later, never, journey]).map((one) => one.index)).toEqual([20, 21]);
  });
  it('stand by sort, in the order in which sorts come', () => {
    const groups = by_sort([never, later, journey]);
    expect(groups.map(([sort, rows]) => [sort, rows.length])).toEqual([
      ['proceedings', 1],
      ['journey', 2],
    ]);
  });
});

describe('what is typed', () => {
  it('is an amount from 0 to 1,000,000,000, or none', () => {
    expect(parse_amount('0')).toBe(0);
    expect(parse_amount('1000000000')).toBe(1_000_000_000);
    for (const text of ['', '-1', '1.5', '1000000001', 'ten']) {
      expect(parse_amount(text)).toBeNull();
    }
  });
});
