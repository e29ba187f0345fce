// SPDX-License-Identifier: Apache-2.0
// What the row of a case does not hold and the docket tells all the same: what a determined case came
// to, and what kind of draft waits. Asked for once, and again when the case has moved.
import { useEffect, useState } from 'preact/hooks';
import type { CaseRow } from '../api/shapes';
import { get_docket } from '../api/client';
import { say } from '../messages';
import { body_of } from '../store/said';
import { register } from '../store/session';
import { notice_count, waiting_draft } from './case_steps';
import { determination_of, outcome_words } from './outcome';

export type More = {
  /** `a violation of paragraph 8 by kpa-cpv`; null: none, or not known yet. */
  readonly outcome: string | null;
  /** Of the draft that waits; null: none, or not known yet. */
  readonly draft_kind: string | null;
  /** Notices but for those of a vote that is open; null: as its row says. */
  readonly notices: number | null;
};

const nothing: More = { outcome: null, draft_kind: null, notices: null };
const known = new Map<string, More>();

const after_determination: ReadonlySet<string> = new Set([
  'determined',
  'notified',
  'acknowledged',
]);

function has_more({ next, status }: CaseRow): boolean {
  return next === 'sign' || next === 'ballot' || after_determination.has(status);
}

async function load(name: string, of: number): Promise<More | null> {
  const docket = await get_docket(name, of);
  if (!docket.ok) return null;
  const { cases, steps, drafts } = docket.value;
  const one = cases.find((row) => row.case === of);
  const step = determination_of(steps);
  const body = step === null ? null : await body_of(name, step.index);
  const word = step === null ? null : (say.detail[step.detail] ?? step.detail);
  return {
    outcome: outcome_words(body) ?? word,
    draft_kind: waiting_draft(of, drafts)?.kind ?? null,
    notices: one === undefined ? null : notice_count(one, steps),
  };
}

/** More of a case than its row says. */
export function useMore(one: CaseRow): More {
  const name = register.value?.name ?? '';
  const key = `${name} ${one.case} ${one.last_index} ${one.status}`;
  const [more, set_more] = useState<{ readonly key: string; readonly more: More } | null>(null);
  const had = known.get(key);
  useEffect(() => {
    if (!has_more(one) || had !== undefined) return undefined;
    let gone = false;
    void load(name, one.case).then((found) => {
      if (found !== null) known.set(key, found);
      if (!gone && found !== null) set_more({ key, more: found });
    });
    return () => {
      gone = true;
    };
  }, [key]);
  return had ?? (more?.key === key ? more.more : nothing);
}
