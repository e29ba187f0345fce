// SPDX-License-Identifier: Apache-2.0
import { beforeAll, describe, expect, test } from 'vitest';
import {
  digest,
  joint_record,
  note_body,
  party_names,
  Register,
  retraction_body,
  start_utc,
} from '../../test/fixture';
import { to_base64 } from './base64';
import { utf8_bytes, type Bytes } from './bytes';
import { Audit, type Progress } from './audit';
import type { Head } from './quorum';
import { fail, good, type Result } from './result';
import type { Source } from './source';
import { Spot } from './spot';

let register: Register;
let note: Bytes;

// 600 entries: two full bundles and a part, a fork, a stranger, a gap, retractions, clocks.
beforeAll(() => {
  register = new Register();
  const author = register.enrol('unc/delegation');
  const other = register.enrol('kpa-cpv/delegation');
  register.clock(3);
  const said = register.append(author.write('note/1', note_body('We agree to meet at ten.')));
  register.append(author.write('retraction/1', retraction_body('a slip'), [said.id]));
  other.number = 4;
  other.previous = said.id;
  register.append(other.write('note/1', note_body('after a gap')));
  register.append(other.write('note/1', note_body('forked'), [], { number: '1', previous: '-' }));
  register.append(other.write('note/1', note_body('twice'), [], { number: '1', previous: '-' }));
  other.number = 9;
  register.append({ entry: utf8_bytes('no record at all'), id: '', body: utf8_bytes('') });
  register.append(
    joint_record(register, ['unc/senior', 'kpa-cpv/senior'], '2100-01-01T00:00:00+00:00'),
  );
  author.seen = `3 ${to_base64(register.root(3))}`;
  while (register.size < 599)
    register.append(author.write('note/1', note_body(`note ${register.size}`)));
  author.seen = `3 ${to_base64(register.root(2))}`;
  register.append(author.write('note/1', note_body('of another history')));
  note = utf8_bytes(register.head());
}, 60_000);

const word = (result: Result<unknown>) => (result.ok ? 'ok' : result.code);
const audit_of = (replaced = {}, circle = register.circle) =>
  new Audit(register.source(replaced), circle);

