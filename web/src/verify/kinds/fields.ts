// SPDX-License-Identifier: Apache-2.0
// Reads the fields of a closed object: each asked for once, none unknown, in a body the salt first.
// The first thing wrong is kept; reads after it give empty values, so that a kind's reader is a
// list of its fields and one question at the end. Spec: record.md §6.
import { utf8_bytes } from '../bytes';
import { is_digest } from '../hash';
import { is_list, is_object, type Json, type JsonObject } from '../json';
import { fail, good, within, type Code, type Failure, type Result } from '../result';
import { is_name, parse_vkey, type KeyType, type Vkey } from '../vkey';

const salt_form = /^[0-9a-f]{32}$/;

export class Fields {
  private wrong: Failure | null = null;
  private readonly asked = new Set<string>();

  private constructor(
    private readonly object: JsonObject,
    private readonly where: string,
  ) {}

  /** The fields of a body. Errors: `malformed` (no object, no salt in front). */
  static of_body(json: Json): Result<Fields> {
    const first = is_object(json) ? json.entries().next().value : undefined;
    if (!is_object(json) || first?.[0] !== 'salt') {
      return fail('malformed', 'a body is an object whose first field is salt');
    }
    if (typeof first[1] !== 'string' || !salt_form.test(first[1])) {
      return fail('malformed', 'salt: 32 hexadecimal digits');
    }
    const fields = new Fields(json, 'body');
    fields.asked.add('salt');
    return good(fields);
  }

  /** The fields of an object inside a body. Errors: `malformed`. */
  static of_object(json: Json, where: string): Result<Fields> {
    return is_object(json)
      ? good(new Fields(json, where))
      : fail('malformed', `${where}: not an object`);
  }

  /** Keeps the first failure. */
  refuse(code: Code, what: string): void {
    this.wrong ??= fail(code, `${this.where}: ${what}`);
  }

  private find(key: string): Json | undefined {
    if (!this.object.has(key)) this.refuse('malformed', `the field ${key} is missing`);
    this.asked.add(key);
    return this.object.get(key);
  }

  /** A text of at most `bytes_max` bytes of UTF-8. */
  text(key: string, bytes_max: number): string {
    const value = this.find(key);
    if (typeof value !== 'string') {
      this.refuse('malformed', `${key} is a text`);
      return '';
    }
    const bytes = utf8_bytes(value).length;
    if (bytes > bytes_max)
      this.refuse('too_large', `${key} has ${bytes} bytes, at most ${bytes_max}`);
    return value;
  }

  /** One of a few words. */
  word<W extends string>(key: string, list: readonly [W, ...W[]], bytes_max = 16): W {
    const value = this.text(key, bytes_max);
    const found = list.find((one) => one === value);
    if (found === undefined) this.refuse('malformed', `${key}: one of ${list.join(', ')}`);
    return found ?? list[0];
  }

  /** A name of ours. */
  name(key: string): string {
    const value = this.text(key, 255);
    if (!is_name(value)) this.refuse('malformed', `${key} is [a-z0-9/.-]{1,64}`);
    return value;
  }

  integer(key: string): number {
    const value = this.find(key);
    if (typeof value === 'number') return value;
    this.refuse('malformed', `${key} is an integer`);
    return 0;
  }

  list(key: string): readonly Json[] {
    const value = this.find(key);
    if (is_list(value)) return value;
    this.refuse('malformed', `${key} is a list`);
    return [];
  }

  /** A digest; the empty text too where `may_be_empty`. */
  digest(key: string, may_be_empty = false): string {
    const value = this.text(key, 71);
    const allowed = is_digest(value) || (may_be_empty && value === '');
    if (!allowed) this.refuse('malformed', `${key} is sha256: and 64 hexadecimal digits`);
    return value;
  }

  /** A vkey of the given type, or of any; null if it is not. */
  async vkey(key: string, type?: KeyType): Promise<Vkey | null> {
    const vkey = await parse_vkey(this.text(key, 160));
    if (!vkey.ok) {
      this.refuse(vkey.code, `${key}: ${vkey.what}`);
      return null;
    }
    if (type !== undefined && vkey.value.type !== type) {
      this.refuse('unsupported', `${key}: a key of another type`);
    }
    return vkey.value;
  }

  /** Ask last. The first thing that was wrong, or that a field stands there that nobody asked for;
   *  null if all is well. */
  closed(): Failure | null {
    const unknown = [...this.object.keys()].find((key) => !this.asked.has(key));
    if (unknown !== undefined) this.refuse('malformed', `the field ${unknown} is not known`);
    return this.wrong;
  }
}

/** Reads a body's fields with `read`, which gives null where Fields has refused. */
export async function read_fields<T>(
  json: Json,
  kind: string,
  read: (fields: Fields) => T | null | Promise<T | null>,
): Promise<Result<T>> {
  const fields = Fields.of_body(json);
  if (!fields.ok) return within(fields, kind);
  const value = await read(fields.value);
  const wrong = fields.value.closed();
  if (wrong !== null) return within(wrong, kind);
  return value === null ? fail('malformed', `${kind}: not readable`) : good(value);
}
