// SPDX-License-Identifier: Apache-2.0
// What the node proposes of a file of fixes: what was not read, and each event, to be chosen.
import type { Proposed, ProposedObservation } from '../api/shapes';
import { length_text } from '../ground/plane';
import { say } from '../messages';
import { link_to } from '../store/route';
import { full_time, time_parts } from './format';

/** `Crossing: the line, north → south`. */
function title_of(one: ProposedObservation): string {
  const name = say.observation.boundaries[one.boundary] ?? one.boundary;
  const way = [one.from, one.to].filter((word) => word !== '').join(' → ');
  return `${say.observation.events[one.event] ?? one.event}: ${name}${way === '' ? '' : `, ${way}`}`;
}

function span_of({ earliest, latest }: ProposedObservation): string {
  const same_day = time_parts(earliest).day === time_parts(latest).day;
  return same_day && earliest !== latest
    ? `${time_parts(earliest).clock} – ${full_time(latest)}`
    : earliest === latest
      ? full_time(latest)
      : `${full_time(earliest)} – ${full_time(latest)}`;
}

function EventWords({ one }: { readonly one: ProposedObservation }) {
  const metres = (mm: number) => length_text(mm / 1000);
  return (
    <span class="event-words">
      <b>{title_of(one)}</b> <span>{one.track}</span>
      <small>{span_of(one)}</small>
      <small>
        {say.observation.distance}: {metres(one.edge_distance_mm)}. {say.observation.errors}:{' '}
        {say.observation.fix_and_edge(metres(one.fix_error_mm), metres(one.edge_error_mm))}
        {`; ${say.observe.rests_on(one.fixes.length)}`}
      </small>
    </span>
  );
}

function Rejected({ watched }: { readonly watched: Proposed['watched'] }) {
  if (watched.rejected_lines === 0) return null;
  return (
    <div class="note note-warn">
      <p>{say.observe.rejected(watched.rejected_lines)}</p>
      <ul>
        {watched.rejected.map((one) => (
          <li key={`${one.line} ${one.column}`}>
            {say.observe.line(one.line, one.column)}: {one.what}
          </li>
        ))}
      </ul>
    </div>
  );
}

type Shown = {
  readonly proposed: Proposed;
  readonly chosen: number | null;
  readonly choose: (event: number) => void;
  /** Which of the events went on record from here, and where. */
  readonly lodged: ReadonlyMap<number, number>;
};

export function Proposals({ proposed, chosen, choose, lodged }: Shown) {
  const { watched, observations } = proposed;
  const { errors_assumed, gaps } = watched;
  return (
    <section class="proposals">
      <h2>{say.observe.proposed}</h2>
      <p class="quiet">
        {say.observe.read(watched.fixes, watched.tracks)}
        {errors_assumed > 0 && ` ${say.observe.assumed(errors_assumed)}`}
        {gaps > 0 && ` ${say.observe.gaps(gaps)}`}
      </p>
      <Rejected watched={watched} />
      {observations.length === 0 && <p>{say.observe.none}</p>}
      <fieldset class="choices events">
        <legend class="unseen">{say.observe.proposed}</legend>
        {observations.map((one, at) => (
          <label key={at}>
            <input type="radio" name="event" checked={chosen === at} onChange={() => choose(at)} />
            <EventWords one={one} />
            {lodged.has(at) && (
              <a class="small" href={link_to.record(lodged.get(at) ?? 0)}>
                {say.observe.on_record(lodged.get(at) ?? 0)}
              </a>
            )}
          </label>
        ))}
      </fieldset>
    </section>
  );
}
