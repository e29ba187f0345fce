-- SPDX-License-Identifier: Apache-2.0
-- bodies: the agreement's teams, where they are and on whose word. Spec: views.md §6.

CREATE TABLE team (
  team         TEXT PRIMARY KEY,
  state        TEXT NOT NULL,  -- ready, tasked, dispatched, on_site, access_denied
  case_index   INTEGER,        -- the case it is out for
  members      TEXT NOT NULL,  -- names, a space between them
  requested_by TEXT NOT NULL,  -- the side at whose request it is out; empty: the commission's word
  since        INTEGER NOT NULL  -- the record that made it so
) WITHOUT ROWID;

-- A seat to which a state was invited last.
CREATE TABLE seat (
  seat       TEXT PRIMARY KEY,
  body       TEXT NOT NULL,
  state      TEXT NOT NULL,     -- the state invited
  invited_by TEXT NOT NULL,     -- the side
  status     TEXT NOT NULL,     -- invited, accepted, declined, objected
  since      INTEGER NOT NULL   -- the record that made it so
) WITHOUT ROWID;

CREATE TABLE appointment (
  leaf_index  INTEGER PRIMARY KEY,
  body        TEXT NOT NULL,    -- or a team
  seat        TEXT NOT NULL,
  part        TEXT NOT NULL,    -- member, alternate, assistant, officer, secretary
  person      TEXT NOT NULL,
  nationality TEXT NOT NULL,
  grade       TEXT NOT NULL,
  rank        TEXT NOT NULL,
  from_utc    INTEGER NOT NULL
);

-- Whoever holds a part no longer: replaced, or the appointment was taken back.
CREATE TABLE appointment_ended (
  leaf_index INTEGER PRIMARY KEY,  -- of the appointment
  ended_at   INTEGER NOT NULL      -- the record that ended it
);

CREATE TABLE session (
  leaf_index INTEGER PRIMARY KEY,
  body       TEXT NOT NULL,
  number     INTEGER NOT NULL,
  opened_utc INTEGER NOT NULL,
  closed_utc INTEGER NOT NULL,
  present    TEXT NOT NULL,        -- names, a space between them
  next_day   INTEGER NOT NULL      -- days since 1970
);

CREATE TABLE motion (
  leaf_index INTEGER PRIMARY KEY,
  body       TEXT NOT NULL,
  state      TEXT NOT NULL,        -- open, carried, lost, split; without a rule: agreed, no_rule
  in_favour  INTEGER NOT NULL,
  against    INTEGER NOT NULL,
  abstaining INTEGER NOT NULL,
  members    INTEGER NOT NULL,
  since      INTEGER NOT NULL      -- the ballot that made it so
);

CREATE TABLE bodies_judgement (
  leaf_index INTEGER, term TEXT, reading TEXT, record BLOB NOT NULL, case_index INTEGER,
  judged_at INTEGER NOT NULL, paragraph TEXT NOT NULL, verdict TEXT NOT NULL,
  because TEXT NOT NULL, cure TEXT NOT NULL,
  PRIMARY KEY (leaf_index, term, reading)
) WITHOUT ROWID;

CREATE TABLE bodies_irregularity (
  leaf_index INTEGER, place INTEGER, word TEXT NOT NULL, detail TEXT NOT NULL,
  PRIMARY KEY (leaf_index, place)
) WITHOUT ROWID;
