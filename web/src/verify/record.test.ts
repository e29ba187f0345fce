// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import {
  body_line,
  digest,
  key_of,
  line_by,
  make,
  note_body,
  text_of,
  type Lines,
} from '../../test/fixture';
import { byte_string, utf8_bytes, type Bytes } from './bytes';
import { header_text, parse_header } from './header';
import { join_note, parse_note } from './note';
import { parse_record, verify_line } from './record';
import { make_vkey, parse_vkey } from './vkey';

const body = note_body('text');
const key = key_of('kpa-cpv/delegation');
const id = (text: string) => digest(text);
const root = 'ZxRlcnJhIGluY29nbml0YSBhdXN0cmFsaXMgMTIzNDU=';
const base: Lines = {
  circle: id('circle'),
  kind: 'note/1',
  author: key.name,
  key: key.id,
  number: '214',
  previous: id('previous'),
  seen: `10452 ${root}`,
  written: '1951-07-12T01:30:00+09:00',
  body: body_line(body),
  refers: [id('one'), id('two')].sort(),
};
const joint: Lines = {
  ...base,
  author: 'joint/mac',
  key: null,
  signer: ['unc/senior', 'kpa-cpv/senior'],
  until: '1951-07-13T00:00:00+09:00',
  number: '0',
  previous: '-',
};
const genesis: Lines = {
  ...joint,
  circle: '-',
  kind: 'genesis/1',
  author: 'circle',
  until: null,
  seen: '0 -',
  refers: null,
};
const read = (lines: Lines) => parse_header(text_of(lines));

