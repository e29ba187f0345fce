// SPDX-License-Identifier: Apache-2.0
// Keys as texts: `name+hhhhhhhh+BASE64(type ‖ public key)`. Spec: record.md §3, §4.
import { from_base64, to_base64 } from './base64';
import { concat, to_hex, type Bytes } from './bytes';
import { is_acceptable_key } from './ed25519';
import { sha256 } from './hash';
import { fail, good, type Result } from './result';

/** 1: Ed25519 over a note's text. 4: Ed25519 over a cosignature. */
export type KeyType = 1 | 4;

export type Vkey = {
  readonly name: string;
  /** 8 hexadecimal digits. */
  readonly id: string;
  readonly type: KeyType;
  readonly key: Bytes;
  readonly text: string;
};

const name_form = /^[a-z0-9/.-]{1,64}$/;
const vkey_form = /^([^+]*)\+([^+]*)\+(.*)$/s;

/** Whether a text is a name of ours. */
export function is_name(text: string): boolean {
  return name_form.test(text);
}

/** The party of a name: its first segment. */
export function party_of(name: string): string {
  return name.split('/', 1)[0] ?? '';
}

/** Whether `name` lies below `party`: `unc/delegation` below `unc`. */
export function is_below(name: string, party: string): boolean {
  return name.startsWith(`${party}/`) && name.length > party.length + 1;
}

/** The first four bytes of SHA-256(name ‖ 0x0A ‖ type ‖ key), as 8 digits. */
export async function key_id(name: string, type: KeyType, key: Uint8Array): Promise<string> {
  const digest = await sha256(name, '\n', new Uint8Array([type]), key);
  return to_hex(digest.subarray(0, 4));
}

/** The vkey of a public key. REQUIRES: is_name(name). */
export async function make_vkey(name: string, type: KeyType, key: Bytes): Promise<Vkey> {
  const id = await key_id(name, type, key);
  return {
    name,
    id,
    type,
    key,
    text: `${name}+${id}+${to_base64(concat(new Uint8Array([type]), key))}`,
  };
}

/** Reads a vkey. Errors: `malformed`, `unsupported` (another type), `bad_signature` (a key that the
 *  strict rule refuses). */
export async function parse_vkey(text: string): Promise<Result<Vkey>> {
  const found = vkey_form.exec(text);
  if (found === null) return fail('malformed', 'a key is written name+9d4a07c1+BASE64');
  const [name, id, base64] = [found[1] ?? '', found[2] ?? '', found[3] ?? ''];
  if (!is_name(name)) return fail('malformed', 'a key’s name is [a-z0-9/.-]{1,64}');
  if (!/^[0-9a-f]{8}$/.test(id)) return fail('malformed', 'a key’s id is 8 hexadecimal digits');
  const bytes = from_base64(base64);
  if (bytes === null || bytes.length === 0) return fail('malformed', 'a key ends in base64');
  const type = bytes[0];
  if (type !== 1 && type !== 4) return fail('unsupported', `key type ${type}`);
  const key = bytes.slice(1);
  if (key.length !== 32) return fail('malformed', 'a key has 32 bytes');
  if (!is_acceptable_key(key)) {
    return fail('bad_signature', 'a public key of small order or in another spelling');
  }
  const due = await key_id(name, type, key);
  if (due !== id) return fail('malformed', `the key’s id is ${due}`);
  return good({ name, id, type, key, text });
}
