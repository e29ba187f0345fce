// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import { id_of, step, story } from '../../test/case_fixture';
import type { Body } from '../verify/kinds/body';
import { determination_of, outcome_words, told_in_full } from './outcome';

function determination(outcome: 'violation' | 'no_violation' | 'corrected', responsible: string) {
  const fields = { case: id_of(17), evaluation: id_of(29), paragraph: '8', text: 'So it is.' };
  const body: Body = { kind: 'determination/1', body: { ...fields, outcome, responsible } };
  return outcome_words(body);
}

describe('the outcome in words', () => {
  test('names the paragraph and who is responsible', () => {
    expect(determination('violation', 'kpa-cpv')).toBe('a violation of paragraph 8 by kpa-cpv');
    expect(determination('violation', '')).toBe('a violation of paragraph 8, nobody is named');
    expect(determination('corrected', 'unc')).toMatch(/by unc, corrected since$/);
  });
  test('of no violation names nobody', () => {
    expect(determination('no_violation', 'unc')).toBe('no violation of paragraph 8');
  });
  test('is none of another body, or of none', () => {
    expect(outcome_words(null)).toBe(null);
    expect(outcome_words({ kind: 'note/1', body: { language: 'en', text: 'x' } } as Body)).toBe(
      null,
    );
  });
});

test('the determination that holds is the last that acts and was not taken back', () => {
  expect(determination_of(story)?.index).toBe(31);
  const later = [...story, step(40, 'determined', { retracted: true }), step(41, 'undetermined')];
  expect(determination_of(later)?.index).toBe(31);
  expect(determination_of(story.slice(0, 5))).toBe(null);
});

test('requests and determinations are told in full', () => {
  expect(told_in_full(story)).toEqual([18, 31]);
});
