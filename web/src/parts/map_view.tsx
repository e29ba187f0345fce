// SPDX-License-Identifier: Apache-2.0
// The map as a picture that is moved and zoomed by mouse, touch and keyboard. Whatever it shows stands
// in a list or table beside it too: the picture is never the only way.
import { useEffect, useRef, useState } from 'preact/hooks';
import { load_base, type Base } from '../ground/base';
import { moved, window_on, zoomed, type Point, type Size, type Window } from '../ground/plane';
import type { Scene, Track } from '../ground/scene';
import { say } from '../messages';
import {
  BaseLayer,
  LineLayer,
  PortLayer,
  ScaleBar,
  TrackLayer,
  type Choose,
  type Chosen,
  type View,
} from './map_layers';

const zoom_step = 1.6;
const pan_px = 60;
/** How near a map goes by itself: 5 m a pixel. */
export const k_itself = 22_000;

type Pinch = { readonly middle: Point; readonly apart: number };
type Change = (next: (window: Window) => Window) => void;

function useBase(scene: Scene): Base | null {
  const [base, set_base] = useState<Base | null>(null);
  useEffect(() => {
    let gone = false;
    void load_base(scene.plane).then((made) => {
      if (!gone) set_base(made);
    });
    return () => {
      gone = true;
    };
  }, [scene]);
  return base;
}

/** The size of an element, followed. */
function useSize(): [{ current: SVGSVGElement | null }, Size] {
  const ref = useRef<SVGSVGElement>(null);
  const [size, set_size] = useState<Size>({ width: 800, height: 520 });
  useEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => {
      const { width, height } = element.getBoundingClientRect();
      if (width > 0 && height > 0) set_size({ width, height });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, size];
}

function pinch_of(fingers: ReadonlyMap<number, Point>): Pinch {
  const points = [...fingers.values()];
  const [a = { x: 0, y: 0 }, b = a] = points;
  const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  return { middle, apart: Math.max(1, Math.hypot(a.x - b.x, a.y - b.y)) };
}

type Listeners = {
  readonly [K in keyof SVGElementEventMap]?: (event: SVGElementEventMap[K]) => void;
};

/** Listens on an element, always with the newest listeners. Not passive, since a wheel that zooms must
 *  not scroll the page as well. */
function useListeners(ref: { current: SVGSVGElement | null }, listeners: Listeners): void {
  const newest = useRef(listeners);
  newest.current = listeners;
  useEffect(() => {
    const element = ref.current;
    const ends = new AbortController();
    const options = { passive: false, signal: ends.signal };
    for (const name of Object.keys(listeners) as (keyof SVGElementEventMap)[]) {
      const hear = (event: Event) =>
        (newest.current[name] as ((event: Event) => void) | undefined)?.(event);
      element?.addEventListener(name, hear, options);
    }
    return () => ends.abort();
  }, []);
}

/** Pointers: one moves, two zoom; the wheel zooms about the pointer. */
function usePointers(
  ref: { current: SVGSVGElement | null },
  size: Size,
  change: Change,
  small: boolean,
): Listeners {
  const fingers = useRef(new Map<number, Point>());
  const place = (event: MouseEvent): Point => {
    const box = ref.current?.getBoundingClientRect();
    return { x: event.clientX - (box?.left ?? 0), y: event.clientY - (box?.top ?? 0) };
  };
  const up = (event: PointerEvent) => void fingers.current.delete(event.pointerId);
  return {
    wheel(event) {
      // A small map stands in a page that scrolls: there the wheel zooms with Ctrl alone.
      if (small && !event.ctrlKey) return;
      event.preventDefault();
      const { x, y } = place(event);
      const factor = 2 ** (-event.deltaY / (event.deltaMode === 1 ? 12 : 300));
      change((window) => zoomed(window, size, factor, x, y));
    },
    pointerdown(event) {
      if (event.button === 0) fingers.current.set(event.pointerId, place(event));
    },
    pointermove(event) {
      if (!fingers.current.has(event.pointerId)) return;
      const before = pinch_of(fingers.current);
      fingers.current.set(event.pointerId, place(event));
      const now = pinch_of(fingers.current);
      const [dx, dy] = [now.middle.x - before.middle.x, now.middle.y - before.middle.y];
      // Captured only once it moves, so that a click still reaches the sign below.
      if (Math.hypot(dx, dy) > 1) ref.current?.setPointerCapture(event.pointerId);
      const factor = fingers.current.size > 1 ? now.apart / before.apart : 1;
      change((window) => zoomed(moved(window, dx, dy), size, factor, now.middle.x, now.middle.y));
    },
    pointerup: up,
    pointercancel: up,
    pointerleave: up,
  };
}

