// SPDX-License-Identifier: Apache-2.0
// The vectors beside the specification, which the C++ reader runs too. A file is `expect: ok` or a
// word of the list, `why: …`, an empty line, and the bytes of the entry.
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { files_below, spec_folder } from '../../test/shared';
import type { Bytes } from './bytes';
import { Admission } from './admission';
import { parse_record } from './record';
import { is_code, type Result } from './result';

type Vector = { readonly expected: string; readonly why: string; readonly entry: Bytes };

function read_vector(path: string): Vector {
  const file = readFileSync(path);
  const split = file.indexOf('\n\n');
  const fields = new Map(
    file
      .subarray(0, split)
      .toString('utf8')
      .split('\n')
      .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
  );
  const expected = fields.get('expect') ?? '';
  expect(expected === 'ok' || is_code(expected), `${path}: expect: ${expected}`).toBe(true);
  return {
    expected,
    why: fields.get('why') ?? '',
    entry: new Uint8Array(file.subarray(split + 2)),
  };
}

function word(result: Result<unknown>): string {
  return result.ok ? 'ok' : result.code;
}

const records = spec_folder('vectors/record');
const admissions = spec_folder('vectors/admission');

describe.skipIf(records === null)('spec/vectors/record', () => {
  test.each(records === null ? [] : files_below(records).filter((path) => !path.endsWith('.md')))(
    '%s',
    async (path) => {
      const vector = read_vector(path);
      expect(word(await parse_record(vector.entry)), vector.why).toBe(vector.expected);
    },
  );
});

// One folder a register: entries in the order of their names, the first being genesis, and the
// bodies that they need in `bodies/`, each under the 64 digits of its digest.
async function run_register(folder: string): Promise<void> {
  const body_of = (digest: string) => {
    const path = join(folder, 'bodies', digest.slice('sha256:'.length));
    return existsSync(path) ? new Uint8Array(readFileSync(path)) : null;
  };
  const paths = files_below(folder).filter((path) => !/\.md$|\/bodies\//.test(path));
  let admission: Admission | null = null;
  for (const path of paths) {
    const vector = read_vector(path);
    const record = await parse_record(vector.entry);
    const body = record.ok ? body_of(record.value.header.body.digest) : null;
    let verdict: Result<unknown> = record;
    if (record.ok && admission === null) {
      const started = await Admission.start(record.value, body ?? new Uint8Array());
      verdict = started;
      if (started.ok) admission = started.value;
    } else if (record.ok && admission !== null) {
      verdict = await admission.judge(record.value);
      if (verdict.ok) await admission.admit(record.value, body);
      else admission.pass();
    } else {
      admission?.pass();
    }
    expect(word(verdict), `${basename(path)}: ${vector.why}`).toBe(vector.expected);
  }
}

describe.skipIf(admissions === null)('spec/vectors/admission', () => {
  const folders = new Set(
    (admissions === null ? [] : files_below(admissions))
      .filter((path) => !/\.md$|\/bodies\//.test(path))
      .map((path) => path.slice(0, path.lastIndexOf('/'))),
  );
  test.each([...folders])('%s', run_register);
});
