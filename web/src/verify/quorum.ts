// SPDX-License-Identifier: Apache-2.0
// Heads: a checkpoint with the log's line, who cosigned it, and the mode that their lines reach.
// Spec: register.md §5, §6.
import type { Bytes } from './bytes';
import { parse_checkpoint, verify_cosignature, type Checkpoint } from './checkpoint';
import { verify } from './ed25519';
import { count_group, type Genesis, type Group, type Party } from './kinds/genesis';
import { parse_note, type SignedNote } from './note';
import { fail, good, type Failure, type Result } from './result';

export type Mode = 'settled' | 'unwitnessed' | 'contested';
export const modes: readonly Mode[] = ['settled', 'unwitnessed', 'contested'];

export type Cosigned = { readonly party: string; readonly group: Group; readonly time_utc: number };

export type Head = {
  readonly checkpoint: Checkpoint;
  /** In the order of genesis. */
  readonly cosigned: readonly Cosigned[];
  /** Null: it does not count. */
  readonly mode: Mode | null;
};

function count(cosigned: readonly Cosigned[], group: Group): number {
  return cosigned.filter((one) => one.group === group).length;
}

/** Whether the head bears every side's cosignature. */
export function has_every_side(genesis: Genesis, head: Head): boolean {
  return count(head.cosigned, 'sides') === count_group(genesis, 'sides');
}

/** The mode that cosignatures reach; null if they reach none. */
export function mode_of(genesis: Genesis, cosigned: readonly Cosigned[]): Mode | null {
  const sides = count(cosigned, 'sides');
  const every_side = sides === count_group(genesis, 'sides');
  const quorum = count(cosigned, 'neutrals') >= genesis.neutrals_quorum;
  if (every_side) return quorum ? 'settled' : 'unwitnessed';
  // Without neutrals one side would reach "contested" by itself: then less does not count.
  const has_neutrals = count_group(genesis, 'neutrals') > 0;
  return sides > 0 && quorum && has_neutrals ? 'contested' : null;
}

/** Of n times in ascending order, number (n-1)/2 counted from 0. REQUIRES: at least one. */
export function lower_median(cosigned: readonly Cosigned[]): number {
  const times = cosigned.map((one) => one.time_utc).sort((a, b) => a - b);
  return times[(times.length - 1) >> 1] ?? 0;
}

async function check_log_line(genesis: Genesis, note: SignedNote): Promise<Failure | null> {
  const { name, id, key } = genesis.log;
  const lines = note.lines.filter((line) => line.name === name && line.key === id);
  if (lines.length === 0) return fail('unknown_key', `no line of the log ${name}`);
  for (const line of lines) {
    if (!(await verify(key, note.text, line.payload))) {
      return fail('bad_signature', 'the log’s line does not verify');
    }
  }
  return null;
}

// The first of a party's cosignatures; null if it has none.
async function read_cosignature(party: Party, note: SignedNote): Promise<Result<Cosigned | null>> {
  const { name, id, key } = party.cosigner;
  let first: Cosigned | null = null;
  for (const line of note.lines) {
    if (line.name !== name || line.key !== id) continue;
    const time_utc = await verify_cosignature(key, note.text, line.payload);
    if (time_utc === null) return fail('bad_signature', `${name}: its line does not verify`);
    first ??= { party: party.name, group: party.group, time_utc };
  }
  return good(first);
}

/** Reads a head and verifies every line by the log or a cosigner of the circle; lines by others are
 *  ignored. Errors: `malformed`, `out_of_range`, `unknown_key` (another log, or no line of it),
 *  `bad_signature`. */
export async function read_head(genesis: Genesis, bytes: Bytes): Promise<Result<Head>> {
  const note = parse_note(bytes);
  if (!note.ok) return note;
  const checkpoint = parse_checkpoint(note.value.text);
  if (!checkpoint.ok) return checkpoint;
  if (checkpoint.value.origin !== genesis.origin) {
    return fail('unknown_key', `a checkpoint of another log, ${checkpoint.value.origin}`);
  }
  const wrong = await check_log_line(genesis, note.value);
  if (wrong !== null) return wrong;
  const cosigned: Cosigned[] = [];
  for (const party of genesis.parties) {
    const one = await read_cosignature(party, note.value);
    if (!one.ok) return one;
    if (one.value !== null) cosigned.push(one.value);
  }
  return good({ checkpoint: checkpoint.value, cosigned, mode: mode_of(genesis, cosigned) });
}
