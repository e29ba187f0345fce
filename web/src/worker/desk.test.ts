// SPDX-License-Identifier: Apache-2.0
// What a lying server could show, and that the verifier says so.
import { beforeAll, describe, expect, test } from 'vitest';
import {
  digest,
  note_body,
  party_names,
  Register,
  retraction_body,
  scenario_offset_s,
  start_utc,
  type Made,
} from '../../test/fixture';
import { to_base64 } from '../verify/base64';
import { utf8_bytes } from '../verify/bytes';
import type { Claim } from '../verify/check';
import type { Shown } from '../verify/explain';
import type { Link } from '../verify/links';
import { civil_text } from '../verify/time';
import { Desk, type HeadsAsked } from './desk';

let register: Register;
let said: Made;
let rows: Claim[];
let heads: HeadsAsked;

const circle_time = (utc: number) => civil_text(utc + scenario_offset_s, 32_400);

function claim(
  index: number,
  made: Made,
  kind: string,
  author: string,
  key: string,
  number: number,
  summary: string | null,
): Claim {
  return {
    index,
    id: made.id,
    kind,
    author,
    key,
    number,
    signers: [],
    written: '1953-07-27T10:00:00+09:00',
    body: { digest: digest(made.body), bytes: made.body.length, form: 'open' },
    verdict: 'admitted',
    mode: 'settled',
    after: circle_time(start_utc + 2),
    before: null,
    summary,
    retracted: [],
    irregularities: [],
  };
}

const not_the_author = (about: string) => ({
  word: 'not_the_author',
  detail: 'the retraction does not act on this record',
  about,
});

beforeAll(() => {
  register = new Register();
  const author = register.enrol('unc/delegation');
  register.clock(2); // entry 2
  said = register.append(author.write('note/1', note_body('We agree to meet at ten.'))); // 3
  const taken = register.append(author.write('retraction/1', retraction_body('a slip'), [said.id])); // 4
  const by_stranger = register.enrol('kpa-cpv/delegation'); // 5
  const foreign = register.append(
    by_stranger.write('retraction/1', retraction_body('not ours'), [said.id]),
  ); // 6
  const { key } = author;
  rows = [
    {
      ...claim(3, said, 'note/1', key.name, key.id, 1, 'We agree to meet at ten.'),
      retracted: [{ index: 4, scope: 'whole' }],
    },
    claim(4, taken, 'retraction/1', key.name, key.id, 2, 'a slip'),
    {
      ...claim(6, foreign, 'retraction/1', by_stranger.key.name, by_stranger.key.id, 1, 'not ours'),
      irregularities: [not_the_author(said.id)],
    },
  ];
  heads = {
    accepted: register.head(7, []),
    counted: register.head(7),
    audit: true,
    remembered: null,
    consistency: null,
  };
});

async function desk_at(change: Partial<HeadsAsked> = {}) {
  const desk = new Desk(register.source(), register.circle);
  const report = await desk.check_heads({ ...heads, ...change }, () => {});
  return { desk, report };
}

async function states(
  list: readonly Claim[],
  change: Partial<HeadsAsked> = {},
): Promise<readonly string[]> {
  const { desk } = await desk_at(change);
  return (await desk.check_rows(list, 7)).map((check) => check.state);
}

