-- SPDX-License-Identifier: Apache-2.0
-- compliance: findings, what the terms say of what is on record. A finding is no determination.
-- Spec: views.md §10.

CREATE TABLE finding (
  leaf_index INTEGER,         -- of the record judged: the evidence
  term       TEXT,
  reading    TEXT,            -- empty: the reading in use; else `adoption=majority`
  occasion   TEXT,            -- of a duty: `unc 1953-08-05`; else empty
  id         BLOB NOT NULL,   -- by which an allegation names it
  record     BLOB NOT NULL,
  case_index INTEGER,
  judged_at  INTEGER NOT NULL,
  paragraph  TEXT NOT NULL,
  verdict    TEXT NOT NULL,
  good       INTEGER NOT NULL,
  because    TEXT NOT NULL,
  cure       TEXT NOT NULL,
  PRIMARY KEY (leaf_index, term, reading, occasion)
) WITHOUT ROWID;
-- With `good` in it, so that counting asks the index alone.
CREATE INDEX finding_against ON finding (term, leaf_index, good) WHERE reading='' AND NOT good;
CREATE INDEX finding_by_case ON finding (case_index) WHERE case_index IS NOT NULL;

CREATE TABLE duty (
  term     TEXT, reading TEXT, by TEXT,
  day      INTEGER,           -- the occasion, days since 1 January 1970; 0: done once
  due_utc  INTEGER NOT NULL,  -- circle time
  state    TEXT NOT NULL,     -- fulfilled, late, overdue; what is not due yet has no row
  at_index INTEGER NOT NULL,  -- of the record that made it so
  PRIMARY KEY (term, reading, by, day)
) WITHOUT ROWID;

CREATE TABLE compliance_irregularity (
  leaf_index INTEGER, place INTEGER, word TEXT NOT NULL, detail TEXT NOT NULL,
  PRIMARY KEY (leaf_index, place)
) WITHOUT ROWID;
