// SPDX-License-Identifier: Apache-2.0
// The lines of a gate's log as they are typed: read, kept as text, and reckoned as the register does.
// Spec: kinds/gate-log.md.
import type { GateEntry } from '../sign/statement';
import { counted_max } from '../verify/limits';
import { parse_civil_time, utc_s } from '../verify/time';

/** An entry as it is typed; `passing` is empty until it is chosen. */
export type GateLine = {
  readonly time: string;
  readonly passing: '' | 'in' | 'out';
  readonly persons: string;
  readonly number: string;
};

const number_form = /^[1-9][0-9]{0,9}$/;

/** What is wrong with a line: the name of its field; null: nothing. */
export function wrong_in(line: GateLine): 'time' | 'passing' | 'persons' | null {
  if (!parse_civil_time(line.time).ok) return 'time';
  if (line.passing === '') return 'passing';
  const counted = number_form.test(line.persons) && Number(line.persons) <= counted_max;
  return counted ? null : 'persons';
}

/** The entries; null while a line is wrong. */
export function entries_of(lines: readonly GateLine[]): readonly GateEntry[] | null {
  const entries: GateEntry[] = [];
  for (const line of lines) {
    if (line.passing === '' || wrong_in(line) !== null) return null;
    const { time, passing, number } = line;
    entries.push({ time, passing, number, persons: Number(line.persons) });
  }
  return entries;
}

/** The number, from 1, of the first line that is out of the order of time or of the log's span; 0: none.
 *  REQUIRES: every line has a time. */
export function out_of_order(lines: readonly GateLine[], from: string, to: string): number {
  let before = utc_s(from);
  const last = utc_s(to);
  const at = lines.findIndex((line) => {
    const now = utc_s(line.time);
    const wrong = now < before || now > last;
    before = now;
    return wrong;
  });
  return at + 1;
}

/**
 * How many are inside after the entries, of `before` that were: nobody goes out who is not inside, so
 * that more of them do not count. Under which pass somebody came in earlier is not known here.
 */
export function reckoned(before: number, entries: readonly GateEntry[]): number {
  return entries.reduce(
    (inside, one) =>
      one.passing === 'in' ? inside + one.persons : Math.max(0, inside - one.persons),
    before,
  );
}

/** One line each, as the command line writes an entry. */
export function text_of_lines(lines: readonly GateLine[]): string {
  return lines
    .map(({ time, passing, number, persons }) => [time, passing, number, persons].join('; '))
    .join('\n');
}

/** The lines again. */
export function lines_of_text(text: string): readonly GateLine[] {
  if (text === '') return [];
  return text.split('\n').map((line) => {
    const parts = line.split('; ');
    const [time = '', passing = ''] = parts;
    // A number may hold what parts the fields.
    return {
      time,
      passing: passing === 'in' || passing === 'out' ? passing : '',
      number: parts.slice(2, -1).join('; '),
      persons: parts.length > 3 ? (parts.at(-1) ?? '') : '',
    };
  });
}
