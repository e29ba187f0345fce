// SPDX-License-Identifier: Apache-2.0
// The form of a shipment: materiel row by row, and of each what it replaces and what became of that.
import type { Ledger, Port } from '../api/shapes';
import { say } from '../messages';
import type { Basis, Direction, ShippedItem } from '../sign/ledger_fields';
import { utf8_bytes } from '../verify/bytes';
import { direction_words } from '../verify/kinds/movement';
import { disposition_words, materiel_words, type Shipment } from '../verify/kinds/shipment';
import { label_bytes_max } from '../verify/limits';
import { parse_civil_time } from '../verify/time';
import { is_name } from '../verify/vkey';
import type { FieldsProps } from './form_box';
import { FormRows, type RowProps } from './form_rows';
import { useKeptTexts } from './kept';
import { shipment_differences, shipment_said } from './ledger_effect';
import {
  empty_item,
  item_rows,
  items_of,
  not_for_piece,
  rows_of_items,
  text_of_rows,
  mistyped_item,
  wrong_item,
  type ItemRow,
} from './ledger_lines';
import {
  Against,
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
import { circle_time_text } from './sign_parts';
import { first_lack, TextField, useSaid } from './step_forms';

// Of what is replaced something became.
const became = disposition_words.filter((word) => word !== 'none');

type LineProps = RowProps<ItemRow> & {
  /** Types that the month's ledger has. */
  readonly known: readonly string[];
};

function ReplacedFields({
  row,
  set,
  of,
  known,
}: Pick<LineProps, 'row' | 'set' | 'known'> & {
  readonly of: (field: keyof ItemRow) => { wrong: boolean; described_by: string | undefined };
}) {
  const words = say.ledger_forms;
  const named = row.replaces.trim() !== '';
  return (
    <>
      <LineField
        label={words.replaces}
        value={row.replaces}
        set={(replaces) => set({ ...row, replaces })}
        known={known}
        {...of('replaces')}
      />
      {named && (
        <>
          <LineField
            label={words.replaced}
            value={row.replaced}
            set={(replaced) => set({ ...row, replaced })}
            {...of('replaced')}
            trims
          />
          <SelectField
            label={words.disposition}
            words={became}
            shown={say.ledger.dispositions}
            value={row.disposition === 'none' ? '' : row.disposition}
            set={(disposition) => set({ ...row, disposition })}
          />
        </>
      )}
    </>
  );
}

function Line({ at, row, set, remove, known }: LineProps) {
  const words = say.ledger_forms;
  const wrong = mistyped_item(row);
  const { why, of } = useWrongField<keyof ItemRow>(wrong);
  return (
    <RowFrame at={at} sort="item-row" why={why} wrong={wrong} remove={remove}>
      <LineField
        label={words.designation}
        value={row.designation}
        set={(designation) => set({ ...row, designation })}
        known={known}
        {...of('designation')}
      />
      <SelectField
        label={words.materiel}
        words={materiel_words}
        shown={words.materiels}
        value={row.materiel}
        set={(materiel) => set({ ...row, materiel })}
      />
      <LineField
        label={words.quantity}
        value={row.quantity}
        set={(quantity) => set({ ...row, quantity })}
        {...of('quantity')}
        trims
      />
      <ReplacedFields row={row} set={set} of={of} known={known} />
    </RowFrame>
  );
}

function first_texts(before: Shipment | null) {
  return {
    side: before?.side ?? '',
    shipment: before?.shipment ?? '',
    point: before?.point ?? '',
    direction: before?.direction ?? '',
    at: before?.at.text ?? circle_time_text(),
    rows: text_of_rows(before === null ? [empty_item] : rows_of_items(before.items)),
    text: before?.text ?? '',
  };
}

function rows_lack(rows: readonly ItemRow[]): string {
  const words = say.ledger_forms;
  const at = rows.findIndex((row) => wrong_item(row) !== null);
  const wrong = rows[at] === undefined ? null : wrong_item(rows[at]);
  if (wrong !== null) return words.in_row(at + 1, words.wrong[wrong]);
  return rows.length === 0 ? words.lacks.rows : '';
}

type ToldProps = {
  readonly basis: Basis;
  readonly ledger: Ledger | null;
  readonly side: string;
  readonly shipment: string;
  readonly direction: string;
  readonly items: readonly ShippedItem[];
};

// What comes in is piece for piece, or is told why not; what is inspected is held to the report.
function Told({ basis, ledger, side, shipment, direction, items }: ToldProps) {
  const words = say.ledger_forms;
  const rows = ledger?.items ?? [];
  const judged = basis === 'reported' && direction === 'arriving' ? items : [];
  const reported = shipment_said(rows, { side, basis: 'reported', shipment }, side) !== null;
  const sum = (all: readonly number[]) => all.reduce((before, n) => before + n, 0);
  return (
    <div class="ledger-told" aria-live="polite">
      <p>
        <b>
          {words.pieces(
            sum(items.map(({ quantity }) => quantity)),
            sum(items.map(({ replaced }) => replaced)),
          )}
        </b>
      </p>
      {judged.map((item, i) => {
        const why = not_for_piece(item);
        return why === null ? null : (
          <p key={i} class="notice">
            {words.pieces_wrong[why](item.quantity, item.designation)}
          </p>
        );
      })}
      {basis === 'inspected' && ledger !== null && side !== '' && shipment !== '' && (
        <Against
          reported={reported}
          differences={shipment_differences(rows, { side, shipment }, items)}
        />
      )}
    </div>
  );
}

const is_direction = (word: string): word is Direction =>
  direction_words.some((one) => one === word);

const is_shipment = (text: string) =>
  text.trim() !== '' && utf8_bytes(text.trim()).length <= label_bytes_max;

export type ShipmentProps = FieldsProps & {
  readonly basis: Basis;
  readonly ports: readonly Port[];
  /** What it says anew; null: nothing. */
  readonly before: Shipment | null;
};

type Texts = ReturnType<typeof first_texts>;

type HeadProps = {
  readonly basis: Basis;
  readonly texts: Texts;
  readonly set: (field: keyof Texts) => (text: string) => void;
  readonly points: readonly string[];
  /** Shipments of the side that the month's ledger has. */
  readonly shipments: readonly string[];
};

function HeadFields({ basis, texts, set, points, shipments }: HeadProps) {
  const words = say.ledger_forms;
  return (
    <>
      <div class="fields">
        <WhoseField basis={basis} side={texts.side} set={set('side')} />
        <LineField
          label={words.shipment_name}
          value={texts.shipment}
          set={set('shipment')}
          known={basis === 'inspected' ? shipments : []}
        />
        <PointField value={texts.point} set={set('point')} points={points} />
        <SelectField
          label={words.direction}
          words={direction_words}
          shown={words.directions}
          value={is_direction(texts.direction) ? texts.direction : ''}
          set={set('direction')}
        />
        <LineField
          label={words.at}
          value={texts.at}
          set={set('at')}
          wrong={!parse_civil_time(texts.at).ok}
          trims
        />
      </div>
      <WhenNote when={texts.at} />
    </>
  );
}

const once = (all: readonly string[]) => [...new Set(all)];

function lack_of(texts: Texts, rows: readonly ItemRow[], side: string, said: number | null) {
  const { lacks } = say.ledger_forms;
  return first_lack(
    [side === '', lacks.whose],
    [!is_shipment(texts.shipment), lacks.shipment],
    [said !== null, lacks.shipment_said(said ?? 0)],
    [!is_name(texts.point), lacks.point],
    [!is_direction(texts.direction), lacks.direction],
    [!parse_civil_time(texts.at).ok, lacks.time],
    [rows_lack(rows) !== '', rows_lack(rows)],
  );
}

export function ShipmentFields({ form, speaker, set_said, basis, ports, before }: ShipmentProps) {
  const words = say.ledger_forms;
  const [texts, set] = useKeptTexts(form, () => first_texts(before));
  const { point, direction, at, text } = texts;
  const shipment = texts.shipment.trim();
  const rows = item_rows(texts.rows);
  const side = side_said(basis, speaker, texts.side);
  const ledger = useLedgerOf(at);
  const items = items_of(rows);
  const said = shipment_said(ledger?.items ?? [], { side, basis, shipment }, speaker);
  const fields = { side, basis, shipment, point, at, items, text };
  useSaid(
    is_direction(direction) ? { kind: 'shipment/1', fields: { ...fields, direction } } : null,
    set_said,
    speaker_lack(basis, speaker) || lack_of(texts, rows, side, said),
  );
  const points = points_for(ports, side);
  const of_side = (ledger?.items ?? []).filter((one) => one.side === side);
  const known = once(of_side.map(({ designation }) => designation));
  return (
    <>
      <HeadFields
        basis={basis}
        texts={texts}
        set={set}
        points={points}
        shipments={once(of_side.map((one) => one.shipment))}
      />
      <FormRows
        rows={rows}
        set={(next) => set('rows')(text_of_rows(next))}
        fresh={(last) => ({ ...empty_item, materiel: last?.materiel ?? '' })}
        add={words.add}
        row={(props) => <Line key={props.at} {...props} known={known} />}
      />
      <StrangePoints typed={is_name(point) ? [point] : []} side={side} points={points} />
      <Told {...{ basis, ledger, side, shipment, direction, items }} />
      <TextField label={words.text} value={text} set={set('text')} />
    </>
  );
}
