// SPDX-License-Identifier: Apache-2.0
// The text of a record, line by line, each held to one anchored expression. Works on byte strings,
// so that a byte outside ASCII matches nothing. Spec: record.md §2.
import { from_base64, to_base64 } from './base64';
import type { Bytes } from './bytes';
import {
  body_bytes_max,
  decimal_max,
  refers_max,
  signature_lines_max,
  text_bytes_max,
} from './limits';
import { fail, good, type Failure, type Result } from './result';
import { parse_civil_time, type CivilTime } from './time';

export type Form = 'open' | 'sealed';
export type BodyRef = { readonly digest: string; readonly bytes: number; readonly form: Form };
export type Seen = { readonly size: bigint; readonly root: Bytes | null };

export type Header = {
  /** Null in genesis alone. */
  readonly circle: string | null;
  readonly kind: string;
  readonly author: string;
  /** 8 digits; null when joint. */
  readonly key: string | null;
  readonly signers: readonly string[];
  /** Joint records, except genesis. */
  readonly until: CivilTime | null;
  readonly number: bigint;
  readonly previous: string | null;
  readonly seen: Seen;
  readonly written: CivilTime;
  readonly body: BodyRef;
  readonly refers: readonly string[];
};

export const version_line = 'armistice/record/v1';
const version_prefix = 'armistice/record/v';

const digest = 'sha256:[0-9a-f]{64}';
const decimal = '(?:0|[1-9][0-9]*)';
const forms = {
  circle: new RegExp(`^circle (-|${digest})$`),
  kind: /^kind ([a-z][a-z0-9-]{0,31}\/[1-9][0-9]{0,3})$/,
  author: /^author ([a-z0-9/.-]{1,64})$/,
  key: /^key ([0-9a-f]{8})$/,
  signer: /^signer ([a-z0-9/.-]{1,64})$/,
  until: /^until (.*)$/,
  number: new RegExp(`^number (${decimal})$`),
  previous: new RegExp(`^previous (-|${digest})$`),
  seen: /^seen (0 -|[1-9][0-9]* [A-Za-z0-9+/]{43}=)$/,
  written: /^written (.*)$/,
  body: new RegExp(`^body (${digest}) (${decimal}) (open|sealed)$`),
  refers: new RegExp(`^refers (${digest})$`),
};
type Word = keyof typeof forms;

/** Whether a kind is that of genesis records. */
export function is_genesis_kind(kind: string): boolean {
  return kind.startsWith('genesis/');
}

class Lines {
  private at = 1;
  constructor(private readonly lines: readonly string[]) {}

  is(word: Word): boolean {
    return this.lines[this.at]?.startsWith(`${word} `) ?? false;
  }
  done(): boolean {
    return this.at >= this.lines.length;
  }
  /** The captures of the next line, which must match the form of `word`. */
  take(word: Word): Result<readonly string[]> {
    const found = forms[word].exec(this.lines[this.at] ?? '');
    if (found === null)
      return fail('malformed', `line ${this.at + 1}: a \`${word}\` line is due here`);
    this.at += 1;
    return good(found.slice(1));
  }
  /** The one capture of the next line. */
  one(word: Word): Result<string> {
    const found = this.take(word);
    return found.ok ? good(found.value[0] ?? '') : found;
  }
}

/** A decimal of record.md. Errors: `out_of_range` (over 2^63 - 1). REQUIRES: only digits. */
function bounded(digits: string, max: bigint, what: string): Result<bigint> {
  const value = BigInt(digits);
  return value > max ? fail('out_of_range', `${what}: at most ${max}`) : good(value);
}

function civil(lines: Lines, word: 'until' | 'written'): Result<CivilTime> {
  const text = lines.one(word);
  if (!text.ok) return text;
  const time = parse_civil_time(text.value);
  return time.ok ? time : fail(time.code, `${word}: ${time.what}`);
}

type Authors = Pick<Header, 'key' | 'signers' | 'until'>;

function read_authors(lines: Lines, genesis: boolean): Result<Authors> {
  if (!lines.is('signer')) {
    const key = lines.one('key');
    return key.ok ? good({ key: key.value, signers: [], until: null }) : key;
  }
  const signers: string[] = [];
  while (lines.is('signer')) {
    const name = lines.one('signer');
    if (!name.ok) return name;
    if (signers.includes(name.value))
      return fail('malformed', `signer: ${name.value} stands twice`);
    if (signers.length === signature_lines_max) return fail('malformed', 'signer: at most 16');
    signers.push(name.value);
  }
  // A side's own register is begun by one root alone; nothing else that is joint has one signer.
  if (signers.length < 2 && !genesis) return fail('malformed', 'a joint record has two signers');
  if (genesis) return good({ key: null, signers, until: null });
  const until = civil(lines, 'until');
  return until.ok ? good({ key: null, signers, until: until.value }) : until;
}

