// SPDX-License-Identifier: Apache-2.0
// What the conference's forms read from what is typed, and what they offer of what is on record.
// Pure.
import type {
  AgendaPoint,
  AgreedRow,
  Conference,
  PositionRow,
  SittingRow,
  StatementRow,
} from '../api/shapes';
import type { AgendaItem, AnswerWord, Present } from '../sign/conference_fields';
import { number_of } from '../sign/holding_lines';
import { is_name, party_of } from '../verify/vkey';

const numbered_max = 256;
const standings = ['present', 'offered', 'accepted', 'declined'] as const;

/** `unc; Joy; senior delegate`, `unc; ; correspondent; 20; offered`; null: nobody. */
export function present_line(line: string): Present | null {
  const [side = '', person = '', role = '', count = '1', word = 'present', ...more] = line
    .split(';')
    .map((part) => part.trim());
  const number = number_of(count);
  const standing = standings.find((one) => one === word);
  if (!is_name(side) || (person === '' && role === '') || more.length > 0) return null;
  return number === null || standing === undefined
    ? null
    : { side, person, role, number, standing };
}

/** Who was there, as the form of another sitting takes it. */
export function present_text(present: readonly Present[]): string {
  const line = ({ side, person, role, number, standing }: Present) => {
    const usual = number === 1 && standing === 'present';
    return [side, person, role, ...(usual ? [] : [number, standing])].join('; ');
  };
  return present.map((one) => `${line(one)}\n`).join('');
}

/** A number of a point, a proposal's alternative or a place among points; null: none. */
export function small_number(text: string): number | null {
  const number = number_of(text.trim());
  return number === null || number > numbered_max ? null : number;
}

/** `2; line-and-zone; The line, and a zone along it`; null: no point. */
export function item_line(line: string): AgendaItem | null {
  const [first = '', second = '', ...rest] = line.split(';');
  const [number, issue] = [small_number(first), second.trim()];
  if (number === null || number === 0 || !is_name(issue)) return null;
  return { number, issue, wording: rest.join(';').trim() };
}

/** The points of an agenda as its form takes them. */
export function items_text(points: readonly AgendaItem[]): string {
  return points
    .toSorted((a, b) => a.number - b.number)
    .map((one) => `${one.number}; ${one.issue}; ${one.wording}\n`)
    .join('');
}

/** Whether each number is above the one before. */
export function ascends(items: readonly AgendaItem[]): boolean {
  return items.every((one, i) => i === 0 || one.number > (items[i - 1]?.number ?? 0));
}

/** The agenda of a side that stands, by one author: the newest of those on record. */
export function agenda_of(points: readonly AgendaPoint[], side: string): readonly AgendaPoint[] {
  const own = points.filter((one) => one.side === side);
  const newest = Math.max(0, ...own.map((one) => one.version));
  const first = own.find((one) => one.version === newest);
  return own.filter((one) => one.index === first?.index);
}

/** The sittings that go on, newest first. */
export function open_sittings(sittings: readonly SittingRow[]): readonly SittingRow[] {
  return sittings.filter((one) => one.ended === 'goes_on' && !one.retracted);
}

/** Whether two records tell of one sitting by one party's word: it was put on record anew. */
function is_same_sitting(a: SittingRow, b: SittingRow): boolean {
  return a.forum === b.forum && a.number === b.number && party_of(a.author) === party_of(b.author);
}

/** The record that stands of a sitting that was taken back; null: it waits to be put on record anew. */
export function put_anew(one: SittingRow, all: readonly SittingRow[]): SittingRow | null {
  return all.find((other) => !other.retracted && is_same_sitting(one, other)) ?? null;
}

/** Those to choose from: what was taken back and stands anew is not asked for twice. */
export function listed_sittings(all: readonly SittingRow[]): readonly SittingRow[] {
  return all.filter((one) => !one.retracted || put_anew(one, all) === null);
}

/** The next number of a forum's sittings. */
export function next_sitting(forum: string, all: readonly SittingRow[]): number {
  const numbers = all.filter((one) => one.forum === forum).map(({ number }) => number);
  return Math.max(0, ...numbers) + 1;
}

