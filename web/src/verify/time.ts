// SPDX-License-Identifier: Apache-2.0
// Times as the record writes them: a civil time with its offset, read to Unix seconds without the
// machine's zone tables. Spec: record.md §2 (TIME).
import { fail, good, type Result } from './result';

export type CivilTime = {
  readonly text: string;
  readonly utc_s: number;
  readonly offset_s: number;
};

const time_form =
  /^([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})([+-][0-9]{2}:[0-9]{2})$/;
const offset_form = /^([+-])([0-9]{2}):([0-9]{2})$/;
const offset_s_max = 14 * 3600;

/**
 * Seconds east of UTC. Errors: `malformed` (its form, or `-00:00`), `out_of_range` (over ±14:00).
 */
export function parse_offset(text: string): Result<number> {
  const found = offset_form.exec(text);
  if (found === null) return fail('malformed', 'an offset is written +hh:mm or -hh:mm');
  const minutes = Number(found[3]);
  const offset_s = Number(found[2]) * 3600 + minutes * 60;
  if (minutes > 59 || offset_s > offset_s_max) {
    return fail('out_of_range', 'an offset lies within ±14:00');
  }
  if (offset_s === 0 && found[1] === '-') return fail('malformed', 'offset zero is written +00:00');
  return good(found[1] === '-' ? -offset_s : offset_s);
}

function days_in(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Reads `YYYY-MM-DDThh:mm:ss±hh:mm`. Errors: `malformed`, `out_of_range` (no such date between 1900
 *  and 2199, no such hour, an offset over ±14:00). */
export function parse_civil_time(text: string): Result<CivilTime> {
  const found = time_form.exec(text);
  if (found === null) return fail('malformed', 'a time is written 1951-07-12T01:30:00+09:00');
  const [year, month, day, hour, minute, second] = found.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const offset = parse_offset(found[7] ?? '');
  if (!offset.ok) return offset;
  const dated = month >= 1 && month <= 12 && day >= 1 && day <= days_in(year, month);
  if (year < 1900 || year > 2199 || !dated) {
    return fail('out_of_range', 'no such date between 1900 and 2199');
  }
  if (hour > 23 || minute > 59 || second > 59) {
    return fail('out_of_range', 'an hour ends at 23:59:59');
  }
  const civil_s = Date.UTC(year, month - 1, day, hour, minute, second) / 1000;
  return good({ text, utc_s: civil_s - offset.value, offset_s: offset.value });
}

/** Unix seconds of a time, or not a number: then it compares with nothing. */
export function utc_s(text: string): number {
  const time = parse_civil_time(text);
  return time.ok ? time.value.utc_s : Number.NaN;
}

/** The time text of an instant in an offset. REQUIRES: the civil year has four digits. */
export function civil_text(utc_s: number, offset_s: number): string {
  const civil = new Date((utc_s + offset_s) * 1000).toISOString().slice(0, 19);
  return civil + offset_text(offset_s);
}

/** `+09:00` */
export function offset_text(offset_s: number): string {
  const minutes = Math.abs(offset_s) / 60;
  const two = (n: number) => String(Math.floor(n)).padStart(2, '0');
  return `${offset_s < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
}
