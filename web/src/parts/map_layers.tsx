// SPDX-License-Identifier: Apache-2.0
// The layers of the map. What has a size on the ground scales with it (coast, line, zone, errors);
// signs keep theirs.
import type { Base } from '../ground/base';
import {
  length_text,
  on_screen,
  path_of,
  scale_bar,
  type Size,
  type Window,
} from '../ground/plane';
import { place_labels, text_width, type Box, type Label } from '../ground/labels';
import type { FixMark, PortMark, Scene, Track } from '../ground/scene';
import { say } from '../messages';
import { time_parts } from './format';
import { place_of } from './marks';

export type View = {
  readonly window: Window;
  readonly size: Size;
  readonly scene: Scene;
  /** One of several on a page: its buttons stand below. */
  readonly small: boolean;
};

/** What is chosen on map and list: `port inchon`, `observation 14`. */
export type Chosen = string | null;
export type Choose = (what: string) => void;

/** Below this width a band that is drawn to scale cannot be seen. */
const band_px_min = 5;

const transform = ({ window: { x, y, k }, size }: View) =>
  `translate(${size.width / 2} ${size.height / 2}) scale(${k}) translate(${-x} ${-y})`;

const units = (view: View, metres: number) => metres / view.scene.plane.metres_a_unit;

/** Whether the zone is drawn wider than it is. */
export function is_schematic(view: View): boolean {
  return 2 * units(view, view.scene.zone_m) * view.window.k < band_px_min;
}

/** Coast and borders. */
export function BaseLayer({ view, base }: { readonly view: View; readonly base: Base | null }) {
  if (base === null) return null;
  return (
    <g transform={transform(view)}>
      <path class="land" d={base.land} fill-rule="evenodd" />
      <path class="border" d={base.borders} />
    </g>
  );
}

/** The zone's band, the line's errors, the line itself: its style says what it was drawn from. */
export function LineLayer({ view }: { readonly view: View }) {
  const { scene, window } = view;
  const band = Math.max(2 * units(view, scene.zone_m), band_px_min / window.k);
  return (
    <g transform={transform(view)}>
      <path
        class={is_schematic(view) ? 'zone schematic' : 'zone'}
        d={scene.whole}
        stroke-width={band}
      />
      {scene.line.map(({ path, error_m, basis }, at) => (
        <g key={at}>
          <path class="line-error" d={path} stroke-width={2 * units(view, error_m)} />
          <path class={`line line-${basis}`} d={path} />
        </g>
      ))}
    </g>
  );
}

function PortSign({ mark, view, chosen, choose }: Signs & { readonly mark: PortMark }) {
  const { port } = mark;
  const { x, y } = on_screen(mark.at, view.window, view.size);
  const place = place_of(port.side);
  const name = `port ${port.name}`;
  const first = place === 0;
  const classes = ['port', typeof place === 'number' ? `side-${place % 3}` : 'joint'];
  if (chosen === name) classes.push('is-chosen');
  return (
    <g class={classes.join(' ')} transform={`translate(${x} ${y})`} onClick={() => choose(name)}>
      <circle class="hit" r="14" />
      {first ? (
        <rect x="-4.5" y="-4.5" width="9" height="9" />
      ) : (
        <path d="M0-6.4L6.4 0 0 6.4-6.4 0z" />
      )}
      <text x="9" y="4">
        {port.title}
      </text>
    </g>
  );
}

type Signs = { readonly view: View; readonly chosen: Chosen; readonly choose: Choose };

export function PortLayer(signs: Signs) {
  return (
    <g>
      {signs.view.scene.ports.map((mark) => (
        <PortSign key={mark.port.name} mark={mark} {...signs} />
      ))}
    </g>
  );
}

const fix_px_min = 3.5;

function FixSign({
  mark,
  view,
  last,
}: {
  readonly mark: FixMark;
  readonly view: View;
  readonly last: boolean;
}) {
  const { x, y } = on_screen(mark.at, view.window, view.size);
  const radius = units(view, mark.error_m) * view.window.k;
  return (
    <g>
      {radius > fix_px_min && <circle class="fix-error" cx={x} cy={y} r={radius} />}
      <circle class={last ? 'fix fix-last' : 'fix'} cx={x} cy={y} r={last ? 5 : fix_px_min} />
    </g>
  );
}

function TrackSign({ track, view, chosen, choose }: Signs & { readonly track: Track }) {
  const { observation, fixes } = track;
  const name = `observation ${observation.index}`;
  const places = fixes.map((fix) => on_screen(fix.at, view.window, view.size));
  const classes = ['track'];
  if (observation.retracted) classes.push('is-retracted');
  if (chosen === name) classes.push('is-chosen');
  return (
    <g class={classes.join(' ')} onClick={() => choose(name)}>
      <path class="track-hit" d={path_of(places)} />
      <path class="track-path" d={path_of(places)} />
      {fixes.map((mark, at) => (
        <FixSign key={at} mark={mark} view={view} last={at === fixes.length - 1} />
      ))}
    </g>
  );
}

type TrackLabel = Label & {
  readonly name: string;
  readonly clock: string;
  readonly chosen: boolean;
};

/** Between fixes nearer than this nothing is written: first and last tell the track. */
const between_px_min = 60;