describe('rows', () => {
  test('as they stand are good once audited, and part without', async () => {
    expect(await states(rows)).toEqual(['good', 'good', 'good']);
    expect(await states(rows, { audit: false })).toEqual(['part', 'part', 'part']);
  });

  const lies: readonly (readonly [string, Partial<Claim>])[] = [
    ['another text', { summary: 'We agree to meet at eleven.' }],
    ['no text', { summary: null }],
    ['another id', { id: digest('x') }],
    ['another author', { author: 'kpa-cpv/delegation' }],
    ['another key', { key: '00000000' }],
    ['another number', { number: 2 }],
    ['another kind', { kind: 'retraction/1' }],
    ['a signer more', { signers: ['unc/x'] }],
    ['another time', { written: '1953-07-27T11:00:00+09:00' }],
    ['another body', { body: { digest: digest('x'), bytes: 3, form: 'open' } }],
    ['void', { verdict: 'number_taken' }],
    ['an earlier interval', { after: circle_time(start_utc - 900) }],
    ['a retraction hidden', { retracted: [] }],
    ['a retraction of a passage only', { retracted: [{ index: 4, scope: 'passage' }] }],
    [
      'a retraction by strangers',
      {
        retracted: [
          { index: 4, scope: 'whole' },
          { index: 6, scope: 'whole' },
        ],
      },
    ],
    ['another place', { index: 4 }],
    ['a gap invented', { irregularities: [{ word: 'gap', detail: 'x', about: null }] }],
  ];
  test.each(lies)('that show %s are wrong', async (_, change) => {
    const [check] = await (
      await desk_at()
    ).desk.check_rows([{ ...(rows[0] as Claim), ...change }], 7);
    expect(check?.state).toBe('wrong');
    expect(check?.what).not.toBe('');
  });

  test('past the heads, or better than the heads show, are left open', async () => {
    const { desk } = await desk_at({ counted: register.head(7, ['unc', 'kpa-cpv']) });
    expect((await desk.check_rows([rows[0] as Claim], 7))[0]?.state).toBe('part');
    const late = { ...(rows[0] as Claim), index: 99 };
    expect((await desk.check_rows([late], 7))[0]?.state).toBe('part');
    const unopened = new Desk(register.source(), register.circle);
    expect((await unopened.check_rows(rows, 7))[0]?.state).toBe('part');
  });

  test('asked for before a retraction came are not called wrong', async () => {
    const { desk } = await desk_at();
    const earlier = { ...(rows[0] as Claim), retracted: [] };
    expect((await desk.check_rows([earlier], 4))[0]?.state).toBe('good');
  });
});

describe('heads', () => {
  const word = (report: Awaited<ReturnType<typeof desk_at>>['report']) =>
    report.ok ? 'ok' : report.code;
  test('must follow the one that this browser has seen', async () => {
    const root = to_base64(register.root(5));
    expect(word((await desk_at({ remembered: { size: 5, root } })).report)).toBe('ok');
    expect(word((await desk_at({ remembered: { size: 9, root } })).report)).toBe('rolled_back');
    expect(word((await desk_at({ remembered: { size: 4, root } })).report)).toBe('inconsistent');
    expect(word((await desk_at({ remembered: { size: 5, root }, audit: false })).report)).toBe(
      'inconsistent',
    );
    const same = { size: 7, root: to_base64(register.root(7)) };
    expect(word((await desk_at({ remembered: same, audit: false, consistency: [] })).report)).toBe(
      'ok',
    );
  });
  test('called counted must count', async () => {
    expect(word((await desk_at({ counted: register.head(7, ['unc']) })).report)).toBe('unquorate');
    expect(word((await desk_at({ counted: null })).report)).toBe('ok');
    const other = new Register();
    expect(word((await desk_at({ accepted: other.head(1, party_names) })).report)).not.toBe(
      'rolled_back',
    );
  });
  test('after a failure the audit begins anew', async () => {
    const { desk } = await desk_at({ counted: register.head(7, ['unc']) });
    expect((await desk.check_heads(heads, () => {})).ok).toBe(true);
  });
});

const link = (index: number, { id, kind, author }: Claim): Link => {
  return { index, id: id ?? '', kind, author };
};

