// SPDX-License-Identifier: Apache-2.0
// The rows of the register page: which are asked for, what came, and what the verifier says of
// each.
import { batch, computed, effect, signal } from '@preact/signals';
import { list_records } from '../api/client';
import type { RecordRow } from '../api/shapes';
import type { RowCheck } from '../verify/check';
import { check_list, type ListAsked } from '../verify/list';
import type { Result } from '../verify/result';
import { head, head_turn, register, verification, verifier, wait_for_fold } from './session';

export const rows_a_page = 50;

export type Filter = {
  readonly party: string;
  readonly kind: string;
  readonly author: string;
  /** Among the rows that came. */
  readonly text: string;
};

export const no_filter: Filter = { party: '', kind: '', author: '', text: '' };
export const filter = signal<Filter>(no_filter);
/** The index from which rows go down; null: from the newest. */
export const before = signal<number | null>(null);
export const rows = signal<Result<readonly RecordRow[]> | null>(null);
export const checks = signal<ReadonlyMap<number, RowCheck>>(new Map());
/** Where older pages were turned from, so that newer ones lead back the same way. */
const trail: (number | null)[] = [];
/** How many entries the register had when the rows were asked for. */
export const rows_size = signal(0);
/** What was asked when the rows came. */
export const rows_asked = signal<ListAsked | null>(null);

/** The rows that the words of the filter leave. */
export const shown_rows = computed<readonly RecordRow[]>(() => {
  const all = rows.value?.ok ? rows.value.value : [];
  const words = filter.value.text.trim().toLowerCase();
  return words === ''
    ? all
    : all.filter((row) => (row.summary ?? '').toLowerCase().includes(words));
});

let asked = 0;

/** Asks for the rows, and has each of them checked. */
export async function load_rows(): Promise<void> {
  const info = register.value;
  if (info === null || !head.value?.ok) return;
  const mine = ++asked;
  const { size } = head.value.value.accepted;
  const { party, kind, author } = filter.value;
  // Rows past the head would be past all that is verified: they come with the next head.
  const below = Math.min(before.value ?? size, size);
  await wait_for_fold(info.name, size);
  if (mine !== asked) return;
  const answer = await list_records(info.name, {
    count: rows_a_page,
    before: below,
    party,
    kind,
    author,
  });
  if (mine !== asked) return;
  const filtered = party !== '' || kind !== '' || author !== '';
  batch(() => {
    rows.value = answer;
    rows_size.value = size;
    rows_asked.value = { before: below, count: rows_a_page, filtered };
  });
  await check_rows();
}

/** Has the rows compared with what the register holds. */
export async function check_rows(): Promise<void> {
  const now = rows.value;
  if (!now?.ok || now.value.length === 0) return;
  const found = await verifier().ask({ task: 'rows', rows: now.value, rows_size: rows_size.value });
  if (rows.value === now) checks.value = new Map(found.map((check) => [check.index, check]));
}

/** Changes the filter; what the server filters is asked for again. */
export function set_filter(change: Partial<Filter>): void {
  const next = { ...filter.value, ...change };
  const text_only = Object.keys(change).every((key) => key === 'text');
  filter.value = next;
  if (!text_only) turn_newer(true);
}

/** Turns to the rows below `from`. */
export function turn_older(from: number): void {
  trail.push(before.value);
  before.value = from;
  void load_rows();
}

/** Turns back towards the newest rows by one page, or all the way. */
export function turn_newer(all_the_way: boolean): void {
  before.value = all_the_way ? null : (trail.pop() ?? null);
  if (before.value === null) trail.length = 0;
  void load_rows();
}

/** What is wrong with the first row that is not what the register holds; null if none is. */
export const wrong_row = computed(
  () => [...checks.value.values()].find((check) => check.state === 'wrong') ?? null,
);

/** What is wrong with the rows as a whole; null if nothing is. */
export const wrong_list = computed(() => {
  const [now, by] = [rows.value, rows_asked.value];
  if (!now?.ok || by === null) return null;
  return check_list(
    now.value.map((row) => row.index),
    by,
  );
});

/** Follows the register: new heads bring new rows, a finished audit checks them again. */
export function follow_register(): void {
  effect(() => {
    if (head_turn.value > 0) void load_rows();
  });
  effect(() => {
    const { state } = verification.value;
    if (state === 'good' || state === 'part') void check_rows();
  });
}
