// SPDX-License-Identifier: Apache-2.0
// The form that logs a gate: entries row by row, the span, and how many are inside as the keeper
// reckons, beside what the register makes of it.
import { useEffect, useState } from 'preact/hooks';
import { get_passes } from '../api/client';
import type { Passes } from '../api/shapes';
import { say } from '../messages';
import { sides } from '../store/parties';
import { register } from '../store/session';
import { counted_max } from '../verify/limits';
import { parse_civil_time, utc_s } from '../verify/time';
import { is_name, party_of } from '../verify/vkey';
import { FormBox, type FieldsProps } from './form_box';
import { FormRows, type RowProps } from './form_rows';
import {
  entries_of,
  lines_of_text,
  out_of_order,
  reckoned,
  text_of_lines,
  wrong_in,
  type GateLine,
} from './gate_lines';
import { useKept } from './kept';
import { LineField, SelectField } from './line_field';
import { circle_time_text, preview_after_ms } from './sign_parts';
import { first_lack, TextField, useSaid } from './step_forms';

const count_form = /^(?:0|[1-9][0-9]{0,9})$/;

function Line({ at, row: line, set, remove }: RowProps<GateLine>) {
  const words = say.passes.log;
  return (
    <fieldset class="form-row gate-line">
      <legend>{words.entry(at + 1)}</legend>
      <LineField
        label={words.time}
        value={line.time}
        set={(time) => set({ ...line, time })}
        wrong={wrong_in(line) === 'time'}
        trims
      />
      <SelectField
        label={words.passing}
        words={['in', 'out']}
        shown={words.passings}
        value={line.passing}
        set={(word) => set({ ...line, passing: word === 'in' ? 'in' : 'out' })}
      />
      <LineField
        label={words.persons}
        value={line.persons}
        set={(persons) => set({ ...line, persons })}
        wrong={line.passing !== '' && wrong_in(line) === 'persons'}
        trims
      />
      <LineField
        label={words.pass}
        value={line.number}
        set={(number) => set({ ...line, number })}
      />
      <button type="button" class="small" onClick={remove}>
        {words.remove(at + 1)}
      </button>
    </fieldset>
  );
}

type LinesProps = {
  readonly lines: readonly GateLine[];
  readonly set: (lines: readonly GateLine[]) => void;
};

// A new row begins at the hour of the one before.
function Lines({ lines, set }: LinesProps) {
  return (
    <FormRows
      rows={lines}
      set={set}
      fresh={(before): GateLine => ({
        time: before?.time ?? circle_time_text(),
        passing: '',
        persons: '1',
        number: '',
      })}
      add={say.passes.log.add}
      row={(props) => <Line key={props.at} {...props} />}
    />
  );
}