/** The next place in the order of a sitting. */
export function next_statement(rows: readonly StatementRow[]): number {
  return Math.max(0, ...rows.map(({ number }) => number)) + 1;
}

/** In which sitting a reply would stand: the one of what it replies to while that goes on, else the only
 *  one that does; else it is to be chosen, and the empty text is given. */
export function reply_sitting(of: number, all: readonly SittingRow[]): string {
  const open = open_sittings(all);
  const own = open.find(({ index }) => index === of);
  const only = open.length === 1 ? open[0] : undefined;
  return (own ?? only)?.id ?? '';
}

/** Every issue that anybody named, in order. */
export function issues_of({ points, positions, questions, agreed }: Conference): string[] {
  const all = [...points, ...positions, ...questions, ...agreed].map(({ issue }) => issue);
  return [...new Set(all)].filter((issue) => issue !== '').sort();
}

/** What a side may say to a point: of its own, that it withdraws it. */
export function answers_to(point: AgendaPoint, side: string): readonly AnswerWord[] {
  if (side === '') return [];
  if (side === point.side) return ['withdrawn'];
  return ['accepted', 'refused', 'reserved', 'postponed', 'beyond_mandate'];
}

/** What a side may do with a proposal, or without one (kinds/proposal.md). */
export function acts_on(of: PositionRow | null, side: string): readonly PositionRow['act'][] {
  if (side === '') return [];
  if (of === null) return ['proposes', 'restates', 'drops', 'defines'];
  return of.side === side ? ['restates', 'changes', 'drops', 'defines'] : ['accepts', 'refuses'];
}

const worded: ReadonlySet<string> = new Set(['proposes', 'changes', 'defines']);

/** What replaced a proposal, or dropped it; undefined: it stands. */
function replaced_by(one: PositionRow, all: readonly PositionRow[]): PositionRow | undefined {
  const ends = (act: string) => act === 'changes' || act === 'drops';
  return all.find(
    (other) =>
      other.of === one.index && other.side === one.side && ends(other.act) && !other.retracted,
  );
}

/** The proposals on an issue that stand, and those that were replaced, dropped or taken back. */
export function alternatives_in(all: readonly PositionRow[]): {
  readonly standing: readonly PositionRow[];
  readonly earlier: readonly PositionRow[];
} {
  const own = all.filter(({ act }) => worded.has(act));
  const stands = (one: PositionRow) => !one.retracted && replaced_by(one, all) === undefined;
  return { standing: own.filter(stands), earlier: own.filter((one) => !stands(one)) };
}

/** What others said to a proposal, and stands. */
export function answers_on(one: PositionRow, all: readonly PositionRow[]): readonly PositionRow[] {
  return all.filter(
    (other) => other.of === one.index && other.side !== one.side && !other.retracted,
  );
}

/** The issue to show first: one on which more than one side has proposals that stand, else any. */
export function contested_issue(all: readonly PositionRow[]): string {
  const issues = [...new Set(all.map(({ issue }) => issue))];
  const sides = (issue: string) =>
    new Set(
      alternatives_in(all.filter((one) => one.issue === issue)).standing.map(({ side }) => side),
    );
  return issues.find((issue) => sides(issue).size > 1) ?? issues[0] ?? '';
}

/** The number of the next point on an issue. */
export function next_point(agreed: readonly AgreedRow[], issue: string): number {
  const numbers = agreed.filter((one) => one.issue === issue).map(({ number }) => number);
  return Math.max(0, ...numbers) + 1;
}

/** A text cut where these words stand in it, whole and in their order; they are pieces of their own. */
export function pieces_of(text: string, words: readonly string[]): readonly string[] {
  let pieces: readonly string[] = [text];
  for (const word of words) {
    pieces = pieces.flatMap((piece) => {
      if (words.includes(piece)) return [piece];
      const at = piece.indexOf(word);
      if (at < 0) return [piece];
      return [piece.slice(0, at), word, piece.slice(at + word.length)].filter((one) => one !== '');
    });
  }
  return pieces;
}
