// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { cosignature_line, key_of_seed, line_by, sha } from '../../test/fixture';
import { files_below, shared_data } from '../../test/shared';
import { from_base64, to_base64 } from './base64';
import { to_hex, utf8_bytes, type Bytes } from './bytes';
import { parse_checkpoint, verify_cosignature } from './checkpoint';
import {
  empty_root,
  leaf_hash,
  node_hash,
  root_of,
  verify_consistency,
  verify_inclusion,
} from './merkle';
import { parse_note } from './note';
import { check_inclusion, parse_proof } from './proof';
import { fail, type Result } from './result';
import { join_bundle, split_bundle, tile_path, tiles_of } from './tile';
import { split_tile, Tree } from './tree';

test('hashes as RFC 6962', async () => {
  expect(to_hex(await leaf_hash(utf8_bytes('')))).toMatch(/^6e340b9cffb37a98.*afa01d$/);
  expect(to_hex(await leaf_hash(utf8_bytes('L123456')))).toMatch(/^395aa064aa4c29f7.*2b4d56$/);
  expect(to_hex(await node_hash(utf8_bytes('N123'), utf8_bytes('N456')))).toMatch(
    /^aa217fe888e47007.*e66bbb$/,
  );
  expect(to_hex(await empty_root())).toMatch(/^e3b0c442.*b855$/);
});

// Made with Go's x/mod: three entries, one log, one witness.
test('known answer', async () => {
  const log = key_of_seed('register.armistice.example/joint', new Uint8Array(32).fill(1));
  const witness = key_of_seed('observer.example/sweden', new Uint8Array(32).fill(2), 4);
  expect(log.vkey).toBe(
    'register.armistice.example/joint+1d4162aa+AYqI4910CfGV/VLbLTy6XXLKZwm/HZQSG/N0iAG0D29c',
  );
  expect(witness.vkey).toBe(
    'observer.example/sweden+fb672137+BIE5dw6ofRdfVqNUZsNMfszLjYqRtO43ol32D1uPybOU',
  );
  const entries = ['cable 1', 'cable 2', 'cable 3'].map(utf8_bytes);
  const leaves = await Promise.all(entries.map(leaf_hash));
  const tree = new Tree();
  await tree.append(leaves);
  const roots = await Promise.all(
    [1, 2, 3].map(async (size) => to_base64(await tree.root_at(size))),
  );
  expect(roots).toEqual([
    'r4VQyAztmaohUL7e797DvN90c9FxSwU35N3m7ZwlWWE=',
    '7RiFy58OVg+jGHsZ2LVBiu+u1n4zzX706tkXLyBfPqI=',
    '9kQbZsRSPF+EjILwWFDC9ecsBuVrf8xNvmkMFFBvcDA=',
  ]);
  expect(to_hex(join_bundle(entries))).toBe(
    '00076361626c65203100076361626c65203200076361626c652033',
  );
  expect(to_hex(tree.tile({ level: 0, n: 0, width: 3 }))).toBe(leaves.map(to_hex).join(''));
  expect((await tree.inclusion(1, 3)).map(to_base64)).toEqual([roots[0], to_base64(leaves[2]!)]);
  const third = from_base64(roots[2]!)!;
  const second = from_base64(roots[1]!)!;
  expect((await verify_consistency(2n, second, 3n, third, [leaves[2]!])).ok).toBe(true);

  const text = `register.armistice.example/joint\n3\n${roots[2]}\n`;
  const note = `${text}\n${line_by(log, text)}${cosignature_line(witness, text, 1_700_000_000n)}`;
  expect(note).toBe(
    'register.armistice.example/joint\n3\n9kQbZsRSPF+EjILwWFDC9ecsBuVrf8xNvmkMFFBvcDA=\n\n' +
      '— register.armistice.example/joint HUFiqs52Xjr+BxnRzLqPGSYbjHQ8OvkA+ZIXjCSeup/yQ/bCsrEtGHoG2VoWUOsUfbrRMoOtkiYxsf/FpaYYCmj+2w8=\n' +
      '— observer.example/sweden +2chNwAAAABlU/EA3wSZ4Ghw/6VLUGGEMbcxQkM3zgmvBac02qIUliZOw5yxbxA5HAvrxSXBntg1b2NQbY0GsmiaSLGnMhAktjOoDA==\n',
  );
  const parsed = parse_note(utf8_bytes(note));
  if (!parsed.ok) expect.unreachable();
  expect(parse_checkpoint(parsed.value.text)).toMatchObject({
    ok: true,
    value: { size: 3n, root: third },
  });
  const line = parsed.value.lines[1]!;
  expect(await verify_cosignature(witness.public_key, parsed.value.text, line.payload)).toBe(
    1_700_000_000,
  );

  const proof = parse_proof(
    utf8_bytes(`c2sp.org/tlog-proof@v1\nindex 1\n${roots[0]}\n${to_base64(leaves[2]!)}\n\n${note}`),
  );
  expect(proof.ok && (await check_inclusion(proof.value, entries[1]!))).toMatchObject({
    ok: true,
    value: 3n,
  });
  expect(proof.ok && (await check_inclusion(proof.value, entries[0]!))).toMatchObject({
    code: 'proof_mismatch',
  });
});

