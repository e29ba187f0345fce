// SPDX-License-Identifier: Apache-2.0
// Makes registers for tests: keys from names, records by hand from the pages of spec/, tiles and
// heads as a secretary would serve them. It shares the byte helpers with the reader under test, but
// none of its judgement.
import { createHash, createPrivateKey, createPublicKey, sign, type KeyObject } from 'node:crypto';
import { to_base64 } from '../src/verify/base64';
import { big_endian, concat, utf8_bytes, type Bytes } from '../src/verify/bytes';
import { join_note, signature_line } from '../src/verify/note';
import { fail, good, type Result } from '../src/verify/result';
import type { Source } from '../src/verify/source';
import { join_bundle, tile_path, tile_width, hashes_at, tiles_of } from '../src/verify/tile';
import type { KeyType } from '../src/verify/vkey';

export type TestKey = {
  readonly name: string;
  readonly type: KeyType;
  readonly public_key: Bytes;
  readonly id: string;
  readonly vkey: string;
  readonly secret: KeyObject;
};

export function sha(...parts: readonly (Uint8Array | string)[]): Bytes {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return new Uint8Array(hash.digest());
}

export function digest(bytes: Uint8Array | string): string {
  return `sha256:${Buffer.from(sha(bytes)).toString('hex')}`;
}

/** A key whose 32-byte secret is `seed`. */
export function key_of_seed(name: string, seed: Uint8Array, type: KeyType = 1): TestKey {
  const pkcs8 = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]);
  const secret = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
  const spki = createPublicKey(secret).export({ format: 'der', type: 'spki' });
  const public_key = new Uint8Array(spki.subarray(-32));
  const typed = concat(new Uint8Array([type]), public_key);
  const id = Buffer.from(sha(name, '\n', typed))
    .toString('hex')
    .slice(0, 8);
  return { name, type, public_key, id, vkey: `${name}+${id}+${to_base64(typed)}`, secret };
}

/** A key made from its name: the same in every run. */
export function key_of(name: string, type: KeyType = 1): TestKey {
  return key_of_seed(name, sha(`test key ${type} ${name}`), type);
}

export function sign_with(key: TestKey, message: Uint8Array): Bytes {
  return new Uint8Array(sign(null, message, key.secret));
}

/** The signature line of a key under a text. */
export function line_by(key: TestKey, text: string): string {
  return signature_line(key.name, key.id, sign_with(key, utf8_bytes(text)));
}

export function salt_of(text: string): string {
  return Buffer.from(sha('salt', text)).toString('hex').slice(0, 32);
}

export const party_names = ['unc', 'kpa-cpv', 'sweden', 'switzerland', 'poland', 'czechoslovakia'];
export const scenario_offset_s = -2_316_000_000;
export const start_utc = 1_800_000_000;

export function genesis_body(change: { readonly [field: string]: unknown } = {}): string {
  return JSON.stringify({
    salt: salt_of('genesis'),
    conduct: 'exercise',
    scenario_offset_s,
    origin: 'register.armistice.example/joint',
    log: key_of('register.armistice.example/joint').vkey,
    secretary: key_of('secretariat/clock').vkey,
    parties: party_names.map((name, i) => ({
      name,
      group: i < 2 ? 'sides' : 'neutrals',
      root: key_of(`${name}/root`).vkey,
      root_next: digest(`${name}/root next`),
      cosigner: key_of(`${name}/cosigner`, 4).vkey,
      cosigner_next: digest(`${name}/cosigner next`),
      own_register: '',
    })),
    neutrals_quorum: 3,
    organs: [{ name: 'joint/mac', members: ['unc/senior-member', 'kpa-cpv/senior-member'] }],
    civil_offsets: ['+09:00'],
    agreement: digest('agreement'),
    spec: digest('spec'),
    ...change,
  });
}

export type Lines = { readonly [word: string]: string | readonly string[] | null };

const order = [
  'circle',
  'kind',
  'author',
  'key',
  'signer',
  'until',
  'number',
  'previous',
  'seen',
  'written',
  'body',
  'refers',
];

