// SPDX-License-Identifier: Apache-2.0
// Run once; its result, web/src/ground/base.json, is committed.
//
//   npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz      (in a scratch folder)
//   node tools/ground/cut_base.mjs SCRATCH/package/countries-10m.json > web/src/ground/base.json
//
// Land and borders of Natural Earth 4.1 at 1:10 million (public domain), cut to the box below, its
// coordinates in 1/1000 of a degree, each but the first of a line as the step from the one before.
// The border between the two Koreas is left out: the line that counts is the agreement's own.
import fs from 'node:fs';

// Korea with what stands around it on a wide screen.
const WEST = 116;
const EAST = 139;
const SOUTH = 31;
const NORTH = 46;
const PER_DEGREE = 1000;
// A corner that lies nearer than this to the line through its neighbours shows on no page.
const CORNER_DEGREES = 0.0015;
const KOREAS = new Set(['408', '410']);

const map = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
const { scale, translate } = map.transform;

function pointsOf(arc) {
  let [x, y] = [0, 0];
  return arc.map(([dx, dy]) => {
    x += dx;
    y += dy;
    return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
  });
}
const arcs = map.arcs.map(pointsOf);

// A ring of arc numbers as its points; a negative number is an arc backwards.
function ringOf(numbers) {
  return numbers.flatMap((number, at) => {
    const points = number < 0 ? [...arcs[~number]].reverse() : arcs[number];
    return at === 0 ? points : points.slice(1);
  });
}

function reaches(points) {
  const inside = (axis, low, high) =>
    points.some((p) => p[axis] > low) && points.some((p) => p[axis] < high);
  return inside(0, WEST, EAST) && inside(1, SOUTH, NORTH);
}

// Sutherland and Hodgman: a ring against each edge of the box in turn.
const edges = [
  { axis: 0, at: WEST, sign: 1 },
  { axis: 0, at: EAST, sign: -1 },
  { axis: 1, at: SOUTH, sign: 1 },
  { axis: 1, at: NORTH, sign: -1 },
];
function clip(ring) {
  let points = ring;
  for (const { axis, at, sign } of edges) {
    const isIn = (p) => sign * (p[axis] - at) >= 0;
    const cut = (a, b) => a.map((v, k) => v + ((b[k] - v) * (at - a[axis])) / (b[axis] - a[axis]));
    points = points.flatMap((b, i) => {
      const a = points[(i + points.length - 1) % points.length];
      if (isIn(a) !== isIn(b)) return isIn(b) ? [cut(a, b), b] : [cut(a, b)];
      return isIn(b) ? [b] : [];
    });
  }
  return points;
}

// Douglas and Peucker.
function simplify(points) {
  if (points.length < 3) return points;
  const [a, b] = [points[0], points.at(-1)];
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length = Math.hypot(dx, dy);
  let [far, most] = [0, -1];
  for (let i = 1; i < points.length - 1; i++) {
    const [x, y] = [points[i][0] - a[0], points[i][1] - a[1]];
    const away = length === 0 ? Math.hypot(x, y) : Math.abs(dx * y - dy * x) / length;
    if (away > most) [far, most] = [i, away];
  }
  if (most < CORNER_DEGREES) return [a, b];
  return [...simplify(points.slice(0, far + 1)), ...simplify(points.slice(far)).slice(1)];
}

function steps(points) {
  const whole = points.map((p) => p.map((v) => Math.round(v * PER_DEGREE)));
  return whole.flatMap((p, i) => (i === 0 ? p : [p[0] - whole[i - 1][0], p[1] - whole[i - 1][1]]));
}

function polygonsOf(geometry) {
  if (geometry.type === 'Polygon') return [geometry.arcs];
  return geometry.type === 'MultiPolygon' ? geometry.arcs : [];
}

// An arc that two countries have is a border; one that only one has is a coast.
const owners = arcs.map(() => new Set());
const land = map.objects.land.geometries.flatMap(polygonsOf).flat();
for (const country of map.objects.countries.geometries) {
  for (const number of polygonsOf(country).flat(2))
    owners[number < 0 ? ~number : number].add(country.id);
}
const borders = arcs.filter((points, i) => {
  const both = [...owners[i]];
  return both.length === 2 && !both.every((id) => KOREAS.has(id)) && reaches(points);
});
const inBox = (p) => p[0] >= WEST && p[0] <= EAST && p[1] >= SOUTH && p[1] <= NORTH;

const base = {
  attribution: 'Natural Earth (public domain), by way of the npm package world-atlas 2.0.2',
  per_degree: PER_DEGREE,
  box: [WEST, SOUTH, EAST, NORTH],
  land: land
    .map(ringOf)
    .filter(reaches)
    .map(clip)
    .filter((ring) => ring.length > 3)
    .map((ring) => steps(simplify(ring)))
    .filter((ring) => ring.length > 6),
  borders: borders
    .map((line) => steps(simplify(line.filter(inBox))))
    .filter((line) => line.length > 2),
};
process.stdout.write(`${JSON.stringify(base)}\n`);
