// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import { ground } from '../../test/case_fixture';
import { place_labels } from './labels';
import { nearest_of_line, points_with_line, scene_of } from './scene';

const size = { width: 400, height: 200 };
const label = (key: string, x: number, y: number) => ({ key, text: 'lorry-7 09:40', at: { x, y } });

describe('labels', () => {
  test('stand right above their sign, and elsewhere where that is taken', () => {
    const [one, two] = place_labels([label('a', 100, 100), label('b', 104, 100)], size, []);
    expect(one?.anchor).toBe('start');
    expect(two?.anchor).toBe('end');
  });
  test('keep off the buttons and the rim', () => {
    const buttons = { left: 250, top: 0, right: 400, bottom: 104 };
    const [one] = place_labels([label('a', 300, 100)], size, [buttons]);
    expect(one?.y).toBe(117);
    const [rim] = place_labels([label('b', 390, 100)], size, []);
    expect(rim?.anchor).toBe('end');
  });
  test('that find no room are left out, the first in the list stay', () => {
    const many = Array.from({ length: 9 }, (_, at) => label(String(at), 100, 100));
    const placed = place_labels(many, size, []);
    expect(placed.map((one) => one.key)).toEqual(['0', '1', '2', '3']);
    expect(place_labels([label('far', -500, 20)], size, [])).toEqual([]);
  });
});

describe('the line beside a track', () => {
  const runs = [
    [
      { x: 0, y: 0 },
      { x: 10, y: 0 },
    ],
    [
      { x: 10, y: 0 },
      { x: 10, y: 10 },
    ],
  ];
  test('is its nearest point, on any stretch', () => {
    expect(nearest_of_line(runs, { x: 4, y: -3 })).toEqual({ x: 4, y: 0 });
    expect(nearest_of_line(runs, { x: 12, y: 7 })).toEqual({ x: 10, y: 7 });
    expect(nearest_of_line([], { x: 0, y: 0 })).toBe(null);
  });
  test('is in the picture, with the edge of the zone that faces the fixes', () => {
    const scene = scene_of(ground);
    const points = points_with_line(scene.tracks, scene);
    const [fix] = scene.tracks[0]?.fixes ?? [];
    const near = fix === undefined ? null : nearest_of_line(scene.line_runs, fix.at);
    expect(points).toContainEqual(near);
    const edge = points.find(
      ({ x, y }) =>
        near !== null &&
        Math.abs(Math.hypot(x - near.x, y - near.y) * scene.plane.metres_a_unit - scene.zone_m) < 1,
    );
    expect(edge).toBeDefined();
  });
});