describe('the text', () => {
  test.each([
    ['one author', base],
    ['joint', joint],
    ['genesis', genesis],
    ['first of its chain', { ...base, number: '1', previous: '-' }],
  ])('%s comes back', (_, lines) => {
    const header = read(lines as Lines);
    expect(header.ok && header_text(header.value)).toBe(text_of(lines as Lines));
  });

  const many = Array.from({ length: 33 }, (_, i) => id(`${i}`)).sort();
  const bad: readonly (readonly [string, Lines, string])[] = [
    ['circle - outside genesis', { ...base, circle: '-' }, 'malformed'],
    ['upper-case digest', { ...base, circle: id('circle').toUpperCase() }, 'malformed'],
    ['no circle', { ...base, circle: null }, 'malformed'],
    ['kind without version', { ...base, kind: 'note' }, 'malformed'],
    ['kind version 0', { ...base, kind: 'note/0' }, 'malformed'],
    ['kind version 01', { ...base, kind: 'note/01' }, 'malformed'],
    ['kind version of five digits', { ...base, kind: 'note/12345' }, 'malformed'],
    ['kind of 33 letters', { ...base, kind: `${'a'.repeat(33)}/1` }, 'malformed'],
    ['kind that starts with a digit', { ...base, kind: '1note/1' }, 'malformed'],
    ['author in upper case', { ...base, author: 'UNC/delegation' }, 'malformed'],
    ['author of 65', { ...base, author: 'a'.repeat(65) }, 'malformed'],
    ['author circle', { ...base, author: 'circle' }, 'malformed'],
    ['key of 7 digits', { ...base, key: '9d4a07c' }, 'malformed'],
    ['no key', { ...base, key: null }, 'malformed'],
    ['key and signers', { ...joint, key: key.id }, 'malformed'],
    ['one signer', { ...joint, signer: ['unc/senior'] }, 'malformed'],
    ['a signer twice', { ...joint, signer: ['unc/senior', 'unc/senior'] }, 'malformed'],
    ['17 signers', { ...joint, signer: many.slice(0, 17).map((_, i) => `unc/${i}`) }, 'malformed'],
    ['joint without until', { ...joint, until: null }, 'malformed'],
    ['one author with until', { ...base, until: '1951-07-13T00:00:00+09:00' }, 'malformed'],
    ['genesis with until', { ...genesis, until: '1951-07-13T00:00:00+09:00' }, 'malformed'],
    ['genesis that has seen', { ...genesis, seen: `1 ${root}` }, 'malformed'],
    ['genesis with a sealed body', { ...genesis, body: body_line(body, 'sealed') }, 'malformed'],
    ['genesis by another author', { ...genesis, author: 'joint/mac' }, 'malformed'],
    ['genesis of a circle', { ...genesis, circle: id('circle') }, 'malformed'],
    ['number 0 with a key', { ...base, number: '0', previous: '-' }, 'malformed'],
    ['joint with a number', { ...joint, number: '1' }, 'malformed'],
    ['number 01', { ...base, number: '01' }, 'malformed'],
    ['number -1', { ...base, number: '-1' }, 'malformed'],
    ['number 2^63', { ...base, number: '9223372036854775808' }, 'out_of_range'],
    ['previous - above 1', { ...base, previous: '-' }, 'malformed'],
    ['previous at 1', { ...base, number: '1' }, 'malformed'],
    ['seen 0 with a root', { ...base, seen: `0 ${root}` }, 'malformed'],
    ['seen 1 -', { ...base, seen: '1 -' }, 'malformed'],
    ['seen with bits left over', { ...base, seen: `5 ${root.slice(0, 42)}V=` }, 'malformed'],
    ['seen past 2^63', { ...base, seen: `9223372036854775808 ${root}` }, 'out_of_range'],
    [
      'a range and a form',
      { ...base, seen: `9223372036854775808 ${root.slice(0, 42)}V=` },
      'malformed',
    ],
    ['written in Zulu', { ...base, written: '1951-07-12T01:30:00Z' }, 'malformed'],
    ['written on 30 February', { ...base, written: '1951-02-30T01:30:00+09:00' }, 'out_of_range'],
    ['body of 64 MiB and one', { ...base, body: `${id('x')} 67108865 open` }, 'out_of_range'],
    ['body shut', { ...base, body: `${id('x')} 1 shut` }, 'malformed'],
    ['refers twice', { ...base, refers: [id('one'), id('one')] }, 'malformed'],
    [
      'refers descending',
      { ...base, refers: [id('one'), id('two')].sort().reverse() },
      'malformed',
    ],
    ['33 refers', { ...base, refers: many }, 'malformed'],
    ['two spaces', { ...base, kind: ' note/1' }, 'malformed'],
  ];
  test.each(bad)('%s is refused', (_, lines, code) => {
    expect(read(lines)).toMatchObject({ ok: false, code });
  });

  test('limits are reached, not passed', () => {
    expect(read({ ...base, number: '9223372036854775807' }).ok).toBe(true);
    expect(read({ ...base, refers: many.slice(0, 32) }).ok).toBe(true);
    expect(read({ ...base, body: `${id('x')} 67108864 open` }).ok).toBe(true);
    expect(parse_header('a'.repeat(16_385))).toMatchObject({ code: 'too_large' });
  });
  test('other versions, orders and bytes', () => {
    const text = text_of(base);
    const change = (from: string | RegExp, to: string) => parse_header(text.replace(from, to));
    expect(change('record/v1', 'record/v2')).toMatchObject({ code: 'unsupported' });
    expect(change('armistice/record/v1', 'armistice/telegram/v1')).toMatchObject({
      code: 'malformed',
    });
    expect(change(/(number .*\n)(previous .*\n)/, '$2$1')).toMatchObject({ code: 'malformed' });
    expect(change('note/1\n', 'note/1\r\n')).toMatchObject({ code: 'malformed' });
    expect(change('note/1', 'n\u00f6te/1')).toMatchObject({ code: 'malformed' });
    expect(change(/refers .*\n$/, '')).toMatchObject({ ok: true });
    expect(parse_header(`${text}more\n`)).toMatchObject({ code: 'malformed' });
    expect(parse_header(text.slice(0, -1))).toMatchObject({ code: 'malformed' });
  });
});

