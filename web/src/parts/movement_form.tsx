// SPDX-License-Identifier: Apache-2.0
// The form of a movement: persons row by row, with their sum and what it does to the ledger.
import type { Ledger, Port } from '../api/shapes';
import { say } from '../messages';
import type { Basis, PersonsCount } from '../sign/ledger_fields';
import { direction_words, sort_words, type Movement } from '../verify/kinds/movement';
import { counted_sum_max } from '../verify/limits';
import { today } from './agenda_forms';
import type { FieldsProps } from './form_box';
import { FormRows, type RowProps } from './form_rows';
import { useKeptTexts } from './kept';
import { day_differences, day_said } from './ledger_effect';
import {
  counts_of,
  empty_persons,
  is_civil_day,
  mistyped_persons,
  persons_rows,
  rows_of_counts,
  sum_of,
  text_of_rows,
  wrong_persons,
  type InAndOut,
  type PersonsRow,
} from './ledger_lines';
import {
  Against,
  Effect,
  points_for,
  PointField,
  RowFrame,
  side_said,
  speaker_lack,
  StrangePoints,
  useLedgerOf,
  useWrongField,
  WhenNote,
  WhoseField,
} from './ledger_parts';
import { LineField, SelectField } from './line_field';
import { first_lack, TextField, useSaid } from './step_forms';

type LineProps = RowProps<PersonsRow> & { readonly points: readonly string[] };

function Line({ at, row, set, remove, points }: LineProps) {
  const words = say.ledger_forms;
  const wrong = mistyped_persons(row);
  const { why, of } = useWrongField<keyof PersonsRow>(wrong);
  return (
    <RowFrame at={at} sort="persons-row" why={why} wrong={wrong} remove={remove}>
      <PointField
        value={row.point}
        set={(point) => set({ ...row, point })}
        points={points}
        {...of('point')}
      />
      <SelectField
        label={words.direction}
        words={direction_words}
        shown={words.directions}
        value={row.direction}
        set={(direction) => set({ ...row, direction })}
      />
      <LineField
        label={words.persons}
        value={row.persons}
        set={(persons) => set({ ...row, persons })}
        {...of('persons')}
        trims
      />
      <SelectField
        label={words.sort}
        words={sort_words}
        shown={say.ledger.sorts}
        value={row.sort}
        set={(sort) => set({ ...row, sort })}
      />
      <LineField
        label={words.nationality}
        value={row.nationality}
        set={(nationality) => set({ ...row, nationality })}
        {...of('nationality')}
      />
    </RowFrame>
  );
}

function first_texts(before: Movement | null) {
  if (before === null) {
    const rows = text_of_rows([empty_persons]);
    return { side: '', day: today(), rows, arrived: '', departed: '', text: '' };
  }
  const rows = rows_of_counts(before.counts);
  const sum = sum_of(rows);
  // A total that was the sum is so again.
  const total = (said: number, summed: number) => (said === summed ? '' : String(said));
  return {
    side: before.side,
    day: before.day,
    rows: text_of_rows(rows),
    arrived: total(before.arrived, sum.arrived),
    departed: total(before.departed, sum.departed),
    text: before.text,
  };
}

type Texts = ReturnType<typeof first_texts>;

/** The total that is said: the sum, unless another is typed; null: what is typed is none. */
function total_of(typed: string, sum: number): number | null {
  if (typed === '') return sum;
  const total = /^(?:0|[1-9][0-9]{0,11})$/.test(typed) ? Number(typed) : null;
  return total !== null && total <= counted_sum_max ? total : null;
}

function rows_lack(rows: readonly PersonsRow[]): string {
  const words = say.ledger_forms;
  const at = rows.findIndex((row) => wrong_persons(row) !== null);
  const wrong = rows[at] === undefined ? null : wrong_persons(rows[at]);
  if (wrong !== null) return words.in_row(at + 1, words.wrong[wrong]);
  return rows.length === 0 ? words.lacks.rows : '';
}

type ToldProps = {
  readonly basis: Basis;
  readonly ledger: Ledger | null;
  readonly side: string;
  readonly day: string;
  readonly sum: InAndOut;
  readonly counts: readonly PersonsCount[];
};

