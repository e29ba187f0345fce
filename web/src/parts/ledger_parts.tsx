// SPDX-License-Identifier: Apache-2.0
// What the forms of movements and of shipments have in common: who may say it of whom, where it
// passed, and what it would do to the ledger, told while one types.
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { get_agreement, get_ledger } from '../api/client';
import type { Ledger, Port } from '../api/shapes';
import { say } from '../messages';
import type { Basis } from '../sign/ledger_fields';
import { parties_of, sides } from '../store/parties';
import { party_of } from '../verify/vkey';
import { full_time } from './format';
import { when_noticed, with_report, type Difference } from './ledger_effect';
import type { InAndOut } from './ledger_lines';
import { LineField, SelectField } from './line_field';
import { circle_time_text } from './sign_parts';
import { useView } from './use_view';

const month_form = /^[0-9]{4}-(?:0[1-9]|1[0-2])$/;

/** The ledger of the month of a day or time; null until it is there. */
export function useLedgerOf(day: string): Ledger | null {
  const typed = day.slice(0, 7);
  const month = month_form.test(typed) ? typed : '';
  const { answer } = useView((register) => get_ledger(register, month), month);
  return answer?.ok && (month === '' || answer.value.month === month) ? answer.value : null;
}

/** Of whom a speaker says it: a side of itself, a neutral of whom it chose. */
export function side_said(basis: Basis, speaker: string, chosen: string): string {
  if (basis === 'inspected') return chosen;
  const party = party_of(speaker);
  return sides().includes(party) ? party : '';
}

/** Who else would have to speak; empty: this speaker may. */
export function speaker_lack(basis: Basis, speaker: string): string {
  const { lacks } = say.ledger_forms;
  const may = parties_of(basis === 'reported' ? 'sides' : 'neutrals');
  if (may.includes(party_of(speaker))) return '';
  const names = may.join(', ');
  return basis === 'reported' ? lacks.a_side(names) : lacks.a_neutral(names);
}

/** Whose keys say it: one click away in an exercise. */
export function speakers(basis: Basis): readonly string[] {
  if (basis === 'reported') return sides().map((side) => `${side}/delegation`);
  return parties_of('neutrals').map((party) => `${party}/officer`);
}

type WhoseProps = {
  readonly basis: Basis;
  readonly side: string;
  readonly set: (side: string) => void;
};

/** A side says it of itself: it has no choice. */
export function WhoseField({ basis, side, set }: WhoseProps) {
  if (basis === 'reported') return null;
  return <SelectField label={say.ledger_forms.whose} words={sides()} value={side} set={set} />;
}

/** The points of a side by the agreement in force; of nobody's, all. */
export function points_for(ports: readonly Port[], side: string): readonly string[] {
  return ports.filter((port) => side === '' || port.side === side).map(({ name }) => name);
}

type PointProps = {
  readonly value: string;
  readonly set: (point: string) => void;
  readonly points: readonly string[];
  readonly wrong?: boolean;
  readonly described_by?: string | undefined;
};

/** A point by its name, with those of the agreement to pick from. */
export function PointField({ value, set, points, wrong = false, described_by }: PointProps) {
  return (
    <LineField
      label={say.ledger_forms.point}
      value={value}
      set={set}
      known={points}
      wrong={wrong}
      described_by={described_by}
      trims
    />
  );
}

type StrangeProps = {
  readonly typed: readonly string[];
  readonly side: string;
  readonly points: readonly string[];
};

/** A point that the agreement does not name for the side is on record all the same, and found. */
export function StrangePoints({ typed, side, points }: StrangeProps) {
  const known = points.length > 0 && side !== '';
  const strange = known ? [...new Set(typed)].filter((one) => !points.includes(one)) : [];
  return (
    <>
      {strange.map((point) => (
        <p key={point} class="notice" aria-live="polite">
          {say.ledger_forms.no_point(point, side, points.join(', '))}
        </p>
      ))}
    </>
  );
}

/** What the register will notice of a day or time; nobody is refused for it. */
export function WhenNote({ when }: { readonly when: string }) {
  const { answer } = useView(get_agreement);
  const effective = answer?.ok ? answer.value.effective : '';
  const noticed = when_noticed(when, circle_time_text(), effective);
  if (noticed === null) return null;
  const words = say.ledger_forms;
  return (
    <p class="notice" aria-live="polite">
      {noticed === 'ahead' ? words.ahead : words.before(full_time(effective))}
    </p>
  );
}

type EffectProps = {
  readonly ledger: Ledger | null;
  readonly side: string;
  readonly more: InAndOut;
};

/** How the side would stand once this is reported: against the ceiling, and in and out. */
export function Effect({ ledger, side, more }: EffectProps) {
  const words = say.ledger_forms;
  const row = ledger?.sides.find((one) => one.side === side);
  if (ledger === null || row === undefined) return null;
  const { month_arrived, arrivals_max, over, balance } = with_report(row, more);
  return (
    <p class={over > 0 ? 'notice' : 'quiet'}>
      {words.with_this(side, ledger.month)}{' '}
      {arrivals_max === null
        ? say.ledger.arrived(month_arrived)
        : say.ledger.of_most(month_arrived, arrivals_max)}
      . {over > 0 && `${words.over(over)} `}
      {words.since(say.ledger.balance(balance))}
    </p>
  );
}

type AgainstProps = {
  /** Whether the side's own report is on record. */
  readonly reported: boolean;
  readonly differences: readonly Difference[];
};

/** What was inspected, against what is reported. */
export function Against({ reported, differences }: AgainstProps) {
  const words = say.ledger_forms;
  if (!reported) return <p class="quiet">{words.no_report}</p>;
  if (differences.length === 0) return <p class="quiet">{words.agrees}</p>;
  return (
    <ul class="plain">
      {differences.map((one) => (
        <li key={`${one.of} ${one.direction}`} class="notice">
          {words.differs(
            one.of,
            words.directions[one.direction] ?? '',
            one.reported,
            one.inspected,
          )}
        </li>
      ))}
    </ul>
  );
}

/** Which field of a row is wrong, as its fields are told, and under which id it stands why. */
export function useWrongField<Field extends string>(wrong: Field | null) {
  const why = useId();
  const of = (field: Field) => ({
    wrong: wrong === field,
    described_by: wrong === field ? why : undefined,
  });
  return { why, of };
}

type RowFrameProps = {
  readonly at: number;
  readonly sort: 'persons-row' | 'item-row';
  readonly why: string;
  readonly wrong: keyof typeof say.ledger_forms.wrong | null;
  readonly remove: () => void;
  readonly children: ComponentChildren;
};

/** A row of a ledger's form: its number, what is wrong with it, and the button that takes it away. */
export function RowFrame({ at, sort, why, wrong, remove, children }: RowFrameProps) {
  const words = say.ledger_forms;
  return (
    <fieldset class={`form-row ${sort}`}>
      <legend>{words.row(at + 1)}</legend>
      {children}
      {wrong !== null && (
        <p id={why} class="bad-text small row-wide">
          {words.in_row(at + 1, words.wrong[wrong])}
        </p>
      )}
      <button type="button" class="small row-wide" onClick={remove}>
        {words.remove(at + 1)}
      </button>
    </fieldset>
  );
}
