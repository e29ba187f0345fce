// SPDX-License-Identifier: Apache-2.0
// A C2SP tlog-proof: one entry under one checkpoint. Receipts have this form, and what a page
// prints as the annex of a paper copy. Spec: register.md §4.
import { from_base64 } from './base64';
import { byte_string, bytes_of, type Bytes } from './bytes';
import { parse_checkpoint } from './checkpoint';
import type { Genesis } from './kinds/genesis';
import { decimal_max, proof_hashes_max } from './limits';
import { leaf_hash, verify_inclusion } from './merkle';
import { parse_note } from './note';
import { read_head, type Head } from './quorum';
import { fail, good, within, type Result } from './result';

export type TlogProof = {
  readonly index: bigint;
  readonly hashes: readonly Bytes[];
  /** Verbatim, with its lines. */
  readonly checkpoint: Bytes;
};

const first_line = 'c2sp.org/tlog-proof@v1';

/** Reads a proof. `extra` is not authenticated and passed over. Errors: `malformed`, `out_of_range`,
 *  `too_large`. */
export function parse_proof(bytes: Uint8Array): Result<TlogProof> {
  const text = byte_string(bytes);
  const split = text.indexOf('\n\n');
  const lines = text.slice(0, Math.max(split, 0)).split('\n');
  if (split < 0 || lines.shift() !== first_line) {
    return fail('malformed', `a proof starts with ${first_line} and has an empty line`);
  }
  if (lines[0]?.startsWith('extra ')) {
    const extra = lines.shift() ?? '';
    if (from_base64(extra.slice(6)) === null) return fail('malformed', 'extra: not base64');
  }
  const index = /^index (0|[1-9][0-9]*)$/.exec(lines.shift() ?? '');
  if (index === null) return fail('malformed', '`index` is due here');
  if (BigInt(index[1] ?? '') > decimal_max) return fail('out_of_range', 'an index is below 2^63');
  if (lines.length > proof_hashes_max) return fail('out_of_range', 'a proof has at most 63 hashes');
  const hashes: Bytes[] = [];
  for (const line of lines) {
    const hash = from_base64(line);
    if (hash === null || hash.length !== 32)
      return fail('malformed', 'a hash is 44 characters of base64');
    hashes.push(hash);
  }
  const checkpoint = bytes_of(text.slice(split + 2));
  const note = parse_note(checkpoint);
  return note.ok ? good({ index: BigInt(index[1] ?? ''), hashes, checkpoint }) : note;
}

/** Checks that `entry` is where the proof says, under the root that its checkpoint states; not who
 *  signed that. Gives the size. Errors: `malformed`, `out_of_range`, `proof_mismatch`. */
export async function check_inclusion(
  proof: TlogProof,
  entry: Uint8Array,
): Promise<Result<bigint>> {
  const note = parse_note(proof.checkpoint);
  if (!note.ok) return note;
  const checkpoint = parse_checkpoint(note.value.text);
  if (!checkpoint.ok) return checkpoint;
  const { size, root } = checkpoint.value;
  const leaf = await leaf_hash(entry);
  const included = await verify_inclusion(leaf, proof.index, size, proof.hashes, root);
  return included.ok ? good(size) : included;
}

/** Checks a proof whole: the inclusion, the log's line, every cosignature of the circle. Errors: those
 *  of check_inclusion and read_head. */
export async function check_proof(
  genesis: Genesis,
  proof: TlogProof,
  entry: Uint8Array,
): Promise<Result<Head>> {
  const included = await check_inclusion(proof, entry);
  if (!included.ok) return included;
  const head = await read_head(genesis, proof.checkpoint);
  return head.ok ? head : within(head, 'checkpoint');
}
