// SPDX-License-Identifier: Apache-2.0
// Every irregularity of views.md §4, in a register that has them all; the details are the page's.
import { beforeAll, describe, expect, test } from 'vitest';
import {
  Author,
  clock_body,
  digest,
  enrolment_body,
  genesis_body,
  joint_record,
  key_of,
  note_body,
  Register,
  retraction_body,
  scenario_offset_s,
  withdrawal_body,
  type Made,
} from '../../test/fixture';
import { Desk } from '../worker/desk';
import { Audit } from './audit';
import { to_base64 } from './base64';
import { utf8_bytes } from './bytes';
import { summary_of, type Claim, type Noticed, type RowCheck } from './check';
import { parse_body } from './kinds/body';
import { parse_record } from './record';
import { civil_text } from './time';

let register: Register;
const wanted = new Map<number, readonly (readonly [string, string, string?])[]>();

// [index]: the retractions that act on it.
const taken_back = new Map<number, readonly number[]>();

// Appends an entry, and says what is to be noticed about it.
function add(made: Made, ...notices: readonly (readonly [string, string, string?])[]): Made {
  wanted.set(register.size, notices);
  return register.append(made);
}

function numbers(author: Author): void {
  const note = (text: string, number: bigint | number, previous: string) =>
    author.write('note/1', note_body(text), [], { number: String(number), previous });
  const first = add(note('one', 1, '-'));
  const five = add(note('five', 5, digest('four')), ['gap', 'numbers 2 to 4 are missing']);
  add(note('three', 3, digest('two')), ['late_fill', 'number 3 came late']);
  add(
    note('two', 2, first.id),
    ['late_fill', 'number 2 came late'],
    ['previous_differs', 'it and its neighbour do not name each other'],
  );
  add(
    note('four', 4, digest('x')),
    ['late_fill', 'number 4 came late'],
    ['previous_differs', 'it and its neighbour do not name each other'],
  );
  add(note('seven', 7, digest('six')), ['gap', 'number 6 is missing']);
  const eight = note('eight', 8, digest('y'));
  add(eight, ['previous_differs', 'it and its neighbour do not name each other']);
  const other = note('another five', 5, digest('four'));
  const forked = 'another text of number 5 stands before';
  add(other, ['void', 'number_taken'], ['fork', forked, other.id]);
  const same = `the same record stands at ${register.entries.indexOf(five.entry)}`;
  add(five, ['void', 'number_taken'], ['repeated', same, five.id]);
  author.number = 8;
  author.previous = eight.id;
}

function seen(author: Author): void {
  const index = register.size;
  author.seen = `${index + 1} ${to_base64(register.root(2))}`;
  const ahead = `saw ${index + 1} entries where ${index} stood`;
  add(author.write('note/1', note_body('ahead')), ['seen_ahead', ahead]);
  const root = to_base64(register.root(2));
  author.seen = `3 ${root}`;
  add(author.write('note/1', note_body('elsewhere')), [
    'seen_elsewhere',
    `saw another root at 3: ${root}`,
  ]);
  author.seen = `2 ${root}`;
  add(author.write('note/1', note_body('as it was')));
  author.seen = '0 -';
}

function kinds_and_bodies(author: Author, root: Author): void {
  const malformed = ['bad_body', 'malformed'] as const;
  const used = ['root_key_used', 'a root key authors genesis and key records only'] as const;
  const sealed = (body: string) => ({ body: `${digest(body)} ${body.length} sealed` });
  add(author.write('quarrel/1', '{}'), ['unknown_kind', 'quarrel/1 has no force']);
  add(author.write('note/1', '{}'), malformed);
  add(author.write('note/1', '{}', [], sealed('{}')));
  add(author.write('withdrawal/1', '{}', [], sealed('{}')), malformed);
  add(root.write('note/1', note_body('by a root')), used);
  add(root.write('quarrel/1', '{}'), ['unknown_kind', 'quarrel/1 has no force'], used);
  const twice = enrolment_body(author.key.vkey, { next: digest('other') });
  add(root.write('key/1', twice), ['key_inert', 'exists']);
  const clock = register.clock_author.write('clock/1', '{}');
  add(clock, ['clock_inert', 'malformed']);
  const taken = add(author.write('note/1', note_body('to be taken back')));
  add(root.write('retraction/1', retraction_body('by a root'), [taken.id]), used);
}

