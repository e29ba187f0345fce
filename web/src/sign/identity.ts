// SPDX-License-Identifier: Apache-2.0
// A key of this browser, with its chain. The secret can sign and cannot be taken out; number and
// previous come from here, never from a server; and a text is on disk before its signature leaves,
// so that neither a crash nor a lying server makes it sign two texts of one number. Spec: record.md
// §2.
import { utf8_bytes, type Bytes } from '../verify/bytes';
import { digest_text, sha256 } from '../verify/hash';
import { parse_header } from '../verify/header';
import { join_note, signature_line } from '../verify/note';
import { caught, fail, good, type Result } from '../verify/result';
import { make_vkey } from '../verify/vkey';
import { check_next, type ChainEnd, type Composed } from './draft';
import { may_be_signed } from './held';
import { check_joint } from './joint';
import { read_all, read_one, write_all } from './idb';

/** What was signed and may not have arrived. */
export type Outbox = {
  readonly entry: Bytes;
  readonly body: Bytes;
  readonly id: string;
  readonly number: string;
};

export type Identity = ChainEnd & {
  /** `<circle> <name>+<key>`. */
  readonly id: string;
  readonly vkey: string;
  readonly secret: CryptoKey;
  /** The key that may follow, made beforehand; its digest stands in the enrolment. */
  readonly next_secret: CryptoKey;
  readonly next: string;
  readonly outbox: Outbox | null;
  readonly made_utc: number;
};

/** A text that this browser signed. */
export type SignedText = {
  readonly identity: string;
  readonly number: string;
  readonly id: string;
  readonly text: string;
  readonly receipt: string | null;
  readonly index: number | null;
};

type Pair = { readonly secret: CryptoKey; readonly public_key: Bytes };

function make_pair(): Promise<Result<Pair>> {
  return caught('unsupported', 'this browser makes no Ed25519 keys', async () => {
    const pair = (await crypto.subtle.generateKey('Ed25519', false, [
      'sign',
      'verify',
    ])) as CryptoKeyPair;
    const raw = await crypto.subtle.exportKey('raw', pair.publicKey);
    return { secret: pair.privateKey, public_key: new Uint8Array(raw) };
  });
}

/** Makes a key and the one to follow it, and keeps both. It is nobody's until a party's root enrols it.
 *  Errors: `unsupported`, `io`. */
export async function make_identity(circle: string, name: string): Promise<Result<Identity>> {
  const [pair, next] = [await make_pair(), await make_pair()];
  if (!pair.ok) return pair;
  if (!next.ok) return next;
  await navigator.storage?.persist?.().catch(() => false);
  const vkey = await make_vkey(name, 1, pair.value.public_key);
  const identity: Identity = {
    id: `${circle} ${name}+${vkey.id}`,
    circle,
    name,
    key: vkey.id,
    vkey: vkey.text,
    secret: pair.value.secret,
    next_secret: next.value.secret,
    next: digest_text(await sha256(next.value.public_key)),
    number: '0',
    previous: null,
    outbox: null,
    made_utc: Math.floor(Date.now() / 1000),
  };
  const kept = await write_all([['identities', identity]]);
  return kept.ok ? good(identity) : kept;
}

/** The keys of this browser in a circle, oldest first. Errors: `io`. */
export async function list_identities(circle: string): Promise<Result<readonly Identity[]>> {
  const all = await read_all<Identity>('identities');
  if (!all.ok) return all;
  const here = all.value.filter((one) => one.circle === circle);
  return good(here.sort((a, b) => a.made_utc - b.made_utc));
}

// One page at a time uses a key, whichever pages are open.
function alone<T>(id: string, run: () => Promise<Result<T>>): Promise<Result<T>> {
  return navigator.locks.request(`armistice-sign ${id}`, run);
}

async function read_identity(id: string): Promise<Result<Identity>> {
  const found = await read_one<Identity>('identities', id);
  if (!found.ok) return found;
  return found.value === null
    ? fail('not_found', 'this browser has no such key')
    : good(found.value);
}

