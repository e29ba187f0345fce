// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import { ground, observation } from '../../test/case_fixture';
import base from './base.json';
import { walked } from './base';
import {
  degrees_e7,
  length_text,
  moved,
  on_screen,
  parse_degrees,
  parse_place,
  path_of,
  plane_at,
  scale_bar,
  window_on,
  zoomed,
} from './plane';
import { scene_of, times_of, tracks_until } from './scene';

describe('degrees', () => {
  test('are read as records and as treaties write them', () => {
    expect(parse_degrees('38.0123456', 90)).toBe(38.0123456);
    expect(parse_degrees('-12.5', 90)).toBe(-12.5);
    expect(parse_degrees('37°28′N', 90)).toBeCloseTo(37.466667, 6);
    expect(parse_degrees('126°38\'30"E', 180)).toBeCloseTo(126.641667, 6);
    expect(parse_degrees('12°30′S', 90)).toBe(-12.5);
  });
  test('are refused past their range or form', () => {
    for (const text of ['', 'x', '91', '37°60′N', '37°28′', '1e3', '37,5', '37.']) {
      expect(parse_degrees(text, 90)).toBe(null);
    }
  });
  test('become whole units of 1e-7', () => {
    expect(degrees_e7('126.6896412', 180)).toBe(1_266_896_412);
    expect(degrees_e7('-0', 90)).toBe(0);
    expect(Object.is(degrees_e7('-0', 90), 0)).toBe(true);
    expect(degrees_e7('181', 180)).toBe(null);
  });
  test('of a line’s place stand side by side', () => {
    expect(parse_place('37.84339 126.68964')).toEqual([37.84339, 126.68964]);
    expect(parse_place('37.84339')).toBe(null);
  });
});

describe('the plane', () => {
  const plane = plane_at(38, 127.5);
  test('leads there and back', () => {
    const { latitude, longitude } = plane.from(plane.to(37.5, 126.25));
    expect(latitude).toBeCloseTo(37.5, 12);
    expect(longitude).toBeCloseTo(126.25, 12);
  });
  test('is as long eastward as northward', () => {
    const [north, east] = [plane.to(39, 127.5), plane.to(38, 128.5)];
    expect(-north.y * plane.metres_a_unit).toBeCloseTo(110_997, -2);
    // A degree of longitude at 38°: 87.8 km on the ellipsoid.
    expect(east.x * plane.metres_a_unit).toBeGreaterThan(87_300);
    expect(east.x * plane.metres_a_unit).toBeLessThan(88_000);
  });
});

describe('the window', () => {
  const size = { width: 800, height: 400 };
  const near = { x: 1, y: 2, k: 1_000 };
  test('shows all points', () => {
    const points = [
      { x: -1, y: 0 },
      { x: 1, y: 0.5 },
    ];
    const window = window_on(points, size);
    if (window === null) expect.unreachable();
    for (const point of points) {
      const { x, y } = on_screen(point, window, size);
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(800);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(400);
    }
    expect(window_on([], size)).toBe(null);
    expect(window_on([{ x: 3, y: 4 }], size, 500)).toEqual({ x: 3, y: 4, k: 500 });
  });
  test('zooms about the pointer', () => {
    const at = { x: 1.1, y: 2.1 };
    const before = on_screen(at, near, size);
    const after = on_screen(at, zoomed(near, size, 3, before.x, before.y), size);
    expect(after.x).toBeCloseTo(before.x, 6);
    expect(after.y).toBeCloseTo(before.y, 6);
    expect(zoomed(near, size, 1e9, 0, 0).k).toBe(400_000);
  });
  test('moves by pixels', () => {
    const at = { x: 1.1, y: 2.1 };
    const before = on_screen(at, near, size);
    expect(on_screen(at, moved(near, 30, -20), size).x).toBeCloseTo(before.x + 30, 6);
  });
  test('has a round scale', () => {
    const bar = scale_bar(1_000, 111_000, 140);
    expect(bar.metres).toBe(10_000);
    expect(bar.pixels).toBeLessThan(140);
    expect(scale_bar(222, 111_000, 120).metres).toBe(50_000);
    expect(length_text(10_000)).toBe('10 km');
    expect(length_text(812.04)).toBe('812 m');
    expect(length_text(0.035)).toBe('35 mm');
  });
});

describe('the scene', () => {
  const scene = scene_of(ground);
  test('has line, ports and tracks', () => {
    expect(scene.line.map((part) => part.error_m)).toEqual([300, 800]);
    expect(scene.ports.map((port) => port.port.name)).toEqual(['inchon', 'sinuiju']);
    expect(scene.tracks[0]?.fixes.length).toBe(5);
    // Two stretches that meet are one band.
    expect(scene.whole.match(/M/g)?.length).toBe(1);
  });
  test('stands on what there is', () => {
    const bare = scene_of({ ...ground, stretches: [], ports: [] });
    expect(bare.tracks[0]?.fixes.length).toBe(5);
    expect(bare.whole).toBe('');
  });
  test('shows what was known at a time, in the order of time', () => {
    const later = observation({ index: 20, fixes: [...observation().fixes].reverse() });
    const { tracks } = scene_of({ ...ground, observations: [later] });
    const times = times_of(tracks);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(tracks_until(tracks, times[1] ?? 0)[0]?.fixes.length).toBe(2);
    expect(tracks_until(tracks, (times[0] ?? 0) - 1)).toEqual([]);
  });
  test('leaves out a fix that cannot be read', () => {
    const [fix] = observation().fixes;
    if (fix === undefined) expect.unreachable();
    const odd = observation({ fixes: [fix, { ...fix, latitude: 'north' }] });
    expect(scene_of({ ...ground, observations: [odd] }).tracks[0]?.fixes.length).toBe(1);
  });
});

test('the base map is of Korea, and its rings are rings', () => {
  const places = base.land.flatMap((ring) => walked(ring, base.per_degree));
  expect(Math.min(...places.map(([lat]) => lat))).toBeGreaterThanOrEqual(31);
  expect(Math.max(...places.map(([, lon]) => lon))).toBeLessThanOrEqual(139);
  expect(places.some(([lat, lon]) => Math.hypot(lat - 37.45, lon - 126.6) < 0.1)).toBe(true);
  expect(path_of([{ x: 0, y: 1 }], true)).toBe('M0.000000 1.000000Z');
});
