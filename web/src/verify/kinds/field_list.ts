// SPDX-License-Identifier: Apache-2.0
// A kind as a list of its fields: each a key and how its value is read, in the order of the page,
// so that the first thing wrong is the same for every reader. The list gives the type, too:
//
//   const fields = { case: digest, vote: word(votes), dissent: text(statement_bytes_max) };
//   export type Ballot = Listed<typeof fields>;
//   export const read_ballot = list_reader(ballot_kind, fields);
//
// Spec: record.md §6, kinds/README.md.
import type { Json } from '../json';
import type { Result } from '../result';
import { parse_civil_time, type CivilTime } from '../time';
import { is_name } from '../vkey';
import { Fields, read_fields } from './fields';

/** Reads the value of a key; what is wrong with it is kept by the fields. */
export type Field<T> = (fields: Fields, key: string) => T;
export type FieldList = { readonly [key: string]: Field<unknown> };
/** What a list of fields reads. */
export type Listed<L extends FieldList> = { readonly [K in keyof L]: ReturnType<L[K]> };

/** Says what one field allows and another forbids. */
export type Check<T> = (body: T, malformed: (what: string) => void) => void;

/** A text of at most `bytes_max` bytes of UTF-8. */
export function text(bytes_max: number): Field<string> {
  return (fields, key) => fields.text(key, bytes_max);
}

/** One of a few words. */
export function word<W extends string>(list: readonly [W, ...W[]]): Field<W> {
  return (fields, key) => fields.word(key, list, 64);
}

/** An integer from `min` to `max`. */
export function integer(min: number, max: number): Field<number> {
  return (fields, key) => {
    const value = fields.integer(key);
    if (value < min || value > max) {
      fields.refuse('out_of_range', `${key} is ${value}, from ${min} to ${max}`);
    }
    return value;
  };
}

export const name: Field<string> = (fields, key) => fields.name(key);

/** A name, or empty: nobody. */
export const name_or_none: Field<string> = (fields, key) => {
  const value = fields.text(key, 64);
  if (value !== '' && !is_name(value)) {
    fields.refuse('malformed', `${key} is [a-z0-9/.-]{1,64}, or empty`);
  }
  return value;
};

export const digest: Field<string> = (fields, key) => fields.digest(key);

/** A digest, or empty: none. */
export const digest_or_none: Field<string> = (fields, key) => fields.digest(key, true);

/** A moment as its author wrote it, and the same moment read. */
export const time: Field<CivilTime> = (fields, key) => {
  const written = fields.text(key, 32);
  const read = parse_civil_time(written);
  if (read.ok) return read.value;
  fields.refuse(read.code, `${key}: ${read.what}`);
  return { text: written, utc_s: 0, offset_s: 0 };
};

/** A civil day, `1953-08-05`, as its author wrote it. */
export const day: Field<string> = (fields, key) => {
  const written = fields.text(key, 10);
  const read = parse_civil_time(`${written}T00:00:00+00:00`);
  if (!read.ok) fields.refuse(read.code, `${key}: ${read.what}`);
  return written;
};

function items(fields: Fields, key: string, count_max: number): readonly Json[] {
  const list = fields.list(key);
  if (list.length === 0) fields.refuse('malformed', `${key}: one at least`);
  if (list.length <= count_max) return list;
  fields.refuse('too_large', `${key}: at most ${count_max}`);
  return [];
}

/** 1 to `count_max` names, none twice. */
export function names(count_max: number): Field<readonly string[]> {
  return (fields, key) => {
    const out: string[] = [];
    for (const item of items(fields, key, count_max)) {
      if (typeof item !== 'string' || !is_name(item)) {
        fields.refuse('malformed', `${key}: each is [a-z0-9/.-]{1,64}`);
      } else if (out.includes(item)) {
        fields.refuse('malformed', `${key}: ${item} stands twice`);
      } else {
        out.push(item);
      }
    }
    return out;
  };
}

/** 1 to `count_max` objects, each closed and of one list of fields. */
export function objects<L extends FieldList>(
  count_max: number,
  list: L,
): Field<readonly Listed<L>[]> {
  return (fields, key) => {
    const out: Listed<L>[] = [];
    for (const item of items(fields, key, count_max)) {
      const object = Fields.of_object(item, key);
      const wrong = object.ok ? add_object(object.value, list, out) : object;
      if (wrong !== null) fields.refuse(wrong.code, wrong.what);
    }
    return out;
  };
}

function add_object<L extends FieldList>(object: Fields, list: L, out: Listed<L>[]) {
  out.push(read_list(object, list));
  return object.closed();
}

function read_list<L extends FieldList>(fields: Fields, list: L): Listed<L> {
  const pairs = Object.entries(list).map(([key, read]) => [key, read(fields, key)] as const);
  return Object.fromEntries(pairs) as Listed<L>;
}

/** The reader of a kind: its fields in their order, then `check`. Errors: `malformed`, `too_large`,
 *  `out_of_range`. */
export function list_reader<L extends FieldList>(
  kind: string,
  list: L,
  check: Check<Listed<L>> = () => {},
): (json: Json) => Promise<Result<Listed<L>>> {
  return (json) =>
    read_fields(json, kind, (fields) => {
      const body = read_list(fields, list);
      check(body, (what) => fields.refuse('malformed', what));
      return body;
    });
}

const language_form = /^[a-z]{2,3}$/;

/** Whether it reads as a code of ISO 639: two or three small letters. */
export function is_language(code: string): boolean {
  return language_form.test(code);
}