test('proofs have one form', () => {
  const head = 'origin\n1\nr4VQyAztmaohUL7e797DvN90c9FxSwU35N3m7ZwlWWE=\n\n— origin AAAAAAAAAAA=\n';
  const read = (text: string) => parse_proof(utf8_bytes(text));
  expect(read(`c2sp.org/tlog-proof@v1\nextra AAAA\nindex 0\n\n${head}`).ok).toBe(true);
  for (const bad of [
    `c2sp.org/tlog-proof@v2\nindex 0\n\n${head}`,
    `c2sp.org/tlog-proof@v1\nindex 01\n\n${head}`,
    `c2sp.org/tlog-proof@v1\nindex 0\nAAAA\n\n${head}`,
    'c2sp.org/tlog-proof@v1\nindex 0\n\n',
    `c2sp.org/tlog-proof@v1\nextra !\nindex 0\n\n${head}`,
    `c2sp.org/tlog-proof@v1\n\n${head}`,
    '',
    `c2sp.org/tlog-proof@v1\nindex 0\n${`${'A'.repeat(43)}=\n`.repeat(64)}\n${head}`,
  ])
    expect(read(bad).ok, bad).toBe(false);
});

test('checkpoints have one form', () => {
  const root = 'r4VQyAztmaohUL7e797DvN90c9FxSwU35N3m7ZwlWWE=';
  const read = (text: string) => parse_checkpoint(utf8_bytes(text));
  expect(read(`origin\n0\n${root}\n`).ok).toBe(true);
  for (const bad of [
    `origin\n01\n${root}\n`,
    `origin\n1\n${root}\nmore\n`,
    `origin\n1\n${root}`,
    `Origin\n1\n${root}\n`,
    `origin\n1\nAAAA\n`,
    `origin\n-1\n${root}\n`,
    `\n1\n${root}\n`,
  ]) {
    expect(read(bad), bad).toMatchObject({ code: 'malformed' });
  }
  expect(read(`origin\n9223372036854775808\n${root}\n`)).toMatchObject({ code: 'out_of_range' });
});

