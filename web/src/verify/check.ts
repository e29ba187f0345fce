// SPDX-License-Identifier: Apache-2.0
// What a page shows against what the register holds. A row comes from the server's views, which may
// err or lie; here each of its words is compared with the entry and body that were verified. What
// was verified must be what is shown. Spec: api.md §5, kinds/retraction.md.
import { civil_text, parse_offset } from './time';
import type { Genesis } from './kinds/genesis';
import type { Body } from './kinds/body';
import { modes, type Mode } from './quorum';
import type { Record } from './record';
import { words_of_bodies, type Irregularity } from './traffic';
import { parse_checkpoint } from './checkpoint';
import { parse_note } from './note';
import { utf8_bytes } from './bytes';

/** What the page shows of an entry: the server's words. */
export type Claim = {
  readonly index: number;
  readonly id: string | null;
  readonly kind: string | null;
  readonly author: string | null;
  readonly key: string | null;
  readonly number: number | null;
  readonly signers: readonly string[] | null;
  readonly written: string | null;
  readonly body: { readonly digest: string; readonly bytes: number; readonly form: string } | null;
  readonly verdict: string;
  readonly mode: string | null;
  readonly after: string | null;
  readonly before: string | null;
  readonly summary: string | null;
  readonly retracted: readonly { readonly index: number; readonly scope: string }[] | null;
  readonly irregularities: readonly Noticed[] | null;
};

/** An irregularity as the server says it. */
export type Noticed = {
  readonly word: string;
  readonly detail: string;
  readonly about: string | null;
};

/** `part`: what was checked is right, and something was left open. */
export type State = 'good' | 'part' | 'wrong';
export type RowCheck = {
  readonly index: number;
  readonly state: State;
  readonly what: string;
  /** Whether the irregularities shown, and verdict and retractions, are those recomputed here. */
  readonly noticed: boolean;
};

/** A retraction that acts on an entry. */
export type Acting = {
  readonly index: number;
  readonly scope: string;
  /** The words taken back; empty if all are. */
  readonly passage: string;
};

/** What was verified of an entry. */
export type Known = {
  /** Null: the entry is no record. */
  readonly record: Record | null;
  /** Null: withheld, sealed, not asked for, or not here. */
  readonly body: Body | null;
  readonly body_missing: boolean;
  /** Null: the register was not audited up to here. */
  readonly audited: {
    readonly verdict: string;
    readonly after: number | null;
    readonly before: number | null;
    readonly retracted: readonly Acting[];
    /** Without what hangs on the body, if that is missing. */
    readonly irregularities: readonly Irregularity[];
  } | null;
  /** The best mode of a head that covers it and was verified; null: accepted only. */
  readonly mode: Mode | null;
};

const summary_characters = 160;

// The size of the head that a clock record puts on record; empty if it is none.
function head_size(checkpoint: string): string {
  const note = parse_note(utf8_bytes(checkpoint));
  const head = note.ok ? parse_checkpoint(note.value.text) : note;
  return head.ok ? String(head.value.size) : '';
}

/** The summary that the page should show: the first 160 characters of a text, a reason or a dissent; of
 *  a key its name, of a clock the size of its head, of genesis the origin. Spec: api.md §5. */
export function summary_of(body: Body | null): string {
  if (body === null) return '';
  switch (body.kind) {
    case 'key/1':
      return body.body.vkey.name;
    case 'clock/1':
      return head_size(body.body.checkpoint);
    case 'genesis/1':
      return body.body.origin;
    case 'draft/1':
      return '';
    default:
      return first_characters(words_in(body.body));
  }
}

// What any other kind says in words. A draft says nothing by itself.
function words_in(body: {
  readonly text?: string;
  readonly reason?: string;
  readonly dissent?: string;
}): string {
  return body.text ?? body.reason ?? body.dissent ?? '';
}

function first_characters(text: string): string {
  return Array.from(text.slice(0, summary_characters * 2))
    .slice(0, summary_characters)
    .join('');
}

type Pair = readonly [what: string, shown: unknown, held: unknown];

function first_difference(pairs: readonly Pair[]): string | null {
  const found = pairs.find(([, shown, held]) => shown !== held);
  return found === undefined
    ? null
    : `${found[0]}: shown ${String(found[1])}, the register holds ${String(found[2])}`;
}

function compare_header(claim: Claim, record: Record): string | null {
  const { header } = record;
  return first_difference([
    ['id', claim.id, record.id],
    ['kind', claim.kind, header.kind],
    ['author', claim.author, header.author],
    ['key', claim.key, header.key],
    ['number', claim.number, Number(header.number)],
    ['signers', (claim.signers ?? []).join(), header.signers.join()],
    ['written', claim.written, header.written.text],
    ['body', claim.body?.digest, header.body.digest],
    ['length of the body', claim.body?.bytes, header.body.bytes],
    ['form of the body', claim.body?.form, header.body.form],
  ]);
}

