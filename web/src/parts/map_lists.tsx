// SPDX-License-Identifier: Apache-2.0
// The lists beside the map: choosing here shows it there, and the other way round.
import type { Ground, ObservationRow, PermitRow } from '../api/shapes';
import { length_text } from '../ground/plane';
import type { Track } from '../ground/scene';
import { say } from '../messages';
import { link_to } from '../store/route';
import { utc_s } from '../verify/time';
import { observation_title, Observation } from './finding';
import { full_time, time_parts } from './format';
import type { Choose, Chosen } from './map_layers';
import { Author, PartyName } from './marks';

type Listed = { readonly ground: Ground; readonly chosen: Chosen; readonly choose: Choose };

function ObservationItem({
  one,
  known,
  chosen,
  choose,
}: {
  readonly one: ObservationRow;
  /** Whether a fix of it lies before the time shown. */
  readonly known: boolean;
  readonly chosen: boolean;
  readonly choose: () => void;
}) {
  const { day, clock } = time_parts(one.earliest);
  return (
    <li class={known ? 'map-item' : 'map-item is-later'} data-what={`observation ${one.index}`}>
      <button type="button" aria-pressed={chosen} onClick={choose}>
        <b class={one.retracted ? 'struck' : ''}>{observation_title(one)}</b>
        <span class="quiet">
          {one.track} · {day}, {clock} · {length_text(one.edge_distance_mm / 1000)}
        </span>
        {!one.agrees && <span class="notice">{say.observation.differs}</span>}
      </button>
      {chosen && (
        <div class="map-item-more">
          <Observation one={one} />
          <p class="buttons">
            <a class="button small" href={link_to.allege(one.index, null)}>
              {say.docket.allege}
            </a>
          </p>
        </div>
      )}
    </li>
  );
}

export function ObservationList({
  ground,
  tracks,
  chosen,
  choose,
}: Listed & { readonly tracks: readonly Track[] }) {
  const known = new Set(tracks.map((track) => track.observation.index));
  const newest = ground.observations.toReversed();
  return (
    <section>
      <h2>{say.map.observations}</h2>
      {newest.length === 0 && <p class="quiet">{say.map.no_observations}</p>}
      <ul class="plain">
        {newest.map((one) => (
          <ObservationItem
            key={one.index}
            one={one}
            known={known.has(one.index)}
            chosen={chosen === `observation ${one.index}`}
            choose={() => choose(`observation ${one.index}`)}
          />
        ))}
      </ul>
    </section>
  );
}

export function PortList({ ground, chosen, choose }: Listed) {
  return (
    <section>
      <h2>{say.map.ports}</h2>
      {ground.ports.length === 0 && <p class="quiet">{say.map.no_ports}</p>}
      <ul class="plain">
        {ground.ports.map((port) => (
          <li key={port.name} class="map-item" data-what={`port ${port.name}`}>
            <button
              type="button"
              class="map-port"
              aria-pressed={chosen === `port ${port.name}`}
              onClick={() => choose(`port ${port.name}`)}
            >
              <b>{port.title}</b> <PartyName party={port.side} />{' '}
              <code class="quiet">{port.team}</code>
            </button>
            {chosen === `port ${port.name}` && (
              <div class="map-item-more">
                <p>
                  {port.latitude} {port.longitude}
                </p>
                {port.note !== '' && <p class="quiet">{port.note}</p>}
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function in_force(permit: PermitRow, at: number): boolean {
  return utc_s(permit.from) <= at && at <= utc_s(permit.to);
}

function standing_of(permit: PermitRow, at: number | null): string {
  if (permit.retracted) return say.map.permit_retracted;
  if (!permit.counts) return say.map.grants_nothing;
  if (at === null) return '';
  return in_force(permit, at) ? say.map.in_force : say.map.not_in_force;
}

function Permit({ permit, at }: { readonly permit: PermitRow; readonly at: number | null }) {
  const standing = standing_of(permit, at);
  return (
    <li class="permit">
      <p class={permit.retracted ? 'struck' : ''}>
        <b>{permit.holder}</b>: {say.map.acts[permit.act] ?? permit.act} {permit.territory}
      </p>
      <p class="quiet">
        {full_time(permit.from)} – {full_time(permit.to)}
        {permit.counts && standing !== '' && `, ${standing}`}
      </p>
      {!permit.counts && <p class="notice">{standing}</p>}
      <p>
        <a href={link_to.record(permit.index)}>{say.one.record(permit.index)}</a>{' '}
        <Author name={permit.by} />
      </p>
    </li>
  );
}

export function PermitList({
  ground,
  at,
}: {
  readonly ground: Ground;
  readonly at: number | null;
}) {
  return (
    <section>
      <h2>{say.map.permits}</h2>
      {ground.permits.length === 0 && <p class="quiet">{say.map.no_permits}</p>}
      <ul class="plain">
        {ground.permits.map((permit) => (
          <Permit key={permit.index} permit={permit} at={at} />
        ))}
      </ul>
    </section>
  );
}
