// SPDX-License-Identifier: Apache-2.0
// Rival drafts compared, in words: what a parameter is called, what of a list one side has alone.
import type { ParagraphPair, SayingPair, TermPair } from '../api/shapes';
import { say } from '../messages';

const word_form = /^[a-z]+(?:_[a-z]+)*$/;

/** A word of ours without its joints: `closed_list` as `closed list`. */
export function plain(word: string): string {
  return word_form.test(word) ? word.replaceAll('_', ' ') : word;
}

/** `points unc` as `Points of unc`. */
export function parameter_word(name: string): string {
  const { parameters, of_side } = say.drafts;
  const [first = '', ...rest] = name.split(' ');
  const side = rest.join(' ');
  if (side !== '' && first in of_side) return of_side[first as keyof typeof of_side](side);
  const word = parameters[name] ?? plain(name);
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** A piece of a value, and whether the other side lacks it. */
export type Piece = { readonly text: string; readonly alone: boolean };

const list_form = /^[a-z0-9/.-]+(?:, [a-z0-9/.-]+)*(?: \(\d+\))?$/;

/** A list of names piece by piece; anything else is one piece, and never alone. */
export function pieces(value: string, other: string): readonly Piece[] {
  const lists = list_form.test(value) && list_form.test(other);
  if (!lists) return [{ text: plain(value), alone: false }];
  const names = (text: string) => text.replace(/ \(\d+\)$/, '').split(', ');
  const there = new Set(names(other));
  // A lone value that differs is no list: it says enough by being another.
  if (names(value).length === 1 && there.size === 1) return [{ text: plain(value), alone: false }];
  return names(value).map((text) => ({ text, alone: !there.has(text) }));
}

/** The pairs that differ. */
export function differing(pairs: readonly SayingPair[]): readonly SayingPair[] {
  return pairs.filter((one) => one.a !== one.b);
}

/** Terms whose difference is shown: all but those that are the same. */
export function changed_terms(pair: ParagraphPair): readonly TermPair[] {
  return pair.terms.filter((one) => one.standing !== 'same');
}

export type Standing = ParagraphPair['standing'];
export const standings: readonly Standing[] = ['differs', 'only_a', 'only_b', 'same'];

/** How many rows have each standing. */
export function sums(rows: readonly { readonly standing: Standing }[]): Record<Standing, number> {
  const out = { differs: 0, only_a: 0, only_b: 0, same: 0 };
  for (const { standing } of rows) out[standing] += 1;
  return out;
}
