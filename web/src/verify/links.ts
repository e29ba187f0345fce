// SPDX-License-Identifier: Apache-2.0
// What a record refers to and what refers to it, as the page shows it, against the record's own
// lines and what an audit read. Spec: api.md §5, record.md §2.
import type { State } from './check';
import type { Record } from './record';

/** A record named by another, in the server's words; index null: it is not here. */
export type Link = {
  readonly index: number | null;
  readonly id: string;
  readonly kind: string | null;
  readonly author: string | null;
};

/** The links that a page shows. */
export type Linked = {
  readonly refers: readonly Link[];
  readonly referred_by: readonly Link[];
  /** Of the neighbours in the chain of the record's key; null: none is here. */
  readonly previous_index: number | null;
  readonly next_index: number | null;
};

/** The same, recomputed by an audit of `size` entries. */
export type Held = Linked & { readonly size: number };

export type LinkCheck = { readonly state: State; readonly what: string };

/** The server lists no more of those that refer to a record. */
const referred_by_max = 1000;

const wrong = (what: string): LinkCheck => ({ state: 'wrong', what });
const part = (what: string): LinkCheck => ({ state: 'part', what });
const unaudited = 'by the server, not yet checked';
const good: LinkCheck = { state: 'good', what: '' };

const name_of = ({ index, id }: Link) => (index === null ? id : `record ${index}`);
const same = (a: Link, b: Link) =>
  a.index === b.index && a.id === b.id && a.kind === b.kind && a.author === b.author;

// `from`: entries from here on came after the page was asked for, and may or may not be shown.
function check_one(shown: Link, held: Link, from: number): LinkCheck {
  if (shown.index === null) {
    const hidden = held.index !== null && held.index < from;
    return hidden ? wrong(`${name_of(held)} is here, and shown as not here`) : good;
  }
  if (same(shown, held)) return good;
  if (held.index !== null && held.index >= from) return part(`${name_of(shown)} was not checked`);
  return wrong(`${shown.id} is shown as ${name_of(shown)}, the register holds ${name_of(held)}`);
}

function check_refers(shown: readonly Link[], held: Held, from: number): readonly LinkCheck[] {
  return shown.map((link, i) => {
    if (link.index !== null && link.index >= held.size) return part(unaudited);
    return check_one(link, held.refers[i] ?? link, from);
  });
}

function check_referred_by(shown: readonly Link[], held: Held, from: number): LinkCheck {
  const by_index = (list: readonly Link[]) => new Map(list.map((link) => [link.index, link]));
  const [is_shown, is_held] = [by_index(shown), by_index(held.referred_by)];
  const stands_in = (list: ReadonlyMap<number | null, Link>, link: Link) => {
    const found = list.get(link.index);
    return found !== undefined && same(found, link);
  };
  const due = held.referred_by.slice(0, referred_by_max);
  const hidden = due.find((link) => (link.index ?? 0) < from && !stands_in(is_shown, link));
  if (hidden !== undefined) return wrong(`${name_of(hidden)} refers to it, and is not shown so`);
  const audited = shown.filter((link) => link.index === null || link.index < held.size);
  const invented = audited.find((link) => !stands_in(is_held, link));
  if (invented !== undefined) return wrong(`${name_of(invented)} does not refer to it`);
  return audited.length < shown.length ? part(unaudited) : good;
}

function check_neighbour(
  which: string,
  shown: number | null,
  held: number | null,
  { size, from }: { readonly size: number; readonly from: number },
): LinkCheck {
  if (shown === held || (shown === null && held !== null && held >= from)) return good;
  if (shown !== null && shown >= size) return part(unaudited);
  const text = (index: number | null) => (index === null ? 'none' : `record ${index}`);
  return wrong(`the record ${which} is shown as ${text(shown)}, and is ${text(held)}`);
}

/** Compares what a page shows of a record's links. `held` null: the register was not audited up to
 *  the record. `from`: how many entries the register had when the page was asked for. */
export function check_links(
  shown: Linked,
  record: Record | null,
  held: Held | null,
  from: number,
): LinkCheck {
  const named = record?.header.refers ?? [];
  if (shown.refers.map((link) => link.id).join() !== named.join()) {
    return wrong('the records shown are not those that its text names');
  }
  if (held === null) return part(unaudited);
  const range = { size: held.size, from };
  const all = [
    ...check_refers(shown.refers, held, from),
    check_referred_by(shown.referred_by, held, from),
    check_neighbour('before it', shown.previous_index, held.previous_index, range),
    check_neighbour('after it', shown.next_index, held.next_index, range),
  ];
  return (
    all.find((one) => one.state === 'wrong') ?? all.find((one) => one.state === 'part') ?? good
  );
}