function references(author: Author, other: Author): void {
  const inert = 'the retraction does not act on this record';
  taken_back.set(register.size, [register.size + 2]);
  const ours = add(author.write('note/1', note_body('ours')));
  const theirs = add(other.write('note/1', note_body('theirs')));
  const nowhere = digest('nowhere');
  const named: readonly (readonly [string, string, string?])[] = [
    ['refers_to_nothing', inert, nowhere],
    ['not_the_author', inert, theirs.id],
    ['not_retractable', inert, register.genesis.id],
  ];
  const ids = [ours.id, nowhere, theirs.id, register.genesis.id];
  const in_lines = [...named].sort((a, b) => ((a[2] ?? '') < (b[2] ?? '') ? -1 : 1));
  add(author.write('retraction/1', retraction_body('several'), ids), ...in_lines);
  add(author.write('retraction/1', retraction_body('none')), [
    'refers_to_nothing',
    'it names no record',
  ]);
  add(author.write('retraction/1', '{}', [nowhere]), ['bad_body', 'malformed']);
  const at = register.entries.indexOf(ours.entry);
  add(author.write('withdrawal/1', withdrawal_body('late'), [ours.id, nowhere]), [
    'too_late',
    `the record stands already, at ${at}`,
    ours.id,
  ]);
}

// A record that came before its key was enrolled, and once more when it was: only the second counts.
function too_early(): void {
  const early = new Author(key_of('sweden/member'), register.circle);
  const made = early.write('note/1', note_body('early'));
  add(made, ['void', 'unknown_key']);
  register.enrol('sweden/member');
  add(made);
  taken_back.set(register.size - 1, [register.size]);
  add(early.write('retraction/1', retraction_body('taken back'), [made.id]));
}

beforeAll(() => {
  register = new Register(genesis_body());
  const author = register.enrol('unc/delegation');
  const other = register.enrol('kpa-cpv/delegation');
  register.clock(2);
  numbers(author);
  seen(author);
  kinds_and_bodies(author, register.root_author('unc'));
  references(author, other);
  too_early();
  add(joint_record(register, ['unc/x', 'kpa-cpv/x'], '2100-01-01T00:00:00+00:00'), [
    'void',
    'unknown_key',
  ]);
});

const as_noticed = (index: number): readonly Noticed[] =>
  (wanted.get(index) ?? []).map(([word, detail, about]) => {
    return { word, detail, about: about ?? null };
  });

const of_bodies = new Set(['bad_body', 'refers_to_nothing', 'not_the_author', 'not_retractable']);

describe('an audit', () => {
  test('notices all that lines and order show', async () => {
    const audit = new Audit(register.source(), register.circle);
    expect((await audit.extend(utf8_bytes(register.head()))).ok).toBe(true);
    for (let index = 0; index < register.size; ++index) {
      const due = as_noticed(index).filter((one) => !of_bodies.has(one.word));
      expect(audit.irregularities(index), `entry ${index}`).toEqual(due);
    }
  });
  test('notices a clock record of another history', async () => {
    const other = new Register();
    other.enrol('sweden/member');
    const mine = new Register();
    mine.enrol('unc/delegation');
    mine.append(mine.clock_author.write('clock/1', clock_body(other.head(2))));
    const audit = new Audit(mine.source(), mine.circle);
    await audit.extend(utf8_bytes(mine.head()));
    expect(audit.irregularities(2)).toEqual([
      {
        word: 'clock_elsewhere',
        detail: 'a counted head of 2 entries has another root',
        about: null,
      },
    ]);
  });
});

// The rows of an honest server.
async function rows(): Promise<readonly Claim[]> {
  const audit = new Audit(register.source(), register.circle);
  await audit.extend(utf8_bytes(register.head()));
  const time = (utc: number | null) =>
    utc === null ? null : civil_text(utc + scenario_offset_s, 32_400);
  return Promise.all(
    register.entries.map(async (entry, index): Promise<Claim> => {
      const record = await parse_record(entry);
      if (!record.ok) return expect.unreachable();
      const { id, header } = record.value;
      const bytes = register.bodies.get(header.body.digest.slice(7)) ?? new Uint8Array();
      const body = header.body.form === 'open' ? await parse_body(header.kind, bytes) : null;
      const verdict = as_noticed(index).find((one) => one.word === 'void')?.detail ?? 'admitted';
      const { after, before } = audit.bounds(index);
      return {
        index,
        id,
        kind: header.kind,
        author: header.author,
        key: header.key,
        number: Number(header.number),
        signers: header.signers,
        written: header.written.text,
        body: header.body,
        verdict,
        mode: 'settled',
        after: time(after),
        before: time(before),
        summary: summary_of(body?.ok ? body.value : null),
        retracted: (taken_back.get(index) ?? []).map((by) => ({ index: by, scope: 'whole' })),
        irregularities: as_noticed(index),
      };
    }),
  );
}

