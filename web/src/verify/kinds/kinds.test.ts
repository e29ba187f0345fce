// SPDX-License-Identifier: Apache-2.0
// What the vectors of spec/vectors/kinds do not hold: which of two wrong fields counts, what a body
// is read as, and what a row says of it.
import { expect, test } from 'vitest';
import { utf8_bytes } from '../bytes';
import { summary_of } from '../check';
import { parse_body } from './body';

const salt = '00112233445566778899aabbccddeeff';
const id = `sha256:${'0a'.repeat(32)}`;
const report = { salt, case: id, team: 'nnit/mobile-1', language: 'fr', outcome: 'confirmed' };
const vote = { case: id, report: id, vote: 'against' };
const ballot = { salt, ...vote };

async function read(kind: string, body: object) {
  return parse_body(kind, utf8_bytes(JSON.stringify(body)));
}

async function code(kind: string, body: object): Promise<string> {
  const result = await read(kind, body);
  return result.ok ? 'ok' : result.code;
}

test('the first wrong field counts, in the order of the page', async () => {
  const long = 'x'.repeat(65_537);
  expect(await code('ballot/1', { ...ballot, dissent: long })).toBe('too_large');
  // Of the page, and not of the text: `dissent` stands first here.
  expect(await code('ballot/1', { salt, dissent: long, ...vote, vote: '?' })).toBe('malformed');
  // The form of a language is asked after the fields.
  expect(await code('report/1', { ...report, language: 'FR', text: '' })).toBe('malformed');
  expect(await code('report/1', { ...report, language: 'FR', text: long })).toBe('too_large');
});

test('a name that may be empty has its own limit', async () => {
  const allegation = { salt, term: 'line.crossing', paragraph: '7', finding: '', text: '' };
  const against = (name: string) => code('allegation/1', { ...allegation, against: name });
  expect(await against('')).toBe('ok');
  expect(await against('a'.repeat(64))).toBe('ok');
  expect(await against('a'.repeat(65))).toBe('too_large');
});

test('a list gives what it reads, moments too', async () => {
  const step = { salt, case: id, team: 'nnit/mobile-1', step: 'on_site' };
  const at = '1953-08-01T12:00:00+09:00';
  const result = await read('team-step/1', { ...step, at, text: 'at the ford' });
  if (!result.ok || result.value.kind !== 'team-step/1') throw new Error('not read');
  expect(result.value.body.step).toBe('on_site');
  expect(result.value.body.at).toEqual({
    text: at,
    utc_s: Date.UTC(1953, 7, 1, 3) / 1000,
    offset_s: 32_400,
  });
});

test('a row says what a body says in words', async () => {
  const summary = async (kind: string, body: object) => {
    const result = await read(kind, body);
    return summary_of(result.ok ? result.value : null);
  };
  expect(await summary('report/1', { ...report, text: 'tracks' })).toBe('tracks');
  expect(await summary('ballot/1', { ...ballot, dissent: 'older' })).toBe('older');
  expect(await summary('draft/1', { salt, case: id, draft: 'x', lines: '', body: '{}' })).toBe('');
});
