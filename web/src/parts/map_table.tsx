// SPDX-License-Identifier: Apache-2.0
// What the map shows, as a table: for those who do not see it, and for paper.
import type { Ground } from '../api/shapes';
import { length_text } from '../ground/plane';
import { say } from '../messages';
import { link_to } from '../store/route';
import { observation_title } from './finding';
import { full_time } from './format';

type Line = {
  readonly key: string;
  readonly what: string;
  readonly record: number | null;
  readonly who: string;
  readonly place: string;
  readonly when: string;
  readonly note: string;
};

/** One line a port and a fix, the fixes of a track in their order. */
export function table_lines(ground: Ground): readonly Line[] {
  const ports = ground.ports.map((port) => ({
    key: `port ${port.name}`,
    what: port.title,
    record: null,
    who: `${port.side}, ${port.team}`,
    place: `${port.latitude}, ${port.longitude}`,
    when: '',
    note: port.note,
  }));
  const fixes = ground.observations.flatMap((one) =>
    one.fixes.map((fix, at) => ({
      key: `fix ${one.index} ${at}`,
      what: `${one.track}. ${observation_title(one)}`,
      record: one.index,
      who: one.by,
      place: `${fix.latitude}, ${fix.longitude}`,
      when: full_time(fix.time),
      note: `± ${length_text(fix.error_mm / 1000)}`,
    })),
  );
  return [...fixes, ...ports];
}

export function GroundTable({ ground }: { readonly ground: Ground }) {
  const { columns } = say.map;
  return (
    <details class="ground-table">
      <summary>{say.map.table}</summary>
      <div class="scrolls" tabIndex={0} role="region" aria-label={say.map.table}>
        <table>
          <thead>
            <tr>
              {(['what', 'who', 'place', 'when', 'note'] as const).map((name) => (
                <th key={name} scope="col">
                  {columns[name]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table_lines(ground).map((line) => (
              <tr key={line.key}>
                <th scope="row">
                  {line.record === null ? (
                    line.what
                  ) : (
                    <a href={link_to.record(line.record)}>{line.what}</a>
                  )}
                </th>
                <td>{line.who}</td>
                <td>{line.place}</td>
                <td>{line.when}</td>
                <td>{line.note}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
