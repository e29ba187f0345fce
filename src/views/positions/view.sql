-- SPDX-License-Identifier: Apache-2.0
-- positions: what a side keeps to itself; rows in its own register alone. Spec: views.md §15.

CREATE TABLE own_request (
  leaf_index INTEGER PRIMARY KEY,
  author     TEXT NOT NULL,
  issue      TEXT NOT NULL,
  question   TEXT NOT NULL,
  due        INTEGER NOT NULL,         -- a day
  source     TEXT NOT NULL,
  said       TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE own_option (
  leaf_index INTEGER, number INTEGER,  -- of the request; from 1
  option     TEXT NOT NULL,
  arguments  TEXT NOT NULL,
  PRIMARY KEY (leaf_index, number)
) WITHOUT ROWID;

CREATE TABLE own_instruction (
  leaf_index INTEGER PRIMARY KEY,
  author     TEXT NOT NULL,
  request    INTEGER,                  -- its index; null: nobody asked
  issue      TEXT NOT NULL,
  option     INTEGER NOT NULL,
  given_by   TEXT NOT NULL,
  day        INTEGER NOT NULL,
  source     TEXT NOT NULL,
  said       TEXT NOT NULL
) WITHOUT ROWID;

CREATE INDEX own_instruction_on ON own_instruction (request);

CREATE TABLE own_ladder (
  leaf_index INTEGER PRIMARY KEY,
  author     TEXT NOT NULL,
  issue      TEXT NOT NULL,
  day        INTEGER NOT NULL,
  source     TEXT NOT NULL,
  said       TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE own_rung (
  leaf_index INTEGER, number INTEGER,  -- of the ladder; from 1
  position   TEXT NOT NULL,
  also       TEXT NOT NULL,
  condition  TEXT NOT NULL,
  PRIMARY KEY (leaf_index, number)
) WITHOUT ROWID;

CREATE TABLE own_release (
  leaf_index  INTEGER PRIMARY KEY,
  author      TEXT NOT NULL,
  ladder      INTEGER NOT NULL,        -- its index
  rung        INTEGER NOT NULL,
  released_by TEXT NOT NULL,
  day         INTEGER NOT NULL,
  source      TEXT NOT NULL,
  said        TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE own_standing (            -- of an issue that has a ladder
  issue      TEXT PRIMARY KEY,
  ladder     INTEGER NOT NULL,         -- the index of the one in force
  lowest     INTEGER NOT NULL          -- the lowest rung that may be offered
) WITHOUT ROWID;

CREATE TABLE own_guidance (
  leaf_index INTEGER PRIMARY KEY,
  author     TEXT NOT NULL,
  issue      TEXT NOT NULL,
  given_by   TEXT NOT NULL,
  day        INTEGER NOT NULL,
  source     TEXT NOT NULL,
  said       TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE own_unsaid (
  leaf_index INTEGER, place INTEGER,   -- of the guidance
  words      TEXT NOT NULL,
  instead    TEXT NOT NULL,
  PRIMARY KEY (leaf_index, place)
) WITHOUT ROWID;

CREATE TABLE own_press (
  leaf_index INTEGER PRIMARY KEY,
  author     TEXT NOT NULL,
  day        INTEGER NOT NULL,
  outlet     TEXT NOT NULL,
  side       TEXT NOT NULL,
  issue      TEXT NOT NULL,
  quoted     TEXT NOT NULL,
  source     TEXT NOT NULL,
  said       TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE own_deadline (
  leaf_index INTEGER PRIMARY KEY,
  author     TEXT NOT NULL,
  issue      TEXT NOT NULL,
  due        INTEGER NOT NULL,
  what       TEXT NOT NULL,
  source     TEXT NOT NULL,
  said       TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE own_linkage (
  leaf_index INTEGER PRIMARY KEY,
  author     TEXT NOT NULL,
  issue      TEXT NOT NULL,
  against    TEXT NOT NULL,
  day        INTEGER NOT NULL,
  terms      TEXT NOT NULL,
  source     TEXT NOT NULL,
  said       TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE positions_taken_back (    -- of any record of the tables above
  leaf_index INTEGER PRIMARY KEY,
  taken_by   INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE positions_irregularity (
  leaf_index INTEGER, place INTEGER, word TEXT NOT NULL, detail TEXT NOT NULL,
  PRIMARY KEY (leaf_index, place)
) WITHOUT ROWID;