/** A record's text from its lines; a list gives several lines of one word, null none. */
export function text_of(lines: Lines): string {
  let text = 'armistice/record/v1\n';
  for (const word of order) {
    const value = lines[word] ?? null;
    if (value === null) continue;
    for (const one of typeof value === 'string' ? [value] : value) text += `${word} ${one}\n`;
  }
  return text;
}

export type Made = { readonly entry: Bytes; readonly id: string; readonly body: Bytes };

/** Signs a text by each key in turn. */
export function make(lines: Lines, keys: readonly TestKey[], body: string): Made {
  const text = text_of(lines);
  const entry = join_note(
    text,
    keys.map((key) => line_by(key, text)),
  );
  return { entry, id: digest(text), body: utf8_bytes(body) };
}

export function body_line(body: string, form = 'open'): string {
  return `${digest(utf8_bytes(body))} ${utf8_bytes(body).length} ${form}`;
}

export function genesis_of(
  body = genesis_body(),
  roots = party_names.map((n) => key_of(`${n}/root`)),
): Made {
  const lines: Lines = {
    circle: '-',
    kind: 'genesis/1',
    author: 'circle',
    signer: roots.map((root) => root.name),
    number: '0',
    previous: '-',
    seen: '0 -',
    written: '1951-07-10T11:00:00+09:00',
    body: body_line(body),
  };
  return make(lines, roots, body);
}

/** One key's chain in a circle. */
export class Author {
  number = 0;
  previous = '-';
  seen = '0 -';
  constructor(
    readonly key: TestKey,
    readonly circle: string,
  ) {}

  lines(kind: string, body: string, refers: readonly string[] = []): Lines {
    return {
      circle: this.circle,
      kind,
      author: this.key.name,
      key: this.key.id,
      number: String(this.number + 1),
      previous: this.previous,
      seen: this.seen,
      written: '1953-07-27T10:00:00+09:00',
      body: body_line(body),
      refers: [...refers].sort(),
    };
  }

  write(kind: string, body: string, refers: readonly string[] = [], change: Lines = {}): Made {
    const made = make({ ...this.lines(kind, body, refers), ...change }, [this.key], body);
    this.number += 1;
    this.previous = made.id;
    return made;
  }
}

export const note_body = (text: string, language = 'en') =>
  JSON.stringify({ salt: salt_of(text), language, text });
export const retraction_body = (reason: string, passage = '') =>
  JSON.stringify({ salt: salt_of(reason), scope: passage ? 'passage' : 'whole', passage, reason });
export const withdrawal_body = (reason: string) =>
  JSON.stringify({ salt: salt_of(reason), reason });
export const clock_body = (checkpoint: string) =>
  JSON.stringify({ salt: salt_of(checkpoint), checkpoint });
export const enrolment_body = (vkey: string, change: { readonly [field: string]: unknown } = {}) =>
  JSON.stringify({
    salt: salt_of(vkey),
    action: 'enrol',
    role: 'author',
    vkey,
    next: digest(`next ${vkey}`),
    replaces: '',
    last_number: 0,
    last_id: '',
    stolen_since: '',
    ...change,
  });

function root_of_leaves(leaves: readonly Bytes[]): Bytes {
  if (leaves.length === 0) return sha('');
  if (leaves.length === 1) return leaves[0]!;
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return sha(
    new Uint8Array([1]),
    root_of_leaves(leaves.slice(0, k)),
    root_of_leaves(leaves.slice(k)),
  );
}

/** A register in memory, with the files that a secretary would serve. */
export class Register {
  readonly entries: Bytes[] = [];
  readonly bodies = new Map<string, Bytes>();
  readonly genesis: Made;
  readonly authors = new Map<string, Author>();
  clock_author: Author;

  constructor(body = genesis_body()) {
    this.genesis = genesis_of(body);
    this.append(this.genesis);
    this.clock_author = new Author(key_of('secretariat/clock'), this.circle);
  }

  get circle(): string {
    return this.genesis.id;
  }
  get size(): number {
    return this.entries.length;
  }

  append(made: Made): Made {
    this.entries.push(made.entry);
    this.bodies.set(Buffer.from(sha(made.body)).toString('hex'), made.body);
    return made;
  }

