// SPDX-License-Identifier: Apache-2.0
// The plane of the map: equirectangular at the middle latitude of the line, so that near it a degree
// is as long eastward as northward. For looking at; no verdict is drawn from it. Pure.

/** Plane units are degrees of latitude; x grows eastward, y southward. */
export type Point = { readonly x: number; readonly y: number };

export type Plane = {
  readonly to: (latitude: number, longitude: number) => Point;
  readonly from: (point: Point) => { readonly latitude: number; readonly longitude: number };
  readonly metres_a_unit: number;
};

/** The plane that touches at a place. */
export function plane_at(latitude: number, longitude: number): Plane {
  const radians = (latitude * Math.PI) / 180;
  const east = Math.cos(radians);
  return {
    to: (lat, lon) => ({ x: (lon - longitude) * east, y: latitude - lat }),
    from: ({ x, y }) => ({ latitude: latitude - y, longitude: longitude + x / east }),
    // A degree of the WGS 84 meridian, to 10 m.
    metres_a_unit: 111_133 - 560 * Math.cos(2 * radians),
  };
}

const signed_form = /^([+-]?)([0-9]{1,3}(?:\.[0-9]{1,12})?)$/;
const treaty_form =
  /^([0-9]{1,3})°(?:\s*([0-9]{1,2}(?:\.[0-9]+)?)[′'])?(?:\s*([0-9]{1,2}(?:\.[0-9]+)?)[″"])?\s*([NSEW])$/;

/** Degrees of `38.0123456`, `-12.5` or `37°28′N`; null if it is none of these, or over `max`. */
export function parse_degrees(text: string, max: number): number | null {
  const trimmed = text.trim();
  const plain = signed_form.exec(trimmed);
  const treaty = treaty_form.exec(trimmed);
  if (plain === null && treaty === null) return null;
  const minutes = Number(treaty?.[2] ?? 0);
  const seconds = Number(treaty?.[3] ?? 0);
  if (minutes >= 60 || seconds >= 60) return null;
  const value =
    plain === null
      ? Number(treaty?.[1] ?? 0) + minutes / 60 + seconds / 3600
      : Number(plain[2] ?? 0);
  if (value > max) return null;
  return plain?.[1] === '-' || /[SW]$/.test(trimmed) ? -value : value;
}

/** Degrees in units of 1e-7, as records write them. */
export function degrees_e7(text: string, max: number): number | null {
  const value = parse_degrees(text, max);
  return value === null ? null : Math.round(value * 1e7) + 0;
}

/** "latitude longitude" of a line's place; null if it is no such text. */
export function parse_place(text: string): readonly [number, number] | null {
  const [first = '', second = ''] = text.trim().split(/\s+/);
  const latitude = parse_degrees(first, 90);
  const longitude = parse_degrees(second, 180);
  return latitude === null || longitude === null ? null : [latitude, longitude];
}

/** Where the window stands: the plane point in its middle, and pixels a plane unit. */
export type Window = { readonly x: number; readonly y: number; readonly k: number };
export type Size = { readonly width: number; readonly height: number };

/** From the whole peninsula to a quarter of a metre a pixel. */
export const k_min = 45;
export const k_max = 400_000;

const bounded = (k: number) => Math.min(k_max, Math.max(k_min, k));

/** Where a plane point lies in the window, in pixels. */
export function on_screen(at: Point, window: Window, size: Size): Point {
  return {
    x: (at.x - window.x) * window.k + size.width / 2,
    y: (at.y - window.y) * window.k + size.height / 2,
  };
}

/** The window that shows all points with a margin, no nearer than `k_most`. */
export function window_on(points: readonly Point[], size: Size, k_most = k_max): Window | null {
  const [first] = points;
  if (first === undefined) return null;
  const xs = points.map((p) => p.x);
  const ys = points.map((p) => p.y);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const fit = (pixels: number, span: number) => (span === 0 ? k_most : (pixels * 0.84) / span);
  const k = Math.min(fit(size.width, right - left), fit(size.height, bottom - top), k_most);
  return { x: (left + right) / 2, y: (top + bottom) / 2, k: bounded(k) };
}

/** Nearer or farther by `factor`, the point under pixel (`px`, `py`) staying where it is. */
export function zoomed(window: Window, size: Size, factor: number, px: number, py: number): Window {
  const k = bounded(window.k * factor);
  const [dx, dy] = [px - size.width / 2, py - size.height / 2];
  return { x: window.x + dx / window.k - dx / k, y: window.y + dy / window.k - dy / k, k };
}

/** Moved by pixels. */
export function moved(window: Window, dx: number, dy: number): Window {
  return { ...window, x: window.x - dx / window.k, y: window.y - dy / window.k };
}

/** A round length for the scale bar: at most `pixels_max` wide. */
export function scale_bar(
  k: number,
  metres_a_unit: number,
  pixels_max: number,
): { readonly metres: number; readonly pixels: number } {
  const most = (pixels_max / k) * metres_a_unit;
  const power = 10 ** Math.floor(Math.log10(most));
  const metres = [5, 2, 1].map((n) => n * power).find((n) => n <= most) ?? power;
  return { metres, pixels: (metres / metres_a_unit) * k };
}

/** `350 m`, `2 km`, `1.5 km`. */
export function length_text(metres: number): string {
  if (metres < 1) return `${Math.round(metres * 1000)} mm`;
  if (metres < 1000) return `${Math.round(metres * 10) / 10} m`;
  return `${(Math.round(metres / 10) / 100).toLocaleString('en')} km`;
}

/** The path of an SVG through points. */
export function path_of(points: readonly Point[], closed = false): string {
  const text = points.map(
    ({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${x.toFixed(6)} ${y.toFixed(6)}`,
  );
  return text.join('') + (closed ? 'Z' : '');
}