describe('the entry', () => {
  const made = make(base, [key], body);
  const text = text_of(base);
  const other = key_of('kpa-cpv/other');
  const expect_code = async (entry: Bytes, code: string) =>
    expect(await parse_record(entry)).toMatchObject({ ok: false, code });

  test('is a record, with its id and a line that verifies', async () => {
    const record = await parse_record(made.entry);
    expect(record).toMatchObject({ ok: true, value: { id: made.id } });
    if (!record.ok) return;
    expect(await verify_line(record.value, 0, key.public_key)).toBe(true);
    expect(await verify_line(record.value, 0, other.public_key)).toBe(false);
    expect(await verify_line(record.value, 1, key.public_key)).toBe(false);
  });

  test('has exactly the lines that its text requires', async () => {
    const by = (...keys: (typeof key)[]) =>
      join_note(
        text,
        keys.map((one) => line_by(one, text)),
      );
    await expect_code(by(other), 'wrong_signers');
    await expect_code(by(key, key), 'wrong_signers');
    await expect_code(by(key, other), 'wrong_signers');
    await expect_code(
      join_note(text, [line_by({ ...key, id: '00000000' }, text)]),
      'wrong_signers',
    );
    const [one, two] = [key_of('unc/senior'), key_of('kpa-cpv/senior')];
    expect((await parse_record(make(joint, [one, two], body).entry)).ok).toBe(true);
    await expect_code(make(joint, [two, one], body).entry, 'wrong_signers');
    await expect_code(make(joint, [one], body).entry, 'wrong_signers');
    await expect_code(make(joint, [one, two, two], body).entry, 'wrong_signers');
  });

  test('is a note in form', async () => {
    const note = byte_string(made.entry);
    const change = (from: string | RegExp, to: string) =>
      Uint8Array.from(Buffer.from(note.replace(from, to), 'latin1'));
    await expect_code(change('\n\n', '\n'), 'malformed');
    await expect_code(change(/\n$/, ''), 'malformed');
    await expect_code(change('\xe2\x80\x94 ', '- '), 'malformed');
    await expect_code(change(/=\n$/, '\n'), 'malformed');
    await expect_code(change(/ ([^ ]+)\n$/, '  $1\n'), 'malformed');
    await expect_code(utf8_bytes(`${text}\n`), 'malformed');
    await expect_code(join_note(text, ['— kpa-cpv/delegation AAAAAAA=\n']), 'malformed');
    await expect_code(new Uint8Array(65_536), 'too_large');
    await expect_code(new Uint8Array(0), 'malformed');
  });

  test('the form of lines comes before the text, the text before who signed', async () => {
    const broken = text_of({ ...base, number: '01' });
    await expect_code(join_note(broken, ['— x\n']), 'malformed');
    await expect_code(join_note(text.replace('/v1', '/v2'), [line_by(other, text)]), 'unsupported');
  });

  test('strangers’ names follow the signed-note rule', () => {
    const line = (name: string) => `— ${name} ${'A'.repeat(92)}\n`;
    const note = (name: string) => parse_note(join_note('text\n', [line(name)])).ok;
    expect(note('observer.example/Sweden')).toBe(true);
    for (const bad of [
      'a+b',
      'a\u00a0b',
      'a\u2003b',
      'a\u0085b',
      'a\u0001b',
      '',
      'x'.repeat(256),
    ]) {
      expect(note(bad), JSON.stringify(bad)).toBe(false);
    }
    expect(parse_note(join_note('t\n', Array(17).fill(line('a')))).ok).toBe(false);
    expect(parse_note(join_note('t\n', Array(16).fill(line('a')))).ok).toBe(true);
  });
});

describe('vkeys', () => {
  const expect_code = async (text: string, code: string) =>
    expect(await parse_vkey(text), text).toMatchObject({ ok: false, code });
  test('come back, and are split at the first two pluses', async () => {
    const log =
      'register.armistice.example/joint+1d4162aa+AYqI4910CfGV/VLbLTy6XXLKZwm/HZQSG/N0iAG0D29c';
    const read = await parse_vkey(log);
    expect(read.ok && (await make_vkey(read.value.name, 1, read.value.key)).text).toBe(log);
    expect((await parse_vkey(key_of('a+b'.replace('+', '-')).vkey)).ok).toBe(true);
  });
  test('are refused with the reason', async () => {
    const vkey = key.vkey;
    const [name, hash, base64] = [
      key.name,
      key.id,
      vkey.slice(vkey.indexOf('+', key.name.length + 1) + 1),
    ];
    await expect_code('', 'malformed');
    await expect_code(`${name}+${hash}`, 'malformed');
    await expect_code(`${name.toUpperCase()}+${hash}+${base64}`, 'malformed');
    await expect_code(`${name}+00000000+${base64}`, 'malformed');
    await expect_code(`${name}+${hash}+${base64.slice(4)}`, 'unsupported');
    await expect_code(`${name}+${hash}+Ag${base64.slice(2)}`, 'unsupported');
    await expect_code((await make_vkey(name, 1, new Uint8Array(32))).text, 'bad_signature');
    await expect_code((await make_vkey(name, 1, new Uint8Array(31).fill(9))).text, 'malformed');
  });
});
