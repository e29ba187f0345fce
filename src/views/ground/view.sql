-- SPDX-License-Identifier: Apache-2.0
-- ground: what was observed, how it stands to the line and zone on record, what was permitted, and
-- who may be in a zone and is, by passes and gate logs.
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

CREATE TABLE ground_judgement (
  leaf_index INTEGER, term TEXT, reading TEXT, record BLOB NOT NULL, case_index INTEGER,
  judged_at INTEGER NOT NULL, paragraph TEXT NOT NULL, verdict TEXT NOT NULL, because TEXT NOT NULL,
  cure TEXT NOT NULL,
  PRIMARY KEY (leaf_index, term, reading)
) WITHOUT ROWID;

CREATE TABLE pass (
  leaf_index INTEGER,
  place      INTEGER,                  -- of the holder, from 0
  author     TEXT NOT NULL,
  zone       TEXT NOT NULL,
  side       TEXT NOT NULL,            -- whose number it counts in
  number     TEXT NOT NULL,
  person     TEXT NOT NULL,
  sort       TEXT NOT NULL,
  arms       TEXT NOT NULL,            -- unarmed, armed
  from_utc   INTEGER NOT NULL,
  to_utc     INTEGER NOT NULL,         -- the last moment
  counts     INTEGER NOT NULL,         -- it adds to the number authorized
  span       INTEGER AS (              -- how long it is: 1, 8, 64 or 512 days at most, or longer
    (to_utc - from_utc > 86400) + (to_utc - from_utc > 691200) + (to_utc - from_utc > 5529600) +
    (to_utc - from_utc > 44236800)) VIRTUAL,
  PRIMARY KEY (leaf_index, place)
) WITHOUT ROWID;
-- Of each span those alone may be in force that began no longer ago than it lasts: whoever asks for
-- a moment does not read all that was ever granted.
CREATE INDEX pass_that_counts ON pass (zone, side, span, from_utc, to_utc) WHERE counts;

CREATE TABLE gate_log (
  leaf_index INTEGER PRIMARY KEY,
  author     TEXT NOT NULL,
  gate       TEXT NOT NULL,
  zone       TEXT NOT NULL,
  side       TEXT NOT NULL,            -- whose persons
  from_utc   INTEGER NOT NULL,
  to_utc     INTEGER NOT NULL,
  stated     INTEGER NOT NULL,         -- inside at its last moment, as its keeper reckons
  inside     INTEGER,                  -- the same by the logs on record; NULL: it does not count
  most       INTEGER,                  -- inside at any moment of it; NULL: it does not count
  counts     INTEGER NOT NULL          -- its entries count
);
CREATE INDEX gate_log_until ON gate_log (to_utc, leaf_index, from_utc);

CREATE TABLE gate_passage (
  leaf_index INTEGER,
  place      INTEGER,                  -- of the entry, from 0
  gate       TEXT NOT NULL,
  zone       TEXT NOT NULL,
  side       TEXT NOT NULL,
  time_utc   INTEGER NOT NULL,
  passing    TEXT NOT NULL,            -- in, out
  number     TEXT NOT NULL,            -- the pass shown; empty: none
  persons    INTEGER NOT NULL,
  counts     INTEGER NOT NULL,
  PRIMARY KEY (leaf_index, place)
) WITHOUT ROWID;

CREATE TABLE zone_course (
  zone       TEXT,
  side       TEXT,
  time_utc   INTEGER,                  -- a second in which somebody passed
  inside     INTEGER NOT NULL,         -- at its end
  leaf_index INTEGER NOT NULL,         -- the log of the last who passed in it
  PRIMARY KEY (zone, side, time_utc)
) WITHOUT ROWID;

CREATE TABLE zone_count (
  zone       TEXT,
  side       TEXT,
  inside     INTEGER NOT NULL,         -- after every passing on record
  authorized INTEGER NOT NULL,         -- at as_of_utc
  as_of_utc  INTEGER NOT NULL,         -- the newest moment that a log covers
  leaf_index INTEGER NOT NULL,         -- that log
  PRIMARY KEY (zone, side)
) WITHOUT ROWID;
