// SPDX-License-Identifier: Apache-2.0
// The node's registers, the one shown, its heads, and what the verifier says of them.
import { batch, computed, signal } from '@preact/signals';
import { get_consistency, get_head, list_records, list_registers } from '../api/client';
import { listen } from '../api/feed';
import type { FeedState, HeadAnswer, RegisterInfo } from '../api/shapes';
import type { Progress } from '../verify/audit';
import { unreached, type Failure, type Result } from '../verify/result';
import type { HeadsReport } from '../worker/desk';
import { Verifier } from '../worker/verifier';
import { pinned_circle, remembered_head } from './memory';

/** Up to here a register is audited by itself; beyond, when asked. */
export const audit_itself_max = 5_000;

export type Verification =
  | { readonly state: 'checking' }
  /** Nothing could be looked at: no verdict. */
  | { readonly state: 'idle'; readonly failure: Failure | null }
  | { readonly state: 'good' | 'part'; readonly report: HeadsReport }
  | { readonly state: 'wrong'; readonly failure: Failure };

export const registers = signal<Result<readonly RegisterInfo[]> | null>(null);
export const register = signal<RegisterInfo | null>(null);
export const head = signal<Result<HeadAnswer> | null>(null);
export const link_up = signal(true);
export const verification = signal<Verification>({ state: 'idle', failure: null });
export const progress = signal<Progress | null>(null);
/** The circle that was compared in this browser; null: none yet. */
export const pinned = signal<string | null>(null);
/** The last good report, kept while the next is on its way. */
export const report = signal<HeadsReport | null>(null);
/** What is wrong with the record shown on a page of its own; null if nothing is. */
export const wrong_record = signal<string | null>(null);
/** Counts the heads that were taken in, so that lists know when to ask again. */
export const head_turn = signal(0);

/** The circle that everything is verified against: the one compared, else the one shown. */
export const circle = computed(() => pinned.value ?? register.value?.circle ?? '');
export const is_other_circle = computed(
  () => pinned.value !== null && register.value !== null && pinned.value !== register.value.circle,
);

let worker: Verifier | null = null;
let wants_audit = false;

/** The verifier's thread; made once. */
export function verifier(): Verifier {
  worker ??= new Verifier((now) => {
    progress.value = now;
  });
  return worker;
}

/** Asks for the registers, shows the first, and listens. */
export async function start(): Promise<void> {
  listen((event) => {
    if (event.type === 'link') link_up.value = event.up;
    else take_state(event.state);
  });
  await load_registers();
}

export async function load_registers(): Promise<void> {
  const list = await list_registers();
  registers.value = list;
  const first = list.ok ? list.value[0] : undefined;
  if (first !== undefined && register.value === null) await choose(first);
}

/** Shows a register. */
export async function choose(info: RegisterInfo): Promise<void> {
  batch(() => {
    register.value = info;
    head.value = null;
    report.value = null;
    verification.value = { state: 'checking' };
    pinned.value = pinned_circle.get(info.name);
  });
  wants_audit = false;
  await verifier().ask({ task: 'open', prefix: info.prefix, circle: circle.value });
  await refresh();
}

/** Keeps the circle shown as the one that a person compared, or forgets it. */
export async function pin(on: boolean): Promise<void> {
  const info = register.value;
  if (info === null) return;
  pinned_circle.set(info.name, on ? info.circle : null);
  await choose(info);
}

/** Recomputes the whole register, however large. */
export async function audit_all(): Promise<void> {
  wants_audit = true;
  await refresh();
}

// How far the views had come by the last event.
let told_folded = 0;

function take_state(state: FeedState): void {
  const now = head.value?.ok ? head.value.value : null;
  const same =
    now !== null &&
    now.accepted.size === state.size &&
    (now.counted?.size ?? 0) === state.counted &&
    (now.counted?.mode ?? null) === state.mode &&
    told_folded === state.folded;
  told_folded = state.folded;
  if (state.register === register.value?.name && !same) void refresh();
}

let running = false;
let asked_again = false;

/** Asks for the heads and has them verified. Asked while it runs, it runs once more. */
export async function refresh(): Promise<void> {
  if (running) {
    asked_again = true;
    return;
  }
  running = true;
  do {
    asked_again = false;
    await refresh_once();
  } while (asked_again);
  running = false;
}

async function refresh_once(): Promise<void> {
  const info = register.value;
  if (info === null) return;
  const answer = await get_head(info.name);
  if (register.value !== info) return;
  head.value = answer;
  if (!answer.ok) return;
  head_turn.value += 1;
  const audits = wants_audit || answer.value.accepted.size <= audit_itself_max;
  // The heads alone are quick, so that a page just opened has something to stand on.
  const quick = !audits || report.value === null || verification.value.state === 'wrong';
  const good = !quick || (await verify_heads(info, answer.value, false));
  if (audits && good) await verify_heads(info, answer.value, true);
}

async function verify_heads(
  info: RegisterInfo,
  heads: HeadAnswer,
  audit: boolean,
): Promise<boolean> {
  const remembered = remembered_head.get(circle.value);
  const grown = remembered !== null && !audit && remembered.size <= heads.accepted.size;
  const proof = grown
    ? await get_consistency(info.name, remembered.size, heads.accepted.size)
    : null;
  const checked = await verifier().ask({
    task: 'heads',
    asked: {
      accepted: heads.accepted.note,
      counted: heads.counted?.note ?? null,
      audit,
      remembered,
      consistency: proof?.ok ? proof.value.hashes : null,
    },
  });
  if (register.value !== info) return false;
  batch(() => {
    progress.value = null;
    if (!checked.ok) {
      const state = unreached.has(checked.code) ? 'idle' : 'wrong';
      verification.value = { state, failure: checked };
      return;
    }
    const { accepted } = checked.value;
    if (audit) remembered_head.set(circle.value, { size: accepted.size, root: accepted.root });
    report.value = checked.value;
    verification.value = { state: audit ? 'good' : 'part', report: checked.value };
  });
  return checked.ok;
}

const fold_turns_max = 15;
const fold_turn_ms = 200;
// [register]: how many entries its views were seen to hold.
const folded = new Map<string, number>();

/** Waits until the server's views hold the first `size` entries, or three seconds: what it has not
 *  folded yet it cannot show, and is not to be blamed for leaving out. */
export async function wait_for_fold(name: string, size: number): Promise<void> {
  for (let turn = 0; turn < fold_turns_max && register.value?.name === name; ++turn) {
    if ((folded.get(name) ?? 0) >= size) return;
    const newest = await list_records(name, { before: size, count: 1 });
    if (!newest.ok) return;
    folded.set(name, (newest.value[0]?.index ?? -1) + 1);
    if (folded.get(name) !== size) await new Promise((go_on) => setTimeout(go_on, fold_turn_ms));
  }
}
