// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import {
  Author,
  body_line,
  clock_body,
  cosignature_line,
  digest,
  enrolment_body,
  genesis_body,
  genesis_of,
  joint_record,
  key_of,
  line_by,
  make,
  note_body,
  party_names,
  Register,
  scenario_offset_s,
  start_utc,
  withdrawal_body,
  type Made,
} from '../../test/fixture';
import { to_base64 } from './base64';
import { utf8_bytes } from './bytes';
import { Admission, type Effect } from './admission';
import { read_head } from './quorum';
import { parse_record } from './record';
import { good, type Result } from './result';
import { civil_text } from './time';

async function start(body = genesis_body()): Promise<Admission> {
  const made = genesis_of(body);
  const record = await parse_record(made.entry);
  const started = record.ok ? await Admission.start(record.value, made.body) : record;
  if (!started.ok) throw new Error(started.what);
  return started.value;
}

async function take(admission: Admission, made: Made): Promise<Result<Effect>> {
  const record = await parse_record(made.entry);
  if (!record.ok) return record;
  const verdict = await admission.judge(record.value);
  if (verdict.ok) return admission.admit(record.value, made.body);
  admission.pass();
  return verdict;
}

const word = (result: Result<unknown>) => (result.ok ? 'ok' : result.code);
const inert = (result: Result<Effect>) =>
  result.ok ? (result.value.inert?.code ?? 'acts') : result.code;

class Bench {
  readonly register = new Register();
  constructor(readonly admission: Admission) {}
  static async start(): Promise<Bench> {
    return new Bench(await start());
  }
  async put(made: Made): Promise<Result<Effect>> {
    this.register.append(made);
    return take(this.admission, made);
  }
  async enrol(name: string): Promise<Author> {
    const author = new Author(key_of(name), this.register.circle);
    const root = this.register.root_author(name.split('/')[0]!);
    expect(inert(await this.put(root.write('key/1', enrolment_body(author.key.vkey))))).toBe(
      'acts',
    );
    return author;
  }
  clock(size = this.register.size, parties: readonly string[] = party_names, utc = start_utc) {
    return this.put(
      this.register.clock_author.write(
        'clock/1',
        clock_body(this.register.head(size, parties, utc)),
      ),
    );
  }
}

