-- SPDX-License-Identifier: Apache-2.0
-- arrangements: what was asked, told or passed on, and what came of it. Spec: views.md §11.

CREATE TABLE arrangement (
  leaf_index  INTEGER PRIMARY KEY,
  sort        TEXT NOT NULL,
  number      TEXT NOT NULL,     -- with who asks
  asked_by    TEXT NOT NULL,     -- for whom it is asked
  asked_of    TEXT NOT NULL,     -- names, a space between them
  waiting     TEXT NOT NULL,     -- those of them who have not answered
  about       INTEGER,           -- the record that it concerns; null: none, or none stands before it
  place       TEXT NOT NULL,
  language    TEXT NOT NULL,
  from_utc    INTEGER NOT NULL,
  until_utc   INTEGER NOT NULL,
  quantity    INTEGER NOT NULL,  -- asked
  unit        TEXT NOT NULL,
  state       TEXT NOT NULL,     -- asked, granted, received, refused, done, not_done, certified,
                                 -- disputed, withdrawn
  asked_utc   INTEGER NOT NULL,  -- by the register's clock, in circle time; the next two likewise
  answered_utc INTEGER,          -- by all who were asked, or refused by one
  answered_at INTEGER,           -- the record that says so
  done_utc    INTEGER,
  done_at     INTEGER,
  given       INTEGER NOT NULL,
  came        INTEGER,           -- the record that came of it, such as a translation
  due_utc     INTEGER,           -- when the next of it is due, by the readings in use; null: no time
  due_term    TEXT NOT NULL,     -- by which term; empty: none is about it
  since       INTEGER NOT NULL   -- the record that made it so
);
-- Open ones first, then the newest: as the desk shows them.
CREATE INDEX arrangement_open ON arrangement (state IN ('asked', 'granted') DESC, leaf_index DESC);

-- The steps that act, and those that were taken back.
CREATE TABLE arrangement_step (
  leaf_index  INTEGER PRIMARY KEY,
  arrangement INTEGER NOT NULL,  -- its record
  author      TEXT NOT NULL,
  step        TEXT NOT NULL,     -- granted, refused, received, done, not_done, certified, disputed
  at_utc      INTEGER NOT NULL,  -- as stated
  clock_utc   INTEGER NOT NULL,  -- by the register's clock, in circle time
  quantity    INTEGER NOT NULL,
  about       INTEGER,           -- the record that came of it
  stands      INTEGER NOT NULL   -- 0: taken back
);
CREATE INDEX arrangement_step_of ON arrangement_step (arrangement, leaf_index);

CREATE TABLE arrangements_judgement (
  leaf_index INTEGER, term TEXT, reading TEXT, record BLOB NOT NULL, case_index INTEGER,
  judged_at INTEGER NOT NULL, paragraph TEXT NOT NULL, verdict TEXT NOT NULL,
  because TEXT NOT NULL, cure TEXT NOT NULL,
  PRIMARY KEY (leaf_index, term, reading)
) WITHOUT ROWID;

CREATE TABLE arrangements_irregularity (
  leaf_index INTEGER, place INTEGER, word TEXT NOT NULL, detail TEXT NOT NULL,
  PRIMARY KEY (leaf_index, place)
) WITHOUT ROWID;