/** Of a side in a zone, how many the register has inside at a moment; null until it is known. */
function useInside(zone: string, side: string, at: string): number | null {
  const [inside, set_inside] = useState<number | null>(null);
  const name = register.value?.name;
  useEffect(() => {
    set_inside(null);
    if (name === undefined || side === '' || !parse_civil_time(at).ok) return undefined;
    let gone = false;
    const timer = setTimeout(() => {
      void get_passes(name, at).then((answer) => {
        if (gone || !answer.ok) return;
        const of = answer.value.sides.find((one) => one.zone === zone && one.side === side);
        set_inside(of?.inside ?? 0);
      });
    }, preview_after_ms);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [name, zone, side, at]);
  return inside;
}

type ReckonedProps = {
  readonly before: number | null;
  readonly lines: readonly GateLine[];
  readonly inside: string;
};

// What the register will reckon. The keeper's own number is not filled in: it is their word.
function Reckoned({ before, lines, inside }: ReckonedProps) {
  const words = say.passes.log;
  const entries = entries_of(lines);
  if (before === null || entries === null || entries.length === 0) return null;
  const after = reckoned(before, entries);
  const differs = count_form.test(inside) && Number(inside) !== after;
  return (
    <p class={differs ? 'notice' : 'quiet'} aria-live="polite">
      {words.reckoned(before, after)} {differs && words.differs}
    </p>
  );
}

type Head = { readonly gate: string; readonly zone: string; readonly side: string };

function HeadFields({
  head,
  gates,
  set,
}: {
  readonly head: Head;
  readonly gates: readonly string[];
  readonly set: (head: Head) => void;
}) {
  const words = say.passes.log;
  return (
    <div class="fields">
      <LineField
        label={words.gate}
        value={head.gate}
        set={(gate) => set({ ...head, gate })}
        known={gates}
        trims
      />
      <SelectField
        label={words.side}
        words={sides()}
        value={head.side}
        set={(side) => set({ ...head, side })}
      />
      <LineField
        label={say.passes.zone}
        value={head.zone}
        set={(zone) => set({ ...head, zone })}
        trims
      />
    </div>
  );
}

type LogProps = FieldsProps & { readonly gates: readonly string[]; readonly zone: string };

// The words of what a log lacks, in the order in which it is filled.
function lack_of({ gate, side, zone }: Head, lines: readonly GateLine[], span: Span): string {
  const { lacks } = say.passes.log;
  const wrong = lines.findIndex((line) => wrong_in(line) !== null);
  const order = out_of_order(lines, span.from, span.to);
  return first_lack(
    [!is_name(gate), lacks.gate],
    [side === '', lacks.side],
    [!is_name(zone), lacks.zone],
    [lines.length === 0, lacks.entries],
    [wrong >= 0, lacks.entry(wrong + 1)],
    [!(utc_s(span.from) <= utc_s(span.to)), say.passes.lacks.times],
    [order > 0, lacks.order(order)],
  );
}

type Span = { readonly from: string; readonly to: string };

function LogFields({ form, speaker, gates, zone, set_said }: LogProps) {
  const words = say.passes.log;
  const party = party_of(speaker);
  const own = sides().includes(party) ? party : '';
  const [typed, set_head] = useState<Partial<Head>>({});
  const [kept, set_kept] = useKept(form, 'lines');
  const [written, set_written] = useState<Partial<Span>>({});
  const [now] = useState(() => circle_time_text());
  const [inside, set_inside] = useState('');
  const [text, set_text] = useKept(form, 'text');
  const lines = lines_of_text(kept);
  // It covers from its first entry until now, unless other times are written.
  const span = { from: lines[0]?.time ?? now, to: now, ...written };
  const head = { gate: '', zone, side: own, ...typed };
  const before = useInside(head.zone, head.side, span.from);
  const counted = count_form.test(inside) && Number(inside) <= counted_max;
  const entries = entries_of(lines) ?? [];
  useSaid(
    { kind: 'gate-log/1', fields: { ...head, ...span, entries, inside: Number(inside), text } },
    set_said,
    lack_of(head, lines, span) || (counted ? '' : words.lacks.inside),
  );
  const strange = speaker !== '' && own !== '' && head.side !== own;
  return (
    <>
      {strange && <p class="notice">{words.keeps_not}</p>}
      <HeadFields head={head} gates={gates} set={set_head} />
      <Lines lines={lines} set={(next) => set_kept(text_of_lines(next))} />
      <div class="fields">
        <LineField
          label={say.passes.from}
          value={span.from}
          set={(from) => set_written({ ...written, from })}
          trims
        />
        <LineField
          label={say.passes.to}
          value={span.to}
          set={(to) => set_written({ ...written, to })}
          trims
        />
        <LineField label={words.inside} value={inside} set={set_inside} trims />
      </div>
      <Reckoned before={before} lines={lines} inside={inside} />
      <TextField label={say.passes.text} value={text} set={set_text} />
    </>
  );
}

/** The first zone for which the agreement sets a number; empty: none, or it is not known yet. */
export function zone_of(passes: Passes | null): string {
  return passes?.sides[0]?.zone ?? '';
}

/** `passes` for the gates that were logged before; null while they are not known. */
export function LogForm({ passes }: { readonly passes: Passes | null }) {
  const words = say.passes.log;
  const zone = zone_of(passes);
  const gates = [...new Set((passes?.logs ?? []).map((one) => one.gate))];
  return (
    <FormBox
      name="gate log"
      title={words.title}
      says={words.says}
      by={sides().map((side) => `${side}/delegation`)}
      fields={(props) => <LogFields {...props} gates={gates} zone={zone} />}
    />
  );
}
