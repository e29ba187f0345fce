// SPDX-License-Identifier: Apache-2.0
// The points through which alone persons and materiel pass: whose each is, which team is stationed
// there, what it observes; and as many of one side as of the other, or not.
import type { Ground, Port } from '../api/shapes';
import { say } from '../messages';
import { ErrorNote, Loading } from './notes';
import type { Shown } from './use_view';

function PointRow({ port }: { readonly port: Port }) {
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        {port.title}
      </th>
      <td role="cell">{port.side}</td>
      <td role="cell">
        <code>{port.team}</code>
      </td>
      <td role="cell">{port.facilities.length === 0 ? '–' : port.facilities.join(', ')}</td>
      <td role="cell">
        {port.latitude}, {port.longitude}
        {port.note !== '' && <small class="quiet"> {port.note}</small>}
      </td>
    </tr>
  );
}

function Table({ ports }: { readonly ports: readonly Port[] }) {
  const words = say.points;
  const sides = [...new Set(ports.map((port) => port.side))];
  const counts = sides.map((side) =>
    words.of_side(ports.filter((p) => p.side === side).length, side),
  );
  return (
    <>
      <p class="quiet">{counts.join(', ')}</p>
      <div class="scrolls" tabIndex={0} role="region" aria-label={words.title}>
        <table role="table">
          <thead>
            <tr role="row">
              {words.columns.map((name) => (
                <th key={name} scope="col" role="columnheader">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ports.map((port) => (
              <PointRow key={port.name} port={port} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

export function Points({ answer, again }: Shown<Ground>) {
  return (
    <section class="points">
      <h2>{say.points.title}</h2>
      {answer === null && <Loading lines={4} />}
      {answer?.ok === false && <ErrorNote failure={answer} retry={again} />}
      {answer?.ok &&
        (answer.value.ports.length === 0 ? (
          <p class="quiet">{say.points.none}</p>
        ) : (
          <Table ports={answer.value.ports} />
        ))}
    </section>
  );
}
