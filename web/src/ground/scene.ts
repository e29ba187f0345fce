// SPDX-License-Identifier: Apache-2.0
// What stands on the map, on its plane: the line with its errors, the ports, the fixes in the order
// of time. Pure.
import type { Fix, Ground, ObservationRow, Port, Stretch } from '../api/shapes';
import { parse_civil_time } from '../verify/time';
import { parse_degrees, parse_place, path_of, plane_at, type Plane, type Point } from './plane';

export type LinePart = {
  readonly basis: string;
  readonly error_m: number;
  readonly path: string;
};
export type PortMark = { readonly port: Port; readonly at: Point };
export type FixMark = {
  readonly fix: Fix;
  readonly at: Point;
  readonly error_m: number;
  readonly utc_s: number;
};
export type Track = { readonly observation: ObservationRow; readonly fixes: readonly FixMark[] };

export type Scene = {
  readonly plane: Plane;
  readonly line: readonly LinePart[];
  /** All of the line in one path, for the band of the zone. */
  readonly whole: string;
  readonly line_points: readonly Point[];
  /** The same, a list a stretch. */
  readonly line_runs: readonly (readonly Point[])[];
  readonly ports: readonly PortMark[];
  readonly tracks: readonly Track[];
  readonly zone_m: number;
};

type Place = readonly [number, number];

function places_of(stretch: Stretch): readonly Place[] {
  return stretch.places.map(parse_place).filter((place) => place !== null);
}

// The plane touches in the middle of what there is: of the line, else of the ports, else of Korea.
function plane_of(ground: Ground): Plane {
  const line = ground.stretches.flatMap(places_of);
  const ports = ground.ports.map((port) => [
    parse_degrees(port.latitude, 90),
    parse_degrees(port.longitude, 180),
  ]);
  const places = line.length > 0 ? line : ports;
  const middle = (axis: 0 | 1) => {
    const values = places.map((place) => place[axis]).filter((value) => typeof value === 'number');
    return values.length === 0 ? null : (Math.min(...values) + Math.max(...values)) / 2;
  };
  return plane_at(middle(0) ?? 38, middle(1) ?? 127.5);
}

function mark_of(fix: Fix, plane: Plane): readonly FixMark[] {
  const latitude = parse_degrees(fix.latitude, 90);
  const longitude = parse_degrees(fix.longitude, 180);
  const time = parse_civil_time(fix.time);
  if (latitude === null || longitude === null || !time.ok) return [];
  const at = plane.to(latitude, longitude);
  return [{ fix, at, error_m: fix.error_mm / 1000, utc_s: time.value.utc_s }];
}

/** The tracks of observations, each with its fixes in the order of time. */
export function tracks_of(observations: readonly ObservationRow[], plane: Plane): readonly Track[] {
  return observations.map((observation) => ({
    observation,
    fixes: observation.fixes
      .flatMap((fix) => mark_of(fix, plane))
      .sort((a, b) => a.utc_s - b.utc_s),
  }));
}

/** Everything on the map. */
export function scene_of(ground: Ground): Scene {
  const plane = plane_of(ground);
  const drawn = ground.stretches.map((stretch) => ({
    stretch,
    points: places_of(stretch).map(([lat, lon]) => plane.to(lat, lon)),
  }));
  const ports = ground.ports.flatMap((port): PortMark[] => {
    const [latitude, longitude] = [
      parse_degrees(port.latitude, 90),
      parse_degrees(port.longitude, 180),
    ];
    if (latitude === null || longitude === null) return [];
    return [{ port, at: plane.to(latitude, longitude) }];
  });
  return {
    plane,
    line: drawn.map(({ stretch, points }) => ({
      basis: stretch.basis,
      error_m: stretch.error_mm / 1000,
      path: path_of(points),
    })),
    whole: joined_path(drawn.map(({ points }) => points)),
    line_points: drawn.flatMap(({ points }) => points),
    line_runs: drawn.map(({ points }) => points),
    ports,
    tracks: tracks_of(ground.observations, plane),
    zone_m: ground.zone_mm / 1000,
  };
}

// One path where a stretch begins where the last ended: overlapping bands would show at the joints.
function joined_path(stretches: readonly (readonly Point[])[]): string {
  let last: Point | undefined;
  return stretches
    .map((points) => {
      const [first] = points;
      const goes_on = last !== undefined && first?.x === last.x && first.y === last.y;
      last = points.at(-1);
      const path = path_of(goes_on ? points.slice(1) : points);
      return goes_on ? path.replace(/^M/, 'L') : path;
    })
    .join('');
}

/** What a picture of the tracks must show: their fixes with the circles around them. */
export function points_around(tracks: readonly Track[], plane: Plane): readonly Point[] {
  return tracks.flatMap((track) =>
    track.fixes.flatMap(({ at: { x, y }, error_m }) => {
      const radius = error_m / plane.metres_a_unit;
      return [
        { x: x - radius, y: y - radius },
        { x: x + radius, y: y + radius },
      ];
    }),
  );
}

function nearest_on(a: Point, b: Point, to: Point): Point {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length2 = dx * dx + dy * dy;
  const along = length2 === 0 ? 0 : ((to.x - a.x) * dx + (to.y - a.y) * dy) / length2;
  const part = Math.min(1, Math.max(0, along));
  return { x: a.x + part * dx, y: a.y + part * dy };
}

/** How far behind the line a picture goes, of the way from the fix to it. */
const behind = 0.2;
const apart = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y);

/** The point of the line that is nearest to a place; null if there is no line. */
export function nearest_of_line(runs: Scene['line_runs'], to: Point): Point | null {
  let best: Point | null = null;
  for (const run of runs) {
    for (const [at, from] of run.entries()) {
      const found = nearest_on(from, run[at + 1] ?? from, to);
      if (best === null || apart(found, to) < apart(best, to)) best = found;
    }
  }
  return best;
}

// The line with a little behind it, and the edge of the zone on the side of a fix: where the two are,
// seen from there.
function edge_seen_from(at: Point, { line_runs, zone_m, plane }: Scene): readonly Point[] {
  const near = nearest_of_line(line_runs, at);
  if (near === null) return [];
  const far = apart(near, at);
  if (far === 0) return [near];
  const towards = (part: number) => ({
    x: near.x + (at.x - near.x) * part,
    y: near.y + (at.y - near.y) * part,
  });
  return [near, towards(zone_m / plane.metres_a_unit / far), towards(-behind)];
}

/** What a picture of the tracks must show to mean something: their fixes, and the nearest stretch of the
 *  line and of the zone's edge. */
export function points_with_line(tracks: readonly Track[], scene: Scene): readonly Point[] {
  const edges = tracks.flatMap((track) =>
    track.fixes.flatMap((fix) => edge_seen_from(fix.at, scene)),
  );
  return [...points_around(tracks, scene.plane), ...edges];
}

/** The times of all fixes, ascending, each once. */
export function times_of(tracks: readonly Track[]): readonly number[] {
  const times = tracks.flatMap((track) => track.fixes.map((fix) => fix.utc_s));
  return [...new Set(times)].sort((a, b) => a - b);
}

/** The tracks as they were known at a time. */
export function tracks_until(tracks: readonly Track[], utc_s: number): readonly Track[] {
  return tracks
    .map((track) => ({ ...track, fixes: track.fixes.filter((fix) => fix.utc_s <= utc_s) }))
    .filter((track) => track.fixes.length > 0);
}