async function check(list: readonly Claim[], audit = true, replaced = {}) {
  const desk = new Desk(register.source(replaced), register.circle);
  const head = register.head();
  const heads = { accepted: head, counted: head, audit, remembered: null, consistency: null };
  expect((await desk.check_heads(heads, () => {})).ok).toBe(true);
  return desk.check_rows(list, register.size);
}

const short = (checks: readonly RowCheck[]) => checks.map((one) => `${one.state} ${one.what}`);

describe('a row', () => {
  test('that shows what is recomputed is good', async () => {
    const checks = await check(await rows());
    expect(short(checks)).toEqual(register.entries.map(() => 'good '));
    expect(checks.every((one) => one.noticed)).toBe(true);
  });
  test('that hides an irregularity is wrong, whichever it is', async () => {
    const all = await rows();
    for (const row of all) {
      for (const hidden of row.irregularities ?? []) {
        const left = (row.irregularities ?? []).filter((one) => one !== hidden);
        const [found] = await check([{ ...row, irregularities: left }]);
        expect(found, `${row.index} ${hidden.word}`).toMatchObject({ state: 'wrong' });
        expect(found?.what).toContain(`an irregularity is hidden: ${hidden.word}, `);
      }
    }
  }, 60_000);
  test('that invents one, or changes its words, is wrong', async () => {
    const row = (await rows()).find((one) => one.irregularities?.[0]?.word === 'gap');
    const [gap] = row?.irregularities ?? [];
    if (row === undefined || gap === undefined) return expect.unreachable();
    const fork = { word: 'fork', detail: 'another text of number 5 stands before', about: row.id };
    const lists = [
      [gap, fork],
      [gap, gap],
      [{ ...gap, detail: 'number 2 is missing' }],
      [{ ...gap, about: row.id }],
      [{ ...gap, word: 'void' }],
    ];
    for (const irregularities of lists) {
      expect((await check([{ ...row, irregularities }]))[0]?.state).toBe('wrong');
    }
    const [found] = await check([{ ...row, irregularities: [gap, fork] }]);
    expect(found?.what).toContain('an irregularity is invented: fork, ');
  });
  test('is not said to be checked before the audit has reached it', async () => {
    const all = await rows();
    for (const list of [all, all.map((row) => ({ ...row, irregularities: [] }))]) {
      const checks = await check(list, false);
      expect(checks.every((one) => one.state === 'part' && !one.noticed)).toBe(true);
    }
  });
  test('whose body is not here leaves open what hangs on it, and no more', async () => {
    const all = await rows();
    const with_word = (word: string) =>
      all.find((one) => one.irregularities?.some((notice) => notice.word === word));
    const row = with_word('not_the_author');
    const plain = with_word('gap');
    for (const one of [row, plain]) {
      if (one === undefined) return expect.unreachable();
      const path = `body/${one.body?.digest.slice(7)}`;
      const [found] = await check([one], true, { [path]: null });
      expect(found).toMatchObject({ state: 'part', noticed: false });
    }
    const without = { ...(plain as Claim), irregularities: [] };
    const path = `body/${plain?.body?.digest.slice(7)}`;
    expect((await check([without], true, { [path]: null }))[0]?.state).toBe('wrong');
  });
});

test('an entry that is no record has no words of its own', async () => {
  const none = new Register();
  none.append({ entry: utf8_bytes('no record at all'), id: '', body: utf8_bytes('') });
  const desk = new Desk(none.source(), none.circle);
  const head = none.head();
  const asked = { accepted: head, counted: head, remembered: null, consistency: null };
  const empty = {
    index: 1,
    id: null,
    kind: null,
    author: null,
    key: null,
    number: null,
    signers: [],
    written: null,
    body: null,
    verdict: 'malformed',
    mode: 'settled',
    after: null,
    before: null,
    summary: '',
    retracted: [],
    irregularities: [{ word: 'void', detail: 'malformed', about: null }],
  };
  const state = async (change: Partial<Claim>) =>
    (await desk.check_rows([{ ...empty, ...change }], 2))[0]?.state;
  await desk.check_heads({ ...asked, audit: false }, () => {});
  expect(await state({})).toBe('part');
  await desk.check_heads({ ...asked, audit: true }, () => {});
  expect(await state({})).toBe('good');
  expect(await state({ summary: 'a word' })).toBe('wrong');
  expect(await state({ author: 'unc/delegation' })).toBe('wrong');
  expect(await state({ kind: 'note/1' })).toBe('wrong');
  expect(await state({ irregularities: [] })).toBe('wrong');
});
