// SPDX-License-Identifier: Apache-2.0
// Passes in force and gate logs, each line with its record and what was noticed about it.
import type { GateLogRow, PassNotice, PassRow } from '../api/shapes';
import { say } from '../messages';
import { link_to } from '../store/route';
import { RecordLink } from './ledger_tables';
import { Table } from './table';

const shown = (n: number) => n.toLocaleString('en');

/** `1953-08-03 10:00:00`; the whole circle has one offset, which the page states. */
export function moment(time: string): string {
  return time.slice(0, 19).replace('T', ' ');
}

/** The second of two moments; its day only if it is another. */
function moment_after(time: string, first: string): string {
  const text = moment(time);
  return text.slice(0, 10) === first.slice(0, 10) ? text.slice(11) : text;
}

export function PassTable({ rows }: { readonly rows: readonly PassRow[] }) {
  const { columns, arms, in_force } = say.passes;
  const { number, side, person, sort, until, record } = columns;
  return (
    <Table
      title={in_force}
      heads={[number, side, person, sort, columns.arms, until, record].map((name) => ({ name }))}
      rows={rows.map((one, i) => ({
        key: `${one.index} ${i}`,
        cells: [
          <b>{one.number}</b>,
          <code>{one.side}</code>,
          one.person,
          one.sort,
          arms[one.arms] ?? one.arms,
          moment(one.to),
          <a href={link_to.record(one.index)}>{say.one.record(one.index)}</a>,
        ],
      }))}
    />
  );
}

/** What was noticed about one record, or about several with their records. */
export function NoticeList({
  notices,
  with_record = false,
}: {
  readonly notices: readonly PassNotice[];
  readonly with_record?: boolean;
}) {
  return (
    <ul class="plain">
      {notices.map((one, i) => (
        <li key={i}>
          <b>{say.passes.words[one.word] ?? one.word}</b>: {one.detail}{' '}
          {with_record && <a href={link_to.record(one.index)}>{say.one.record(one.index)}</a>}
        </li>
      ))}
    </ul>
  );
}

function Inside({ log }: { readonly log: GateLogRow }) {
  if (log.inside === null) return <>{say.passes.stated(log.stated)}</>;
  return (
    <>
      {shown(log.inside)}
      {log.inside !== log.stated && <span class="quiet"> ({say.passes.stated(log.stated)})</span>}
    </>
  );
}

type LogProps = {
  readonly rows: readonly GateLogRow[];
  readonly notices: readonly PassNotice[];
};

export function LogTable({ rows, notices }: LogProps) {
  const { columns, logs, passed, span } = say.passes;
  const { side, gate, inside, noticed, record } = columns;
  const names = [gate, side, columns.span, columns.passed, inside, noticed, record];
  return (
    <Table
      title={logs}
      heads={names.map((name) => ({ name }))}
      rows={rows.map((one) => ({
        key: String(one.index),
        dim: one.retracted || !one.counts,
        cells: [
          one.gate,
          <code>{one.side}</code>,
          span(moment(one.from), moment_after(one.to, one.from)),
          passed(one.went_in, one.went_out),
          <Inside log={one} />,
          <NoticeList notices={notices.filter(({ index }) => index === one.index)} />,
          <>
            <RecordLink {...one} /> <span class="quiet">({one.author})</span>
          </>,
        ],
      }))}
    />
  );
}
