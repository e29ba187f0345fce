// SPDX-License-Identifier: Apache-2.0
// The irregularities of the traffic view, recomputed: what a reader notices about an entry by its
// number, what it names and what it had seen. It is not guilt. The words and their details are
// those of the page, so that what a server says was noticed can be compared letter by letter. What
// hangs on bodies is told apart: an audit does not read them. Spec: views.md §4, kinds/*.md.
import { to_base64 } from './base64';
import type { Header } from './header';
import { is_known_kind, is_register_kind, type Body } from './kinds/body';
import { key_kind, type KeyRole } from './kinds/key';
import { note_kind } from './kinds/note';
import { withdrawal_kind } from './kinds/withdrawal';
import { is_joint, type Record } from './record';
import type { Code, Result } from './result';
import { party_of } from './vkey';

/** Every word, in the order in which one entry's irregularities are numbered. */
export const irregularity_words = [
  'void',
  'fork',
  'repeated',
  'gap',
  'late_fill',
  'previous_differs',
  'seen_ahead',
  'seen_elsewhere',
  'unknown_kind',
  'bad_body',
  'root_key_used',
  'key_inert',
  'clock_inert',
  'clock_elsewhere',
  'refers_to_nothing',
  'not_the_author',
  'not_retractable',
  'too_late',
] as const;
export type IrregularityWord = (typeof irregularity_words)[number];

export type Irregularity = {
  readonly word: IrregularityWord;
  readonly detail: string;
  /** The id of the other record, if there is one. */
  readonly about: string | null;
};

/** What cannot be known of an entry whose body is not here. */
export const words_of_bodies: ReadonlySet<string> = new Set<IrregularityWord>([
  'bad_body',
  'refers_to_nothing',
  'not_the_author',
  'not_retractable',
]);

// Those of several `refers` lines stand in the order of the lines, whatever their words.
const rank_of_refers = irregularity_words.indexOf('refers_to_nothing');
function rank(one: Irregularity): number {
  return Math.min(irregularity_words.indexOf(one.word), rank_of_refers);
}

/** The irregularities of one entry in the order of the page. */
export function in_order(list: readonly Irregularity[]): readonly Irregularity[] {
  return [...list].sort((a, b) => rank(a) - rank(b));
}

function notice(word: IrregularityWord, detail: string, about: string | null = null): Irregularity {
  return { word, detail, about };
}

// The records of one key, by number.
class Chain {
  private largest = 0n;
  private readonly ids = new Map<bigint, string>();
  // What a record names as its previous, while the number before it is missing.
  private readonly named = new Map<bigint, string | null>();

  id_of(number: bigint): string | null {
    return this.ids.get(number) ?? null;
  }

  // Takes in an admitted number, and says what that shows.
  add({ number, previous }: Header, id: string): readonly Irregularity[] {
    const out: Irregularity[] = [];
    const due = this.largest + 1n;
    if (number > due) {
      const last = number - 1n;
      const many = `numbers ${due} to ${last} are missing`;
      out.push(notice('gap', due === last ? `number ${due} is missing` : many));
    }
    if (number < due) out.push(notice('late_fill', `number ${number} came late`));
    const before = this.ids.get(number - 1n);
    const by_successor = this.named.get(number + 1n);
    const differs = before !== undefined && before !== previous;
    if (differs || (by_successor !== undefined && by_successor !== id)) {
      out.push(notice('previous_differs', 'it and its neighbour do not name each other'));
    }
    this.ids.set(number, id);
    this.named.delete(number + 1n);
    if (before === undefined && number > 1n) this.named.set(number, previous);
    if (number > this.largest) this.largest = number;
    return out;
  }
}

/** Where the record with an id stands, if one that was admitted stands before. */
export type Stands = (id: string) => number | null;

/** What admission said of an entry. */
export type Admitted = {
  /** Null: admitted. */
  readonly void: Code | null;
  /** Of the author's key; null for joint records and void ones. */
  readonly role: KeyRole | null;
  /** Why a key or clock record does not act; null otherwise. */
  readonly inert: Code | null;
};

function seen_ahead(index: number, { seen }: Header): readonly Irregularity[] {
  if (seen.size <= BigInt(index)) return [];
  return [notice('seen_ahead', `saw ${seen.size} entries where ${index} stood`)];
}