function compare_times(claim: Claim, known: Known, genesis: Genesis): string | null {
  if (known.audited === null) return null;
  const offset = parse_offset(genesis.civil_offsets[0] ?? '');
  const text = (utc: number | null) =>
    utc === null ? null : civil_text(utc + genesis.scenario_offset_s, offset.ok ? offset.value : 0);
  const { after, before } = known.audited;
  // A clock record newer than the row is no contradiction: the row will be asked for again.
  return first_difference([
    ['written after', claim.after, text(after)],
    ...(claim.before === null ? [] : [['written before', claim.before, text(before)] as Pair]),
  ]);
}

// An entry that is no record has a place and a verdict, and no word of its own.
function compare_nothing(claim: Claim): string | null {
  const { id, kind, author, key, number, written, body } = claim;
  const said = [id, kind, author, key, number, written, body].some((one) => one !== null);
  const more = (claim.summary ?? '') !== '' || (claim.signers ?? []).length > 0;
  return said || more || claim.verdict === 'admitted' ? 'the entry is no record' : null;
}

const same_notice = (a: Noticed, b: Noticed) =>
  a.word === b.word && a.detail === b.detail && a.about === b.about;
const noticed_text = ({ word, detail, about }: Noticed) =>
  `${word}, ${detail}${about === null ? '' : ` (${about})`}`;

// What was noticed may neither be left out nor invented.
function compare_irregularities(claim: Claim, known: Known): string | null {
  if (known.audited === null) return null;
  const is_open = ({ word }: Noticed) => known.body_missing && words_of_bodies.has(word);
  const shown = (claim.irregularities ?? []).filter((one) => !is_open(one));
  const held = known.audited.irregularities;
  const hidden = held.find((one) => !shown.some((other) => same_notice(one, other)));
  if (hidden !== undefined) return `an irregularity is hidden: ${noticed_text(hidden)}`;
  const invented = shown.find((one) => !held.some((other) => same_notice(one, other)));
  if (invented !== undefined) return `an irregularity is invented: ${noticed_text(invented)}`;
  const text = (list: readonly Noticed[]) => list.map(noticed_text).join('; ');
  return first_difference([['noticed', text(shown), text(held)]]);
}

// Retractions from `rows_size` on came after the row was asked for.
function compare_retractions(claim: Claim, known: Known, rows_size: number): string | null {
  if (known.audited === null) return null;
  const line = (list: readonly Omit<Acting, 'passage'>[]) =>
    list
      .filter((one) => one.index < rows_size)
      .map((one) => `${one.index} ${one.scope}`)
      .sort()
      .join(', ');
  return first_difference([
    ['retracted by', line(claim.retracted ?? []), line(known.audited.retracted)],
  ]);
}

function is_worse(verified: Mode | null, claimed: string | null): boolean {
  const rank = (mode: string | null) => {
    const at = modes.findIndex((one) => one === mode);
    return at < 0 ? modes.length : at;
  };
  return rank(verified) > rank(claimed);
}

/** Compares a row with what was verified. `rows_size`: how many entries the register had when the row
 *  was asked for. */
export function check_row(
  claim: Claim,
  known: Known,
  genesis: Genesis,
  rows_size: number,
): RowCheck {
  const { record, audited } = known;
  const is = (state: State, what: string, noticed = false): RowCheck => {
    return { index: claim.index, state, what, noticed };
  };
  if (audited !== null && claim.verdict !== audited.verdict) {
    return is('wrong', `verdict: shown ${claim.verdict}, recomputed ${audited.verdict}`);
  }
  const difference =
    (record === null ? compare_nothing(claim) : compare_header(claim, record)) ??
    compare_times(claim, known, genesis) ??
    compare_retractions(claim, known, rows_size) ??
    compare_irregularities(claim, known);
  if (difference !== null) return is('wrong', difference);
  const unread = known.body_missing;
  if (!unread && (claim.summary ?? '') !== summary_of(known.body))
    return is('wrong', 'the text shown is not that of the body');
  if (unread) return is('part', 'the body is not here, so its text was not compared');
  if (audited === null) {
    return is('part', 'checked by itself; verdict, gaps and forks need the whole register');
  }
  if (record !== null && is_worse(known.mode, claim.mode))
    return is('part', `${claim.mode}: no head held here shows it`, true);
  return is('good', '', true);
}
