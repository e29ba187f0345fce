-- SPDX-License-Identifier: Apache-2.0
-- compliance: findings, what the terms say of what is on record. A finding is no determination.
-- Spec: views.md §9.

CREATE TABLE finding (
  leaf_index INTEGER,         -- of the record judged: the evidence
  term       TEXT,
  reading    TEXT,            -- empty: the reading in use; else `adoption=majority`
  id         BLOB NOT NULL,   -- by which an allegation names it
  record     BLOB NOT NULL,
  case_index INTEGER,
  judged_at  INTEGER NOT NULL,
  paragraph  TEXT NOT NULL,
  verdict    TEXT NOT NULL,
  good       INTEGER NOT NULL,
  because    TEXT NOT NULL,
  cure       TEXT NOT NULL,
  PRIMARY KEY (leaf_index, term, reading)
) WITHOUT ROWID;
