// SPDX-License-Identifier: Apache-2.0
// Lines as they are typed into the forms of holdings, and the list that a commitment is of. The list is
// salted and digested here: it leaves this machine when it is opened, and not before.
// Spec: kinds/opening.md, count.md, site-check.md.
import { utf8_bytes } from '../verify/bytes';
import { digest_of } from '../verify/hash';

export type CountLine = {
  readonly what: string;
  readonly nationality: string;
  readonly number: number;
};

export type SerialsWord = 'matched' | 'not_shown' | 'differ' | 'none';

export type CheckedItem = {
  readonly what: string;
  readonly recorded: number;
  readonly seen: number;
  readonly serials: SerialsWord;
  readonly reason: string;
};

const number_max = 1_000_000_000;
const serials_words: ReadonlySet<string> = new Set(['matched', 'not_shown', 'differ', 'none']);

function is_serials(word: string): word is SerialsWord {
  return serials_words.has(word);
}

/** A decimal as the register reads one; null: none. */
export function number_of(text: string): number | null {
  if (!/^(?:0|[1-9][0-9]{0,9})$/.test(text)) return null;
  const number = Number(text);
  return number <= number_max ? number : null;
}

const parts_of = (line: string) => line.split(';').map((part) => part.trim());

/** `1st Division; munsan; 20500` as a line of a list of dispositions; null: no unit. */
export function unit_line(line: string): string | null {
  const [unit = '', place = '', strength = '', ...more] = parts_of(line);
  const labels = [unit, place].every((text) => {
    const bytes = utf8_bytes(text).length;
    return bytes > 0 && bytes <= 128 && !/[\u0000-\u001f]/u.test(text);
  });
  if (!labels || more.length > 0 || number_of(strength) === null) return null;
  return `${unit};${place};${strength}\n`;
}

/** `prisoners; 5640; chinese`; null: no count. */
export function count_line(line: string): CountLine | null {
  const [what = '', text = '', nationality = '', ...more] = parts_of(line);
  const number = number_of(text);
  return what === '' || number === null || more.length > 0 ? null : { what, nationality, number };
}

/** `T-34; 12; 10; matched; under repair`; null: no item. */
export function checked_item(line: string): CheckedItem | null {
  const [what = '', listed = '', saw = '', serials = '', reason = '', ...more] = parts_of(line);
  const [recorded, seen] = [number_of(listed), number_of(saw)];
  if (what === '' || recorded === null || seen === null || more.length > 0) return null;
  return is_serials(serials) ? { what, recorded, seen, serials, reason } : null;
}

/** What is typed line by line, empty lines passed over; `wrong` counts from 1, 0: none is. */
export function read_lines<T>(
  text: string,
  read: (line: string) => T | null,
): { readonly all: readonly T[]; readonly wrong: number } {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const all: T[] = [];
  for (const [at, line] of lines.entries()) {
    const one = read(line);
    if (one === null) return { all: [], wrong: at + 1 };
    all.push(one);
  }
  return { all, wrong: 0 };
}

export type SaltedList = {
  readonly text: string;
  readonly digest: string;
  readonly bytes: number;
};

/** A list as it is lodged: its salt first. */
export async function salted_list(salt: string, lines: readonly string[]): Promise<SaltedList> {
  return digested(`${salt}\n${lines.join('')}`);
}

/** A list with the digest under which it may have been lodged. */
export async function digested(text: string): Promise<SaltedList> {
  const bytes = utf8_bytes(text);
  return { text, digest: await digest_of(bytes), bytes: bytes.length };
}
