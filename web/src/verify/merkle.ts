// SPDX-License-Identifier: Apache-2.0
// RFC 6962 §2.1 hashing, and proofs by the algorithms of RFC 9162 §2.1.3.2 and §2.1.4.2, with their
// names. Sizes are bigints: a proof's numbers come from a stranger. Spec: register.md §2.
import { concat, equal, type Bytes } from './bytes';
import { sha256 } from './hash';
import { done, fail, type Result } from './result';

const leaf_prefix = new Uint8Array([0]);
const node_prefix = new Uint8Array([1]);

/** SHA-256(0x00 ‖ entry). */
export function leaf_hash(entry: Uint8Array): Promise<Bytes> {
  return sha256(leaf_prefix, entry);
}

/** SHA-256(0x01 ‖ left ‖ right). */
export function node_hash(left: Uint8Array, right: Uint8Array): Promise<Bytes> {
  return sha256(node_prefix, left, right);
}

/** The root of no leaves: SHA-256(""). */
export function empty_root(): Promise<Bytes> {
  return sha256('');
}

/** The root over `hashes`, each a whole subtree of one size. Halves level by level, so that the
 *  platform hashes a level at once. */
export async function root_of(hashes: readonly Bytes[]): Promise<Bytes> {
  let level = hashes;
  if (level.length === 0) return empty_root();
  while (level.length > 1) {
    const below = level;
    const pairs = Array.from({ length: below.length >> 1 }, (_, i) =>
      sha256(node_prefix, concat(below[2 * i] as Bytes, below[2 * i + 1] as Bytes)),
    );
    const odd = below.length % 2 === 1 ? [below.at(-1) as Bytes] : [];
    level = [...(await Promise.all(pairs)), ...odd];
  }
  return level[0] as Bytes;
}

/** Checks that `leaf` is number `index` of the `size` leaves under `root`.
 *  Errors: `out_of_range`, `proof_mismatch`. */
export async function verify_inclusion(
  leaf: Bytes,
  index: bigint,
  size: bigint,
  proof: readonly Bytes[],
  root: Bytes,
): Promise<Result<void>> {
  if (index < 0n || index >= size)
    return fail('out_of_range', 'the leaf lies past the tree’s size');
  let fn = index;
  let sn = size - 1n;
  let r = leaf;
  for (const p of proof) {
    if (sn === 0n) return fail('proof_mismatch', 'inclusion: the proof is too long');
    if ((fn & 1n) === 1n || fn === sn) {
      r = await node_hash(p, r);
      while ((fn & 1n) === 0n && fn !== 0n) {
        fn >>= 1n;
        sn >>= 1n;
      }
    } else {
      r = await node_hash(r, p);
    }
    fn >>= 1n;
    sn >>= 1n;
  }
  if (sn !== 0n) return fail('proof_mismatch', 'inclusion: the proof is too short');
  return equal(r, root)
    ? done
    : fail('proof_mismatch', 'inclusion: the proof leads to another root');
}

/** Checks that the tree of `second` leaves continues the one of `first`.
 *  Errors: `out_of_range` (first is 0, or above second), `proof_mismatch`. */
export async function verify_consistency(
  first: bigint,
  first_root: Bytes,
  second: bigint,
  second_root: Bytes,
  proof: readonly Bytes[],
): Promise<Result<void>> {
  if (first > second) return fail('out_of_range', 'the first tree is the larger');
  if (first <= 0n) return fail('out_of_range', 'every tree continues the empty one');
  if (first === second) {
    if (proof.length > 0) return fail('proof_mismatch', 'consistency: no proof is due here');
    return equal(first_root, second_root)
      ? done
      : fail('proof_mismatch', 'consistency: the roots differ');
  }
  const path = (first & (first - 1n)) === 0n ? [first_root, ...proof] : [...proof];
  const start = path.shift();
  if (start === undefined) return fail('proof_mismatch', 'consistency: the proof is too short');
  let [fn, sn, fr, sr] = [first - 1n, second - 1n, start, start];
  while ((fn & 1n) === 1n) [fn, sn] = [fn >> 1n, sn >> 1n];
  for (const c of path) {
    if (sn === 0n) return fail('proof_mismatch', 'consistency: the proof is too long');
    if ((fn & 1n) === 1n || fn === sn) {
      fr = await node_hash(c, fr);
      sr = await node_hash(c, sr);
      while ((fn & 1n) === 0n && fn !== 0n) [fn, sn] = [fn >> 1n, sn >> 1n];
    } else {
      sr = await node_hash(sr, c);
    }
    [fn, sn] = [fn >> 1n, sn >> 1n];
  }
  if (sn !== 0n) return fail('proof_mismatch', 'consistency: the proof is too short');
  if (!equal(fr, first_root)) return fail('proof_mismatch', 'consistency: another first root');
  return equal(sr, second_root) ? done : fail('proof_mismatch', 'consistency: another second root');
}
