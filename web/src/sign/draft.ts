// SPDX-License-Identifier: Apache-2.0
// Composes the text of a record: the page writes what will be signed, shows it, and signs no other.
// Pure, so that every word of it can be tested. Spec: record.md §2, kinds/*.md.
import { to_hex, utf8_bytes, type Bytes } from '../verify/bytes';
import { digest_of } from '../verify/hash';
import { header_text, parse_header, type Header } from '../verify/header';
import { write_note, type Note } from '../verify/kinds/note';
import { write_retraction, type Retraction } from '../verify/kinds/retraction';
import { is_known_kind, parse_body } from '../verify/kinds/body';
import { is_own_kind } from '../verify/kinds/own_kinds';
import { from_base64 } from '../verify/base64';
import { fail, good, within, type Result } from '../verify/result';
import { civil_text, parse_civil_time } from '../verify/time';
import { refers_of, write_statement, type Statement } from './statement';

/** Where a chain stands. */
export type ChainEnd = {
  readonly circle: string;
  readonly name: string;
  readonly key: string;
  /** The last number used; 0 before the first. In decimal, since it counts to 2^63. */
  readonly number: string;
  readonly previous: string | null;
};

export type Said =
  | { readonly kind: 'note/1'; readonly note: Note }
  | {
      readonly kind: 'retraction/1';
      readonly retraction: Retraction;
      readonly refers: readonly string[];
    }
  | Statement;

export type Composed = { readonly text: string; readonly body: Bytes };

/** 128 random bits as 32 digits: without them a withheld body could be guessed from its digest. */
export function new_salt(): string {
  return to_hex(crypto.getRandomValues(new Uint8Array(16)));
}

/** What the author had seen: the last head that counts and was verified here. */
export type SeenHead = { readonly size: number; readonly root: string } | null;

/**
 * The time that the author claims, in circle time: whole seconds, in a civil offset of the circle.
 */
export function written_text(now_ms: number, scenario_offset_s: number, offset_s: number): string {
  return civil_text(Math.floor(now_ms / 1000) + scenario_offset_s, offset_s);
}

function json_of(said: Said, salt: string): string {
  if (said.kind === 'note/1') return write_note(salt, said.note);
  if (said.kind === 'retraction/1') return write_retraction(salt, said.retraction);
  return write_statement(salt, said);
}

function refers_in(said: Said): readonly string[] {
  if (said.kind === 'note/1') return [];
  return said.kind === 'retraction/1' ? [...said.refers].sort() : refers_of(said);
}

/** What a text says besides who speaks. */
export type Content = Pick<Header, 'kind' | 'seen' | 'written' | 'body' | 'refers'>;

/** What is said as the lines that any author's text has, and the body. Errors: those of
 *  parse_civil_time and of the kind's reader. */
export async function content_of(
  said: Said,
  seen: SeenHead,
  written: string,
  salt: string,
): Promise<Result<{ readonly content: Content; readonly body: Bytes }>> {
  const body = utf8_bytes(json_of(said, salt));
  const readable = await parse_body(said.kind, body);
  if (!readable.ok) return within(readable, 'body');
  const time = parse_civil_time(written);
  if (!time.ok) return within(time, 'written');
  const content: Content = {
    kind: said.kind,
    seen:
      seen === null
        ? { size: 0n, root: null }
        : { size: BigInt(seen.size), root: from_base64(seen.root) },
    written: time.value,
    body: { digest: await digest_of(body), bytes: body.length, form: 'open' },
    refers: refers_in(said),
  };
  return good({ content, body });
}

/** The next text of a chain, and the body that it names. Both are read back by the verifier's own
 *  reader before they are given. Errors: those of content_of and of parse_header. */
export async function compose(
  end: ChainEnd,
  said: Said,
  seen: SeenHead,
  written: string,
  salt: string,
): Promise<Result<Composed>> {
  const made = await content_of(said, seen, written, salt);
  if (!made.ok) return made;
  const text = header_text({
    ...made.value.content,
    circle: end.circle,
    author: end.name,
    key: end.key,
    signers: [],
    until: null,
    number: BigInt(end.number) + 1n,
    previous: end.previous,
  });
  const parsed = parse_header(text);
  return parsed.ok ? good({ text, body: made.value.body }) : parsed;
}

/** Checks that a text is the next of a chain, and names this body: what a signer asks before it signs.
 *  Errors: those of parse_header, `wrong_circle`, `unknown_key`, `number_taken` (the chain has
 * moved on
 *  since the text was made), `digest_mismatch`, `unsupported`. */
export async function check_next(end: ChainEnd, composed: Composed): Promise<Result<void>> {
  const header = parse_header(composed.text);
  if (!header.ok) return header;
  const { circle, author, key, number, previous, kind, body } = header.value;
  if (circle !== end.circle) return fail('wrong_circle', 'the text names another circle');
  if (author !== end.name || key !== end.key)
    return fail('unknown_key', 'the text is by another key');
  if (number !== BigInt(end.number) + 1n || previous !== end.previous) {
    return fail('number_taken', `the chain stands at ${end.number}: look at the text again`);
  }
  if (!is_known_kind(kind)) return fail('unsupported', `no kind ${kind}`);
  // A browser's key is of a shared register: what a side keeps to itself it never signs.
  if (is_own_kind(kind)) return fail('unsupported', `${kind} is for a side's own register`);
  const digest = await digest_of(composed.body);
  if (digest !== body.digest || composed.body.length !== body.bytes) {
    return fail('digest_mismatch', 'the body is another than the text names');
  }
  return good(undefined);
}