test('every leaf of every size, by a tree that keeps tiles', { timeout: 30_000 }, async () => {
  const leaves = Array.from({ length: 530 }, (_, i) => sha(`leaf ${i}`));
  const tree = new Tree();
  await tree.append(leaves);
  for (const size of [1, 2, 3, 7, 8, 255, 256, 257, 511, 512, 513, 530]) {
    const root = await root_of(leaves.slice(0, size));
    expect(await tree.root_at(size)).toEqual(root);
    for (let i = 0; i < size; i += size < 10 ? 1 : 97) {
      const proof = await tree.inclusion(i, size);
      expect((await verify_inclusion(leaves[i]!, BigInt(i), BigInt(size), proof, root)).ok).toBe(
        true,
      );
      expect(
        (await verify_inclusion(leaves[i]!, BigInt(i), BigInt(size), [...proof, root], root)).ok,
      ).toBe(false);
      expect(
        (await verify_inclusion(leaves[i]!, BigInt(i), BigInt(size), proof.slice(1), root)).ok,
      ).toBe(i === 0 && size === 1);
    }
  }
  expect(split_tile(tree.tile({ level: 1, n: 0, width: 2 }))[1]).toEqual(
    await root_of(leaves.slice(256, 512)),
  );
});

test('tile paths and widths of the specification', () => {
  expect(tile_path({ level: 0, n: 1_234_067, width: 256 })).toBe('tile/0/x001/x234/067');
  expect(tile_path({ level: 'entries', n: 5, width: 112 })).toBe('tile/entries/005.p/112');
  const last = (level: number) => tiles_of(70_000, level).at(-1);
  expect(tiles_of(70_000, 0).length).toBe(274);
  expect([last(0), last(1), last(2), last(3)]).toEqual([
    { level: 0, n: 273, width: 112 },
    { level: 1, n: 1, width: 17 },
    { level: 2, n: 0, width: 1 },
    undefined,
  ]);
  expect(tiles_of(256, 0)).toEqual([{ level: 0, n: 0, width: 256 }]);
  expect(tiles_of(256, 1)).toEqual([{ level: 1, n: 0, width: 1 }]);
});

test('bundles split into what they joined', () => {
  const bundle = join_bundle([new Uint8Array(0), new Uint8Array(65_535).fill(120)]);
  expect(split_bundle(bundle, 2)).toMatchObject({ ok: true });
  expect(split_bundle(bundle, 3)).toMatchObject({ code: 'malformed' });
  expect(split_bundle(bundle.slice(0, -1), 2)).toMatchObject({ code: 'malformed' });
  expect(split_bundle(new Uint8Array(1), 1)).toMatchObject({ code: 'malformed' });
});

type Published = { readonly [field: string]: unknown };

// A published hash of another length than 32 bytes fits nowhere; only whether two are the same
// matters.
function hash(value: unknown): Bytes {
  const bytes = typeof value === 'string' ? from_base64(value) : null;
  return bytes?.length === 32 ? bytes : sha(`of another length: ${String(value)}`);
}
// Six vectors have an index of 2^64 - 1: read as texts, since a double cannot hold it.
function read_published(path: string): Published {
  return JSON.parse(readFileSync(path, 'utf8').replace(/: (\d{16,})/g, ': "$1"')) as Published;
}
const count = (value: unknown) => BigInt(value as string | number);
const hashes = (value: unknown) => ((value as string[] | null) ?? []).map(hash);

function check_published(kind: string, one: Published): Promise<Result<void>> {
  if (kind === 'consistency') {
    return verify_consistency(
      count(one['size1']),
      hash(one['root1']),
      count(one['size2']),
      hash(one['root2']),
      hashes(one['proof']),
    );
  }
  if (from_base64(String(one['root']))?.length !== 32)
    return Promise.resolve(fail('malformed', 'no root'));
  return verify_inclusion(
    hash(one['leafHash']),
    count(one['leafIdx']),
    count(one['treeSize']),
    hashes(one['proof']),
    hash(one['root']),
  );
}

for (const kind of ['inclusion', 'consistency']) {
  const folder = shared_data(`vectors/merkle/${kind}`);
  test.skipIf(folder === null)(`98 published ${kind} proofs`, async () => {
    const files = files_below(folder ?? '');
    expect(files.length).toBe(98);
    for (const path of files) {
      const one = read_published(path);
      expect((await check_published(kind, one)).ok, path).toBe(!one['wantErr']);
    }
  });
}
