// SPDX-License-Identifier: Apache-2.0
// Strict JSON: what two readers could understand differently is refused. JSON.parse would take
// duplicate keys, fractions, lone surrogates and integers that a double cannot hold, so this reads
// the text itself. Spec: record.md §6.
import { utf8_text } from './bytes';
import { json_body_bytes_max, json_depth_max, json_fields_max, json_integer_max } from './limits';
import { fail, good, type Code, type Failure, type Result } from './result';

/** A JSON object; its fields in the order of the text. */
export type JsonObject = ReadonlyMap<string, Json>;
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** Whether a value is an object. */
export function is_object(json: Json | undefined): json is JsonObject {
  return json instanceof Map;
}

/** Whether a value is a list. */
export function is_list(json: Json | undefined): json is readonly Json[] {
  return Array.isArray(json);
}

const number_form = /-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/y;
const plain_form = /[^"\\\u0000-\u001f]*/y;
const space_form = /[ \t\n\r]*/y;
const hex_form = /^[0-9a-fA-F]{4}$/;
const escapes: { readonly [letter: string]: string } = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};
const words: readonly (readonly [string, Json])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
];

// Each read gives undefined once something has been refused; `wrong` then says what.
class Reader {
  wrong: Failure | null = null;
  private at = 0;
  constructor(private readonly text: string) {}

  whole(): Json | undefined {
    const value = this.value(1);
    this.space();
    if (value === undefined || this.at === this.text.length) return value;
    return this.refuse('malformed', 'something stands after the value');
  }

  private refuse(code: Code, what: string): undefined {
    this.wrong ??= fail(code, `${what} (at character ${this.at})`);
    return undefined;
  }

  private match(form: RegExp): RegExpExecArray | null {
    form.lastIndex = this.at;
    const found = form.exec(this.text);
    if (found !== null) this.at += found[0].length;
    return found;
  }

  private space(): void {
    this.match(space_form);
  }

  private take(mark: string): boolean {
    this.space();
    if (this.text.charAt(this.at) !== mark) return false;
    this.at += 1;
    return true;
  }

  private value(depth: number): Json | undefined {
    this.space();
    const first = this.text.charAt(this.at);
    if (first === '{' || first === '[') {
      if (depth > json_depth_max) {
        return this.refuse('too_large', `nesting deeper than ${json_depth_max}`);
      }
      this.at += 1;
      return first === '{' ? this.object(depth) : this.list(depth);
    }
    if (first === '"') return this.string();
    for (const [word, value] of words) {
      if (!this.text.startsWith(word, this.at)) continue;
      this.at += word.length;
      return value;
    }
    return this.number();
  }

  private key(fields: JsonObject): string | undefined {
    this.space();
    if (this.text.charAt(this.at) !== '"') return this.refuse('malformed', 'a key is due here');
    const key = this.string();
    if (key === undefined) return undefined;
    if (fields.size >= json_fields_max) {
      return this.refuse('too_large', `more than ${json_fields_max} fields`);
    }
    if (fields.has(key)) return this.refuse('malformed', `the key "${key}" stands twice`);
    return this.take(':') ? key : this.refuse('malformed', 'a colon is due here');
  }

  private object(depth: number): JsonObject | undefined {
    const fields = new Map<string, Json>();
    if (this.take('}')) return fields;
    do {
      const key = this.key(fields);
      const value = key === undefined ? undefined : this.value(depth + 1);
      if (key === undefined || value === undefined) return undefined;
      fields.set(key, value);
    } while (this.take(','));
    return this.take('}') ? fields : this.refuse('malformed', 'a comma or } is due here');
  }

  private list(depth: number): readonly Json[] | undefined {
    const items: Json[] = [];
    if (this.take(']')) return items;
    do {
      const value = this.value(depth + 1);
      if (value === undefined) return undefined;
      items.push(value);
    } while (this.take(','));
    return this.take(']') ? items : this.refuse('malformed', 'a comma or ] is due here');
  }

  private number(): number | undefined {
    const found = this.match(number_form);
    if (found === null) return this.refuse('malformed', 'a value is due here');
    const value = Number(found[0]);
    const whole = found[1] === undefined && found[2] === undefined;
    if (!whole || Math.abs(value) > json_integer_max) {
      return this.refuse('out_of_range', 'numbers are integers within ±(2^53 - 1)');
    }
    return value === 0 ? 0 : value; // -0 is 0
  }

  private string(): string | undefined {
    this.at += 1;
    let out = '';
    for (;;) {
      out += this.match(plain_form)?.[0] ?? '';
      const mark = this.text.charAt(this.at);
      this.at += 1;
      if (mark === '"') break;
      const more =
        mark === '\\' ? this.escape() : this.refuse('malformed', 'a string is not ended');
      if (more === undefined) return undefined;
      out += more;
    }
    if (out.includes('\u0000')) return this.refuse('malformed', 'U+0000 in a string');
    return out.isWellFormed() ? out : this.refuse('malformed', 'a lone surrogate');
  }

  private escape(): string | undefined {
    const letter = this.text.charAt(this.at);
    this.at += 1;
    if (letter !== 'u') return escapes[letter] ?? this.refuse('malformed', 'no such escape');
    const hex = this.text.slice(this.at, this.at + 4);
    if (!hex_form.test(hex))
      return this.refuse('malformed', 'four hexadecimal digits are due here');
    this.at += 4;
    return String.fromCharCode(Number.parseInt(hex, 16));
  }
}

/** Reads one JSON value that fills the bytes. Errors: `too_large` (bytes, nesting, fields),
 *  `malformed`, `out_of_range` (a number that is no integer within ±(2^53 - 1)). */
export function parse_json(bytes: Uint8Array, bytes_max = json_body_bytes_max): Result<Json> {
  if (bytes.length > bytes_max) {
    return fail('too_large', `JSON of ${bytes.length} bytes, at most ${bytes_max}`);
  }
  const text = utf8_text(bytes);
  if (text === null) return fail('malformed', 'not UTF-8');
  if (text.startsWith('\ufeff')) return fail('malformed', 'JSON with a BOM');
  const reader = new Reader(text);
  const value = reader.whole();
  return value === undefined ? (reader.wrong ?? fail('malformed', 'not JSON')) : good(value);
}
