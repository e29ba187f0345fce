-- SPDX-License-Identifier: Apache-2.0
-- docket: the cases that allegations opened, step by step. Spec: views.md §9.

CREATE TABLE docket_case (
  case_index INTEGER PRIMARY KEY,  -- the allegation
  id         BLOB NOT NULL,
  term       TEXT NOT NULL,
  paragraph  TEXT NOT NULL,
  against    TEXT NOT NULL,        -- a party; empty: not known
  author     TEXT NOT NULL,
  status     TEXT NOT NULL,
  next       TEXT NOT NULL,        -- the step that is due; empty: none
  next_by    TEXT NOT NULL,        -- who may take it, a space between names
  last_index INTEGER NOT NULL,     -- the record that made it so
  marks      TEXT NOT NULL         -- what else stands of it: registered, disputed, …
);

CREATE TABLE docket_step (
  case_index INTEGER,
  place      INTEGER,              -- from 0, in the order of the register
  leaf_index INTEGER NOT NULL,
  id         BLOB NOT NULL,
  step       TEXT NOT NULL,
  author     TEXT NOT NULL,
  about      BLOB,                 -- the record that it concerns
  detail     TEXT NOT NULL,        -- a vote, an outcome, a team
  names      TEXT NOT NULL,        -- members tasked, addressees, who has not signed
  acts       INTEGER NOT NULL,     -- its author may take it: it moves the case
  retracted  INTEGER NOT NULL,
  PRIMARY KEY (case_index, place)
) WITHOUT ROWID;
CREATE INDEX docket_step_by_record ON docket_step (leaf_index);
-- Which case took up a finding.
CREATE INDEX docket_step_alleging ON docket_step (about) WHERE step='alleged';

CREATE TABLE docket_draft (
  draft      BLOB PRIMARY KEY,     -- the id of the joint record
  case_index INTEGER NOT NULL,
  leaf_index INTEGER NOT NULL,     -- the record that lodged it
  kind       TEXT NOT NULL,
  author     TEXT NOT NULL,        -- who lodged it
  signers    TEXT NOT NULL,
  signed     TEXT NOT NULL,        -- whose lines came with it
  until_utc  INTEGER NOT NULL,     -- circle time
  lines      TEXT NOT NULL,        -- their lines, one each
  state      TEXT NOT NULL         -- waits, signed, lapsed, withdrawn
) WITHOUT ROWID;
CREATE INDEX docket_draft_by_case ON docket_draft (case_index, leaf_index);
CREATE INDEX docket_draft_waiting ON docket_draft (until_utc) WHERE state='waits';

CREATE TABLE docket_owed (         -- what a commission must do without delay, and has not done yet
  case_index INTEGER,
  what       TEXT,                 -- sent, forwarded, notified
  leaf_index INTEGER,              -- the record from which it is owed
  commission TEXT NOT NULL,
  since_utc  INTEGER NOT NULL,     -- circle time
  PRIMARY KEY (case_index, what, leaf_index)
) WITHOUT ROWID;
CREATE INDEX docket_owed_since ON docket_owed (since_utc);

CREATE TABLE docket_judgement (
  leaf_index INTEGER, term TEXT, reading TEXT, record BLOB NOT NULL, case_index INTEGER,
  judged_at INTEGER NOT NULL, paragraph TEXT NOT NULL, verdict TEXT NOT NULL,
  because TEXT NOT NULL, cure TEXT NOT NULL,
  PRIMARY KEY (leaf_index, term, reading)
) WITHOUT ROWID;

CREATE TABLE docket_irregularity (
  leaf_index INTEGER, place INTEGER, word TEXT NOT NULL, detail TEXT NOT NULL,
  PRIMARY KEY (leaf_index, place)
) WITHOUT ROWID;
