// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { key_of, sign_with } from '../../test/fixture';
import { read_json, shared_data } from '../../test/shared';
import { from_hex, utf8_bytes } from './bytes';
import { is_acceptable_key, verify } from './ed25519';
import { accepted_cases, type Ed25519Case } from './ed25519_vectors';

const path = shared_data('vectors/ed25519vectors.json');

test.skipIf(path === null)('accepts exactly the 43 undisputed of 914 published cases', async () => {
  const cases = read_json(path ?? '') as readonly (Ed25519Case & { flags: string[] | null })[];
  expect(cases.length).toBe(914);
  const accepted = new Set(await accepted_cases(cases));
  expect(accepted.size).toBe(43);
  const disputed = new Set(['low_order_R', 'low_order_A', 'non_canonical_R', 'non_canonical_A']);
  for (const one of cases.filter((each) => accepted.has(each.number))) {
    expect((one.flags ?? []).filter((flag) => disputed.has(flag))).toEqual([]);
  }
});

test('a signature is good under its own key and text alone', async () => {
  const key = key_of('unc/delegation');
  const text = utf8_bytes('a text');
  const signature = sign_with(key, text);
  expect(await verify(key.public_key, text, signature)).toBe(true);
  expect(await verify(key_of('unc/other').public_key, text, signature)).toBe(false);
  expect(await verify(key.public_key, utf8_bytes('a test'), signature)).toBe(false);
  expect(await verify(key.public_key, text, signature.slice(0, 63))).toBe(false);
});

test('S at or above the group order is refused', async () => {
  const key = key_of('unc/delegation');
  const text = utf8_bytes('a text');
  const signature = sign_with(key, text);
  // S + L is the same scalar in another spelling.
  let s = 0n;
  for (let i = 63; i >= 32; --i) s = (s << 8n) | BigInt(signature[i]!);
  s += (1n << 252n) + 27_742_317_777_372_353_535_851_937_790_883_648_493n;
  for (let i = 32; i < 64; ++i, s >>= 8n) signature[i] = Number(s & 255n);
  expect(await verify(key.public_key, text, signature)).toBe(false);
});

test('keys of small order or in another spelling are not acceptable', () => {
  const bad = [
    '00'.repeat(32),
    `01${'00'.repeat(31)}`,
    `01${'00'.repeat(30)}80`,
    '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
    'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa',
    `ec${'ff'.repeat(30)}7f`,
    `ed${'ff'.repeat(30)}7f`,
    `ee${'ff'.repeat(30)}ff`,
    'ff'.repeat(32),
  ];
  for (const hex of bad) expect(is_acceptable_key(from_hex(hex)!), hex).toBe(false);
  expect(is_acceptable_key(key_of('unc/delegation').public_key)).toBe(true);
  expect(is_acceptable_key(new Uint8Array(31))).toBe(false);
});
