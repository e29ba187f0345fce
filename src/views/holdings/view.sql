-- SPDX-License-Identifier: Apache-2.0
-- holdings: lists lodged and opened, what was counted, which sites were checked. Spec: views.md §13.

CREATE TABLE disposition_slot (
  leaf_index   INTEGER PRIMARY KEY,    -- of the commitment
  record       BLOB NOT NULL,
  author       TEXT NOT NULL,
  party        TEXT NOT NULL,
  subject      TEXT NOT NULL,
  term         TEXT NOT NULL,          -- that asks for it; may be empty
  as_of        INTEGER NOT NULL,       -- days since 1 January 1970
  slot         INTEGER NOT NULL, slots INTEGER NOT NULL,
  list         BLOB NOT NULL,          -- the digest
  bytes        INTEGER NOT NULL,
  counts       INTEGER NOT NULL        -- whether it acts
) WITHOUT ROWID;

CREATE TABLE disposition_series (
  party TEXT, subject TEXT, as_of INTEGER,
  slots INTEGER NOT NULL, lodged INTEGER NOT NULL, opened INTEGER NOT NULL,
  closed INTEGER NOT NULL,             -- lodged and not open
  PRIMARY KEY (party, subject, as_of)
) WITHOUT ROWID;

CREATE TABLE disposition_list (        -- that stands in a slot now
  party TEXT, subject TEXT, as_of INTEGER, slot INTEGER,
  leaf_index   INTEGER NOT NULL,       -- of the commitment
  opened_index INTEGER,                -- of the opening; null: closed
  PRIMARY KEY (party, subject, as_of, slot)
) WITHOUT ROWID;

CREATE TABLE disposition_opening (
  leaf_index       INTEGER PRIMARY KEY,
  author           TEXT NOT NULL,
  commitment_index INTEGER,            -- null: no such commitment
  counts           INTEGER NOT NULL,
  in_form          INTEGER NOT NULL,   -- whether it lists units
  closed           INTEGER NOT NULL    -- of the series, after it
) WITHOUT ROWID;

CREATE TABLE disposition_unit (        -- a line of an opened list
  leaf_index INTEGER, place INTEGER,   -- of the opening, and of the line in it
  unit TEXT NOT NULL, site TEXT NOT NULL, strength INTEGER NOT NULL,
  PRIMARY KEY (leaf_index, place)
) WITHOUT ROWID;

CREATE TABLE count_line (
  leaf_index  INTEGER, place INTEGER,  -- of the record, and of the line in it
  author      TEXT NOT NULL,
  of_sort     TEXT NOT NULL,
  side        TEXT NOT NULL,
  site        TEXT NOT NULL,           -- may be empty: everywhere
  basis       TEXT NOT NULL,
  at_utc      INTEGER NOT NULL,
  what        TEXT NOT NULL,
  nationality TEXT NOT NULL,
  number      INTEGER NOT NULL,
  stated      INTEGER NOT NULL,        -- the total of the record, as it is given
  counts      INTEGER NOT NULL,
  PRIMARY KEY (leaf_index, place)
) WITHOUT ROWID;

CREATE TABLE count_newest (
  of_sort TEXT, side TEXT, site TEXT, basis TEXT, what TEXT, nationality TEXT,
  number INTEGER NOT NULL, at_utc INTEGER NOT NULL, leaf_index INTEGER NOT NULL,
  PRIMARY KEY (of_sort, side, site, basis, what, nationality)
) WITHOUT ROWID;

CREATE TABLE site_check (
  leaf_index INTEGER PRIMARY KEY,
  author     TEXT NOT NULL,
  side       TEXT NOT NULL,
  site       TEXT NOT NULL,
  at_utc     INTEGER NOT NULL,
  access     TEXT NOT NULL,
  criteria   TEXT NOT NULL,
  status     TEXT NOT NULL,            -- what it comes to
  counts     INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE site_item (
  leaf_index INTEGER, place INTEGER,
  what TEXT NOT NULL, recorded INTEGER NOT NULL, seen INTEGER NOT NULL,
  serials TEXT NOT NULL, reason TEXT NOT NULL,
  PRIMARY KEY (leaf_index, place)
) WITHOUT ROWID;

CREATE TABLE site_newest (             -- the newest check of a site
  side TEXT, site TEXT,
  leaf_index INTEGER NOT NULL, at_utc INTEGER NOT NULL, status TEXT NOT NULL,
  PRIMARY KEY (side, site)
) WITHOUT ROWID;

CREATE TABLE holdings_fulfilled (      -- duties that lists and counts of their own close
  term TEXT, by TEXT,
  leaf_index INTEGER NOT NULL,         -- the record that did it
  at_utc     INTEGER NOT NULL,         -- circle time by the clock before that record
  PRIMARY KEY (term, by)
) WITHOUT ROWID;

CREATE TABLE holdings_judgement (
  leaf_index INTEGER, term TEXT, reading TEXT, record BLOB NOT NULL, case_index INTEGER,
  judged_at INTEGER NOT NULL, paragraph TEXT NOT NULL, verdict TEXT NOT NULL, because TEXT NOT NULL,
  cure TEXT NOT NULL,
  PRIMARY KEY (leaf_index, term, reading)
) WITHOUT ROWID;

CREATE TABLE holdings_irregularity (
  leaf_index INTEGER, place INTEGER, word TEXT NOT NULL, detail TEXT NOT NULL,
  PRIMARY KEY (leaf_index, place)
) WITHOUT ROWID;
