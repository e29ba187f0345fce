// SPDX-License-Identifier: Apache-2.0
// What was seen and heard as tables: sums by day with a bar each, sightings in their authors' hedged
// words, and the days of quiet that an arrangement waits for.
import type { QuietRow, SightingDay, SightingNotice, SightingRow } from '../api/shapes';
import { say } from '../messages';
import { link_to } from '../store/route';
import { Paragraph } from './finding';
import { moment } from './pass_tables';
import { Table } from './table';
import { TakeBack } from './take_back';

const shown = (n: number) => n.toLocaleString('en');
const e7 = 1e7;
/** From this error on nobody says where it was. */
const unplaced_error_mm = 20_000_000_000;

/** What its author says of it, as far as they were sure; in the order in which one would say it. */
export function hedged(row: SightingRow): string {
  const { bearing, means, of_nobody, of_side, perceived, sure, told } = say.incidents;
  const { certainty, side } = row;
  return [
    `${perceived[row.perceived] ?? row.perceived} ${means[row.means] ?? row.means}`,
    sure[certainty] ?? certainty,
    bearing[row.bearing] ?? row.bearing,
    side === '' ? of_nobody : of_side(side),
    row.told ? told : '',
  ]
    .filter((part) => part !== '')
    .join('; ');
}

/** A bar's length is the day's part of the largest day; the number stands beside it. */
function Bar({ part }: { readonly part: number }) {
  return (
    <svg class="day-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect width={Math.max(1, Math.round(part * 100))} height="8" />
    </svg>
  );
}

type DayProps = {
  readonly rows: readonly SightingDay[];
  readonly choose: (day: string) => void;
};

export function DaySums({ rows, choose }: DayProps) {
  const { columns, days } = say.incidents;
  const most = Math.max(1, ...rows.map(({ sightings }) => sightings));
  const { day, sightings, number, observed, assessed, unsure } = columns;
  return (
    <Table
      title={days}
      heads={[
        { name: day },
        { name: sightings },
        { name: number, number: true },
        { name: observed, number: true },
        { name: assessed, number: true },
        { name: unsure, number: true },
      ]}
      rows={rows.map((one) => ({
        key: one.day,
        cells: [
          <button type="button" class="day-button" onClick={() => choose(one.day)}>
            {one.day}
          </button>,
          <span class="day-cell">
            <Bar part={one.sightings / most} /> {shown(one.sightings)}
          </span>,
          shown(one.number),
          shown(one.observed),
          shown(one.assessed),
          shown(one.undetermined + one.unconfirmed),
        ],
      }))}
    />
  );
}

function Where({ row }: { readonly row: SightingRow }) {
  const { distance, where } = say.incidents;
  const placed = row.error_mm < unplaced_error_mm;
  const degrees = (value: number) => (value / e7).toFixed(5);
  return (
    <>
      {row.place !== '' && <b>{row.place}</b>}
      {placed && (
        <span class="quiet block">
          {where(degrees(row.latitude_e7), degrees(row.longitude_e7), shown(row.error_mm / 1000))}
        </span>
      )}
      {row.distance_mm !== null && (
        <span class="quiet block">{distance((row.distance_mm / 1e6).toFixed(1))}</span>
      )}
      {row.place === '' && !placed && <span class="quiet">–</span>}
    </>
  );
}

function until_of({ from, until }: SightingRow): string {
  if (until === from) return moment(from);
  const last = moment(until);
  const same_day = last.slice(0, 10) === moment(from).slice(0, 10);
  return `${moment(from)} – ${same_day ? last.slice(11) : last}`;
}

type RowProps = {
  readonly rows: readonly SightingRow[];
  readonly notices: readonly SightingNotice[];
};

export function SightingTable({ rows, notices }: RowProps) {
  const { columns, counted, retracted, standing, words } = say.incidents;
  const { how, place, record, what, when } = columns;
  return (
    <Table
      title={say.incidents.rows}
      heads={[when, what, place, how, columns.standing, record].map((name) => ({ name }))}
      rows={rows.map((one) => ({
        key: String(one.index),
        dim: one.retracted,
        cells: [
          until_of(one),
          <>
            {counted(one.number)} <b>{one.what}</b>
          </>,
          <Where row={one} />,
          hedged(one),
          <>
            {standing[one.standing] ?? one.standing}
            {notices
              .filter(({ index }) => index === one.index)
              .map((notice) => (
                <span key={notice.word} class="block sighting-notice">
                  {words[notice.word] ?? notice.word}: {notice.detail}
                </span>
              ))}
          </>,
          <>
            <a href={link_to.record(one.index)}>{say.one.record(one.index)}</a>{' '}
            <span class="quiet">
              ({one.author}
              {one.retracted && `, ${retracted}`})
            </span>{' '}
            {!one.retracted && <TakeBack id={String(one.index)} author={one.author} />}
          </>,
        ],
      }))}
    />
  );
}

export function QuietTable({ rows }: { readonly rows: readonly QuietRow[] }) {
  const { columns, done, no_act, quiet, quiet_days, quiet_since } = say.incidents;
  const { last, place, record, waits } = columns;
  return (
    <Table
      title={quiet}
      heads={[place, waits, columns.quiet, last, record].map((name) => ({ name }))}
      rows={rows.map((one) => ({
        key: `${one.term} ${one.arrangement}`,
        cells: [
          <b>{one.place}</b>,
          <>
            <Paragraph of={one.paragraph} /> <code class="quiet">{one.term}</code>
          </>,
          <>
            {quiet_days(one.quiet_days, one.days, one.as_of)}{' '}
            <span class="quiet">{quiet_since(one.since)}</span>
          </>,
          one.last === null || one.last_index === null ? (
            no_act
          ) : (
            <a href={link_to.record(one.last_index)}>{one.last}</a>
          ),
          <>
            <a href={link_to.record(one.arrangement)}>{say.one.record(one.arrangement)}</a>
            {one.done !== null && (
              <>
                ; <a href={link_to.record(one.done)}>{done}</a>
              </>
            )}
          </>,
        ],
      }))}
    />
  );
}