// Of each track the last fix, then the first, then as many between as there is room for.
function labels_of(track: Track, view: View, chosen: boolean): readonly TrackLabel[][] {
  const { observation, fixes } = track;
  const label = (mark: FixMark, name: string): TrackLabel => {
    const clock = time_parts(mark.fix.time).clock;
    const text = name === '' ? clock : `${name} ${clock}`;
    const at = on_screen(mark.at, view.window, view.size);
    return { key: `${observation.index} ${mark.fix.time}`, text, at, name, clock, chosen };
  };
  const [first] = fixes;
  const last = fixes.at(-1);
  const between = fixes.slice(1, -1).map((mark) => label(mark, ''));
  const ends = [first, last].map((mark) => (mark === undefined ? null : label(mark, '').at));
  const free = between.filter((one, at) => {
    const others = [...ends, ...between.slice(0, at).map((other) => other.at)];
    return others.every(
      (to) => to === null || Math.hypot(to.x - one.at.x, to.y - one.at.y) > between_px_min,
    );
  });
  return [
    last === undefined ? [] : [label(last, observation.track)],
    first === undefined || fixes.length < 2 ? [] : [label(first, '')],
    free,
  ];
}

// What the labels of tracks keep off: buttons, scale, the names of ports.
function taken_by({ size: { width, height }, window, scene, small }: View): readonly Box[] {
  const buttons = small
    ? { left: width - 140, top: 158, right: width, bottom: height }
    : { left: width - 62, top: 0, right: width, bottom: 136 };
  const scale = { left: 0, top: height - 38, right: 160, bottom: height };
  const ports = scene.ports.map(({ port, at }) => {
    const { x, y } = on_screen(at, window, { width, height });
    return { left: x - 6, top: y - 8, right: x + 9 + text_width(port.title), bottom: y + 8 };
  });
  return [buttons, scale, ...ports];
}

function TrackLabels({ tracks, view, chosen }: Signs & { readonly tracks: readonly Track[] }) {
  const is_chosen = (track: Track) => `observation ${track.observation.index}` === chosen;
  const order = [...tracks].sort((a, b) => Number(is_chosen(b)) - Number(is_chosen(a)));
  const ranks = order.map((track) => labels_of(track, view, is_chosen(track)));
  const all = [0, 1, 2].flatMap((rank) => ranks.flatMap((lists) => lists[rank] ?? []));
  // Observations of one track share fixes: their words are written once.
  const spot = ({ clock, at }: TrackLabel) => `${clock} ${at.x.toFixed()} ${at.y.toFixed()}`;
  const seen = new Set<string>();
  const once = all.filter((one) => !seen.has(spot(one)) && seen.add(spot(one)));
  return (
    <g class="track-labels">
      {place_labels(once, view.size, taken_by(view)).map((one) => (
        <text
          key={one.key}
          class={one.chosen ? 'is-chosen' : ''}
          x={one.x}
          y={one.y}
          text-anchor={one.anchor}
        >
          {one.name}
          <tspan class="track-time">
            {one.name === '' ? '' : ' '}
            {one.clock}
          </tspan>
        </text>
      ))}
    </g>
  );
}

export function TrackLayer({ tracks, ...signs }: Signs & { readonly tracks: readonly Track[] }) {
  // What is chosen is drawn last, above the others.
  const order = (track: Track) => Number(`observation ${track.observation.index}` === signs.chosen);
  return (
    <g>
      {[...tracks]
        .sort((a, b) => order(a) - order(b))
        .map((track) => (
          <TrackSign key={track.observation.index} track={track} {...signs} />
        ))}
      <TrackLabels tracks={tracks} {...signs} />
    </g>
  );
}

export function ScaleBar({ view }: { readonly view: View }) {
  const bar = scale_bar(view.window.k, view.scene.plane.metres_a_unit, 140);
  const y = view.size.height - 14;
  return (
    <g class="scale-bar">
      <path d={`M12 ${y - 6}V${y}H${12 + bar.pixels}V${y - 6}`} />
      <text x="16" y={y - 9}>
        {length_text(bar.metres)}
      </text>
    </g>
  );
}

/** The signs, each beside its words. */
export function Legend({ view }: { readonly view: View }) {
  const { scene } = view;
  const bases = [...new Set(scene.line.map((part) => part.basis))];
  const errors_of = (basis: string) =>
    scene.line.filter((part) => part.basis === basis).map((part) => part.error_m);
  const sample = (children: preact.ComponentChildren) => (
    <svg viewBox="0 0 34 14" width="34" height="14" aria-hidden="true">
      {children}
    </svg>
  );
  return (
    <ul class="legend plain" aria-label={say.map.legend}>
      {bases.map((basis) => (
        <li key={basis}>
          {sample(
            <>
              <path class="line-error" d="M1 7H33" stroke-width="9" />
              <path class={`line line-${basis}`} d="M1 7H33" />
            </>,
          )}
          {say.map.basis_error(
            say.map.bases[basis] ?? basis,
            length_text(Math.min(...errors_of(basis))),
            length_text(Math.max(...errors_of(basis))),
          )}
        </li>
      ))}
      {bases.length > 0 && (
        <li>
          {sample(<path class="zone" d="M1 7H33" stroke-width="12" />)}
          {say.map.zone(length_text(scene.zone_m))}
          {is_schematic(view) && `, ${say.map.schematic}`}
        </li>
      )}
      <li>
        {sample(
          <g class="track">
            <circle class="fix-error" cx="17" cy="7" r="6.5" />
            <circle class="fix" cx="17" cy="7" r="3" />
          </g>,
        )}
        {say.map.fix}
      </li>
    </ul>
  );
}
