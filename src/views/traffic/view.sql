-- SPDX-License-Identifier: Apache-2.0
-- traffic: records by author and key. Spec: views.md §4.

-- One row an entry.
CREATE TABLE record (
  leaf_index       INTEGER PRIMARY KEY,
  id               BLOB,      -- NULL: the entry is no record
  kind             TEXT,
  author           TEXT,
  key              TEXT,      -- 8 hexadecimal digits; NULL: joint
  number           INTEGER,   -- 0: joint
  written_utc      INTEGER,   -- as the author claims, Unix seconds
  written_offset_s INTEGER,
  until_utc        INTEGER,   -- joint records
  body_digest      BLOB,
  body_bytes       INTEGER,
  body_form        TEXT,      -- open, sealed
  void             TEXT,      -- a word of errc.h; NULL: admitted
  clock_utc        INTEGER    -- the register's clock where it stands: it was written after it
);
CREATE INDEX record_by_author ON record (author, leaf_index);
CREATE INDEX record_by_clock ON record (clock_utc);
CREATE INDEX record_inviting ON record (leaf_index) WHERE kind='invitation/1';

-- The signers of a joint record, in the order of its text.
CREATE TABLE signer (
  leaf_index INTEGER,
  place      INTEGER,
  name       TEXT NOT NULL,
  PRIMARY KEY (leaf_index, place)
) WITHOUT ROWID;

-- Which record refers to which.
CREATE TABLE reference (
  leaf_index INTEGER,
  target     BLOB,              -- an id, whether or not such a record is here
  PRIMARY KEY (leaf_index, target)
) WITHOUT ROWID;
CREATE INDEX reference_by_target ON reference (target);

-- One row a key that has written.
CREATE TABLE chain (
  author     TEXT,
  key        TEXT,
  records    INTEGER NOT NULL,  -- admitted
  largest    INTEGER NOT NULL,  -- number
  missing    INTEGER NOT NULL,  -- numbers below the largest that never came
  forks      INTEGER NOT NULL,  -- void texts whose number was taken by another
  last_index INTEGER NOT NULL,
  PRIMARY KEY (author, key)
) WITHOUT ROWID;

-- Numbers that are missing now.
CREATE TABLE gap (
  author     TEXT,
  key        TEXT,
  first      INTEGER,
  last       INTEGER NOT NULL,
  noticed_at INTEGER NOT NULL,  -- the index of the record that jumped
  PRIMARY KEY (author, key, first)
) WITHOUT ROWID;

-- What is retracted by what.
CREATE TABLE retraction (
  leaf_index   INTEGER,           -- of the retraction
  target       BLOB,              -- the id it refers to
  target_index INTEGER,           -- NULL: no such record stands before
  scope        TEXT NOT NULL,     -- whole, passage
  effect       TEXT NOT NULL,     -- acts, or why not
  PRIMARY KEY (leaf_index, target)
) WITHOUT ROWID;
CREATE INDEX retraction_by_target ON retraction (target_index);

-- The heads on record: one row a clock record that acts.
CREATE TABLE clock (
  leaf_index INTEGER PRIMARY KEY,
  size       INTEGER NOT NULL,  -- of the head: every record below it was written before clock_utc
  mode       TEXT NOT NULL,
  clock_utc  INTEGER NOT NULL
);

CREATE INDEX clock_by_size ON clock (size);

-- What was noticed. It is not guilt.
CREATE TABLE irregularity (
  leaf_index INTEGER,
  place      INTEGER,           -- counts from 0 in one record
  word       TEXT NOT NULL,
  about      BLOB,              -- the other record's id, if there is one
  detail     TEXT NOT NULL,
  PRIMARY KEY (leaf_index, place)
) WITHOUT ROWID;
CREATE INDEX irregularity_by_word ON irregularity (word, leaf_index);
