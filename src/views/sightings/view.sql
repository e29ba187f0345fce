-- SPDX-License-Identifier: Apache-2.0
-- sightings: what was seen or heard, as each author hedges it; sums by day; days of quiet where an
-- arrangement waits for them. Spec: views.md §12.

CREATE TABLE sighting (
  leaf_index    INTEGER PRIMARY KEY,
  author        TEXT NOT NULL,
  day           INTEGER NOT NULL,      -- of its first moment, days since 1 January 1970
  place         TEXT NOT NULL,         -- empty: none that the agreement names
  what          TEXT NOT NULL,
  side          TEXT NOT NULL,         -- whose, as assessed; empty: nobody says
  number        INTEGER NOT NULL,
  means         TEXT NOT NULL,
  perceived     TEXT NOT NULL,
  certainty     TEXT NOT NULL,
  bearing       TEXT NOT NULL,
  latitude_e7   INTEGER NOT NULL,
  longitude_e7  INTEGER NOT NULL,
  error_mm      INTEGER NOT NULL,
  distance_mm   INTEGER,               -- from the line, reckoned again; null: nobody asks, no line, or no place
  from_utc      INTEGER NOT NULL,
  until_utc     INTEGER NOT NULL,
  told          INTEGER NOT NULL,      -- what one side tells of the other, or somebody told
  standing      TEXT NOT NULL          -- judged, undetermined, no_term, ahead_of_clock
);
CREATE INDEX sighting_by_place ON sighting (place, leaf_index);
CREATE INDEX sighting_by_what ON sighting (what, leaf_index);
CREATE INDEX sighting_by_side ON sighting (side, leaf_index) WHERE side<>'';
CREATE INDEX sighting_by_day ON sighting (day, leaf_index);

CREATE TABLE sighting_sum (            -- of a place, sort, side and day; parts of it are added up
  place TEXT, what TEXT, side TEXT, day INTEGER,
  part         INTEGER,                -- the record that began this part
  sightings    INTEGER NOT NULL,
  number       INTEGER NOT NULL,       -- of things or acts
  observed     INTEGER NOT NULL,       -- sightings, by their certainty
  assessed     INTEGER NOT NULL,
  undetermined INTEGER NOT NULL,
  unconfirmed  INTEGER NOT NULL,
  PRIMARY KEY (place, what, side, day, part)
) WITHOUT ROWID;
CREATE INDEX sighting_sum_by_what ON sighting_sum (what, side, day) WHERE side<>'';

CREATE TABLE sighting_total (          -- the same of one scope alone
  scope        TEXT,                   -- all, place, what, side
  name         TEXT,                   -- of the place, sort or side
  rest         TEXT,                   -- empty
  day INTEGER, part INTEGER,
  sightings    INTEGER NOT NULL,
  number       INTEGER NOT NULL,
  observed     INTEGER NOT NULL,
  assessed     INTEGER NOT NULL,
  undetermined INTEGER NOT NULL,
  unconfirmed  INTEGER NOT NULL,
  PRIMARY KEY (scope, name, rest, day, part)
) WITHOUT ROWID;

CREATE TABLE quiet (                   -- an arrangement that waits for days without certain acts
  term         TEXT,
  arrangement  INTEGER,                -- its record
  place        TEXT NOT NULL,
  since_day    INTEGER NOT NULL,       -- from which quiet is counted
  last_day     INTEGER,                -- of the last act that counts; null: none
  last_index   INTEGER,                -- the sighting of it
  quiet_days   INTEGER NOT NULL,       -- whole ones up to the day before as_of_day
  days         INTEGER NOT NULL,       -- that there must be
  as_of_day    INTEGER NOT NULL,       -- of the register's clock; or on which it is said to be done
  done_index   INTEGER,                -- the step that says so; null: not done
  PRIMARY KEY (term, arrangement)
) WITHOUT ROWID;

CREATE TABLE sightings_judgement (
  leaf_index INTEGER, term TEXT, reading TEXT, record BLOB NOT NULL, case_index INTEGER,
  judged_at INTEGER NOT NULL, paragraph TEXT NOT NULL, verdict TEXT NOT NULL, because TEXT NOT NULL,
  cure TEXT NOT NULL,
  PRIMARY KEY (leaf_index, term, reading)
) WITHOUT ROWID;

CREATE TABLE sightings_irregularity (
  leaf_index INTEGER, place INTEGER, word TEXT NOT NULL, detail TEXT NOT NULL,
  PRIMARY KEY (leaf_index, place)
) WITHOUT ROWID;