function by_key(key: string, size: Size): ((window: Window) => Window) | null {
  const middle = [size.width / 2, size.height / 2] as const;
  if (key === '+' || key === '=') return (now) => zoomed(now, size, zoom_step, ...middle);
  if (key === '-') return (now) => zoomed(now, size, 1 / zoom_step, ...middle);
  const steps: { readonly [key: string]: readonly [number, number] } = {
    ArrowLeft: [pan_px, 0],
    ArrowRight: [-pan_px, 0],
    ArrowUp: [0, pan_px],
    ArrowDown: [0, -pan_px],
  };
  const step = steps[key];
  return step === undefined ? null : (now) => moved(now, step[0], step[1]);
}

type Shown = {
  readonly scene: Scene;
  readonly tracks: readonly Track[];
  readonly chosen: Chosen;
  readonly choose: Choose;
  /** What the map shows by itself; another list moves it there. */
  readonly focus: readonly Point[];
  readonly small?: boolean;
  /** Told the window whenever it changes. */
  readonly tell?: (view: View) => void;
};

function Buttons({
  change,
  size,
  fit,
}: {
  readonly change: Change;
  readonly size: Size;
  readonly fit: () => void;
}) {
  const zoom = (factor: number) =>
    change((now) => zoomed(now, size, factor, size.width / 2, size.height / 2));
  return (
    <div class="map-buttons">
      <button
        type="button"
        aria-label={say.map.zoom_in}
        title={say.map.zoom_in}
        onClick={() => zoom(zoom_step)}
      >
        +
      </button>
      <button
        type="button"
        aria-label={say.map.zoom_out}
        title={say.map.zoom_out}
        onClick={() => zoom(1 / zoom_step)}
      >
        −
      </button>
      <button type="button" class="small" onClick={fit}>
        {say.map.fit}
      </button>
    </div>
  );
}

// Where the buttons stand nothing is shown by itself: below on a small map, else to the right.
const below_px = 46;
const beside_px = 64;

function window_beside(focus: readonly Point[], size: Size, small: boolean): Window {
  const [right, below] = small ? [0, below_px] : [beside_px, 0];
  const free = { width: size.width - right, height: size.height - below };
  const found = window_on(focus, free, k_itself);
  if (found === null) return { x: 0, y: 0, k: 60 };
  return { ...found, x: found.x + right / 2 / found.k, y: found.y + below / 2 / found.k };
}

export function MapView({ scene, tracks, chosen, choose, focus, small = false, tell }: Shown) {
  const base = useBase(scene);
  const [ref, size] = useSize();
  const [own, set_own] = useState<Window | null>(null);
  useEffect(() => set_own(null), [focus]);
  const whole = window_beside(focus, size, small);
  const window = own ?? whole;
  const change: Change = (next) => set_own((now) => next(now ?? whole));
  const view: View = { window, size, scene, small };
  useEffect(() => tell?.(view), [window.k, scene]);
  const fit = () =>
    set_own(window_on([...scene.line_points, ...scene.ports.map((port) => port.at)], size));
  useListeners(ref, {
    ...usePointers(ref, size, change, small),
    keydown(event) {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const act = by_key(event.key, size);
      if (act !== null) change(act);
      else if (event.key === '0') fit();
      else return;
      event.preventDefault();
    },
  });
  const signs = { view, chosen, choose };
  return (
    <div class={small ? 'map-frame map-small' : 'map-frame'}>
      <svg ref={ref} class="map" role="img" aria-label={say.map.label} tabindex={0}>
        <BaseLayer view={view} base={base} />
        <LineLayer view={view} />
        <PortLayer {...signs} />
        <TrackLayer tracks={tracks} {...signs} />
        <ScaleBar view={view} />
      </svg>
      <Buttons change={change} size={size} fit={fit} />
      <p class="map-credit">
        {say.map.line_by} {say.map.base}
      </p>
    </div>
  );
}
