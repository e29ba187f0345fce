// SPDX-License-Identifier: Apache-2.0
// The C2SP signed note: a text, an empty line, signature lines. Read as stock readers read it, and
// no wider, so that nothing is a note to us that is none to them. Spec: record.md §1, §3.
import { from_base64, to_base64 } from './base64';
import { byte_string, bytes_of, concat, to_hex, utf8_bytes, utf8_text, type Bytes } from './bytes';
import { entry_bytes_max, signature_lines_max } from './limits';
import { fail, good, type Result } from './result';

/** A signature line: the key id as 8 digits, and what stands behind it. */
export type SignatureLine = {
  readonly name: string;
  readonly key: string;
  readonly payload: Bytes;
};

export type SignedNote = {
  /** With its last newline, without the empty line. */
  readonly text: Bytes;
  readonly lines: readonly SignatureLine[];
};

const dash = '\xe2\x80\x94'; // the three bytes of U+2014, in a byte string
const line_form = new RegExp(`^${dash} ([^ ]+) ([^ ]+)$`);
// C2SP: no Unicode space, no plus, no control characters; and a length that fits a form.
const name_form = /^[^\p{White_Space}+\u0000-\u001f]+$/u;
const name_bytes_max = 255;

function parse_line(line: string): Result<SignatureLine> {
  const found = line_form.exec(line);
  if (found === null) return fail('malformed', 'a signature line is — NAME BASE64');
  const name_bytes = bytes_of(found[1] ?? '');
  const name = utf8_text(name_bytes);
  if (name === null || name_bytes.length > name_bytes_max || !name_form.test(name)) {
    return fail(
      'malformed',
      'a signature line’s name holds no space, no + and no control character',
    );
  }
  const payload = from_base64(found[2] ?? '');
  if (payload === null) return fail('malformed', 'a signature line ends in base64');
  if (payload.length < 5) return fail('malformed', 'a signature holds a key id and more');
  return good({ name, key: to_hex(payload.subarray(0, 4)), payload: payload.slice(4) });
}

/** Reads a note. Errors: `too_large` (65,535 bytes), `malformed`. */
export function parse_note(note: Uint8Array): Result<SignedNote> {
  if (note.length > entry_bytes_max) {
    return fail('too_large', `a note of ${note.length} bytes, at most ${entry_bytes_max}`);
  }
  const all = byte_string(note);
  const split = all.lastIndexOf('\n\n');
  if (split < 0) return fail('malformed', 'no empty line between text and signatures');
  const below = all.slice(split + 2);
  if (below === '') return fail('malformed', 'no signature line');
  if (!below.endsWith('\n')) return fail('malformed', 'the last line has no newline');
  const lines: SignatureLine[] = [];
  for (const [at, text] of below.slice(0, -1).split('\n').entries()) {
    if (at === signature_lines_max) {
      return fail('malformed', `more than ${signature_lines_max} signature lines`);
    }
    const line = parse_line(text);
    if (!line.ok) return fail(line.code, `signature line ${at + 1}: ${line.what}`);
    lines.push(line.value);
  }
  return good({ text: bytes_of(all.slice(0, split + 1)), lines });
}

/** A signature line with its newline. REQUIRES: `key` is 8 hexadecimal digits. */
export function signature_line(name: string, key: string, payload: Uint8Array): string {
  const id = new Uint8Array(4);
  for (let i = 0; i < 4; ++i) id[i] = Number.parseInt(key.slice(2 * i, 2 * i + 2), 16);
  return `— ${name} ${to_base64(concat(id, payload))}\n`;
}

/** The bytes of a note: the text, an empty line, the lines. */
export function join_note(text: string, lines: readonly string[]): Bytes {
  return utf8_bytes(`${text}\n${lines.join('')}`);
}
