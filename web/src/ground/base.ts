// SPDX-License-Identifier: Apache-2.0
// The base map: coast and borders from Natural Earth, cut by tools/ground/cut_base.mjs. It comes as a
// chunk of its own, when a map is first shown.
import { path_of, type Plane } from './plane';

type BaseFile = {
  readonly attribution: string;
  readonly per_degree: number;
  readonly box: readonly number[];
  readonly land: readonly (readonly number[])[];
  readonly borders: readonly (readonly number[])[];
};

export type Base = { readonly land: string; readonly borders: string };

/** The places that a list of steps walks through, as [latitude, longitude]. */
export function walked(
  steps: readonly number[],
  per_degree: number,
): readonly (readonly [number, number])[] {
  const places: [number, number][] = [];
  let [x, y] = [0, 0];
  for (let i = 0; i + 1 < steps.length; i += 2) {
    x += steps[i] ?? 0;
    y += steps[i + 1] ?? 0;
    places.push([y / per_degree, x / per_degree]);
  }
  return places;
}

/** The base map on a plane, as paths. */
export async function load_base(plane: Plane): Promise<Base> {
  const file = (await import('./base.json')).default as BaseFile;
  const draw = (lines: readonly (readonly number[])[], closed: boolean) =>
    lines
      .map((steps) => walked(steps, file.per_degree).map(([lat, lon]) => plane.to(lat, lon)))
      .map((points) => path_of(points, closed))
      .join('');
  return { land: draw(file.land, true), borders: draw(file.borders, false) };
}
