-- SPDX-License-Identifier: Apache-2.0
-- movements: who and what came in and went out, by side, point and day; what was inspected against
-- what was reported. Spec: views.md §8.

CREATE TABLE movement (
  leaf_index  INTEGER, place INTEGER,  -- of the record, and of the count in it
  author      TEXT NOT NULL,
  side        TEXT NOT NULL,
  basis       TEXT NOT NULL,
  day         INTEGER NOT NULL,        -- days since 1 January 1970
  point       TEXT NOT NULL,
  direction   TEXT NOT NULL,
  sort        TEXT NOT NULL,
  nationality TEXT NOT NULL,
  persons     INTEGER NOT NULL,
  counts      INTEGER NOT NULL,        -- whether it acts
  PRIMARY KEY (leaf_index, place)
) WITHOUT ROWID;
CREATE INDEX movement_by_day ON movement (day);

CREATE TABLE shipment_item (
  leaf_index  INTEGER, place INTEGER,
  author      TEXT NOT NULL,
  side        TEXT NOT NULL,
  basis       TEXT NOT NULL,
  shipment    TEXT NOT NULL,
  at_utc      INTEGER NOT NULL,
  point       TEXT NOT NULL,
  direction   TEXT NOT NULL,
  materiel    TEXT NOT NULL,
  designation TEXT NOT NULL,
  quantity    INTEGER NOT NULL,
  replaces    TEXT NOT NULL,
  replaced    INTEGER NOT NULL,
  disposition TEXT NOT NULL,
  counts      INTEGER NOT NULL,
  PRIMARY KEY (leaf_index, place)
) WITHOUT ROWID;
CREATE INDEX shipment_item_by_time ON shipment_item (at_utc);

CREATE TABLE shipment_unreported (     -- seen to come in, and reported by nobody yet
  side TEXT, shipment TEXT,
  leaf_index INTEGER NOT NULL,         -- of who saw it first
  seen_utc   INTEGER NOT NULL,         -- circle time, as they state it
  PRIMARY KEY (side, shipment)
) WITHOUT ROWID;
CREATE INDEX shipment_unreported_by_time ON shipment_unreported (seen_utc);

CREATE TABLE ledger_day (              -- persons, by the side's own reports
  side TEXT, day INTEGER,
  arrived INTEGER NOT NULL, departed INTEGER NOT NULL,
  PRIMARY KEY (side, day)
) WITHOUT ROWID;

CREATE TABLE movements_judgement (
  leaf_index INTEGER, term TEXT, reading TEXT, record BLOB NOT NULL, case_index INTEGER,
  judged_at INTEGER NOT NULL, paragraph TEXT NOT NULL, verdict TEXT NOT NULL, because TEXT NOT NULL,
  cure TEXT NOT NULL,
  PRIMARY KEY (leaf_index, term, reading)
) WITHOUT ROWID;

CREATE TABLE movements_irregularity (
  leaf_index INTEGER, place INTEGER, word TEXT NOT NULL, detail TEXT NOT NULL,
  PRIMARY KEY (leaf_index, place)
) WITHOUT ROWID;