/** Signs the text that was shown, keeps it durably, and gives the identity with the entry in its outbox.
 *  Errors: `busy` (an earlier record waits for its receipt), those of check_next and may_be_signed, `io`. */
export function sign(id: string, composed: Composed): Promise<Result<Identity>> {
  return alone(id, async () => {
    const found = await read_identity(id);
    if (!found.ok) return found;
    const identity = found.value;
    if (identity.outbox !== null) return fail('busy', 'an earlier record waits for its receipt');
    const checked = await check_next(identity, composed);
    if (!checked.ok) return checked;
    const may = await may_be_signed(identity.name, composed);
    if (!may.ok) return may;
    const line = await line_of(identity, composed.text);
    return line.ok ? keep(identity, composed, join_note(composed.text, [line.value])) : line;
  });
}

async function line_of(identity: Identity, text: string): Promise<Result<string>> {
  const signature = await caught('io', 'the key does not sign', () =>
    crypto.subtle.sign('Ed25519', identity.secret, utf8_bytes(text)),
  );
  if (!signature.ok) return signature;
  return good(signature_line(identity.name, identity.key, new Uint8Array(signature.value)));
}

/** Signs a joint text that was shown, and gives the line. A joint text takes no number of the key's
 *  chain; it is kept all the same before its line leaves. Errors: those of check_joint and
 *  may_be_signed, `io`. */
export function sign_joint(id: string, composed: Composed): Promise<Result<string>> {
  return alone(id, async () => {
    const found = await read_identity(id);
    if (!found.ok) return found;
    const checked = await check_joint(found.value, composed);
    if (!checked.ok) return checked;
    const may = await may_be_signed(found.value.name, composed);
    if (!may.ok) return may;
    const line = await line_of(found.value, composed.text);
    if (!line.ok) return line;
    const record_id = digest_text(await sha256(utf8_bytes(composed.text)));
    const signed: SignedText = {
      identity: id,
      number: `joint ${record_id}`,
      id: record_id,
      text: composed.text,
      receipt: null,
      index: null,
    };
    const kept = await write_all([['texts', signed]]);
    return kept.ok ? line : kept;
  });
}

// Everything on disk in one transaction, before the line is let out.
async function keep(
  identity: Identity,
  composed: Composed,
  entry: Bytes,
): Promise<Result<Identity>> {
  const header = parse_header(composed.text);
  if (!header.ok) return header;
  const number = String(header.value.number);
  const record_id = digest_text(await sha256(utf8_bytes(composed.text)));
  const moved: Identity = {
    ...identity,
    number,
    previous: record_id,
    outbox: { entry, body: composed.body, id: record_id, number },
  };
  const signed: SignedText = {
    identity: identity.id,
    number,
    id: record_id,
    text: composed.text,
    receipt: null,
    index: null,
  };
  const kept = await write_all([
    ['texts', signed],
    ['identities', moved],
  ]);
  return kept.ok ? good(moved) : kept;
}

/** Empties the outbox: with the receipt that came, or without one when the author sets a record aside
 *  that was refused for good. Its number stays used. Errors: `io`, `not_found`. */
export function close_outbox(
  id: string,
  receipt: { readonly index: number; readonly text: string } | null,
): Promise<Result<Identity>> {
  return alone(id, async () => {
    const found = await read_identity(id);
    if (!found.ok) return found;
    const { outbox } = found.value;
    if (outbox === null) return found;
    const signed = await read_one<SignedText>('texts', [id, outbox.number]);
    if (!signed.ok) return signed;
    const emptied: Identity = { ...found.value, outbox: null };
    const rows: (readonly ['texts' | 'identities', unknown])[] = [['identities', emptied]];
    if (signed.value !== null && receipt !== null) {
      rows.push(['texts', { ...signed.value, receipt: receipt.text, index: receipt.index }]);
    }
    const kept = await write_all(rows);
    return kept.ok ? good(emptied) : kept;
  });
}
