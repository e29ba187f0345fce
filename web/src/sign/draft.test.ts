// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import { digest, genesis_of, key_of, Register, note_body, sign_with } from '../../test/fixture';
import { to_base64 } from '../verify/base64';
import { utf8_bytes, utf8_text } from '../verify/bytes';
import { Admission } from '../verify/admission';
import { parse_header } from '../verify/header';
import { join_note, signature_line } from '../verify/note';
import { parse_record, verify_line } from '../verify/record';
import { Tree } from '../verify/tree';
import { check_next, compose, new_salt, written_text, type ChainEnd, type Said } from './draft';
import { check_receipt } from './receipt';

const key = key_of('unc/duty-officer');
const circle = genesis_of().id;
const end: ChainEnd = { circle, name: key.name, key: key.id, number: '0', previous: null };
const later: ChainEnd = { ...end, number: '41', previous: digest('the one before') };
const note: Said = { kind: 'note/1', note: { language: 'ko', text: '내일 10시.\n“좋다.”' } };
const written = '1953-07-27T22:10:00+09:00';
const salt = '00112233445566778899aabbccddeeff';

describe('a text', () => {
  test('is composed as the record’s page says, and read back', async () => {
    const seen = { size: 12, root: to_base64(new Uint8Array(32).fill(7)) };
    const composed = await compose(later, note, seen, written, salt);
    if (!composed.ok) expect.unreachable();
    const { text, body } = composed.value;
    expect(text).toBe(
      [
        'armistice/record/v1',
        `circle ${circle}`,
        'kind note/1',
        'author unc/duty-officer',
        `key ${key.id}`,
        'number 42',
        `previous ${later.previous}`,
        `seen 12 ${seen.root}`,
        `written ${written}`,
        `body ${digest(body)} ${body.length} open`,
        '',
      ].join('\n'),
    );
    expect(utf8_text(body)).toBe(
      `{"salt":"${salt}","language":"ko","text":"내일 10시.\\n“좋다.”"}`,
    );
    expect(parse_header(text).ok).toBe(true);
    expect((await check_next(later, composed.value)).ok).toBe(true);
  });

  test('of a retraction names what it takes back, in order', async () => {
    const refers = [digest('b'), digest('a'), digest('c')];
    const said: Said = {
      kind: 'retraction/1',
      retraction: { scope: 'whole', passage: '', reason: '' },
      refers,
    };
    const composed = await compose(end, said, null, written, salt);
    if (!composed.ok) expect.unreachable();
    expect(composed.value.text).toContain('number 1\nprevious -\nseen 0 -\n');
    const header = parse_header(composed.value.text);
    expect(header.ok && header.value.refers).toEqual([...refers].sort());
  });

  test('of the ledger, and of a withdrawal, is what the other reader reads', async () => {
    const count = {
      point: 'pusan',
      direction: 'arriving',
      sort: 'leave',
      nationality: '',
    } as const;
    const movement: Said = {
      kind: 'movement/1',
      fields: {
        side: 'unc',
        basis: 'reported',
        day: '1953-07-28',
        counts: [{ ...count, persons: 3 }],
        arrived: 3,
        departed: 0,
        text: '',
      },
    };
    const composed = await compose(end, movement, null, written, salt);
    if (!composed.ok) expect.unreachable();
    expect(utf8_text(composed.value.body)).toContain('"counts":[{"point":"pusan","direction":');
    const lost = { replaces: '', replaced: 0, disposition: 'none' } as const;
    const item = { materiel: 'weapon', designation: 'M1', quantity: 10, ...lost } as const;
    const shipment = (designation: string): Said => ({
      kind: 'shipment/1',
      fields: {
        side: 'unc',
        basis: 'inspected',
        shipment: 'S-1',
        point: 'pusan',
        direction: 'arriving',
        at: written,
        items: [{ ...item, designation }],
        text: '',
      },
    });
    expect((await compose(end, shipment('M1'), null, written, salt)).ok).toBe(true);
    expect((await compose(end, shipment(''), null, written, salt)).ok).toBe(false);
    const refers = [digest('a draft')];
    const withdrawal: Said = { kind: 'withdrawal/1', fields: { reason: 'Not so.' }, refers };
    const withdrawn = await compose(end, withdrawal, null, written, salt);
    if (!withdrawn.ok) expect.unreachable();
    expect(withdrawn.value.text).toContain(`refers ${refers[0]}\n`);
  });

  test('that breaks its kind’s page is refused before it is signed', async () => {
    const code = async (said: Said, at = written) => {
      const composed = await compose(end, said, null, at, salt);
      return composed.ok ? 'ok' : composed.code;
    };
    expect(await code({ kind: 'note/1', note: { language: 'EN', text: 'x' } })).toBe('malformed');
    expect(await code({ kind: 'note/1', note: { language: 'en', text: '' } })).toBe('malformed');
    expect(
      await code({ kind: 'note/1', note: { language: 'en', text: 'x'.repeat(262_145) } }),
    ).toBe('too_large');
    expect(await code({ kind: 'note/1', note: { language: 'en', text: 'a\u0000b' } })).toBe(
      'malformed',
    );
    expect(await code(note, '1953-02-30T00:00:00+09:00')).toBe('out_of_range');
    const passage: Said = {
      kind: 'retraction/1',
      retraction: { scope: 'passage', passage: '', reason: '' },
      refers: [],
    };
    expect(await code(passage)).toBe('malformed');
  });

  test('is signed only as the next of its own chain', async () => {
    const composed = await compose(later, note, null, written, salt);
    if (!composed.ok) expect.unreachable();
    const code = async (at: ChainEnd, change = {}) => {
      const checked = await check_next(at, { ...composed.value, ...change });
      return checked.ok ? 'ok' : checked.code;
    };
    expect(await code(later)).toBe('ok');
    const own = composed.value.text.replace('kind note/1', 'kind ladder/1');
    expect(await code(later, { text: own })).toBe('unsupported');
    expect(await code({ ...later, number: '42' })).toBe('number_taken');
    expect(await code({ ...later, previous: digest('another') })).toBe('number_taken');
    expect(await code({ ...later, circle: digest('another') })).toBe('wrong_circle');
    expect(await code({ ...later, name: 'unc/other' })).toBe('unknown_key');
    expect(await code({ ...later, key: '00000000' })).toBe('unknown_key');
    expect(await code(later, { body: utf8_bytes('{}') })).toBe('digest_mismatch');
    expect(await code(later, { text: composed.value.text.replace('note/1', 'mine/1') })).toBe(
      'unsupported',
    );
    expect(await code(later, { text: 'pay the bearer\n' })).toBe('malformed');
  });

  test('signed as composed is a record', async () => {
    const composed = await compose(end, note, null, written, new_salt());
    if (!composed.ok) expect.unreachable();
    const line = signature_line(key.name, key.id, sign_with(key, utf8_bytes(composed.value.text)));
    const record = await parse_record(join_note(composed.value.text, [line]));
    expect(record.ok && (await verify_line(record.value, 0, key.public_key))).toBe(true);
  });
});