describe('one record', () => {
  const proof = async (index: number) => {
    const { Tree } = await import('../verify/tree');
    const tree = new Tree();
    await tree.append(register.leaves());
    const hashes = (await tree.inclusion(index, 7)).map((hash) => `${to_base64(hash)}\n`).join('');
    return `c2sp.org/tlog-proof@v1\nindex ${index}\n${hashes}\n${register.head(7)}`;
  };
  const shown = async (): Promise<Shown> => ({
    ...(rows[0] as Claim),
    entry: Buffer.from(register.entries[3]!).toString(),
    proof: await proof(3),
    text: note_body('We agree to meet at ten.'),
    refers: [],
    referred_by: [link(4, rows[1] as Claim), link(6, rows[2] as Claim)],
    previous_index: null,
    next_index: 4,
  });
  const hints = [{ name: 'unc/delegation', key: '', enrolled_at: 1 }];

  test('is explained step by step', async () => {
    for (const audit of [true, false]) {
      const { desk } = await desk_at({ audit });
      const record = await shown();
      const explained = await desk.explain(record, 7, [{ ...hints[0]!, key: record.key ?? '' }]);
      if (!explained.ok) expect.unreachable();
      expect(explained.value.steps.map((step) => [step.name, step.state])).toEqual([
        ['form', 'good'],
        ['place', 'good'],
        ['lines', 'good'],
        ['admission', audit ? 'good' : 'part'],
        ['body', 'good'],
        ['proof', 'good'],
        ['head', 'good'],
        ['links', audit ? 'good' : 'part'],
        ['shown', audit ? 'good' : 'part'],
      ]);
      expect(explained.value.state).toBe(audit ? 'good' : 'part');
      expect(explained.value.head?.mode).toBe('settled');
      expect(explained.value.lines).toMatchObject([{ name: 'unc/delegation', verified: true }]);
    }
  });
  test('shown otherwise is found out', async () => {
    const { desk } = await desk_at();
    const record = await shown();
    const wrong = async (change: object) => {
      const explained = await desk.explain({ ...record, ...change }, 7, []);
      return explained.ok
        ? explained.value.steps.filter((step) => step.state === 'wrong').map((step) => step.name)
        : [];
    };
    expect(await wrong({ entry: record.entry.replace('number 1', 'number 2') })).toContain('place');
    expect(await wrong({ proof: await proof(4) })).toContain('proof');
    expect(await wrong({ proof: record.proof.replace('index 3', 'index 4') })).toContain('proof');
    expect(await wrong({ proof: '' })).toContain('proof');
    expect(await wrong({ summary: 'x' })).toEqual(['shown']);
    expect(await wrong({ text: note_body('We agree to meet at ten, or not.') })).toEqual(['shown']);
    expect(await wrong({ text: null })).toEqual(['shown']);
    const gap = { word: 'gap', detail: 'number 2 is missing', about: null };
    expect(await wrong({ irregularities: [gap] })).toEqual(['shown']);
    expect(utf8_bytes(record.proof).length).toBeGreaterThan(0);
  });

  describe('has links that are checked', () => {
    const note = { id: digest('x'), index: null, kind: null, author: null };
    const links_of = async (change: Partial<Shown>, size = 7, index = 3, audit = true) => {
      const { desk } = await desk_at({ audit });
      const row = rows.find((one) => one.index === index) as Claim;
      const record = { ...(await shown()), ...row, ...change };
      const explained = await desk.explain(record, size, []);
      if (!explained.ok) return expect.unreachable();
      return explained.value.steps.find((step) => step.name === 'links')?.state;
    };
    const by = () => [link(4, rows[1] as Claim), link(6, rows[2] as Claim)];
    const target = () => link(3, rows[0] as Claim);
    const of_four = { referred_by: [], previous_index: 3, next_index: null };

    test('against those that refer to it', async () => {
      expect(await links_of({})).toBe('good');
      expect(await links_of({ referred_by: by().slice(1) })).toBe('wrong');
      expect(await links_of({ referred_by: [...by(), { ...note, index: 2 }] })).toBe('wrong');
      expect(await links_of({ referred_by: by().map((one) => ({ ...one, author: 'x' })) })).toBe(
        'wrong',
      );
      // Record 6 came after the page was asked for, and one more after the audit.
      expect(await links_of({ referred_by: by().slice(0, 1) }, 6)).toBe('good');
      expect(await links_of({ referred_by: [...by(), { ...note, index: 7 }] })).toBe('part');
    });
    test('against its own lines', async () => {
      const four = (refers: readonly Link[], audit = true) =>
        links_of({ ...of_four, refers }, 7, 4, audit);
      expect(await four([target()])).toBe('good');
      expect(await four([])).toBe('wrong');
      expect(await four([target(), note])).toBe('wrong');
      expect(await four([{ ...target(), id: note.id }])).toBe('wrong');
      expect(await four([{ ...target(), index: 2 }])).toBe('wrong');
      expect(await four([{ ...target(), index: null }])).toBe('wrong');
      expect(await four([{ ...target(), kind: 'key/1' }])).toBe('wrong');
      expect(await four([], false)).toBe('wrong');
      expect(await four([target()], false)).toBe('part');
    });
    test('against the chain of its key', async () => {
      expect(await links_of({ next_index: 5 })).toBe('wrong');
      expect(await links_of({ next_index: null })).toBe('wrong');
      expect(await links_of({ next_index: null }, 4)).toBe('good');
      expect(await links_of({ previous_index: 1 })).toBe('wrong');
    });
  });
});
