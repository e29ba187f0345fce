-- SPDX-License-Identifier: Apache-2.0
-- ground: what was observed, how it stands to the line and zone on record, and what was permitted.
-- Spec: views.md §7.

CREATE TABLE observation (
  leaf_index           INTEGER PRIMARY KEY,
  id                   BLOB NOT NULL,
  author               TEXT NOT NULL,
  event                TEXT NOT NULL,
  track                TEXT NOT NULL,
  boundary             TEXT NOT NULL,
  earliest_utc         INTEGER NOT NULL,
  latest_utc           INTEGER NOT NULL,
  side                 TEXT NOT NULL,    -- of the last fix: a side of the line, undecidable, beyond
  zone                 TEXT NOT NULL,    -- of the last fix: inside, outside, undecidable
  computed_distance_mm INTEGER           -- of the last fix to the boundary; NULL: no line on record
);

CREATE TABLE permit (
  leaf_index INTEGER PRIMARY KEY,
  id         BLOB NOT NULL,
  author     TEXT NOT NULL,
  act        TEXT NOT NULL,
  holder     TEXT NOT NULL,
  territory  TEXT NOT NULL,
  from_utc   INTEGER NOT NULL,
  to_utc     INTEGER NOT NULL
);

CREATE TABLE ground_irregularity (
  leaf_index INTEGER, place INTEGER, word TEXT NOT NULL, detail TEXT NOT NULL,
  PRIMARY KEY (leaf_index, place)
) WITHOUT ROWID;
