// SPDX-License-Identifier: Apache-2.0
// The map: line, zone and ports, and what was observed, up to a chosen time; a list beside it and a
// table below say the same in words.
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Ground } from '../api/shapes';
import { get_ground } from '../api/client';
import type { Point } from '../ground/plane';
import {
  points_around,
  points_with_line,
  scene_of,
  times_of,
  tracks_until,
  type Scene,
} from '../ground/scene';
import { say } from '../messages';
import { ByNode } from '../parts/by_node';
import { full_time, short_digest } from '../parts/format';
import { Legend, type Chosen, type View } from '../parts/map_layers';
import { ObservationList, PermitList, PortList } from '../parts/map_lists';
import { GroundTable } from '../parts/map_table';
import { MapView } from '../parts/map_view';
import { ErrorNote, Loading } from '../parts/notes';
import { useView } from '../parts/use_view';
import { link_to } from '../store/route';
import { register } from '../store/session';
import { civil_text, parse_offset } from '../verify/time';

function TimeSlider({
  times,
  at,
  set_at,
}: {
  readonly times: readonly number[];
  readonly at: number;
  readonly set_at: (at: number) => void;
}) {
  if (times.length === 0) return <p class="quiet map-time">{say.map.no_fixes}</p>;
  const offset = parse_offset(register.value?.civil_offset ?? '');
  const words = full_time(civil_text(times[at] ?? 0, offset.ok ? offset.value : 0));
  const last = times.length - 1;
  return (
    <div class="map-time">
      <button type="button" class="small" disabled={at === 0} onClick={() => set_at(at - 1)}>
        {say.map.earlier}
      </button>
      <label>
        <span>
          {say.map.time} <b>{words}</b>
        </span>
        <input
          type="range"
          min={0}
          max={last}
          step={1}
          value={at}
          aria-valuetext={words}
          onInput={(event) => set_at(Number(event.currentTarget.value))}
        />
      </label>
      <button type="button" class="small" disabled={at === last} onClick={() => set_at(at + 1)}>
        {say.map.later}
      </button>
    </div>
  );
}

function points_of(scene: Scene, chosen: Chosen): readonly Point[] {
  const track = scene.tracks.find((one) => `observation ${one.observation.index}` === chosen);
  const port = scene.ports.find((one) => `port ${one.port.name}` === chosen);
  if (track !== undefined) return points_with_line([track], scene);
  return port === undefined ? [] : [port.at];
}

// The line and what was observed: the ports are far from both, and one button away.
function first_points(scene: Scene): readonly Point[] {
  const seen = points_around(scene.tracks, scene.plane);
  const points = [...scene.line_points, ...seen];
  return points.length > 0 ? points : scene.ports.map((port) => port.at);
}

function scroll_to(what: string): void {
  const item = document.querySelector(`[data-what="${what}"]`);
  item?.scrollIntoView({ block: 'nearest' });
}

function Shown({ ground, first }: { readonly ground: Ground; readonly first: number | null }) {
  // A new head brings the same ground again: the picture must not jump back for it.
  const scene = useMemo(() => scene_of(ground), [JSON.stringify(ground)]);
  const times = useMemo(() => times_of(scene.tracks), [scene]);
  const [at, set_at] = useState<number | null>(null);
  const named = first === null ? null : `observation ${first}`;
  const [chosen, set_chosen] = useState<Chosen>(named);
  const [focus, set_focus] = useState(() => {
    const points = points_of(scene, named);
    return points.length > 0 ? points : first_points(scene);
  });
  const [view, set_view] = useState<View | null>(null);
  useEffect(() => {
    if (named === null) return;
    set_chosen(named);
    set_focus(points_of(scene, named));
  }, [named]);
  const slot = Math.min(at ?? times.length - 1, times.length - 1);
  const tracks = tracks_until(scene.tracks, times[slot] ?? 0);
  const from_list = (what: string) => {
    set_chosen(what === chosen ? null : what);
    if (what !== chosen) set_focus(points_of(scene, what));
  };
  const from_map = (what: string) => {
    set_chosen(what);
    scroll_to(what);
  };
  return (
    <>
      <div class="map-columns">
        <div class="map-main">
          <MapView
            scene={scene}
            tracks={tracks}
            chosen={chosen}
            choose={from_map}
            focus={focus}
            tell={set_view}
          />
          <TimeSlider times={times} at={slot} set_at={set_at} />
          {view !== null && <Legend view={view} />}
          <p class="quiet small">
            {say.map.look_only} {scene.line.length === 0 && `${say.map.no_line} `}
            {ground.digest !== '' && `${say.map.digest} ${short_digest(ground.digest)}.`}
          </p>
        </div>
        <div class="map-side">
          <ObservationList ground={ground} tracks={tracks} chosen={chosen} choose={from_list} />
          <PortList ground={ground} chosen={chosen} choose={from_list} />
          <PermitList ground={ground} at={times[slot] ?? null} />
        </div>
      </div>
      <GroundTable ground={ground} />
    </>
  );
}

export function MapPage({ observation }: { readonly observation: number | null }) {
  const { answer, again } = useView(get_ground);
  return (
    <div class="page map-page">
      <header class="page-head">
        <h1>{say.map.title}</h1>
        <span class="buttons">
          <a class="button" href={link_to.observe}>
            {say.observe.link}
          </a>
          <a class="button" href={link_to.permit}>
            {say.permit.link}
          </a>
        </span>
      </header>
      {answer === null && <Loading lines={8} />}
      {answer?.ok === false && <ErrorNote failure={answer} retry={again} />}
      {answer?.ok && <Shown ground={answer.value} first={observation} />}
      <ByNode views={['ground']} />
    </div>
  );
}
