// SPDX-License-Identifier: Apache-2.0
// Times, digests and names as people read them. Times are shown as the record writes them, with
// their offset; nothing is converted to the machine's zone.
import { say } from '../messages';
import { party_of } from '../verify/vkey';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

export type TimeParts = { readonly day: string; readonly clock: string; readonly offset: string };

/** `1953-07-27T22:10:00+09:00` in its parts: 27 July 1953, 22:10:00, +09:00. */
export function time_parts(text: string): TimeParts {
  const [, year = '', month = '', day = '', clock = '', offset = ''] =
    /^([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9:]{8})(.*)$/.exec(text) ?? [];
  return { day: `${Number(day)} ${months[Number(month) - 1] ?? ''} ${year}`, clock, offset };
}

/** A time in full. */
export function full_time(text: string): string {
  const { day, clock, offset } = time_parts(text);
  return `${day}, ${clock} (${offset})`;
}

/** An interval of the register's clock in plain words; the day only where it changes. */
export function interval_text(
  after: string | null,
  before: string | null,
  with_day: boolean,
): string {
  const one = (text: string, day: boolean) => (day ? full_time(text) : time_parts(text).clock);
  if (after === null && before === null) return say.time.unknown;
  if (after === null) return say.time.before(one(before ?? '', with_day));
  if (before === null) return say.time.after(one(after, with_day));
  if (after === before) return one(after, with_day);
  const same_day = time_parts(after).day === time_parts(before).day;
  return say.time.between(one(after, with_day), one(before, !same_day));
}

/** A digest short enough for a line: its first 8 and last 4 digits. */
export function short_digest(digest: string): string {
  const hex = digest.replace(/^sha256:/, '');
  return `${hex.slice(0, 8)}…${hex.slice(-4)}`;
}

/** The 64 digits of a digest in groups of four, to be read aloud. */
export function grouped_digest(digest: string): readonly string[] {
  return digest.replace(/^sha256:/, '').match(/.{1,4}/g) ?? [];
}

/** What a name says below its party: `delegation` of `unc/delegation`. */
export function desk_of(name: string): string {
  return name.slice(party_of(name).length + 1);
}

/** The kind's word, without its version. */
export function kind_word(kind: string | null): string {
  if (kind === null) return say.kind.none;
  const word = kind.split('/')[0] ?? '';
  const known = say.kind as { readonly [word: string]: string };
  return known[word] ?? kind;
}

/** `under 1 min`, `12 min`, `26 h 05 min`: the register's clock, by which it is counted, stands for up to
 *  a minute. */
export function duration(seconds: number): string {
  if (seconds < 60) return say.time.under_a_minute;
  if (seconds < 7200) return `${Math.floor(seconds / 60)} min`;
  const minutes = String(Math.floor(seconds / 60) % 60).padStart(2, '0');
  return `${Math.floor(seconds / 3600)} h ${minutes} min`;
}

/** The name of a body's field in words: the page's own, else as it is spelled, its unit behind it. */
export function field_word(name: string): string {
  const own = say.field[name];
  if (own !== undefined) return own;
  const [, words = name, unit] = /^(.+?)(?:_(mm|s))?$/.exec(name) ?? [];
  const spelled = words.replaceAll('_', ' ');
  const word = spelled.slice(0, 1).toUpperCase() + spelled.slice(1);
  return unit === undefined ? word : `${word} (${unit})`;
}
