// SPDX-License-Identifier: Apache-2.0
// Every kind of body there is. A new kind is one file here and one line in the table.
// Spec: kinds/README.md.
import type { Bytes } from '../bytes';
import { parse_json, type Json } from '../json';
import { fail, good, type Result } from '../result';
import { clock_kind, read_clock, type Clock } from './clock';
import { genesis_kind, read_genesis, type Genesis } from './genesis';
import { key_kind, read_key, type Key } from './key';
import { note_kind, read_note, type Note } from './note';
import { read_retraction, retraction_kind, type Retraction } from './retraction';
import { read_withdrawal, withdrawal_kind, type Withdrawal } from './withdrawal';

export type Body =
  | { readonly kind: 'genesis/1'; readonly body: Genesis }
  | { readonly kind: 'key/1'; readonly body: Key }
  | { readonly kind: 'clock/1'; readonly body: Clock }
  | { readonly kind: 'note/1'; readonly body: Note }
  | { readonly kind: 'retraction/1'; readonly body: Retraction }
  | { readonly kind: 'withdrawal/1'; readonly body: Withdrawal };

type Reader = (json: Json) => Promise<Result<Body>>;

function reader<K extends Body['kind']>(
  kind: K,
  read: (json: Json) => Promise<Result<Extract<Body, { kind: K }>['body']>>,
): [string, Reader] {
  return [
    kind,
    async (json) => {
      const body = await read(json);
      return body.ok ? good({ kind, body: body.value } as Extract<Body, { kind: K }>) : body;
    },
  ];
}

const readers: ReadonlyMap<string, Reader> = new Map([
  reader(genesis_kind, read_genesis),
  reader(key_kind, read_key),
  reader(clock_kind, read_clock),
  reader(note_kind, read_note),
  reader(retraction_kind, read_retraction),
  reader(withdrawal_kind, read_withdrawal),
]);

/** Whether some reader here knows the kind. */
export function is_known_kind(kind: string): boolean {
  return readers.has(kind);
}

/** Whether roster and clock are folded from it, so that its body travels with the entry. */
export function is_register_kind(kind: string): boolean {
  return kind === genesis_kind || kind === key_kind || kind === clock_kind;
}

/** Reads an open body of a kind. Errors: `unsupported` (no such kind), those of parse_json and of the
 *  kind's reader. */
export async function parse_body(kind: string, bytes: Bytes): Promise<Result<Body>> {
  const read = readers.get(kind);
  if (read === undefined) return fail('unsupported', `no kind ${kind}`);
  const json = parse_json(bytes);
  return json.ok ? read(json.value) : json;
}