describe('genesis', () => {
  const party = (change: object, i = 0) => {
    const parties = (JSON.parse(genesis_body()) as { parties: object[] }).parties;
    return genesis_body({
      parties: parties.map((one, at) => (at === i ? { ...one, ...change } : one)),
    });
  };
  const parties = (JSON.parse(genesis_body()) as { parties: object[] }).parties;
  test.each([
    ['salt missing', genesis_body().replace(/"salt":"[^"]*",/, ''), 'malformed'],
    [
      'salt not first',
      genesis_body().replace(/("salt":"[^"]*"),("conduct":"exercise")/, '$2,$1'),
      'malformed',
    ],
    ['an unknown field', genesis_body({ more: 1 }), 'malformed'],
    ['live with an offset', genesis_body({ conduct: 'live' }), 'out_of_range'],
    ['another conduct', genesis_body({ conduct: 'drill' }), 'malformed'],
    [
      'origin of the record',
      genesis_body({ origin: 'armistice/x', log: key_of('armistice/x').vkey }),
      'malformed',
    ],
    ['log under another name', genesis_body({ log: key_of('other').vkey }), 'malformed'],
    [
      'log that is a cosigner',
      genesis_body({ log: key_of('register.armistice.example/joint', 4).vkey }),
      'unsupported',
    ],
    ['quorum 0 with neutrals', genesis_body({ neutrals_quorum: 0 }), 'out_of_range'],
    ['quorum 5 of 4', genesis_body({ neutrals_quorum: 5 }), 'out_of_range'],
    ['one side', genesis_body({ parties: parties.slice(1), neutrals_quorum: 3 }), 'out_of_range'],
    ['no civil offset', genesis_body({ civil_offsets: [] }), 'out_of_range'],
    ['a civil offset of a zone', genesis_body({ civil_offsets: ['KST'] }), 'malformed'],
    [
      'an organ of one',
      genesis_body({ organs: [{ name: 'joint/mac', members: ['unc/x'] }] }),
      'out_of_range',
    ],
    [
      'an organ below a party',
      genesis_body({ organs: [{ name: 'unc/mac', members: ['unc/x', 'unc/y'] }] }),
      'malformed',
    ],
    ['party name of two segments', party({ name: 'unc/x' }), 'malformed'],
    ['root outside its party', party({ root: key_of('kpa-cpv/other').vkey }), 'malformed'],
    [
      'one key in two roles',
      party({ cosigner: key_of('unc/cosigner', 4).vkey, root: key_of('sweden/root').vkey }),
      'malformed',
    ],
    ['party without own_register', party({ own_register: undefined }), 'malformed'],
    ['own_register no vkey', party({ own_register: 'x' }), 'malformed'],
    ['digest in upper case', genesis_body({ spec: digest('spec').toUpperCase() }), 'malformed'],
  ])('%s', async (_, body, code) => {
    const made = genesis_of(body);
    const record = await parse_record(made.entry);
    expect(word(record.ok ? await Admission.start(record.value, made.body) : record)).toBe(code);
  });
  test('one public key has one role', async () => {
    const root = key_of('unc/root');
    const twin = { ...key_of('kpa-cpv/root'), public_key: root.public_key };
    const id = Buffer.from(
      new Uint8Array(
        await crypto.subtle.digest(
          'SHA-256',
          Buffer.concat([Buffer.from(`${twin.name}\n\u0001`), root.public_key]),
        ),
      ),
    )
      .toString('hex')
      .slice(0, 8);
    const vkey = `${twin.name}+${id}+${to_base64(new Uint8Array([1, ...root.public_key]))}`;
    const made = genesis_of(party({ root: vkey }, 1));
    const record = await parse_record(made.entry);
    expect(word(record.ok ? await Admission.start(record.value, made.body) : record)).toBe(
      'exists',
    );
  });
  test('is signed by every root in order, and its body is the one named', async () => {
    const roots = party_names.map((name) => key_of(`${name}/root`));
    const run = async (keys: typeof roots, body?: Uint8Array<ArrayBuffer>) => {
      const made = genesis_of(genesis_body(), keys);
      const record = await parse_record(made.entry);
      return word(record.ok ? await Admission.start(record.value, body ?? made.body) : record);
    };
    expect(await run(roots)).toBe('ok');
    expect(await run([roots[1]!, roots[0]!, ...roots.slice(2)])).toBe('wrong_signers');
    expect(await run(roots.slice(0, 5))).toBe('wrong_signers');
    expect(await run(roots, utf8_bytes('{}'))).toBe('digest_mismatch');
    const text = genesis_of();
    const record = await parse_record(text.entry);
    if (!record.ok) return;
    const forged = {
      ...record.value,
      lines: record.value.lines.map((line) => ({ ...line, payload: new Uint8Array(64) })),
    };
    expect(word(await Admission.start(forged, text.body))).toBe('bad_signature');
  });
});

describe('one author', () => {
  test('is enrolled, and each number is taken once', async () => {
    const bench = await Bench.start();
    const author = await bench.enrol('unc/delegation');
    const first = author.write('note/1', note_body('one'));
    expect(word(await bench.put(first))).toBe('ok');
    expect(word(await bench.put(first))).toBe('number_taken');
    author.number = 0;
    author.previous = '-';
    expect(word(await bench.put(author.write('note/1', note_body('another one'))))).toBe(
      'number_taken',
    );
    author.number = 5;
    expect(word(await bench.put(author.write('note/1', note_body('after a gap'))))).toBe('ok');
    author.number = 2;
    expect(word(await bench.put(author.write('note/1', note_body('late'))))).toBe('ok');
    expect(word(await bench.put(author.write('quarrel/9', '{}')))).toBe('ok');
  });
  test('is refused by circle, key and signature, in that order', async () => {
    const bench = await Bench.start();
    const author = await bench.enrol('unc/delegation');
    const stranger = new Author(key_of('unc/stranger'), bench.register.circle);
    expect(word(await bench.put(stranger.write('note/1', note_body('x'))))).toBe('unknown_key');
    expect(
      word(await bench.put(new Author(key_of('unc/x'), digest('other')).write('note/1', '{}'))),
    ).toBe('wrong_circle');
    const lines = author.lines('note/1', note_body('x'));
    const forger = { ...key_of('unc/forger'), name: author.key.name, id: author.key.id };
    expect(word(await bench.put(make(lines, [forger], note_body('x'))))).toBe('bad_signature');
    expect(word(await bench.put(genesis_of()))).toBe('wrong_circle');
    const log = new Author(key_of('register.armistice.example/joint'), bench.register.circle);
    expect(word(await bench.put(log.write('note/1', note_body('x'))))).toBe('unknown_key');
    expect(
      word(
        await bench.put(
          bench.register.root_author('unc').write('note/1', note_body('inert, but admitted')),
        ),
      ),
    ).toBe('ok');
  });
});

describe('key records', () => {
  test('act only as enrolments by the party’s root', async () => {
    const bench = await Bench.start();
    const author = await bench.enrol('unc/delegation');
    const root = bench.register.root_author('unc');
    const put = async (by: Author, body: string) => inert(await bench.put(by.write('key/1', body)));
    const fresh = (name: string) => key_of(name).vkey;
    expect(await put(author, enrolment_body(fresh('unc/a')))).toBe('unknown_key');
    expect(await put(root, enrolment_body(fresh('kpa-cpv/a')))).toBe('wrong_signers');
    expect(await put(root, enrolment_body(fresh('uncle/a')))).toBe('wrong_signers');
    expect(await put(root, enrolment_body(author.key.vkey))).toBe('exists');
    expect(await put(root, enrolment_body(key_of('unc/root').vkey))).toBe('exists');
    expect(await put(root, enrolment_body(key_of('unc/b', 4).vkey))).toBe('unsupported');
    expect(await put(root, enrolment_body(fresh('unc/c'), { role: 'cosigner' }))).toBe(
      'unsupported',
    );
    expect(
      await put(
        root,
        enrolment_body(fresh('unc/c'), { action: 'rotate', replaces: 'unc/d+00000000' }),
      ),
    ).toBe('unsupported');
    expect(await put(root, enrolment_body(fresh('unc/c'), { next: '' }))).toBe('malformed');
    expect(await put(root, enrolment_body(fresh('unc/c'), { last_number: 1 }))).toBe('malformed');
    expect(
      await put(
        root,
        enrolment_body(fresh('unc/c'), { stolen_since: '1951-07-12T01:30:00+09:00' }),
      ),
    ).toBe('malformed');
    expect(
      await put(
        root,
        enrolment_body(fresh('unc/c'), {
          action: 'revoke',
          next: '',
          stolen_since: '1951-13-12T01:30:00+09:00',
        }),
      ),
    ).toBe('out_of_range');
    expect(await put(root, `${enrolment_body(fresh('unc/c'))}\u0000`)).toBe('malformed');
    const sealed = enrolment_body(fresh('unc/c'));
    expect(
      inert(
        await bench.put(root.write('key/1', sealed, [], { body: body_line(sealed, 'sealed') })),
      ),
    ).toBe('malformed');
    expect(await put(root, enrolment_body(fresh('unc/c')))).toBe('acts');
  });
  test('need their body, and exactly that', async () => {
    const bench = await Bench.start();
    const made = bench.register
      .root_author('unc')
      .write('key/1', enrolment_body(key_of('unc/a').vkey));
    const record = await parse_record(made.entry);
    if (!record.ok) expect.unreachable();
    expect(word(await bench.admission.admit(record.value, null))).toBe('incomplete');
    expect(word(await bench.admission.admit(record.value, utf8_bytes('{}')))).toBe(
      'digest_mismatch',
    );
    expect(bench.admission.next).toBe(1);
  });
  test('while contested, wait for a head with every side', async () => {
    const bench = await Bench.start();
    expect(inert(await bench.clock(1, ['unc', 'sweden', 'poland', 'switzerland']))).toBe('acts');
    expect(bench.admission.mode).toBe('contested');
    const author = await bench.enrol('unc/delegation');
    expect(word(await bench.put(author.write('note/1', note_body('too early'))))).toBe(
      'unknown_key',
    );
    expect(inert(await bench.clock(2))).toBe('acts');
    expect(word(await bench.put(author.write('note/1', note_body('still too early'))))).toBe(
      'unknown_key',
    );
    expect(inert(await bench.clock(bench.register.size, ['unc', 'kpa-cpv']))).toBe('acts');
    author.number = 0;
    author.previous = '-';
    expect(word(await bench.put(author.write('note/1', note_body('now'))))).toBe('ok');
  });
});

describe('the clock', () => {
  test('is the running maximum of lower medians, and heads grow', async () => {
    const bench = await Bench.start();
    expect(bench.admission.circle_time()).toBeNull();
    expect(inert(await bench.clock(1))).toBe('acts');
    expect(bench.admission.clock).toBe(start_utc + 2);
    expect(bench.admission.circle_time()).toBe(start_utc + 2 + scenario_offset_s);
    expect(inert(await bench.clock(1))).toBe('out_of_range');
    expect(inert(await bench.clock(2, party_names, start_utc - 500))).toBe('acts');
    expect(bench.admission.clock).toBe(start_utc + 2);
    expect(inert(await bench.clock(bench.register.size, ['unc', 'poland', 'sweden']))).toBe(
      'unquorate',
    );
    const later = new Register();
    later.append(bench.register.root_author('unc').write('note/1', note_body('x')));
    for (let i = 0; i < 20; ++i) later.entries.push(utf8_bytes(`${i}`));
    expect(
      inert(
        await bench.put(bench.register.clock_author.write('clock/1', clock_body(later.head()))),
      ),
    ).toBe('out_of_range');
    const by_root = bench.register
      .root_author('unc')
      .write('clock/1', clock_body(bench.register.head()));
    expect(inert(await bench.put(by_root))).toBe('unknown_key');
  });
});

describe('joint records', () => {
  const circle_time = start_utc + 2 + scenario_offset_s;
  const until = (seconds: number) => civil_text(circle_time + seconds, 32_400);
  const signers = ['unc/senior-member', 'kpa-cpv/senior-member'];
  async function begin(): Promise<Bench> {
    const bench = await Bench.start();
    await bench.enrol('unc/senior-member');
    await bench.enrol('kpa-cpv/senior-member');
    return bench;
  }
  test('stand before `until`, once, by an organ and enrolled signers', async () => {
    const bench = await begin();
    const draft = joint_record(bench.register, signers, until(1));
    expect(word(await bench.put(draft))).toBe('expired');
    await bench.clock(1);
    expect(word(await bench.put(joint_record(bench.register, signers, until(0))))).toBe('expired');
    expect(word(await bench.put(draft))).toBe('ok');
    expect(word(await bench.put(draft))).toBe('number_taken');
    expect(
      word(
        await bench.put(
          joint_record(bench.register, signers, until(9), note_body('x'), 'joint/nobody'),
        ),
      ),
    ).toBe('unknown_key');
    expect(
      word(
        await bench.put(joint_record(bench.register, ['unc/senior-member', 'unc/root'], until(9))),
      ),
    ).toBe('unknown_key');
    const forged = joint_record(bench.register, signers, until(9));
    const text = Buffer.from(forged.entry).toString().split('\n\n')[0]! + '\n';
    const bad = {
      ...forged,
      entry: utf8_bytes(
        `${text}\n${line_by(key_of(signers[0]!), text)}${line_by({ ...key_of('x'), name: signers[1]!, id: key_of(signers[1]!).id }, text)}`,
      ),
    };
    expect(word(await bench.put(bad))).toBe('bad_signature');
  });
  test('are void once a signer withdrew', async () => {
    const bench = await begin();
    await bench.clock(1);
    const draft = joint_record(bench.register, signers, until(60));
    const other = new Author(key_of('kpa-cpv/senior-member'), bench.register.circle);
    expect(
      word(await bench.put(other.write('withdrawal/1', withdrawal_body('no'), [draft.id]))),
    ).toBe('ok');
    expect(word(await bench.put(draft))).toBe('withdrawn');
  });
  test('withdrawals by strangers to the draft change nothing', async () => {
    const bench = await begin();
    await bench.clock(1);
    const third = await bench.enrol('unc/third');
    const draft = joint_record(bench.register, signers, until(60));
    await bench.put(third.write('withdrawal/1', 'not even JSON', [draft.id]));
    expect(word(await bench.put(draft))).toBe('ok');
  });
});

describe('heads', () => {
  const register = new Register();
  const text = register.head(1, []).split('\n\n')[0]! + '\n';
  const log = line_by(key_of('register.armistice.example/joint'), text);
  const by = (party: string, utc = 5n) =>
    cosignature_line(key_of(`${party}/cosigner`, 4), text, utc);
  async function head(...lines: readonly string[]) {
    return read_head((await start()).genesis, utf8_bytes(`${text}\n${lines.join('')}`));
  }
  test.each([
    [party_names, 'settled'],
    [['unc', 'kpa-cpv', 'sweden', 'poland', 'switzerland'], 'settled'],
    [['unc', 'kpa-cpv'], 'unwitnessed'],
    [['unc', 'kpa-cpv', 'sweden', 'poland'], 'unwitnessed'],
    [['unc', 'sweden', 'poland', 'switzerland'], 'contested'],
    [['unc', 'sweden', 'poland'], null],
    [['sweden', 'poland', 'switzerland', 'czechoslovakia'], null],
    [[], null],
  ])('%s reach %s', async (parties, mode) => {
    expect(await head(log, ...parties.map((party) => by(party)))).toMatchObject({
      ok: true,
      value: { mode },
    });
  });
  test('bad lines, strangers’ lines, lines twice', async () => {
    expect(word(await head(by('unc')))).toBe('unknown_key');
    const bad = cosignature_line(key_of('unc/cosigner', 4), `${text} `, 5n);
    expect(word(await head(log, bad))).toBe('bad_signature');
    expect(word(await head(log, log.replace(/.{8}\n$/, 'AAAAAAA=\n')))).toBe('bad_signature');
    expect(word(await head(log, bad.replace('unc/', 'who/')))).toBe('ok');
    const twice = await head(log, by('unc', 7n), by('unc', 9n));
    expect(twice.ok && twice.value.cosigned).toEqual([
      { party: 'unc', group: 'sides', time_utc: 7 },
    ]);
    expect(word(await head(log, by('unc', (1n << 53n) + 1n)))).toBe('bad_signature');
    const plain = line_by(key_of('unc/cosigner', 4), text);
    expect(word(await head(log, plain))).toBe('bad_signature');
    const genesis = (await start(genesis_body({ origin: 'other', log: key_of('other').vkey })))
      .genesis;
    expect(word(await read_head(genesis, utf8_bytes(`${text}\n${log}`)))).toBe('unknown_key');
  });
  test('without neutrals, every side settles and less does not count', async () => {
    const all = (JSON.parse(genesis_body()) as { parties: object[] }).parties;
    const body = genesis_body({ parties: all.slice(0, 2), neutrals_quorum: 0 });
    const made = genesis_of(
      body,
      ['unc', 'kpa-cpv'].map((name) => key_of(`${name}/root`)),
    );
    const record = await parse_record(made.entry);
    const admission = record.ok ? await Admission.start(record.value, made.body) : record;
    if (!admission.ok) expect.unreachable();
    const read = (...lines: string[]) =>
      read_head(admission.value.genesis, utf8_bytes(`${text}\n${lines.join('')}`));
    expect(await read(log, by('unc'), by('kpa-cpv'))).toMatchObject({ value: { mode: 'settled' } });
    expect(await read(log, by('unc'))).toMatchObject({ value: { mode: null } });
    expect(good(1).ok).toBe(true);
  });
});