  root_author(party: string): Author {
    const name = `${party}/root`;
    const author = this.authors.get(name) ?? new Author(key_of(name), this.circle);
    this.authors.set(name, author);
    return author;
  }

  enrol(name: string): Author {
    const author = new Author(key_of(name), this.circle);
    const root = this.root_author(name.split('/')[0]!);
    this.append(root.write('key/1', enrolment_body(author.key.vkey)));
    this.authors.set(name, author);
    return author;
  }

  private readonly hashed: Bytes[] = [];
  private readonly files = new Map<string, Bytes>();

  leaves(size = this.size): readonly Bytes[] {
    for (let i = this.hashed.length; i < size; ++i) {
      this.hashed.push(sha(new Uint8Array([0]), this.entries[i]!));
    }
    return this.hashed.slice(0, size);
  }
  root(size = this.size): Bytes {
    return root_of_leaves(this.leaves(size));
  }

  /** A head signed by the log and cosigned by `parties`, `spread_s` seconds apart. */
  head(
    size = this.size,
    parties: readonly string[] = party_names,
    utc = start_utc,
    spread_s = 1,
  ): string {
    const log = key_of('register.armistice.example/joint');
    const text = `${log.name}\n${size}\n${to_base64(this.root(size))}\n`;
    let note = `${text}\n${line_by(log, text)}`;
    for (const [i, party] of parties.entries()) {
      note += cosignature_line(key_of(`${party}/cosigner`, 4), text, BigInt(utc + i * spread_s));
    }
    return note;
  }

  clock(size = this.size, parties: readonly string[] = party_names, utc = start_utc): Made {
    const body = clock_body(this.head(size, parties, utc));
    return this.append(this.clock_author.write('clock/1', body));
  }

  /** The path of each file below the prefix for a head of `size`. */
  file(path: string, sizes: readonly number[] = [this.size]): Bytes | null {
    if (path.startsWith('body/')) return this.bodies.get(path.slice(5)) ?? null;
    for (const size of sizes) {
      const tile = tiles_of(size, 'entries').find((one) => tile_path(one) === path);
      if (tile !== undefined) {
        const first = tile.n * tile_width;
        return join_bundle(this.entries.slice(first, first + tile.width));
      }
      for (let level = 0; hashes_at(size, level) > 0; ++level) {
        const one = tiles_of(size, level).find((id) => tile_path(id) === path);
        if (one !== undefined) return this.hash_tile(level, one.n, one.width);
      }
    }
    return null;
  }

  private hash_tile(level: number, n: number, width: number): Bytes {
    const name = `${level} ${n} ${width}`;
    const span = tile_width ** level;
    const tile =
      this.files.get(name) ??
      concat(
        ...Array.from({ length: width }, (_, i) => {
          const first = (n * tile_width + i) * span;
          return root_of_leaves(this.leaves(first + span).slice(first));
        }),
      );
    this.files.set(name, tile);
    return tile;
  }

  /** A source over the files, with replacements (null: not there). */
  source(replaced: { readonly [path: string]: Bytes | null } = {}): Source {
    return {
      get: (path): Promise<Result<Bytes>> => {
        const file = path in replaced ? replaced[path] : this.file(path);
        return Promise.resolve(file ? good(file) : fail('not_found', path));
      },
    };
  }
}

export function cosignature_line(key: TestKey, checkpoint: string, time_utc: bigint): string {
  const signed = utf8_bytes(`cosignature/v1\ntime ${time_utc}\n${checkpoint}`);
  return signature_line(key.name, key.id, concat(big_endian(time_utc, 8), sign_with(key, signed)));
}

/** A joint record by the organ and signers given. */
export function joint_record(
  register: Register,
  signers: readonly string[],
  until: string,
  body = note_body('We agree.'),
  author = 'joint/mac',
): Made {
  const lines: Lines = {
    circle: register.circle,
    kind: 'note/1',
    author,
    signer: signers,
    until,
    number: '0',
    previous: '-',
    seen: '0 -',
    written: '1953-07-27T10:00:00+09:00',
    body: body_line(body),
  };
  return make(
    lines,
    signers.map((name) => key_of(name)),
    body,
  );
}
