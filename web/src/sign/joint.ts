// SPDX-License-Identifier: Apache-2.0
// Joint records: one text by a joint organ, a line by each signer, a last hour. The text is made
// once and shown to every signer; lines are collected until none is missing. Pure.
// Spec: record.md §2, §3, kinds/draft.md.
import { digest_of } from '../verify/hash';
import { header_text, parse_header, type Header } from '../verify/header';
import { is_known_kind, parse_body } from '../verify/kinds/body';
import {
  big_endian,
  concat,
  from_big_endian,
  utf8_bytes,
  utf8_text,
  type Bytes,
} from '../verify/bytes';
import { join_note } from '../verify/note';
import { fail, good, within, type Result } from '../verify/result';
import { parse_civil_time } from '../verify/time';
import { content_of, type Composed, type SeenHead } from './draft';
import type { Statement } from './statement';

/** Who speaks together, and until when their lines may come. */
export type Together = {
  readonly circle: string;
  readonly organ: string;
  readonly signers: readonly string[];
  readonly until: string;
};

/** The text of a joint record, and the body that it names, both read back. Errors: those of content_of
 *  and of parse_header, `expired` (its last hour is not after it was written). */
export async function compose_joint(
  together: Together,
  said: Statement,
  seen: SeenHead,
  written: string,
  salt: string,
): Promise<Result<Composed>> {
  const made = await content_of(said, seen, written, salt);
  if (!made.ok) return made;
  const until = parse_civil_time(together.until);
  if (!until.ok) return within(until, 'until');
  if (until.value.utc_s <= made.value.content.written.utc_s) {
    return fail('expired', 'until: the last hour is over when the text is written');
  }
  const text = header_text({
    ...made.value.content,
    circle: together.circle,
    author: together.organ,
    key: null,
    signers: together.signers,
    until: until.value,
    number: 0n,
    previous: null,
  });
  const parsed = parse_header(text);
  return parsed.ok ? good({ text, body: made.value.body }) : parsed;
}

/** Checks what a signer of a joint text asks before it signs, whoever made the text. Errors: those of
 *  parse_header and of the kind's reader, `wrong_circle`, `wrong_signers`, `digest_mismatch`,
 *  `unsupported`. */
export async function check_joint(
  end: { readonly circle: string; readonly name: string },
  composed: Composed,
): Promise<Result<Header>> {
  const parsed = parse_header(composed.text);
  if (!parsed.ok) return parsed;
  const header = parsed.value;
  if (header.circle !== end.circle) return fail('wrong_circle', 'the text names another circle');
  if (!header.signers.includes(end.name))
    return fail('wrong_signers', `the text does not name ${end.name} as a signer`);
  if (!is_known_kind(header.kind)) return fail('unsupported', `no kind ${header.kind}`);
  const digest = await digest_of(composed.body);
  if (digest !== header.body.digest || composed.body.length !== header.body.bytes) {
    return fail('digest_mismatch', 'the body is another than the text names');
  }
  const readable = await parse_body(header.kind, composed.body);
  return readable.ok ? good(header) : within(readable, 'body');
}

const line_form = /^— ([a-z0-9/.-]{1,64}) [A-Za-z0-9+/]{91}=$/;

/** The lines of a draft by their signers; what is no line is left out. */
export function lines_by_signer(lines: string): ReadonlyMap<string, string> {
  const found = lines.split('\n').flatMap((line): (readonly [string, string])[] => {
    const name = line_form.exec(line)?.[1];
    return name === undefined ? [] : [[name, `${line}\n`]];
  });
  return new Map(found);
}

/** The lines in the order that the text asks for. */
export function ordered_lines(
  signers: readonly string[],
  lines: ReadonlyMap<string, string>,
): readonly string[] {
  return signers.flatMap((name) => lines.get(name) ?? []);
}

/** Who has yet to sign. */
export function missing_signers(
  signers: readonly string[],
  lines: ReadonlyMap<string, string>,
): readonly string[] {
  return signers.filter((name) => !lines.has(name));
}

const length_bytes = 4;

/** A draft as a file: as it is handed in (register.md §4), with the lines so far. `armistice record sign`
 *  reads and writes the same. */
export function draft_file(composed: Composed, lines: ReadonlyMap<string, string>): Bytes {
  const header = parse_header(composed.text);
  const signers = header.ok ? header.value.signers : [];
  const entry = join_note(composed.text, ordered_lines(signers, lines));
  return concat(big_endian(BigInt(entry.length), length_bytes), entry, composed.body);
}

export type DraftRead = {
  readonly composed: Composed;
  readonly header: Header;
  readonly lines: ReadonlyMap<string, string>;
};

/** Reads a draft's file; whether its lines verify is asked by admission. Errors: `malformed`, those of
 *  parse_header. */
export function read_draft_file(file: Uint8Array): Result<DraftRead> {
  const length = Number(from_big_endian(file.subarray(0, length_bytes)));
  const whole = file.length >= length_bytes && file.length >= length_bytes + length;
  const note = whole ? utf8_text(file.subarray(length_bytes, length_bytes + length)) : null;
  const end = note?.indexOf('\n\n') ?? -1;
  if (note === null || end < 0) return fail('malformed', 'no draft of a record');
  const text = note.slice(0, end + 1);
  const header = parse_header(text);
  if (!header.ok) return header;
  const body = file.slice(length_bytes + length);
  const lines = lines_by_signer(note.slice(end + 2));
  return good({ composed: { text, body }, header: header.value, lines });
}

/** A waiting draft's text and body as they were lodged. Errors: `digest_mismatch` (the server gives
 *  another text than the one whose id the draft has). */
export async function lodged_text(draft: {
  readonly draft: string;
  readonly text: string;
  readonly body: string;
}): Promise<Result<Composed>> {
  if ((await digest_of(utf8_bytes(draft.text))) !== draft.draft)
    return fail('digest_mismatch', 'the text is not that of the draft');
  return good({ text: draft.text, body: utf8_bytes(draft.body) });
}
