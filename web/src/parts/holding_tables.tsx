// SPDX-License-Identifier: Apache-2.0
// The tables of what sides hold; every number leads to its record.
import type {
  CountRecord,
  DispositionSeries,
  HoldingNotice,
  ListedUnit,
  LodgedList,
  NewestCount,
  SiteCheckRow,
} from '../api/shapes';
import { say } from '../messages';
import { link_to } from '../store/route';
import { RecordLink } from './ledger_tables';
import { moment } from './pass_tables';
import { Table } from './table';

type Column = keyof typeof say.holdings.columns;

const numbers: ReadonlySet<Column> = new Set<Column>(['strength', 'number']);
const heads = (columns: readonly Column[]) =>
  columns.map((name) => ({ name: say.holdings.columns[name], number: numbers.has(name) }));
const shown = (n: number) => n.toLocaleString('en');

/** A number that leads to the record it stands in. */
function NumberLink({ index, number }: { readonly index: number; readonly number: number }) {
  return (
    <a href={link_to.record(index)} aria-label={`${shown(number)}, ${say.one.record(index)}`}>
      {shown(number)}
    </a>
  );
}

export function HoldingNotices({
  notices,
  with_record = false,
}: {
  readonly notices: readonly HoldingNotice[];
  readonly with_record?: boolean;
}) {
  return (
    <ul class="plain">
      {notices.map((one, i) => (
        <li key={i}>
          <b>{say.holdings.words[one.word] ?? one.word}</b>: {one.detail}{' '}
          {with_record && <a href={link_to.record(one.index)}>{say.one.record(one.index)}</a>}
        </li>
      ))}
    </ul>
  );
}

type SeriesProps = {
  readonly one: DispositionSeries;
  readonly open: (list: LodgedList) => void;
};

/** A series with how many of its lists stay closed, and each of its lists. */
export function Series({ one, open }: SeriesProps) {
  const words = say.holdings;
  const { party, subject, as_of, lodged, slots, opened, closed } = one;
  return (
    <div class="disposition-series">
      <h3>
        <code>{party}</code> {words.series_of(subject, as_of)}
      </h3>
      <p>{words.progress(lodged, slots, opened, closed)}</p>
      <ul class="plain">
        {one.lists.map((list) => (
          <li key={list.slot}>
            {words.columns.slot} {list.slot}:{' '}
            <a href={link_to.record(list.index)}>{say.one.record(list.index)}</a>,{' '}
            {list.opened === null ? (
              <>
                {words.closed}{' '}
                <button type="button" class="small" onClick={() => open(list)}>
                  {words.open}
                </button>
              </>
            ) : (
              <>
                {words.opened_by}{' '}
                <a href={link_to.record(list.opened)}>{say.one.record(list.opened)}</a>
              </>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

export function UnitTable({ rows }: { readonly rows: readonly ListedUnit[] }) {
  return (
    <Table
      title={say.holdings.units}
      heads={heads(['side', 'day', 'slot', 'unit', 'place', 'strength'])}
      rows={rows.map((one, i) => ({
        key: `${one.index} ${i}`,
        cells: [
          <code>{one.party}</code>,
          one.as_of,
          one.slot,
          <b>{one.unit}</b>,
          one.place,
          <NumberLink index={one.index} number={one.strength} />,
        ],
      }))}
    />
  );
}

export function NewestTable({ rows }: { readonly rows: readonly NewestCount[] }) {
  const words = say.holdings;
  return (
    <Table
      title={words.counts}
      heads={heads(['of', 'side', 'place', 'what', 'nationality', 'number', 'basis', 'at'])}
      rows={rows.map((one, i) => ({
        key: `${one.index} ${i}`,
        cells: [
          one.of,
          <code>{one.side}</code>,
          one.place === '' ? words.everywhere : one.place,
          one.what,
          one.nationality === '' ? <span class="quiet">{words.not_said}</span> : one.nationality,
          <NumberLink index={one.index} number={one.number} />,
          words.basis[one.basis] ?? one.basis,
          moment(one.at),
        ],
      }))}
    />
  );
}

/** The total as it was said; where the sum of its parts is another, both with the parts. */
export function total_text({ stated, sum, parts }: CountRecord): string {
  if (stated === sum) return shown(stated);
  return say.holdings.against(
    shown(stated),
    parts.map(({ number }) => shown(number)).join(' + '),
    shown(sum),
  );
}

type CountProps = {
  readonly rows: readonly CountRecord[];
  readonly notices: readonly HoldingNotice[];
};

export function CountTable({ rows, notices }: CountProps) {
  const words = say.holdings;
  return (
    <Table
      title={words.records}
      heads={heads(['of', 'side', 'place', 'at', 'lines', 'total', 'basis', 'noticed', 'record'])}
      rows={rows.map((one) => ({
        key: String(one.index),
        dim: one.retracted || !one.counts,
        cells: [
          one.of,
          <code>{one.side}</code>,
          one.place === '' ? words.everywhere : one.place,
          moment(one.at),
          one.parts
            .map(({ what, nationality, number }) => words.part(what, nationality, shown(number)))
            .join('; '),
          <span class={one.stated === one.sum ? '' : 'zone-over'}>{total_text(one)}</span>,
          `${words.basis[one.basis] ?? one.basis} (${one.author})`,
          <HoldingNotices notices={notices.filter(({ index }) => index === one.index)} />,
          <RecordLink {...one} />,
        ],
      }))}
    />
  );
}

type CheckProps = {
  readonly rows: readonly SiteCheckRow[];
  readonly notices: readonly HoldingNotice[];
};

export function CheckTable({ rows, notices }: CheckProps) {
  const words = say.holdings;
  return (
    <Table
      title={words.checks}
      heads={heads(['site', 'side', 'at', 'status', 'items', 'noticed', 'record'])}
      rows={rows.map((one) => ({
        key: String(one.index),
        dim: one.retracted || !one.counts,
        cells: [
          one.site,
          <code>{one.side}</code>,
          moment(one.at),
          <>
            <b>{words.status[one.status] ?? one.status}</b>
            {one.newest && <span class="quiet"> ({words.newest})</span>}
            <br />
            <span class="quiet">
              {words.access[one.access] ?? one.access},{' '}
              {words.criteria[one.criteria] ?? one.criteria}
            </span>
          </>,
          <ul class="plain">
            {one.items.map((item, i) => (
              <li key={i}>
                {words.item(item.what, shown(item.seen), shown(item.recorded))},{' '}
                {words.serials[item.serials] ?? item.serials}
                {item.reason !== '' && `: ${item.reason}`}
              </li>
            ))}
          </ul>,
          <HoldingNotices notices={notices.filter(({ index }) => index === one.index)} />,
          <>
            <RecordLink {...one} /> <span class="quiet">({one.author})</span>
          </>,
        ],
      }))}
    />
  );
}