test('the time claimed is circle time, in whole seconds', () => {
  expect(written_text(1_800_000_000_999, -2_316_000_000, 32_400)).toBe('1953-08-26T03:40:00+09:00');
});

test('salts are 32 digits, and differ', () => {
  expect(new_salt()).toMatch(/^[0-9a-f]{32}$/);
  expect(new_salt()).not.toBe(new_salt());
});

test('a receipt is believed when it proves the entry, and no other', async () => {
  const register = new Register();
  const author = register.enrol('unc/delegation');
  const made = register.append(author.write('note/1', note_body('x')));
  const tree = new Tree();
  await tree.append(register.leaves());
  const hashes = (await tree.inclusion(2, 3)).map((hash) => `${to_base64(hash)}\n`).join('');
  const receipt = `c2sp.org/tlog-proof@v1\nindex 2\n${hashes}\n${register.head(3, [])}`;
  const genesis_record = await parse_record(register.genesis.entry);
  const started = genesis_record.ok
    ? await Admission.start(genesis_record.value, register.genesis.body)
    : genesis_record;
  if (!started.ok) expect.unreachable();
  const { genesis } = started.value;
  const code = async (
    entry: typeof made.entry,
    answer: { index: number; id: string; receipt: string },
  ) => {
    const checked = await check_receipt(genesis, entry, answer);
    return checked.ok ? checked.value.size : checked.code;
  };
  const answer = { index: 2, id: made.id, receipt };
  expect(await code(made.entry, answer)).toBe(3);
  expect(await code(made.entry, { ...answer, index: 1 })).toBe('proof_mismatch');
  expect(await code(made.entry, { ...answer, id: digest('x') })).toBe('digest_mismatch');
  expect(await code(register.entries[1]!, { ...answer, id: digest('x') })).toBe('digest_mismatch');
  expect(await code(made.entry, { ...answer, receipt: receipt.replace(/[^\n]*\n$/, '') })).toBe(
    'malformed',
  );
  expect(
    await code(made.entry, { ...answer, receipt: receipt.replace('index 2\n', 'index 2\nAAAA\n') }),
  ).toBe('malformed');
  const other = new Register();
  other.enrol('kpa-cpv/delegation');
  other.append(made);
  const forged = `c2sp.org/tlog-proof@v1\nindex 2\n${hashes}\n${other.head(3, [])}`;
  expect(await code(made.entry, { ...answer, receipt: forged })).toBe('proof_mismatch');
});