function read_seen(lines: Lines): Result<Seen> {
  const text = lines.one('seen');
  if (!text.ok) return text;
  if (text.value === '0 -') return good({ size: 0n, root: null });
  const [digits = '', base64 = ''] = text.value.split(' ');
  const root = from_base64(base64);
  if (root === null) return fail('malformed', 'seen: the root is 44 characters of base64');
  const size = bounded(digits, decimal_max, 'seen');
  return size.ok ? good({ size: size.value, root }) : size;
}

function read_body(lines: Lines): Result<BodyRef> {
  const found = lines.take('body');
  if (!found.ok) return found;
  const [id = '', digits = '', form] = found.value;
  const bytes = bounded(digits, BigInt(body_bytes_max), 'body');
  if (!bytes.ok) return bytes;
  return good({
    digest: id,
    bytes: Number(bytes.value),
    form: form === 'open' ? 'open' : 'sealed',
  });
}

function read_refers(lines: Lines): Result<readonly string[]> {
  const refers: string[] = [];
  while (!lines.done()) {
    const id = lines.one('refers');
    if (!id.ok) return id;
    const last = refers.at(-1);
    if (last !== undefined && last >= id.value) {
      return fail('malformed', 'refers: ids stand in ascending order, none twice');
    }
    if (refers.length === refers_max) return fail('malformed', `refers: at most ${refers_max}`);
    refers.push(id.value);
  }
  return good(refers);
}

// What one line allows and another forbids; null if they agree.
function contradiction(header: Header): Failure | null {
  const genesis = is_genesis_kind(header.kind);
  const joint = header.signers.length > 0;
  const bad = (what: string) => fail('malformed', what);
  if ((header.circle === null) !== genesis) return bad('circle is `-` in genesis, and there alone');
  if ((header.author === 'circle') !== genesis) {
    return bad('the author of genesis, and of nothing else, is `circle`');
  }
  if (genesis && !joint) return bad('genesis is signed by all roots');
  if (genesis && (header.seen.size !== 0n || header.body.form !== 'open')) {
    return bad('genesis has seen nothing, and its body is open');
  }
  if (joint !== (header.number === 0n)) {
    return bad('number counts from 1; it is 0 when the record is joint');
  }
  if ((header.previous === null) !== header.number <= 1n) {
    return bad('previous is `-` at number 1 and when joint, and only then');
  }
  return null;
}

function check_version(line: string): Failure | null {
  if (line === version_line) return null;
  return line.startsWith(version_prefix)
    ? fail('unsupported', 'another version of the record')
    : fail('malformed', `the first line is \`${version_line}\``);
}

/** Reads a whole text (a byte string), refusing every spelling but one: header_text() of what it
 *  gives is the text again. Errors: `too_large`, `unsupported`, `malformed`, `out_of_range`. */
export function parse_header(text: string): Result<Header> {
  if (text.length > text_bytes_max) {
    return fail('too_large', `a text of ${text.length} bytes, at most ${text_bytes_max}`);
  }
  if (!text.endsWith('\n')) return fail('malformed', 'the last line has no newline');
  const all = text.slice(0, -1).split('\n');
  const version = check_version(all[0] ?? '');
  if (version !== null) return version;
  const lines = new Lines(all);
  const circle = lines.one('circle');
  if (!circle.ok) return circle;
  const kind = lines.one('kind');
  if (!kind.ok) return kind;
  const author = lines.one('author');
  if (!author.ok) return author;
  const authors = read_authors(lines, is_genesis_kind(kind.value));
  if (!authors.ok) return authors;
  const digits = lines.one('number');
  if (!digits.ok) return digits;
  const number = bounded(digits.value, decimal_max, 'number');
  if (!number.ok) return number;
  const previous = lines.one('previous');
  if (!previous.ok) return previous;
  const seen = read_seen(lines);
  if (!seen.ok) return seen;
  const written = civil(lines, 'written');
  if (!written.ok) return written;
  const body = read_body(lines);
  if (!body.ok) return body;
  const refers = read_refers(lines);
  if (!refers.ok) return refers;
  const header: Header = {
    circle: circle.value === '-' ? null : circle.value,
    kind: kind.value,
    author: author.value,
    ...authors.value,
    number: number.value,
    previous: previous.value === '-' ? null : previous.value,
    seen: seen.value,
    written: written.value,
    body: body.value,
    refers: refers.value,
  };
  return contradiction(header) ?? good(header);
}

/** The text of a header. Where the header breaks a rule, parse_header says which. */
export function header_text(header: Header): string {
  const seen =
    header.seen.root === null ? '0 -' : `${header.seen.size} ${to_base64(header.seen.root)}`;
  return [
    version_line,
    `circle ${header.circle ?? '-'}`,
    `kind ${header.kind}`,
    `author ${header.author}`,
    ...(header.key === null ? [] : [`key ${header.key}`]),
    ...header.signers.map((name) => `signer ${name}`),
    ...(header.until === null ? [] : [`until ${header.until.text}`]),
    `number ${header.number}`,
    `previous ${header.previous ?? '-'}`,
    `seen ${seen}`,
    `written ${header.written.text}`,
    `body ${header.body.digest} ${header.body.bytes} ${header.body.form}`,
    ...header.refers.map((id) => `refers ${id}`),
    '',
  ].join('\n');
}