describe('an audit', () => {
  test('goes through, and notices what is void', async () => {
    const audit = audit_of();
    const stages: Progress[] = [];
    const head = await audit.extend(note, (progress) => stages.push(progress));
    expect(head).toMatchObject({ ok: true, value: { mode: 'settled' } });
    expect(audit.size).toBe(600);
    expect(audit.notices.map(({ index, word: what }) => [index, what])).toEqual([
      [6, 'gap'],
      [7, 'late_fill'],
      [8, 'void'],
      [8, 'fork'],
      [9, 'void'],
      [10, 'void'],
      [599, 'seen_elsewhere'],
    ]);
    expect(audit.judged[8]?.void).toBe('number_taken');
    expect(audit.judged[9]?.void).toBe('malformed');
    expect(audit.judged[10]?.void).toBe('unknown_key');
    expect(audit.bounds(2)).toEqual({ after: null, before: start_utc + 2 });
    expect(audit.bounds(4)).toEqual({ after: start_utc + 2, before: null });
    expect(audit.mode_on_record(2)).toBe('settled');
    expect(audit.mode_on_record(3)).toBeNull();
    expect([...audit.referrers.values()].flat().map((one) => one.index)).toEqual([5]);
    expect(stages.at(-1)?.stage).toBe('tiles');
    expect(stages.filter((one) => one.stage === 'entries').map((one) => one.done)).toEqual([
      256, 512, 600,
    ]);
  });

  test('goes on from where it stood, and checks smaller heads', async () => {
    const audit = audit_of();
    const sizes = [1, 5, 255, 256, 257, 300, 512, 600];
    const source: Source = { get: (path) => Promise.resolve(present(register.file(path, sizes))) };
    const grown = new Audit(source, register.circle);
    for (const size of sizes)
      expect(word(await grown.extend(utf8_bytes(register.head(size))))).toBe('ok');
    expect(word(await grown.extend(utf8_bytes(register.head(300))))).toBe('ok');
    expect(word(await audit.extend(note))).toBe('ok');
    expect(grown.judged).toEqual(audit.judged);
    expect(grown.notices).toEqual(audit.notices);
  });

  test.each([
    'tile/entries/000',
    'tile/entries/001',
    'tile/entries/002.p/88',
    'tile/0/000',
    'tile/0/002.p/88',
    'tile/1/000.p/2',
  ])('one flipped bit in %s is found and named', async (path) => {
    const file = new Uint8Array(register.file(path)!);
    const at = file.length - 7;
    file[at] = file[at]! ^ 4;
    const result = await audit_of({ [path]: file }).extend(note);
    expect(word(result)).toBe('proof_mismatch');
  });

  test('what is missing or short is named', async () => {
    for (const path of ['tile/entries/001', 'tile/0/001', 'tile/1/000.p/2']) {
      const result = await audit_of({ [path]: null }).extend(note);
      expect(result).toMatchObject({ ok: false, code: 'not_found' });
      expect(!result.ok && result.what).toContain(path);
    }
    expect(word(await audit_of({ 'tile/0/001': new Uint8Array(32) }).extend(note))).toBe(
      'malformed',
    );
    expect(word(await audit_of({ 'tile/entries/001': new Uint8Array(9) }).extend(note))).toBe(
      'malformed',
    );
    const key_body = [...register.bodies.keys()][1]!;
    expect(word(await audit_of({ [`body/${key_body}`]: null }).extend(note))).toBe('incomplete');
    expect(word(await audit_of({ [`body/${key_body}`]: utf8_bytes('{}') }).extend(note))).toBe(
      'digest_mismatch',
    );
    const note_digest = digest(note_body('note 300')).slice(7);
    expect(word(await audit_of({ [`body/${note_digest}`]: null }).extend(note))).toBe('ok');
  });

  test('of another circle, head or history is refused', async () => {
    expect(word(await audit_of({}, digest('other')).extend(note))).toBe('wrong_circle');
    const bad = utf8_bytes(register.head(600, party_names).replace(/.{6}=\n$/, 'AAAAAA=\n'));
    expect(word(await audit_of().extend(bad))).toMatch(/bad_signature|malformed/);
    expect(word(await audit_of().extend(utf8_bytes('nothing')))).toBe('malformed');
    const other = new Register();
    const author = other.enrol('unc/delegation');
    while (other.size < 300) other.append(author.write('note/1', note_body(`other ${other.size}`)));
    const audit = audit_of();
    await audit.extend(note);
    expect(word(await audit.extend(utf8_bytes(other.head(300))))).toBe('proof_mismatch');
  });

  test('an entry that has changed since is found', async () => {
    let small = true;
    const changed = new Uint8Array(register.file('tile/entries/000', [600])!);
    changed[changed.length - 9] = changed[changed.length - 9]! ^ 1;
    const source: Source = {
      get: (path) =>
        Promise.resolve(
          !small && path === 'tile/entries/000'
            ? good(changed)
            : present(register.file(path, [small ? 256 : 600])),
        ),
    };
    const audit = new Audit(source, register.circle);
    expect(word(await audit.extend(utf8_bytes(register.head(255))))).toBe('not_found');
    const second = new Audit(source, register.circle);
    expect(word(await second.extend(utf8_bytes(register.head(256))))).toBe('ok');
    small = false;
    expect(word(await second.extend(note))).toBe('ok'); // a full bundle is not asked for twice
  });
});

function present(file: Bytes | null): Result<Bytes> {
  return file === null ? fail('not_found', 'no such file') : good(file);
}

describe('a spot check', () => {
  async function head_of(): Promise<{ head: Head; audit: Audit }> {
    const audit = audit_of();
    const head = await audit.extend(note);
    if (!head.ok) return expect.unreachable();
    return { head: head.value, audit };
  }
  test('shows single entries and keys', async () => {
    const { head, audit } = await head_of();
    const spot = new Spot(register.source(), head);
    for (const index of [0, 4, 255, 256, 511, 512, 599]) {
      expect(await spot.entry(index)).toEqual({ ok: true, value: register.entries[index] });
    }
    expect(word(await spot.entry(600))).toBe('out_of_range');
    const genesis = audit.state!.genesis;
    const key = audit.state!.roster.keys().find((one) => one.vkey.name === 'unc/delegation')!.vkey;
    expect(await spot.key(genesis, key.name, key.id, 1)).toMatchObject({
      ok: true,
      value: { text: key.text },
    });
    expect(word(await spot.key(genesis, key.name, key.id, 2))).toBe('unknown_key');
    expect(word(await spot.key(genesis, key.name, key.id, 4))).toBe('unknown_key');
    expect(word(await spot.key(genesis, 'secretariat/clock', genesis.secretary.id, 4))).toBe('ok');
  });
  test('finds what does not lead to the root', async () => {
    const { head } = await head_of();
    for (const path of ['tile/entries/000', 'tile/0/000', 'tile/1/000.p/2', 'tile/0/002.p/88']) {
      const file = new Uint8Array(register.file(path)!);
      file[file.length - 5] = file[file.length - 5]! ^ 1;
      expect(word(await new Spot(register.source({ [path]: file }), head).entry(255)), path).toBe(
        'proof_mismatch',
      );
    }
  });
});
