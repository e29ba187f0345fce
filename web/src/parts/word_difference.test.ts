// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import { brackets_in, compared_words_max, differing_words, has_words } from './word_difference';

// `The line is *the 38th parallel*`: words of its own between stars.
const marked = (text: string, other: string) =>
  differing_words(text, other)
    .map((piece) => (piece.alone ? `*${piece.text}*` : piece.text))
    .join(' ');

describe('words that differ', () => {
  test('are marked in either text', () => {
    const [a, b] = ['The line is the 38th parallel.', 'The line is that of the front.'];
    expect(marked(a, b)).toBe('The line is the *38th parallel.*');
    expect(marked(b, a)).toBe('The line is *that of* the *front.*');
  });
  test('are none in the same text, whatever its case, commas and lines', () => {
    expect(marked('The line,\nand a zone.', 'the line and a zone')).toBe('The line, and a zone.');
  });
  test('are all of them beside nothing, and none of nothing', () => {
    expect(marked('A line', '')).toBe('*A line*');
    expect(differing_words('', 'A line')).toEqual([]);
  });
  test('are not looked for in a text beyond the limit', () => {
    const long = 'word '.repeat(compared_words_max + 1);
    expect(differing_words(long, 'other')).toEqual([{ text: long, alone: false }]);
  });
  test('keep every word in its order', () => {
    const text = 'a b c d e f';
    const pieces = differing_words(text, 'f e d c b a');
    expect(pieces.map((piece) => piece.text).join(' ')).toBe(text);
    expect(pieces.filter((piece) => !piece.alone)).toHaveLength(1);
  });
});

describe('brackets', () => {
  const sides = ['unc', 'kpa-cpv'];
  test('are those of the text’s side, or of the side that they name', () => {
    const text = 'A zone [of four kilometres] on [kpa-cpv: the parallel], [note: as agreed].';
    expect(brackets_in(text, 'unc', sides)).toEqual([
      { words: 'of four kilometres', side: 'unc' },
      { words: 'the parallel', side: 'kpa-cpv' },
      { words: 'note: as agreed', side: 'unc' },
    ]);
    expect(brackets_in('No bracket, and [] none', 'unc', sides)).toEqual([]);
  });
  test('stand in another text in brackets, plainly or not', () => {
    expect(has_words('A zone [of four kilometres wide].', 'four kilometres')).toBe('in_brackets');
    expect(has_words('A zone of Four\nkilometres.', 'four kilometres')).toBe('plainly');
    expect(has_words('A zone.', 'four kilometres')).toBe('not');
  });
});
