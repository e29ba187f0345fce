// SPDX-License-Identifier: Apache-2.0
// The tables of the ledger; every line leads to its record.
import type { ComponentChildren } from 'preact';
import type { LedgerCount, LedgerDay, LedgerItem } from '../api/shapes';
import { say } from '../messages';
import { link_to } from '../store/route';
import { Table } from './table';

type Column = keyof typeof say.ledger.columns;

const numbers: ReadonlySet<Column> = new Set<Column>(['arrived', 'departed', 'persons']);

const heads = (columns: readonly Column[]) =>
  columns.map((name) => ({ name: say.ledger.columns[name], number: numbers.has(name) }));

export function RecordLink({
  index,
  counts,
  retracted,
}: {
  readonly index: number;
  readonly counts: boolean;
  readonly retracted: boolean;
}) {
  const why = retracted ? say.ledger.retracted : counts ? '' : say.ledger.no_force;
  return (
    <>
      <a href={link_to.record(index)}>{say.one.record(index)}</a>
      {why !== '' && <span class="quiet"> ({why})</span>}
    </>
  );
}

const shown = (n: number) => n.toLocaleString('en');

export function DayTable({ rows }: { readonly rows: readonly LedgerDay[] }) {
  return (
    <Table
      title={say.ledger.days}
      heads={heads(['day', 'side', 'arrived', 'departed'])}
      rows={rows.map((one) => ({
        key: `${one.day} ${one.side}`,
        cells: [one.day, <code>{one.side}</code>, shown(one.arrived), shown(one.departed)],
      }))}
    />
  );
}

/** What may be done with a record, beside its first row. */
export type Steps = (index: number) => ComponentChildren;

type TableProps<T> = { readonly rows: readonly T[]; readonly steps: Steps };

// Whether a row is its record's first.
const is_first = (rows: readonly { readonly index: number }[], at: number) =>
  rows.findIndex(({ index }) => index === rows[at]?.index) === at;

export function CountTable({ rows, steps }: TableProps<LedgerCount>) {
  const words = say.ledger;
  return (
    <Table
      title={words.counts}
      heads={heads([
        'day',
        'side',
        'point',
        'direction',
        'persons',
        'sort',
        'nationality',
        'basis',
        'record',
      ])}
      rows={rows.map((one, i) => ({
        key: `${one.index} ${i}`,
        dim: one.retracted || !one.counts,
        cells: [
          one.day,
          <code>{one.side}</code>,
          one.point,
          words.direction[one.direction] ?? one.direction,
          shown(one.persons),
          words.sorts[one.sort] ?? one.sort,
          one.nationality,
          `${words.basis[one.basis] ?? one.basis} (${one.author})`,
          <>
            <RecordLink {...one} />
            {is_first(rows, i) && steps(one.index)}
          </>,
        ],
      }))}
    />
  );
}

export function ItemTable({ rows, steps }: TableProps<LedgerItem>) {
  const words = say.ledger;
  return (
    <Table
      title={words.items}
      heads={heads([
        'at',
        'side',
        'shipment',
        'point',
        'direction',
        'item',
        'replaces',
        'basis',
        'record',
      ])}
      rows={rows.map((one, i) => ({
        key: `${one.index} ${i}`,
        dim: one.retracted || !one.counts,
        cells: [
          one.at.replace('T', ' '),
          <code>{one.side}</code>,
          one.shipment,
          one.point,
          words.direction[one.direction] ?? one.direction,
          `${shown(one.quantity)} ${one.designation}`,
          one.replaces === ''
            ? words.dispositions['none']
            : `${shown(one.replaced)} ${one.replaces}, ${words.dispositions[one.disposition] ?? ''}`,
          `${words.basis[one.basis] ?? one.basis} (${one.author})`,
          <>
            <RecordLink {...one} />
            {is_first(rows, i) && steps(one.index)}
          </>,
        ],
      }))}
    />
  );
}
