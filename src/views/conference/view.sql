-- SPDX-License-Identifier: Apache-2.0
-- conference: who met, who said what, what each side wants discussed and where it stands, what is
-- agreed. What a side tells of the other is told. Spec: views.md §14.

CREATE TABLE sitting (
  leaf_index INTEGER PRIMARY KEY,
  id         BLOB NOT NULL,
  author     TEXT NOT NULL,
  forum      TEXT NOT NULL,
  number     INTEGER NOT NULL,
  place      TEXT NOT NULL,
  opened_utc INTEGER NOT NULL,
  closed_utc INTEGER NOT NULL,
  opened     TEXT NOT NULL,            -- as its author wrote it
  closed     TEXT NOT NULL,
  ended      TEXT NOT NULL,
  resumes    TEXT NOT NULL,
  conditions TEXT NOT NULL,
  source     TEXT NOT NULL,
  said       TEXT NOT NULL
) WITHOUT ROWID;

CREATE INDEX sitting_of ON sitting (forum, author, opened_utc);

CREATE TABLE sitting_present (
  leaf_index INTEGER, place INTEGER,
  side       TEXT NOT NULL,
  person     TEXT NOT NULL,
  role       TEXT NOT NULL,
  number     INTEGER NOT NULL,
  standing   TEXT NOT NULL,
  PRIMARY KEY (leaf_index, place)
) WITHOUT ROWID;

CREATE TABLE statement (
  leaf_index INTEGER PRIMARY KEY,
  id         BLOB NOT NULL,
  author     TEXT NOT NULL,
  sitting    INTEGER NOT NULL,         -- its index
  number     INTEGER NOT NULL,
  side       TEXT NOT NULL,
  speaker    TEXT NOT NULL,
  at_utc     INTEGER NOT NULL,
  at         TEXT NOT NULL,
  sort       TEXT NOT NULL,
  wording    TEXT NOT NULL,
  language   TEXT NOT NULL,
  reply_to   INTEGER,                  -- index of a statement
  issue      TEXT NOT NULL,
  source     TEXT NOT NULL,
  said       TEXT NOT NULL
) WITHOUT ROWID;

CREATE INDEX statement_in ON statement (sitting, number);
CREATE INDEX statement_to ON statement (reply_to) WHERE reply_to IS NOT NULL;

CREATE TABLE question (
  leaf_index INTEGER PRIMARY KEY,      -- of the statement
  state      TEXT NOT NULL,            -- not_answered, postponed, answered, answered_later
  answer     INTEGER                   -- the statement that made it so
) WITHOUT ROWID;

CREATE TABLE agenda (
  leaf_index INTEGER PRIMARY KEY,
  id         BLOB NOT NULL,
  author     TEXT NOT NULL,
  side       TEXT NOT NULL,
  version    INTEGER NOT NULL,
  day        INTEGER NOT NULL,
  source     TEXT NOT NULL,
  said       TEXT NOT NULL
) WITHOUT ROWID;

CREATE INDEX agenda_of ON agenda (side, author, version);

CREATE TABLE agenda_item (
  leaf_index INTEGER, number INTEGER,
  issue      TEXT NOT NULL,
  wording    TEXT NOT NULL,
  PRIMARY KEY (leaf_index, number)
) WITHOUT ROWID;

CREATE TABLE agenda_answer (
  leaf_index  INTEGER PRIMARY KEY,
  id          BLOB NOT NULL,
  author      TEXT NOT NULL,
  agenda      INTEGER NOT NULL,        -- its index
  number      INTEGER NOT NULL,
  side        TEXT NOT NULL,
  answer      TEXT NOT NULL,
  day         INTEGER NOT NULL,
  referred_to TEXT NOT NULL,
  source      TEXT NOT NULL,
  said        TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE proposal (
  leaf_index  INTEGER PRIMARY KEY,
  id          BLOB NOT NULL,
  author      TEXT NOT NULL,
  issue       TEXT NOT NULL,
  side        TEXT NOT NULL,
  act         TEXT NOT NULL,
  day         INTEGER NOT NULL,
  of          INTEGER,                 -- index of the proposal that it is about
  alternative INTEGER NOT NULL,
  value       TEXT NOT NULL,
  condition   TEXT NOT NULL,
  linked      TEXT NOT NULL,
  source      TEXT NOT NULL,
  said        TEXT NOT NULL
) WITHOUT ROWID;

CREATE INDEX proposal_on ON proposal (issue, day);

CREATE TABLE agreed_point (
  leaf_index INTEGER PRIMARY KEY,
  id         BLOB NOT NULL,
  author     TEXT NOT NULL,
  signers    TEXT NOT NULL,
  issue      TEXT NOT NULL,
  number     INTEGER NOT NULL,
  points     INTEGER NOT NULL,
  day        INTEGER NOT NULL,
  title      TEXT NOT NULL,
  wording    TEXT NOT NULL,
  paragraph  TEXT NOT NULL,
  source     TEXT NOT NULL,
  said       TEXT NOT NULL,
  agreed     INTEGER NOT NULL,         -- whether both sides have signed it
  content    BLOB NOT NULL             -- digest of what it says: alike in two records of one point
) WITHOUT ROWID;

CREATE INDEX agreed_on ON agreed_point (issue, number);

CREATE TABLE conference_taken_back (   -- of any record of the tables above
  leaf_index INTEGER PRIMARY KEY,
  taken_by   INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE conference_irregularity (
  leaf_index INTEGER, place INTEGER, word TEXT NOT NULL, detail TEXT NOT NULL,
  PRIMARY KEY (leaf_index, place)
) WITHOUT ROWID;
