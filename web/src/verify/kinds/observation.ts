// SPDX-License-Identifier: Apache-2.0
// observation/1: this was seen: fixes of one track, and how it stood to a line or zone.
// Spec: kinds/observation.md.
import { label_bytes_max, observed_fixes_max, statement_bytes_max } from '../limits';
import {
  digest,
  integer,
  list_reader,
  name,
  name_or_none,
  objects,
  text,
  time,
  word,
  type Listed,
} from './field_list';

export const observation_kind = 'observation/1';

/** Around the earth. */
const distance = integer(0, 40_000_000_000);

const fix_fields = {
  time,
  latitude_e7: integer(-900_000_000, 900_000_000),
  longitude_e7: integer(-1_800_000_000, 1_800_000_000),
  error_mm: distance,
};

const fields = {
  event: word(['crossing', 'entry', 'leaving', 'first_inside', 'halt', 'undecidable']),
  track: text(label_bytes_max),
  sort: text(label_bytes_max),
  affiliation: name_or_none,
  claimed_by: text(label_bytes_max),
  ground: digest,
  boundary: name,
  from: text(label_bytes_max),
  to: text(label_bytes_max),
  earliest: time,
  latest: time,
  edge_distance_mm: distance,
  fix_error_mm: distance,
  edge_error_mm: distance,
  basis: text(16),
  fixes: objects(observed_fixes_max, fix_fields),
  text: text(statement_bytes_max),
};

export type ObservedFix = Listed<typeof fix_fields>;
export type Observation = Listed<typeof fields>;

/** Reads an observation's body. Errors: `malformed`, `too_large`, `out_of_range`. */
export const read_observation = list_reader(observation_kind, fields, (body, malformed) => {
  if (body.latest.utc_s < body.earliest.utc_s) malformed('latest: not before earliest');
  let before = Number.NEGATIVE_INFINITY;
  for (const fix of body.fixes) {
    if (fix.time.utc_s < before) malformed('fixes: in the order of time');
    before = fix.time.utc_s;
  }
});
