// SPDX-License-Identifier: Apache-2.0
// sighting/1: how many of what were seen or heard, and how sure one is.
// Spec: kinds/sighting.md.
import { counted_max, distance_mm_max, statement_bytes_max } from '../limits';
import {
  integer,
  list_reader,
  name,
  name_or_none,
  text,
  time,
  word,
  type Listed,
} from './field_list';

export const sighting_kind = 'sighting/1';

const fields = {
  what: name,
  number: integer(1, counted_max),
  means: word(['patrol', 'camera', 'uav', 'told']),
  perceived: word(['seen', 'heard']),
  certainty: word(['observed', 'assessed', 'undetermined', 'unconfirmed']),
  bearing: word(['incoming', 'outgoing', 'undetermined', 'none']),
  side: name_or_none,
  place: name_or_none,
  latitude_e7: integer(-900_000_000, 900_000_000),
  longitude_e7: integer(-1_800_000_000, 1_800_000_000),
  error_mm: integer(0, distance_mm_max),
  line_distance_mm: integer(0, distance_mm_max),
  from: time,
  until: time,
  text: text(statement_bytes_max),
};

export type Sighting = Listed<typeof fields>;

/** Reads the body of such a record. Errors: `malformed`, `too_large`, `out_of_range`. */
export const read_sighting = list_reader(sighting_kind, fields, (body, malformed) => {
  if (body.until.utc_s < body.from.utc_s) malformed('until: not before from');
});
