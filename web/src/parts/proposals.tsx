// SPDX-License-Identifier: Apache-2.0
// What the node proposes of a file of fixes: what was not read, and each event, to be chosen.
import { useState } from 'preact/hooks';
import type { Proposed, ProposedObservation } from '../api/shapes';
import { length_text } from '../ground/plane';
import { say } from '../messages';
import { link_to } from '../store/route';
import { full_time, time_parts } from './format';
import { SelectField } from './line_field';

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

export type Chosen = {
  readonly chosen: number | null;
  readonly choose: (event: number | null) => void;
  /** Which of the events went on record from here, and where. */
  readonly lodged: ReadonlyMap<number, number>;
};

// From so many events on they are looked for by their track.
const unfiltered_max = 30;

// What it means that nothing is proposed: of fixes that were not read nothing is known.
function none_words({ fixes }: Proposed['watched']): string {
  return fixes === 0 ? say.observe.nothing_read : say.observe.none;
}

function Events({ observations, chosen, choose, lodged }: Chosen & Pick<Proposed, 'observations'>) {
  const [track, set_track] = useState('');
  const tracks = [...new Set(observations.map((one) => one.track))];
  const filter = (name: string) => {
    set_track(name);
    // Nothing is signed that is out of sight.
    if (name !== '' && chosen !== null && observations[chosen]?.track !== name) choose(null);
  };
  return (
    <>
      {observations.length > unfiltered_max && (
        <SelectField
          label={say.observe.track}
          words={['', ...tracks]}
          shown={{ '': say.observe.all_tracks }}
          value={track}
          set={filter}
          block
        />
      )}
      <fieldset class="choices events">
        <legend class="unseen">{say.observe.proposed}</legend>
        {observations.map((one, at) =>
          track !== '' && one.track !== track ? null : (
            <label key={at}>
              <input
                type="radio"
                name="event"
                checked={chosen === at}
                onChange={() => choose(at)}
              />
              <EventWords one={one} />
              {lodged.has(at) && (
                <a class="small" href={link_to.record(lodged.get(at) ?? 0)}>
                  {say.observe.on_record(lodged.get(at) ?? 0)}
                </a>
              )}
            </label>
          ),
        )}
      </fieldset>
    </>
  );
}

export function Proposals(props: Chosen & { readonly proposed: Proposed }) {
  const { watched, observations } = props.proposed;
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
      {observations.length === 0 ? (
        <p>{none_words(watched)}</p>
      ) : (
        <Events observations={observations} {...props} />
      )}
    </section>
  );
}
