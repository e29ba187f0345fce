// SPDX-License-Identifier: Apache-2.0
// An entry as a record: the note, its text, and exactly the lines that the text requires. What
// stock note readers would forgive (a stranger's line, one too many, another order) makes it no
// record. Spec: record.md §1 to §3.
import { byte_string, type Bytes } from './bytes';
import { verify } from './ed25519';
import { digest_of } from './hash';
import { parse_header, type Header } from './header';
import { parse_note, type SignatureLine } from './note';
import { fail, good, type Failure, type Result } from './result';

export type Record = {
  readonly entry: Bytes;
  readonly text: Bytes;
  /** SHA-256 of the text: `sha256:…`. */
  readonly id: string;
  readonly header: Header;
  /** [i]: by the author, or by signer i. */
  readonly lines: readonly SignatureLine[];
};

/** Whether the record's author is a joint organ. */
export function is_joint(header: Header): boolean {
  return header.signers.length > 0;
}

// The lines against the text: by whom, how many, in which order.
function check_lines(header: Header, lines: readonly SignatureLine[]): Failure | null {
  const names = is_joint(header) ? header.signers : [header.author];
  if (lines.length !== names.length) {
    return fail('wrong_signers', `${lines.length} signature lines, ${names.length} required`);
  }
  for (const [i, name] of names.entries()) {
    const by = lines[i]?.name ?? '';
    if (by !== name) return fail('wrong_signers', `line ${i + 1} is by ${by}, ${name} required`);
  }
  if (header.key !== null && lines[0]?.key !== header.key) {
    return fail('wrong_signers', 'the line’s key is not that of the `key` line');
  }
  return null;
}

/** Reads an entry; no signature is verified yet. Errors: `too_large`, `malformed`, `unsupported`,
 *  `out_of_range`, `wrong_signers`, in the order of register.md §3.1. */
export async function parse_record(entry: Bytes): Promise<Result<Record>> {
  const note = parse_note(entry);
  if (!note.ok) return note;
  const { text, lines } = note.value;
  if (lines.some((line) => line.payload.length !== 64)) {
    return fail('malformed', 'a record’s signature line holds 68 bytes');
  }
  const header = parse_header(byte_string(text));
  if (!header.ok) return header;
  const wrong = check_lines(header.value, lines);
  if (wrong !== null) return wrong;
  return good({ entry, text, id: await digest_of(text), header: header.value, lines });
}

// Answers already on their way: an audit asks for a whole bundle's lines before it judges the
// first.
const asked = new WeakMap<Record, Map<string, Promise<boolean>>>();

/** Whether line `i` verifies under `key` by the strict rule. Asked again, it costs nothing. */
export function verify_line(record: Record, i: number, key: Bytes): Promise<boolean> {
  const line = record.lines[i];
  if (line === undefined) return Promise.resolve(false);
  const answers = asked.get(record) ?? new Map<string, Promise<boolean>>();
  asked.set(record, answers);
  const name = `${i} ${key.join()}`;
  const answer = answers.get(name) ?? verify(key, record.text, line.payload);
  answers.set(name, answer);
  return answer;
}
