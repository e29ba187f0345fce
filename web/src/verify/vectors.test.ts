// SPDX-License-Identifier: Apache-2.0
// Every vector of spec/vectors, which the C++ readers run too: two implementations that share no
// code come to the same words. The form of the files: spec/vectors/README.md.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { files_below, spec_folder } from '../../test/shared';
import { Admission } from './admission';
import { from_base64 } from './base64';
import type { Bytes } from './bytes';
import { parse_json } from './json';
import { clock_kind } from './kinds/clock';
import { parse_body } from './kinds/body';
import { genesis_kind, type Genesis } from './kinds/genesis';
import { key_kind } from './kinds/key';
import { check_inclusion, parse_proof } from './proof';
import { lower_median, read_head, type Head } from './quorum';
import { parse_record, type Record } from './record';
import { is_code, type Result } from './result';
import { parse_vkey } from './vkey';

const vectors = spec_folder('vectors') ?? resolve('spec/vectors');

function files_in(folder: string, ending: string): readonly string[] {
  return files_below(join(vectors, folder)).filter((path) => path.endsWith(ending));
}

function read(path: string): Bytes {
  return new Uint8Array(readFileSync(path));
}

type Case = { readonly header: ReadonlyMap<string, string>; readonly bytes: Bytes };

function read_case(path: string): Case {
  const file = readFileSync(path);
  const split = file.indexOf('\n\n');
  const lines = file.subarray(0, split).toString('utf8').split('\n');
  const header = new Map(
    lines.map((line) => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)]),
  );
  const expected = header.get('expect') ?? '';
  expect(expected === 'ok' || is_code(expected), `${path}: expect: ${expected}`).toBe(true);
  return { header, bytes: new Uint8Array(file.subarray(split + 2)) };
}

function word(result: Result<unknown>): string {
  return result.ok ? 'ok' : result.code;
}

function decoded(base64: string): Bytes {
  const bytes = from_base64(base64);
  if (bytes === null) throw new Error('a vector whose base64 is none');
  return bytes;
}

// Calls `check` for each case of a folder, and expects the word that the case names.
function run_cases(folder: string, check: (one: Case) => Promise<Result<unknown>>): void {
  describe(`spec/vectors/${folder}`, () => {
    test.each(files_in(folder, '.txt'))('%s', async (path) => {
      const one = read_case(path);
      const result = await check(one);
      expect(word(result), one.header.get('why')).toBe(one.header.get('expect'));
    });
  });
}

run_cases('record', async ({ header, bytes }) => {
  const record = await parse_record(bytes);
  if (record.ok && header.has('id')) expect(record.value.id).toBe(header.get('id'));
  return record;
});

run_cases('vkey', async ({ bytes }) => parse_vkey(new TextDecoder().decode(bytes)));

run_cases('json', async ({ bytes }) => parse_json(bytes));

run_cases('kinds', async ({ header, bytes }) => parse_body(header.get('kind') ?? '', bytes));

run_cases('proof', async ({ header, bytes }) => {
  const proof = parse_proof(bytes);
  return proof.ok ? check_inclusion(proof.value, decoded(header.get('entry') ?? '')) : proof;
});

async function checkpoint_genesis(): Promise<Genesis> {
  const body = await parse_body(genesis_kind, read(join(vectors, 'checkpoint/genesis.json')));
  if (!body.ok || body.value.kind !== genesis_kind) throw new Error('genesis.json is no genesis');
  return body.value.body;
}

function expect_head(header: ReadonlyMap<string, string>, head: Head): void {
  const names = head.cosigned.map((one) => one.party).join(' ');
  expect(head.mode ?? 'none').toBe(header.get('mode'));
  expect(names === '' ? '-' : names).toBe(header.get('cosigned'));
  expect(names === '' ? '-' : String(lower_median(head.cosigned))).toBe(header.get('median'));
}

run_cases('checkpoint', async ({ header, bytes }) => {
  const head = await read_head(await checkpoint_genesis(), bytes);
  if (head.ok && header.get('expect') === 'ok') expect_head(header, head.value);
  return head;
});

// The files are our own and plain; numbers in them are small.
type Start = { why: string; expect: string; entry: string; body: string; circle: string | null };
type Entry = { entry: string; body: string | null; verdict: string; acts: boolean | null };
type RosterRow = { name: string; key: string; role: string; from: number | null };
type History = {
  why: string;
  genesis: { entry: string; body: string };
  circle: string;
  entries: Entry[];
  end: { clock: number | null; mode: string | null; clock_size: number; keys: RosterRow[] };
};

async function start(entry: string, body: string): Promise<Result<Admission>> {
  const record = await parse_record(decoded(entry));
  return record.ok ? Admission.start(record.value, decoded(body)) : record;
}

describe('spec/vectors/genesis', () => {
  test.each(files_in('genesis', '.json'))('%s', async (path) => {
    const one = JSON.parse(readFileSync(path, 'utf8')) as Start;
    const started = await start(one.entry, one.body);
    expect(word(started), one.why).toBe(one.expect);
    if (started.ok) expect(started.value.circle).toBe(one.circle);
  });
});

async function judged(admission: Admission, entry: string): Promise<Result<Record>> {
  const record = await parse_record(decoded(entry));
  if (!record.ok) return record;
  const verdict = await admission.judge(record.value);
  return verdict.ok ? record : verdict;
}

async function run_entry(admission: Admission, one: Entry, where: string): Promise<void> {
  const record = await judged(admission, one.entry);
  expect(record.ok ? 'admitted' : record.code, where).toBe(one.verdict);
  if (!record.ok) {
    admission.pass();
    return;
  }
  const body = one.body === null ? null : decoded(one.body);
  const effect = await admission.admit(record.value, body);
  if (!effect.ok) throw new Error(`${where}: ${effect.what}`);
  const { kind } = record.value.header;
  const may_act = kind === key_kind || kind === clock_kind;
  expect(may_act ? effect.value.inert === null : null, where).toBe(one.acts);
}

describe('spec/vectors/admission', () => {
  test.each(files_in('admission', '.json'))('%s', async (path) => {
    const one = JSON.parse(readFileSync(path, 'utf8')) as History;
    const started = await start(one.genesis.entry, one.genesis.body);
    if (!started.ok) throw new Error(started.what);
    const admission = started.value;
    expect(admission.circle).toBe(one.circle);
    for (const [i, entry] of one.entries.entries()) {
      await run_entry(admission, entry, `${one.why}: entry ${i + 1}`);
    }
    expect(admission.clock).toBe(one.end.clock);
    expect(admission.mode).toBe(one.end.mode);
    expect(Number(admission.clock_size)).toBe(one.end.clock_size);
    const keys = admission.roster.keys().map(({ vkey, role, from }) => {
      return { name: vkey.name, key: vkey.id, role, from };
    });
    expect(keys).toEqual(one.end.keys);
  });
});

test('the vectors are there', () => {
  expect(files_in('record', '.txt').length).toBeGreaterThan(250);
});
