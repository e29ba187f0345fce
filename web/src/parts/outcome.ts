// SPDX-License-Identifier: Apache-2.0
// What a case came to, in one clause. Pure.
import type { StepRow } from '../api/shapes';
import { say } from '../messages';
import type { Body } from '../verify/kinds/body';
import { last_step } from './case_steps';

/** `a violation of paragraph 8 by kpa-cpv`; null of any other body. */
export function outcome_words(body: Body | null | undefined): string | null {
  if (body?.kind !== 'determination/1') return null;
  const { outcome, paragraph, responsible } = body.body;
  return say.determined(outcome, paragraph, responsible);
}

/** The determination that holds; null while there is none. */
export function determination_of(steps: readonly StepRow[]): StepRow | null {
  return last_step(steps, 'determined');
}

const in_full: ReadonlySet<string> = new Set(['determined', 'undetermined', 'requested']);

/** The records of steps of which more is told than their rows hold. */
export function told_in_full(steps: readonly StepRow[]): readonly number[] {
  return steps.filter((step) => in_full.has(step.step)).map((step) => step.index);
}
