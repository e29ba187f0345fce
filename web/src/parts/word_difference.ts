// SPDX-License-Identifier: Apache-2.0
// Two texts compared word by word, and the brackets in a text with whose they are. Pure.
import type { Piece } from './draft_words';

/** Texts of more words than this are not compared: the page would stand still meanwhile. */
export const compared_words_max = 1_200;

type Words = readonly string[];

const words_of = (text: string): Words => text.split(/\s+/u).filter((word) => word !== '');

// Case and what stands about a word do not make it another.
const bare = (word: string) => word.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');

// common[i * (b + 1) + j]: the most words, in order, that `a` from i and `b` from j share.
function common_words(a: Words, b: Words): Uint16Array {
  const width = b.length + 1;
  const common = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number) => common[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; --i) {
    for (let j = b.length - 1; j >= 0; --j) {
      const same = a[i] === b[j];
      common[i * width + j] = same ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  return common;
}

// Of each word of `a`, whether `b` lacks it.
function alone_in(a: Words, b: Words): readonly boolean[] {
  const common = common_words(a, b);
  const width = b.length + 1;
  const alone = a.map(() => true);
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      alone[i] = false;
      ++i;
      ++j;
    } else if ((common[(i + 1) * width + j] ?? 0) >= (common[i * width + j + 1] ?? 0)) {
      ++i;
    } else {
      ++j;
    }
  }
  return alone;
}

function joined(words: Words, alone: readonly boolean[]): readonly Piece[] {
  const out: { text: string; alone: boolean }[] = [];
  for (const [i, word] of words.entries()) {
    const last = out.at(-1);
    const now = alone[i] ?? false;
    if (last !== undefined && last.alone === now) last.text += ` ${word}`;
    else out.push({ text: word, alone: now });
  }
  return out;
}

/** `text` cut where its words begin or cease to be its own: those that `other` lacks, or has elsewhere in
 *  the order. In one piece if the texts are too long to compare. */
export function differing_words(text: string, other: string): readonly Piece[] {
  const [a, b] = [words_of(text), words_of(other)];
  if (Math.max(a.length, b.length) > compared_words_max) return [{ text, alone: false }];
  return joined(a, alone_in(a.map(bare), b.map(bare)));
}

/** Words that are not agreed, and by whom. */
export type Bracket = {
  readonly words: string;
  /** Whose they are: the side that the bracket names, as in `[unc: …]`, else that of the text. */
  readonly side: string;
};

const bracket_form = /\[([^[\]]+)\]/gu;
const named_form = /^([a-z0-9/.-]{1,64}):\s*(.+)$/su;

/** The brackets of a side's text, in their order. */
export function brackets_in(text: string, side: string, sides: readonly string[]): Bracket[] {
  return [...text.matchAll(bracket_form)].map(([, inside = '']) => {
    const [, by = '', words = ''] = named_form.exec(inside.trim()) ?? [];
    return sides.includes(by) ? { words, side: by } : { words: inside.trim(), side };
  });
}

/** How a text has the words of a bracket: in brackets, too, plainly, or not. */
export function has_words(text: string, words: string): 'in_brackets' | 'plainly' | 'not' {
  const flat = (part: string) => words_of(part).map(bare).join(' ');
  const within = [...text.matchAll(bracket_form)].some(([, inside = '']) =>
    flat(inside).includes(flat(words)),
  );
  if (within) return 'in_brackets';
  return flat(text).includes(flat(words)) ? 'plainly' : 'not';
}
