-- SPDX-License-Identifier: Apache-2.0
-- agreement: what changes the agreement, and from when on. Spec: views.md §5.

CREATE TABLE amendment (
  leaf_index   INTEGER PRIMARY KEY,
  id           BLOB NOT NULL,
  number       INTEGER NOT NULL,
  title        TEXT NOT NULL,
  takes_effect INTEGER NOT NULL,  -- circle time
  state        TEXT NOT NULL,     -- waits, in_force, overtaken, withdrawn, inert
  since        INTEGER,           -- the record from which on it is in force
  agreement    BLOB               -- digest of the agreement from there on
);

CREATE TABLE agreement_judgement (
  leaf_index INTEGER, term TEXT, reading TEXT, record BLOB NOT NULL, case_index INTEGER,
  judged_at INTEGER NOT NULL, paragraph TEXT NOT NULL, verdict TEXT NOT NULL,
  because TEXT NOT NULL, cure TEXT NOT NULL,
  PRIMARY KEY (leaf_index, term, reading)
) WITHOUT ROWID;

CREATE TABLE agreement_irregularity (
  leaf_index INTEGER, place INTEGER, word TEXT NOT NULL, detail TEXT NOT NULL,
  PRIMARY KEY (leaf_index, place)
) WITHOUT ROWID;
