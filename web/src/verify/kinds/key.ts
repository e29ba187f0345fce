// SPDX-License-Identifier: Apache-2.0
// key/1: a party says which keys speak for it. Spec: kinds/key.md.
import type { Json } from '../json';
import type { Result } from '../result';
import { parse_civil_time } from '../time';
import { is_name, type Vkey } from '../vkey';
import { read_fields, type Fields } from './fields';

export type KeyRole = 'author' | 'cosigner' | 'log' | 'root';
export type Key = {
  readonly action: 'enrol' | 'rotate' | 'revoke';
  readonly role: KeyRole;
  readonly vkey: Vkey;
  /** Each empty where the action has none. */
  readonly next: string;
  readonly replaces: string;
  readonly last_number: number;
  readonly last_id: string;
  readonly stolen_since: string;
};

export const key_kind = 'key/1';

function is_key_reference(text: string): boolean {
  const [name = '', id = '', more] = text.split('+');
  return is_name(name) && /^[0-9a-f]{8}$/.test(id) && more === undefined;
}

// Which fields are empty is fixed by the action.
function check_by_action(fields: Fields, key: Omit<Key, 'vkey'>): void {
  const bad = (what: string) => fields.refuse('malformed', what);
  if ((key.next === '') !== (key.action === 'revoke'))
    bad('next: empty when revoking, and only then');
  if ((key.replaces === '') === (key.action === 'rotate')) bad('replaces: empty unless rotating');
  if (key.action === 'enrol' && (key.last_number !== 0 || key.last_id !== '')) {
    bad('last_number and last_id: 0 and empty when enrolling');
  }
  if (key.last_number < 0) fields.refuse('out_of_range', 'last_number: from 0');
  if (key.last_number > 0 !== (key.last_id !== '')) {
    bad('last_id: the id of the record last_number, if there is one');
  }
  if (key.stolen_since !== '' && key.action !== 'revoke')
    bad('stolen_since: empty unless revoking');
}

/** Reads a key record's body. Errors: `malformed`, `too_large`, `unsupported`, `bad_signature` (a
 *  public key that the strict rule refuses), `out_of_range`. */
export function read_key(json: Json): Promise<Result<Key>> {
  return read_fields(json, key_kind, async (fields) => {
    const action = fields.word('action', ['enrol', 'rotate', 'revoke']);
    const role = fields.word('role', ['author', 'cosigner', 'log', 'root']);
    const vkey = await fields.vkey('vkey');
    const next = fields.digest('next', true);
    const replaces = fields.text('replaces', 80);
    if (replaces !== '' && !is_key_reference(replaces)) {
      fields.refuse('malformed', 'replaces: name+9d4a07c1');
    }
    const last_number = fields.integer('last_number');
    const last_id = fields.digest('last_id', true);
    const stolen_since = fields.text('stolen_since', 25);
    const time = stolen_since === '' ? null : parse_civil_time(stolen_since);
    if (time?.ok === false) fields.refuse(time.code, `stolen_since: ${time.what}`);
    const rest = { action, role, next, replaces, last_number, last_id, stolen_since };
    check_by_action(fields, rest);
    return vkey === null ? null : { ...rest, vkey };
  });
}