// What it would do, while one types.
function Told({ basis, ledger, side, day, sum, counts }: ToldProps) {
  const words = say.ledger_forms;
  const rows = ledger?.counts ?? [];
  const reported = day_said(rows, { side, basis: 'reported', day }, side) !== null;
  return (
    <div class="ledger-told" aria-live="polite">
      <p>
        <b>{words.sum(sum.arrived, sum.departed)}</b>
      </p>
      {basis === 'reported' && <Effect ledger={ledger} side={side} more={sum} />}
      {basis === 'inspected' && ledger !== null && side !== '' && (
        <Against reported={reported} differences={day_differences(rows, { side, day }, counts)} />
      )}
    </div>
  );
}

type TotalsProps = {
  readonly texts: Texts;
  readonly set: (field: 'arrived' | 'departed') => (text: string) => void;
  readonly sum: InAndOut;
};

function Totals({ texts, set, sum }: TotalsProps) {
  const words = say.ledger_forms;
  const arrived = total_of(texts.arrived, sum.arrived);
  const departed = total_of(texts.departed, sum.departed);
  const differs =
    (arrived ?? sum.arrived) !== sum.arrived || (departed ?? sum.departed) !== sum.departed;
  return (
    <>
      <div class="fields">
        <LineField
          label={words.arrived_total}
          value={texts.arrived}
          set={set('arrived')}
          wrong={arrived === null}
          trims
        />
        <LineField
          label={words.departed_total}
          value={texts.departed}
          set={set('departed')}
          wrong={departed === null}
          trims
        />
      </div>
      {differs && <p class="notice">{words.sum_differs}</p>}
    </>
  );
}

export type MovementProps = FieldsProps & {
  readonly basis: Basis;
  readonly ports: readonly Port[];
  /** What it says anew; null: nothing. */
  readonly before: Movement | null;
};

export function MovementFields({ form, speaker, set_said, basis, ports, before }: MovementProps) {
  const words = say.ledger_forms;
  const [texts, set] = useKeptTexts(form, () => first_texts(before));
  const { day, text } = texts;
  const rows = persons_rows(texts.rows);
  const side = side_said(basis, speaker, texts.side);
  const ledger = useLedgerOf(day);
  const sum = sum_of(rows);
  const counts = counts_of(rows);
  const arrived = total_of(texts.arrived, sum.arrived);
  const departed = total_of(texts.departed, sum.departed);
  const said = day_said(ledger?.counts ?? [], { side, basis, day }, speaker);
  const lacks = first_lack(
    [speaker_lack(basis, speaker) !== '', speaker_lack(basis, speaker)],
    [side === '', words.lacks.whose],
    [!is_civil_day(day), words.lacks.day],
    [said !== null, words.lacks.day_said(said ?? 0, day)],
    [rows_lack(rows) !== '', rows_lack(rows)],
    [arrived === null || departed === null, words.lacks.total],
  );
  const totals = { arrived: arrived ?? 0, departed: departed ?? 0 };
  useSaid(
    { kind: 'movement/1', fields: { side, basis, day, counts, ...totals, text } },
    set_said,
    lacks,
  );
  const points = points_for(ports, side);
  return (
    <>
      <div class="fields">
        <WhoseField basis={basis} side={texts.side} set={set('side')} />
        <LineField label={words.day} value={day} set={set('day')} type="date" />
      </div>
      <WhenNote when={day} />
      <FormRows
        rows={rows}
        set={(next) => set('rows')(text_of_rows(next))}
        fresh={(last) => ({ ...empty_persons, ...last, persons: '', nationality: '' })}
        add={words.add}
        row={(props) => <Line key={props.at} {...props} points={points} />}
      />
      <StrangePoints typed={counts.map(({ point }) => point)} side={side} points={points} />
      <Told {...{ basis, ledger, side, day, sum, counts }} />
      <Totals texts={texts} set={set} sum={sum} />
      <TextField label={words.text} value={text} set={set('text')} />
    </>
  );
}