function of_kind({ kind, refers }: Header, by: Admitted, stands: Stands): readonly Irregularity[] {
  const out: Irregularity[] = [];
  if (!is_known_kind(kind)) out.push(notice('unknown_kind', `${kind} has no force`));
  if (by.role === 'root' && kind !== key_kind) {
    out.push(notice('root_key_used', 'a root key authors genesis and key records only'));
  }
  if (by.inert !== null) {
    out.push(notice(kind === key_kind ? 'key_inert' : 'clock_inert', by.inert));
  }
  for (const draft of kind === withdrawal_kind ? refers : []) {
    const at = stands(draft);
    if (at !== null) out.push(notice('too_late', `the record stands already, at ${at}`, draft));
  }
  return out;
}

/** Follows the chains of all keys. */
export class Traffic {
  private readonly chains = new Map<string, Chain>();

  /** What is noticed about the next entry, but for the roots that it names and for its body.
   *  REQUIRES: `record` is there if the entry is admitted. */
  take(
    index: number,
    record: Record | null,
    by: Admitted,
    stands: Stands,
  ): readonly Irregularity[] {
    if (by.void !== null) return this.of_void(record, by.void, stands);
    if (record === null) return [];
    const { header, id } = record;
    const of_chain = is_joint(header) ? [] : this.chain(header).add(header, id);
    return [...of_chain, ...seen_ahead(index, header), ...of_kind(header, by, stands)];
  }

  private of_void(record: Record | null, verdict: Code, stands: Stands): readonly Irregularity[] {
    const out = [notice('void', verdict)];
    if (verdict !== 'number_taken' || record === null) return out;
    const { id, header } = record;
    const at = stands(id);
    const repeated = `the same record stands at ${at}`;
    const forked = `another text of number ${header.number} stands before`;
    out.push(at === null ? notice('fork', forked, id) : notice('repeated', repeated, id));
    return out;
  }

  private chain({ author, key }: Header): Chain {
    const name = `${author} ${key}`;
    const chain = this.chains.get(name) ?? new Chain();
    this.chains.set(name, chain);
    return chain;
  }

  /** The id of the admitted record of a key and number; null if there is none. */
  id_of(author: string, key: string, number: bigint): string | null {
    return this.chains.get(`${author} ${key}`)?.id_of(number) ?? null;
  }
}

/** A `seen` line whose root this register never had at that size. */
export function seen_elsewhere(size: number, root: Uint8Array): Irregularity {
  return notice('seen_elsewhere', `saw another root at ${size}: ${to_base64(root)}`);
}

/** A clock record that acts, with a head whose root this register never had. */
export function clock_elsewhere(size: number): Irregularity {
  return notice('clock_elsewhere', `a counted head of ${size} entries has another root`);
}

/** What is wrong with the body of an admitted record; none if nothing is, or it is not here (null). */
export function of_body(
  { kind, body }: Header,
  read: Result<Body> | null,
): readonly Irregularity[] {
  if (!is_known_kind(kind) || is_register_kind(kind)) return [];
  if (body.form === 'sealed') return kind === note_kind ? [] : [notice('bad_body', 'malformed')];
  return read === null || read.ok ? [] : [notice('bad_body', read.code)];
}

/** Whether a retraction acts on a record that stands before, by their headers; or why not. */
export function retraction_effect(
  by: Header,
  target: Header,
): 'acts' | 'not_the_author' | 'not_retractable' {
  const { kind } = target;
  if (is_register_kind(kind) || kind === withdrawal_kind) return 'not_retractable';
  const joint = is_joint(by) || is_joint(target);
  const same = joint
    ? by.author === target.author && by.signers.join() === target.signers.join()
    : party_of(by.author) === party_of(target.author);
  return same ? 'acts' : 'not_the_author';
}

/** What a retraction with a good body names that it does not act on. `targets[i]` is the record of
 *  its i-th `refers` line that stands before it; null: none does. */
export function of_retraction(
  by: Header,
  role: KeyRole | null,
  targets: readonly (Header | null)[],
): readonly Irregularity[] {
  if (by.refers.length === 0) return [notice('refers_to_nothing', 'it names no record')];
  // A root key retracts nothing, which is said once.
  if (role === 'root') return [];
  return by.refers.flatMap((id, i) => {
    const target = targets[i] ?? null;
    const effect = target === null ? 'refers_to_nothing' : retraction_effect(by, target);
    if (effect === 'acts') return [];
    return [notice(effect, 'the retraction does not act on this record', id)];
  });
}
